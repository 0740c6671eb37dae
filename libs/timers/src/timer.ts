import type { CaseCommand, Policy, VolunteerCommand } from '@threekeys/domain';

/** `offer` and `no-show` cannot be taken back once they are recorded. */
export type TimerKind = 'offer' | 'no-show' | 'warn' | 'breach' | 'key' | 'archive' | 'pause' | 'certificate';

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

type Waiting = Pick<Policy, 'noShowAfterMinutes' | 'timeZoneOffsetMinutes'>;

/** Minutes after their `at`, of the kinds that are not due at once. */
const waits: Readonly<Partial<Record<TimerKind, (policy: Waiting) => number>>> = {
  'no-show': ({ noShowAfterMinutes }) => noShowAfterMinutes,
  certificate: ({ timeZoneOffsetMinutes }) => eastmostMinutes - timeZoneOffsetMinutes,
};

/** When a timer is due under this policy: who does not come has some minutes, a certificate holds to the end of its local day. */
export function dueAt({ kind, at }: Pick<Timer, 'kind' | 'at'>, policy: Waiting): string {
  const wait = waits[kind];
  return wait === undefined ? at : minutesAfter(at, wait(policy));
}

/** An instant so many minutes later (earlier, if negative). */
export function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * minuteMs).toISOString();
}
