import type { ReactNode, SyntheticEvent } from 'react';
import type { useAct } from './act';
import { useI18n } from './i18n';
import { pointedField } from './pages/case/pointed-field';
import { ProblemBox } from './problem';
import { Button } from './ui/button';
import { Dialog } from './ui/dialog';
import { focusFirstWrong } from './ui/focus';

interface FormDialogProps {
  title: string;
  act: Pick<ReturnType<typeof useAct>, 'error' | 'isPending'>;
  /** What the form calls the field that a pointer of the server means. */
  labelOf?: ((pointer: string) => string) | undefined;
  onSubmit: () => void;
  onClose: () => void;
  /** Danger: what cannot be taken back. */
  kind?: 'primary' | 'danger';
  children?: ReactNode;
}

/** A form of one act in a dialog: what the server says no to stands first. */
export function FormDialog({
  title,
  act,
  labelOf,
  onSubmit,
  onClose,
  kind = 'primary',
  children,
}: FormDialogProps) {
  const { t } = useI18n();
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit();
    focusFirstWrong(event.currentTarget);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {act.error && (
          <ProblemBox error={act.error} labelOf={labelOf ?? ((pointer) => pointedField(pointer, t))} />
        )}
        {children}
        <p className="actions">
          <Button type="submit" kind={kind} busy={act.isPending}>
            {t.send}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </p>
      </form>
    </Dialog>
  );
}
