import type { Party, Place, ReportedCase, Rules } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { addresses } from '../community';
import { personName, phoneNumber } from '../names';
import type { Body } from '../people';
import type { Random } from '../random';
import type { CaseOnStage, Stage } from '../stage';
import { inOfficeHours } from './calendar';
import type { Concern } from './concerns';

const minuteMs = 60_000;

/** One matter of the year: what it is about, by which lots it goes on, and what has happened once and does not happen again. */
export class Matter {
  /** Volunteers who do not answer, parties that stay silent. */
  readonly silent = new Set<string>();
  /** Who wrote it down. */
  reporter = '';
  private readonly done = new Map<string, number>();
  private readonly lots = new Map<string, boolean>();
  private theCase: CaseOnStage | undefined;

  constructor(
    readonly stage: Stage,
    readonly random: Random,
    readonly concern: Concern,
    /** By what and where: the case in which neighbours reported it last. */
    readonly lastOf: Map<string, string> = new Map(),
  ) {}

  /** @throws Error before it was reported */
  get one(): CaseOnStage {
    if (!this.theCase) throw new Error('the matter was not reported yet');
    return this.theCase;
  }

  begin(one: CaseOnStage): void {
    this.theCase = one;
  }

  state(): Promise<ReportedCase> {
    return this.one.state();
  }

  async office(): Promise<Office> {
    return new Office(await this.stage.world.rules());
  }

  /** Whether it comes so, with so many chances in a hundred. */
  comes(percent: number): boolean {
    return this.random.next() * 100 < percent;
  }

  /** The same, and never more often than so many times in one matter. */
  happens(what: string, percent: number, timesMax = 1): boolean {
    const times = this.done.get(what) ?? 0;
    if (times >= timesMax || !this.comes(percent)) return false;
    this.done.set(what, times + 1);
    return true;
  }

  /** Drawn once, with so many chances in a hundred, and so from then on. */
  isDrawn(what: string, percent: number): boolean {
    const drawn = this.lots.get(what) ?? this.comes(percent);
    this.lots.set(what, drawn);
    return drawn;
  }

  /** In so many minutes, whatever the hour. */
  minutes(from: number, to: number): number {
    return this.random.between(from, to);
  }

  /** When somebody of the office gets to it, so many minutes from now at the earliest: how many minutes that is. */
  whenInOffice(from: number, to: number): number {
    const { now } = this.stage;
    const readyMs = now + this.random.between(from, to) * minuteMs;
    return Math.ceil((inOfficeHours(readyMs, this.random) - now) / minuteMs);
  }

  words(...from: readonly string[]): string {
    return this.random.pick(from);
  }

  newId(what: string): string {
    const times = this.done.get(what) ?? 0;
    this.done.set(what, times + 1);
    return derivedId('demo', this.one.reported.caseId, what, String(times));
  }

  somebody(): Body {
    return {
      name: personName(this.random),
      phone: phoneNumber(this.random),
      relation: 'self',
      callBack: this.comes(60),
    };
  }

  place(): Body & { readonly compound: string; readonly building: string } {
    const { compound, buildings } = this.random.pick(addresses);
    const spot = this.random.pick(['stairwell', 'entrance', 'path', 'steps', 'wall', 'yard', 'flat']);
    return {
      compound,
      building: String(this.random.between(1, buildings)),
      entrance: String(this.random.between(1, 2)),
      spot,
      ...(spot === 'flat'
        ? { door: String(this.random.between(1, 6) * 100 + this.random.between(1, 4)) }
        : {}),
    };
  }
}

/** Who is who today. */
export class Office {
  constructor(readonly rules: Rules) {}

  /** @throws Error where nobody holds it */
  holderOf(post: string): string {
    const holder = this.rules.organisation.posts[post]?.holder;
    if (holder === undefined) throw new Error(`nobody holds ${post}`);
    return holder;
  }

  get clerk(): string {
    return this.holderOf('duty-desk');
  }

  /** The post of an address; the duty desk where nobody holds that. */
  gridPost({ compound, building }: Pick<Place, 'compound' | 'building'>): string {
    const { buildings = {} } = this.rules.compounds[compound] ?? {};
    const grid = building === undefined ? undefined : buildings[building]?.grid;
    const post = `${grid ?? 'grid-1'}-worker`;
    return this.rules.organisation.posts[post]?.holder === undefined ? 'duty-desk' : post;
  }

  keyHolder({ compound }: Pick<Place, 'compound'>, party: Party): string {
    const holder = this.rules.compounds[compound]?.parties[party]?.holder;
    if (holder === undefined) throw new Error(`${compound} names no ${party}`);
    return holder;
  }
}
