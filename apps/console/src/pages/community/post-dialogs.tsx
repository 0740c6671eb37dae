import { useState } from 'react';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import type { Community } from '../../types';
import { EntryDialog } from './entry-dialog';
import { personField, termFields } from './entry-form';
import { isPerson } from './lines';
import { PersonField } from './person-field';
import { holderOf } from './post-acts';
import { termOf } from './term';
import { useCommunityAct } from './use-community-act';

interface PostDialogProps {
  post: Community['posts'][number];
  onClose: () => void;
}

/** Appoints somebody to a post: for a term, or until they leave it. */
export function FillDialog({ post, onClose }: PostDialogProps) {
  const { t, language, offsetMinutes } = useI18n();
  return (
    <EntryDialog
      title={t.community.fillPost(post.names[language])}
      fieldsOf={({ from }) => [personField(t), ...termFields(from, t)]}
      commandOf={({ person, from, until }) => ({
        path: '/api/organisation/commands/FillPost',
        data: { post: post.post, person, ...termOf({ from, until }, offsetMinutes) },
      })}
      onClose={onClose}
    />
  );
}

export function LeaveDialog({ post, onClose }: PostDialogProps) {
  const { t, language } = useI18n();
  const [takesOver, setTakesOver] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const title = t.community.leavePost(post.names[language]);
  const { act, send } = useCommunityAct(title, onClose);
  const isRight = takesOver === '' || isPerson(takesOver);
  const submit = () => {
    setIsChecked(true);
    if (!isRight) return;
    send('/api/organisation/commands/LeavePost', { post: post.post, ...(takesOver && { takesOver }) });
  };
  return (
    <FormDialog title={title} {...{ act, onClose }} onSubmit={submit}>
      <p>
        {t.community.holder}: {holderOf(post)}. {t.community.leaveHint}
      </p>
      <PersonField
        label={t.community.takesOver}
        hint={t.community.takesOverHint}
        error={isChecked && !isRight ? t.community.personWrong : undefined}
        value={takesOver}
        onChange={setTakesOver}
      />
    </FormDialog>
  );
}
