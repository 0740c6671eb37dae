import { useAct } from '../../act';
import type { VolunteerDetail } from '../../types';
import type { Saying } from '../../ui/toast';
import { useToast } from '../../ui/toast';

/**
 * One command of a volunteer: sent, shown, said.
 * @param name what it is called
 */
export function useVolunteerAct(
  { volunteerId }: Pick<VolunteerDetail, 'volunteerId'>,
  name: Saying,
  onDone?: () => void,
) {
  const toast = useToast();
  const act = useAct(() => {
    toast((t) => `${name(t)}: ${t.volunteers.done}`);
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
