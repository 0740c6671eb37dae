import { useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import { useI18n } from '../../i18n';
import type { CaseDetail } from '../../types';
import { Dialog } from '../../ui/dialog';
import { CommandDialog } from './command-dialog';
import { useCommandName } from './command-name';
import type { Given } from './form-of';

interface CommandOnProps {
  command: string;
  number: string;
  given?: Given;
  about?: string;
  onClose: () => void;
}

/** The form of a command on a case that stands in a list: the case is read when the form opens. */
export function CommandOn({ number, ...form }: CommandOnProps) {
  const { t } = useI18n();
  const nameOf = useCommandName();
  const detail = useQuery({
    queryKey: ['live', 'case', number],
    queryFn: () => api.get<CaseDetail>(`/api/cases/${encodeURIComponent(number)}`),
  });
  if (detail.data) return <CommandDialog {...form} one={detail.data} />;
  return (
    <Dialog title={nameOf(form.command)} onClose={form.onClose}>
      {detail.error ? <p role="alert">{detail.error.message}</p> : <p>{t.loading}</p>}
    </Dialog>
  );
}
