import { useMe } from '../../me';
import type { VolunteerDetail } from '../../types';

/** Commands that somebody who has left takes no more. */
const afterLeaving: ReadonlySet<string> = new Set(['volunteers.reveal']);

/** What this person may do with this volunteer: staff with everybody, a volunteer with themselves. */
export function useMay({ left }: Pick<VolunteerDetail, 'left'>): (what: string) => boolean {
  const me = useMe().data;
  return (what) => (me?.may.includes(what) ?? false) && (!left || afterLeaving.has(what));
}
