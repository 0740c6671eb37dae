import { useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { CommandForm } from './command-form';
import type { CommandFormProps } from './command-form';
import { useCommandName } from './command-name';
import { PlanAtHand } from './joint/plan-at-hand';
import { MergeDialog } from './merge/merge-dialog';

interface CommandDialogProps extends CommandFormProps {
  /** What it is about, where the page shows several. */
  about?: string | undefined;
}

/** A word is given on the case as it was when the form was opened: what has changed since, the server holds against it. */
export function CommandDialog({ about, ...form }: CommandDialogProps) {
  const nameOf = useCommandName();
  const [opened] = useState(form.one);
  if (form.command === 'MergeCase') return <MergeDialog one={form.one} onClose={form.onClose} />;
  return (
    <Dialog title={nameOf(form.command)} onClose={form.onClose}>
      {about !== undefined && <p>{about}</p>}
      <PlanAtHand command={form.command} opened={opened} now={form.one} />
      <CommandForm {...form} one={opened} />
    </Dialog>
  );
}
