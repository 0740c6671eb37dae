import { networkOf } from '@threekeys/auth';
import type { Clock } from '@threekeys/event-store';
import { Failures } from './failures';

const quarterOfAnHour = 15 * 60_000;
const day = 24 * 60 * 60_000;

/** From one network. The whole day's are fewer than all networks': one network alone shuts nobody else out. */
const endsHere = [
  { max: 5, windowMs: quarterOfAnHour },
  { max: 10, windowMs: day },
];
/** Four digits are 10,000: whoever has a code, and as many networks as they like, tries for a year. */
const endsAnywhere = [{ max: 30, windowMs: day }];
/** Nobody guesses a whole number: how often it is tried elsewhere stands in nobody's way. */
const wholesHere = [{ max: 5, windowMs: quarterOfAnHour }];
/** Many people may sit behind one address. */
const ofAddress = [{ max: 60, windowMs: quarterOfAnHour }];

/** A well-formed code, and what was typed of the phone number that belongs to it. */
export interface FollowAttempt {
  readonly code: string;
  readonly exists: boolean;
  /** Whether it is the end of the number only, as the page asks for first. */
  readonly isEnd: boolean;
  readonly address: string;
}

/** An attempt that counts as failed until it is forgiven. */
export interface BegunAttempt {
  /** Milliseconds until it is compared at all; 0: now. */
  readonly codeWaitMs: number;
  /** Milliseconds until the address may fail again; what is proved by digits passes in the meantime. */
  readonly addressWaitMs: number;
  /** It succeeded: it counts for nothing, and nor does what failed before it from there with that code. */
  forgive(): void;
}

/**
 * How often looking for a report may fail. What is compared with the owner's phone number is bounded for each code, from one
 * network and from all of them; who has failed too often with its end is still heard with the whole number, so that nobody is
 * shut out by others. An attempt counts from its beginning, or many at once would all pass before the first had failed. Codes
 * that are not there are counted beside those that are, alike: nobody pushes a real one out with invented ones. In memory; a
 * restart forgives.
 */
export class FollowLimiter {
  private readonly existing: OfCodes;
  private readonly invented: OfCodes;
  private readonly addresses: Failures;

  constructor(clock: Clock) {
    this.existing = new OfCodes(clock);
    this.invented = new OfCodes(clock);
    this.addresses = new Failures(clock, ofAddress);
  }

  begin(attempt: FollowAttempt): BegunAttempt {
    const network = networkOf(attempt.address);
    const codes = attempt.exists ? this.existing : this.invented;
    const ofCode = codes.of(attempt, network);
    const codeWaitMs = Math.max(...ofCode.map(({ failures, key }) => failures.waitMs(key)));
    const addressWaitMs = this.addresses.waitMs(network);
    const address = addressWaitMs > 0 ? [] : [{ failures: this.addresses, key: network }];
    const counted = codeWaitMs > 0 ? [] : [...ofCode, ...address];
    for (const { failures, key } of counted) failures.add(key);
    return {
      codeWaitMs,
      addressWaitMs,
      forgive: () => {
        for (const { failures, key } of counted) failures.takeBack(key);
        codes.forgive(attempt, network);
      },
    };
  }
}

interface Counted {
  readonly failures: Failures;
  readonly key: string;
}

/** What failed with codes, by network and code, and by code. */
class OfCodes {
  private readonly endsHere: Failures;
  private readonly endsAnywhere: Failures;
  private readonly wholesHere: Failures;

  constructor(clock: Clock) {
    this.endsHere = new Failures(clock, endsHere);
    this.endsAnywhere = new Failures(clock, endsAnywhere);
    this.wholesHere = new Failures(clock, wholesHere);
  }

  /** What an attempt counts for. */
  of({ code, isEnd }: FollowAttempt, network: string): readonly Counted[] {
    const key = pairOf(code, network);
    if (!isEnd) return [{ failures: this.wholesHere, key }];
    return [
      { failures: this.endsHere, key },
      { failures: this.endsAnywhere, key: code },
    ];
  }

  forgive({ code }: FollowAttempt, network: string): void {
    for (const failures of [this.endsHere, this.wholesHere]) failures.forget(pairOf(code, network));
  }
}

const pairOf = (code: string, network: string) => `${network} ${code}`;
