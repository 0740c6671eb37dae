import type { CaseCommand, Policy, VolunteerCommand } from '@threekeys/domain';

/** `offer` and `no-show` cannot be taken back once they are recorded. */
export type TimerKind = 'offer' | 'no-show' | 'warn' | 'breach' | 'pause' | 'certificate';

/** Something that is to be said to a stream at an instant, if it is still true then. */
export type Timer = {
  readonly kind: TimerKind;
  /** Of what: an offer, a deadline, a certificate. */
  readonly id: string;
  /** From here on it may be due; when exactly, policy says ({@link dueAt}). */
  readonly at: string;
  /** Id of the event that set it. */
  readonly generation: string;
  readonly command: CaseCommand | VolunteerCommand;
};

/** Stable name of a timer; with its generation it is the identity of what it sends. */
export function timerKey(stream: string, { kind, id }: Pick<Timer, 'kind' | 'id'>): string {
  return `${stream}#${kind}#${id}`;
}

const minuteMs = 60_000;

/** Farthest east that a local day can begin before UTC's, in minutes (Line Islands). */
export const eastmostMinutes = 840;

/** When a timer is due under this policy: who does not come has some minutes, a certificate holds to the end of its local day. */
export function dueAt(
  { kind, at }: Pick<Timer, 'kind' | 'at'>,
  policy: Pick<Policy, 'noShowAfterMinutes' | 'timeZoneOffsetMinutes'>,
): string {
  switch (kind) {
    case 'no-show':
      return minutesAfter(at, policy.noShowAfterMinutes);
    case 'certificate':
      return minutesAfter(at, eastmostMinutes - policy.timeZoneOffsetMinutes);
    case 'offer':
    case 'warn':
    case 'breach':
    case 'pause':
      return at;
  }
}

/** An instant so many minutes later (earlier, if negative). */
export function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * minuteMs).toISOString();
}
