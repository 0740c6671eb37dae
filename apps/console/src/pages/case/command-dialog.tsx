import { Dialog } from '../../ui/dialog';
import { CommandForm } from './command-form';
import type { CommandFormProps } from './command-form';
import { useCommandName } from './command-name';
import { MergeDialog } from './merge/merge-dialog';

interface CommandDialogProps extends CommandFormProps {
  /** What it is about, where the page shows several. */
  about?: string | undefined;
}

export function CommandDialog({ about, ...form }: CommandDialogProps) {
  const nameOf = useCommandName();
  if (form.command === 'MergeCase') return <MergeDialog one={form.one} onClose={form.onClose} />;
  return (
    <Dialog title={nameOf(form.command)} onClose={form.onClose}>
      {about !== undefined && <p>{about}</p>}
      <CommandForm {...form} />
    </Dialog>
  );
}
