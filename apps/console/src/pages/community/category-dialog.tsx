import { useState } from 'react';
import { useCommunity } from '../../community';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import type { Messages } from '../../messages/zh';
import type { Category, Community } from '../../types';
import { Checks } from '../../ui/checks';
import { Choice } from '../../ui/choice';
import { Select, TextField } from '../../ui/field';
import type { Option } from '../../ui/field';
import { categoryOf, chosen, draftOf, errorsIn, lists, numbers, yesOrNo } from './category-form';
import type { CategoryDraft } from './category-form';
import { useCommunityAct } from './use-community-act';
import { pathWords } from './words';

interface CategoryDialogProps {
  /** Undefined: a new one. */
  category?: Category;
  onClose: () => void;
}

/** One category of the catalogue: with it the next version of the catalogue is adopted. */
export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const { t, language } = useI18n();
  const [draft, setDraft] = useState(() => draftOf(category));
  const [isChecked, setIsChecked] = useState(false);
  const title = category ? t.community.changeOf(category.names[language]) : t.community.add;
  const { act, send } = useCommunityAct(title, onClose);
  const errors = errorsIn(draft, t);
  const submit = () => {
    setIsChecked(true);
    if (Object.keys(errors).length === 0)
      send('/api/catalogue/commands/DefineCategory', { category: categoryOf(draft) });
  };
  const labelOf = (pointer: string) => pathWords(pointer.split('/').filter(Boolean).slice(1), t) || pointer;
  return (
    <FormDialog title={title} {...{ act, labelOf, onClose }} onSubmit={submit}>
      <Fields
        draft={draft}
        errors={isChecked ? errors : {}}
        isNew={category === undefined}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
    </FormDialog>
  );
}

interface FieldsProps {
  draft: CategoryDraft;
  errors: ReturnType<typeof errorsIn>;
  isNew: boolean;
  onChange: (change: Partial<CategoryDraft>) => void;
}

function Fields({ draft, errors, isNew, onChange }: FieldsProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const label = (name: string) => t.community.fields[name] ?? name;
  const texts = isNew ? (['category', 'zh', 'en'] as const) : (['zh', 'en'] as const);
  const options = optionsOf(t, language, community);
  return (
    <>
      <div className="side-by-side">
        {[...texts, ...(Object.keys(numbers) as (keyof typeof numbers)[])].map((name) => (
          <TextField
            key={name}
            label={label(name)}
            required
            maxLength={80}
            inputMode={name in numbers ? 'numeric' : 'text'}
            error={errors[name]}
            value={draft[name]}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        ))}
        {[...chosen, 'decisionRule' as const].map((name) => (
          <Select
            key={name}
            label={label(name)}
            required={name !== 'decisionRule'}
            error={errors[name]}
            options={[
              { value: '', label: name === 'decisionRule' ? t.community.none : t.choose },
              ...options[name],
            ]}
            value={draft[name]}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
        ))}
      </div>
      {yesOrNo.map((name) => (
        <Choice
          key={name}
          legend={label(name)}
          required
          error={errors[name]}
          options={[
            { value: 'true', label: t.yes },
            { value: 'false', label: t.no },
          ]}
          value={draft[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      {lists.map((name) => (
        <Checks
          key={name}
          legend={label(name)}
          options={named(community?.vocabulary[name], language)}
          values={draft[name]}
          onChange={(values) => onChange({ [name]: values })}
        />
      ))}
    </>
  );
}

const named = (
  vocabulary: Readonly<Record<string, { zh: string; en: string }>> | undefined,
  language: 'zh' | 'en',
): readonly Option[] =>
  Object.entries(vocabulary ?? {}).map(([value, names]) => ({ value, label: names[language] }));

const texted = (texts: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(texts).map(([value, label]) => ({ value, label }));

function optionsOf(t: Messages, language: 'zh' | 'en', community: Community | undefined) {
  return {
    kind: texted(t.community.kinds),
    handledBy: texted(t.community.handledBy),
    postKind: named(community?.vocabulary.postKinds, language),
    level: texted(t.community.levels),
    urgency: texted(t.urgencies),
    decisionRule: texted(t.community.decisionRules),
  };
}
