import type { DecisionContext, Message } from '@threekeys/domain';
import { isRefusal } from '@threekeys/domain';
import type { Aggregate, HandlerPorts } from './aggregate';
import { appendSurely } from './append-surely';
import type { Leaf, StreamName } from './event-store';
import { EventStoreError } from './event-store';
import type { Folded } from './fold';
import type { StreamHead } from './stream-head';
import { foldStream, forgetStream, schemaOf } from './fold';
import { expectedOf, leavesOf } from './leaves-of';
import { assertWithinBounds, recordedAtAfter } from './occurred-at';
import type { Origin, Recorded } from './origin';
import { CommandRefused, RevisionNotAsExpected } from './origin';
import type { StoredName } from './recent-folds';

const triesMax = 3;

/** read → answer a repeat → fold → decide → seal → append (at most three tries on a conflict). */
export class CommandHandler<State, Command extends Message, Event extends Message> {
  constructor(
    private readonly aggregate: Aggregate<State, Command, Event>,
    private readonly ports: HandlerPorts,
  ) {}

  /** @throws CommandRefused, RevisionNotAsExpected, OccurredAtOutOfBounds, UnknownEvent, EventStoreError */
  async handle(stream: StreamName, command: Command, origin: Origin): Promise<Recorded> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(stream, command, origin);
      } catch (error) {
        const conflict = error instanceof EventStoreError && error.code === 'WrongExpectedRevision';
        if (conflict) forgetStream(this.ports.store, this.aggregate, stream);
        if (!conflict || attempt === triesMax) throw error;
      }
    }
  }

  /** The folded state and its revision (−1: no stream). @throws UnknownEvent, EventStoreError */
  async load(stream: StreamName): Promise<{ state: State; revision: number }> {
    const { state, head } = await foldStream(this.ports.store, this.aggregate, stream);
    return { state, revision: head?.revision ?? -1 };
  }

  private async attempt(stream: StreamName, command: Command, origin: Origin): Promise<Recorded> {
    const folded = await foldStream(this.ports.store, this.aggregate, stream, origin.commandId);
    if (folded.ofCommand.length > 0) return repeatOf(stream, folded.ofCommand);
    const { head } = folded;
    const revision = head?.revision ?? -1;
    if (origin.expectedRevision !== undefined && origin.expectedRevision !== revision) {
      throw new RevisionNotAsExpected(origin.expectedRevision, revision);
    }
    const { events, context } = await this.decide(command, folded, origin);
    if (events.length === 0) return nothingNew(stream, head);
    return this.record(stream, folded, events, { origin, context });
  }

  private async decide(
    command: Command,
    { state, head }: Folded<State>,
    origin: Origin,
  ): Promise<{ events: readonly Event[]; context: DecisionContext }> {
    const now = recordedAtAfter(head?.recordedAt, this.ports.clock);
    const rules = await this.ports.rules.current();
    if (origin.occurredAt !== undefined) {
      const unbounded = this.aggregate.unboundedOccurredAt?.(command) ?? false;
      assertWithinBounds(origin.occurredAt, now, unbounded ? undefined : rules.policy.backdatingHoursMax);
    }
    const context = { now, occurredAt: origin.occurredAt ?? now, by: origin.by, rules };
    const decided = this.aggregate.decider.decide(command, state, context);
    if (isRefusal(decided)) throw new CommandRefused(decided);
    return { events: decided, context };
  }

  private async record(
    stream: StreamName,
    { head, introduced }: Folded<State>,
    events: readonly Event[],
    { origin, context }: { origin: Origin; context: DecisionContext },
  ): Promise<Recorded> {
    const { store, sealer } = this.ports;
    const { now: recordedAt, occurredAt } = context;
    const recording = {
      stream,
      head,
      origin,
      recordedAt,
      occurredAt,
      schemaOf: (type: string) => schemaOf(this.aggregate, type),
      introduced,
    };
    const leaves = await leavesOf(events, recording, sealer);
    const result = await appendSurely(store, stream, expectedOf(head), leaves);
    if (result.leafHash !== leaves.at(-1)?.leafHash) return this.whatIsStored(stream, origin.commandId);
    return { stream, ...result, events: named(leaves), repeated: false };
  }

  /** The store knew these ids: the same command was recorded at the same moment elsewhere, with other bytes. */
  private async whatIsStored(stream: StreamName, commandId: string): Promise<Recorded> {
    const { ofCommand } = await foldStream(this.ports.store, this.aggregate, stream, commandId);
    return repeatOf(stream, ofCommand);
  }
}

function repeatOf(stream: StreamName, ofCommand: readonly StoredName[]): Recorded {
  const last = ofCommand.at(-1);
  if (!last) throw new Error(`${stream} does not hold what it said to have stored`);
  const { revision, leafHash, position } = last;
  return { stream, revision, leafHash, position, events: named(ofCommand), repeated: true };
}

function nothingNew(stream: StreamName, head: StreamHead | undefined): Recorded {
  if (!head) throw new Error(`a decider recorded nothing for ${stream}, which does not exist`);
  const { revision, leafHash, position } = head;
  return { stream, revision, leafHash, position, events: [], repeated: false };
}

function named(events: readonly Pick<Leaf, 'id' | 'type'>[]): Recorded['events'] {
  return events.map(({ id, type }) => ({ id, type }));
}
