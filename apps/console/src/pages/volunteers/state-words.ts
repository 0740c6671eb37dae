import { useI18n } from '../../i18n';
import type { VolunteerLine } from '../../types';

/** Whether somebody is there, pauses, or has left. */
export function useStateWords(): (line: Pick<VolunteerLine, 'left' | 'paused'>) => string {
  const { t, time } = useI18n();
  return ({ left, paused }) => {
    if (left) return t.volunteers.states.left;
    if (!paused) return t.volunteers.states.active;
    return paused.until === undefined
      ? t.volunteers.states.paused
      : t.volunteers.pausedUntil(time(paused.until));
  };
}
