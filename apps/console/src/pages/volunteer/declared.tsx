import { useState } from 'react';
import { useCommunity } from '../../community';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import type { VolunteerDetail } from '../../types';
import { Button } from '../../ui/button';
import { Checks } from '../../ui/checks';
import type { Saying } from '../../ui/toast';
import { namesOf } from '../board/words';
import { useMay } from './use-may';
import { useVolunteerAct } from './use-volunteer-act';

interface DeclaredProps {
  one: VolunteerDetail;
  kind: 'skills' | 'interests';
  command: 'DeclareSkills' | 'DeclareInterests';
}

const declares: Readonly<Record<DeclaredProps['kind'], Saying>> = {
  skills: ({ volunteers }) => volunteers.declareSkills,
  interests: ({ volunteers }) => volunteers.declareInterests,
};

/** What somebody can do, or likes to do. */
export function DeclaredPanel({ one, kind, command }: DeclaredProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const may = useMay(one);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="panel" aria-labelledby={`declared-${kind}`}>
      <h2 id={`declared-${kind}`}>{t.volunteers[kind]}</h2>
      <p>{namesOf(one[kind], kind, { language, community }) || t.volunteers.none}</p>
      {may(command) && <Button onClick={() => setIsOpen(true)}>{declares[kind](t)}</Button>}
      {isOpen && <DeclareDialog {...{ one, kind, command }} onClose={() => setIsOpen(false)} />}
    </section>
  );
}

function DeclareDialog({ one, kind, command, onClose }: DeclaredProps & { onClose: () => void }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const [values, setValues] = useState<readonly string[]>(one[kind]);
  const { act, send } = useVolunteerAct(one, declares[kind], onClose);
  const known = Object.entries(community?.vocabulary[kind] ?? {});
  // What was declared under a code that the vocabulary has no more can be taken back too.
  const others = one[kind].filter((code) => !known.some(([each]) => each === code));
  return (
    <FormDialog
      title={declares[kind](t)}
      {...{ act, onClose }}
      onSubmit={() => send(command, { [kind]: values })}
    >
      <Checks
        legend={t.volunteers[kind]}
        options={[
          ...known.map(([value, names]) => ({ value, label: names[language] })),
          ...others.map((value) => ({ value, label: value })),
        ]}
        values={values}
        onChange={setValues}
      />
    </FormDialog>
  );
}
