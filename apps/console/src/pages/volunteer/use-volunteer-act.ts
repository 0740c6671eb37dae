import { useAct } from '../../act';
import { useI18n } from '../../i18n';
import type { VolunteerDetail } from '../../types';
import { useToast } from '../../ui/toast';

/** One command of a volunteer: sent, shown, said. */
export function useVolunteerAct(
  { volunteerId }: Pick<VolunteerDetail, 'volunteerId'>,
  said: string,
  onDone?: () => void,
) {
  const { t } = useI18n();
  const toast = useToast();
  const act = useAct(() => {
    toast(`${said}: ${t.volunteers.done}`);
    onDone?.();
  });
  const send = (command: string, data: object) =>
    act.mutate({
      path: `/api/volunteers/${volunteerId}/commands/${command}`,
      body: () => data,
      shownBy: `/api/volunteers/${volunteerId}`,
    });
  return { act, send };
}
