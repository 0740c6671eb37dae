import type { Category, FreeTime, Need, Policy, Urgency, Window } from '@threekeys/domain';

/** What is known of one volunteer when an order is matched. No personal data: matching needs none. */
export interface CandidateProfile {
  readonly volunteerId: string;
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  /** Each holds up to and including a local date. */
  readonly certificates: readonly { readonly certificate: string; readonly until: string }[];
  readonly freeTime: FreeTime;
  /** Duties that need no question; within these weekly half-hours, or at any time where absent. */
  readonly standingConsents: readonly {
    readonly categories: readonly string[];
    readonly weekly?: readonly number[] | undefined;
  }[];
  /** Bookings that stand. */
  readonly bookings: readonly Window[];
  readonly compound: string;
  readonly building?: string | undefined;
  readonly left?: boolean | undefined;
  /** Paused until an instant, or until further notice. */
  readonly paused?: { readonly until?: string | undefined } | undefined;
  /** Minutes of service in the days that the policy looks back (`ranking.load`). */
  readonly minutesServed: number;
  /** Times asked in the days that it looks back (`ranking.asks`). */
  readonly asksCounted: number;
  /** Of a week: `perWeekMax` is. */
  readonly asksLast7Days: number;
  readonly lastAskedAt?: string | undefined;
}

/** Everything a ranking is computed from: the same input, in whatever order, gives the same ranking. */
export interface MatchInput {
  readonly caseId: string;
  readonly category: Category['category'];
  readonly urgency: Urgency;
  readonly need: Need;
  /** Ids of those who are not asked: who is asked or seated, declined already, or did an earlier round. */
  readonly exclude: readonly string[];
  /** Ids of those who reported the case, joined it, spoke for somebody in it or are complained about; not told apart. */
  readonly conflicted: readonly string[];
  readonly candidates: readonly CandidateProfile[];
  /** The server's instant. */
  readonly now: string;
  readonly policy: MatchPolicy;
}

export interface MatchPolicy extends Pick<Policy, 'timeZoneOffsetMinutes' | 'ranking'> {
  readonly offers: Pick<Policy['offers'], 'perWeekMax'>;
}
