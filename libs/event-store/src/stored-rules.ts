import type { Rules } from '@threekeys/domain';
import { inOfficeAt, postsOutOfTerm } from '@threekeys/domain';
import { RulesSource } from './aggregate';
import type { RulesAsked } from './aggregate';
import { categoryOf } from './append-rules';
import {
  catalogueAggregate,
  compoundAggregate,
  organisationAggregate,
  policyAggregate,
} from './community.aggregates';
import type { Clock } from './clock';
import type { EventStore, GlobalPosition, RecordedEvent } from './event-store';
import { contentOf, evolved, UnknownEvent } from './fold';

const filter = { categories: ['policy', 'catalogue', 'organisation', 'compound'] };

/** So long what an event was heard of by another way is left to whoever follows; then it is read. */
const followedWithinMs = 2_000;

const rulesBefore: Rules = {
  policy: policyAggregate.decider.initialState,
  catalogue: catalogueAggregate.decider.initialState,
  organisation: organisationAggregate.decider.initialState,
  compounds: {},
};

/**
 * The rules as the log holds them. Until {@link StoredRules.follow} runs, each `current()` reads what is new first;
 * while it runs, `current()` answers from memory, once it has the event that the caller knows of.
 * Before a policy is adopted the rules read as the starter policy with version 0.
 */
export class StoredRules extends RulesSource {
  private rules = rulesBefore;
  private after: GlobalPosition | undefined;
  private following = false;
  /** Wakes those who wait for an event. */
  private readonly waiting = new Set<() => void>();
  /** As last answered, while no term of office has ended since. */
  private answered: { readonly of: Rules; readonly over: string; readonly rules: Rules } | undefined;

  /** @param clock by which terms of office end; without it they are not looked at */
  constructor(
    private readonly store: EventStore,
    private readonly clock?: Clock,
  ) {
    super();
  }

  /** @throws UnknownEvent, EventStoreError; InvalidPosition where `atLeast` is of another store */
  async current({ atLeast }: RulesAsked = {}): Promise<Rules> {
    const isFollowed = atLeast === undefined ? this.following : await this.follows(atLeast);
    return isFollowed ? this.today() : this.refresh();
  }

  /** Reads up to where the log ends now. @throws UnknownEvent, EventStoreError */
  async refresh(): Promise<Rules> {
    for await (const event of this.store.readAll(this.after, filter)) this.take(event);
    return this.today();
  }

  /**
   * Keeps the rules up to date until the signal is aborted.
   * Where it throws, `current()` goes back to reading for itself, so that nothing is decided on rules of the past.
   * @throws UnknownEvent, EventStoreError
   */
  async follow(signal: AbortSignal): Promise<void> {
    await this.refresh();
    this.following = true;
    try {
      for await (const event of this.store.subscribe(this.after, filter, signal)) this.take(event);
    } finally {
      this.following = false;
      this.wake();
    }
  }

  /** Whether following has brought an event, now or within a moment. */
  private async follows(position: GlobalPosition): Promise<boolean> {
    const patience = AbortSignal.timeout(followedWithinMs);
    patience.addEventListener('abort', () => this.wake(), { once: true });
    while (this.following && !patience.aborted) {
      if (this.has(position)) return true;
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
    return false;
  }

  private wake(): void {
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const wake of woken) wake();
  }

  /** The same object as long as nothing has changed: what others make of it they make once. */
  private today(): Rules {
    const { rules: of, clock } = this;
    const now = clock?.now();
    const over = now === undefined ? '' : postsOutOfTerm(of.organisation, now).join();
    if (now === undefined || over === '') return of;
    if (this.answered?.of !== of || this.answered.over !== over)
      this.answered = { of, over, rules: inOffice(of, now) };
    return this.answered.rules;
  }

  /** Takes an event once, whether reading or following brings it first: both go in global order. */
  private take(event: RecordedEvent): void {
    if (this.has(event.position)) return;
    this.rules = withEvent(this.rules, event);
    this.after = event.position;
    this.wake();
  }

  private has(position: GlobalPosition): boolean {
    return this.after !== undefined && this.store.comparePositions(position, this.after) <= 0;
  }
}

/** The rules as they were known at an instant. @throws UnknownEvent, EventStoreError */
export async function rulesAsOf(store: EventStore, instant: string): Promise<Rules> {
  let rules = rulesBefore;
  for await (const event of store.readAll(undefined, filter))
    if (contentOf(event).recordedAt <= instant) rules = withEvent(rules, event);
  return inOffice(rules, instant);
}

function inOffice(rules: Rules, now: string): Rules {
  return { ...rules, organisation: inOfficeAt(rules.organisation, now) };
}

function withEvent(rules: Rules, event: RecordedEvent): Rules {
  const content = contentOf(event);
  const { policy, catalogue, organisation, compounds } = rules;
  switch (categoryOf(event.stream)) {
    case 'policy':
      return { ...rules, policy: evolved(policyAggregate, policy, event, content) };
    case 'catalogue':
      return { ...rules, catalogue: evolved(catalogueAggregate, catalogue, event, content) };
    case 'organisation':
      return { ...rules, organisation: evolved(organisationAggregate, organisation, event, content) };
    case 'compound': {
      const code = event.stream.slice('compound-'.length);
      const compound =
        (Object.hasOwn(compounds, code) && compounds[code]) || compoundAggregate.decider.initialState;
      return {
        ...rules,
        compounds: { ...compounds, [code]: evolved(compoundAggregate, compound, event, content) },
      };
    }
    default:
      throw new UnknownEvent(event.stream, event.revision, event.type);
  }
}
