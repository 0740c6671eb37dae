import type { DecisionContext, Message } from '@threekeys/domain';
import { isRefusal } from '@threekeys/domain';
import type { Aggregate, HandlerPorts } from './aggregate';
import { appendSurely } from './append-surely';
import { told } from './command-outcomes';
import type { StreamName } from './event-store';
import { EventStoreError } from './event-store';
import { foldAppended, readOn, schemaOf } from './fold';
import { expectedOf, leavesOf } from './leaves-of';
import { assertWithinBounds, recordedAtAfter } from './occurred-at';
import type { Origin, Recorded } from './origin';
import { CommandRefused, OccurredAtOutOfBounds, RevisionNotAsExpected } from './origin';
import type { CommandRecord, RecentFolds, StreamFold } from './recent-folds';
import { recentFolds } from './recent-folds';
import type { StreamHead } from './stream-head';

const triesMax = 3;

/** What there is to do: a command for a stream, and where it comes from. */
interface Task<Command> {
  readonly stream: StreamName;
  readonly command: Command;
  readonly origin: Origin;
}

/** fold → answer a repeat → decide → seal → append; on a conflict with another process at most three tries. */
export class CommandHandler<State, Command extends Message, Event extends Message> {
  private readonly recent: RecentFolds<State>;

  constructor(
    private readonly aggregate: Aggregate<State, Command, Event>,
    private readonly ports: HandlerPorts,
  ) {
    this.recent = recentFolds(ports.store, aggregate);
  }

  /**
   * Commands for one stream take turns in this process.
   * @throws CommandRefused, RevisionNotAsExpected, OccurredAtOutOfBounds, UnknownEvent, EventStoreError
   */
  handle(stream: StreamName, command: Command, origin: Origin): Promise<Recorded> {
    return this.recent.turns.take(stream, () =>
      told(command.type, () => this.tried({ stream, command, origin })),
    );
  }

  /** The folded state and its revision (−1: no stream). @throws UnknownEvent, EventStoreError */
  load(stream: StreamName): Promise<{ state: State; revision: number }> {
    return this.recent.turns.take(stream, async () => {
      const { state, head } = await this.read(stream);
      return { state, revision: head?.revision ?? -1 };
    });
  }

  /** What this command has recorded already: a repeat is answered before anything else is asked. @throws UnknownEvent, EventStoreError */
  recordedBy(commandId: string, stream: StreamName): Promise<Recorded | undefined> {
    return this.recent.turns.take(stream, async () => {
      const before = (await this.read(stream)).ofCommand(commandId);
      return before && repeatOf(stream, before);
    });
  }

  private async tried(task: Task<Command>): Promise<Recorded> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(task);
      } catch (error) {
        const conflict = error instanceof EventStoreError && error.code === 'WrongExpectedRevision';
        if (conflict) this.recent.forget(task.stream);
        if (!conflict || attempt === triesMax) throw error;
      }
    }
  }

  /**
   * An append names the head it rests on, so what is remembered is good enough for it. A refusal and “nothing new” name
   * nothing: before those are said, the stream is read to its end, and decided on anew where it has gone on.
   */
  private async attempt(task: Task<Command>): Promise<Recorded> {
    const { stream } = task;
    const fold = this.remembered(stream);
    const { head } = fold;
    if (head === undefined) return this.handled(await this.read(stream), task);
    const first = await this.handled(fold, task).catch(unlessDecided);
    if (!(first instanceof Error) && first.events.length > 0) return first;
    const whole = await this.read(stream);
    if (whole.head !== head) return this.handled(whole, task);
    if (first instanceof Error) throw first;
    return first;
  }

  private remembered(stream: StreamName): StreamFold<State> {
    const fold = this.recent.of(stream);
    foldAppended(this.aggregate, fold);
    return fold;
  }

  private async read(stream: StreamName): Promise<StreamFold<State>> {
    const fold = this.remembered(stream);
    await readOn(this.ports.store, this.aggregate, stream, fold);
    return fold;
  }

  private async handled(fold: StreamFold<State>, task: Task<Command>): Promise<Recorded> {
    const { stream, origin } = task;
    const before = fold.ofCommand(origin.commandId);
    if (before !== undefined) return repeatOf(stream, before);
    const revision = fold.head?.revision ?? -1;
    if (origin.expectedRevision !== undefined && origin.expectedRevision !== revision) {
      throw new RevisionNotAsExpected(origin.expectedRevision, revision);
    }
    const { events, context } = await this.decide(fold, task);
    if (events.length === 0) return nothingNew(stream, fold.head);
    return this.record(fold, events, { ...task, context });
  }

  private async decide(
    { state, head }: StreamFold<State>,
    { command, origin }: Task<Command>,
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
    fold: StreamFold<State>,
    events: readonly Event[],
    { stream, origin, context }: Task<Command> & { readonly context: DecisionContext },
  ): Promise<Recorded> {
    const { store, sealer } = this.ports;
    const { now: recordedAt, occurredAt } = context;
    const { head, introduced } = fold;
    const recording = {
      ...{ stream, head, origin, recordedAt, occurredAt, introduced },
      schemaOf: (type: string) => schemaOf(this.aggregate, type),
    };
    const built = await leavesOf(events, recording, sealer);
    const { leaves } = built;
    const result = await appendSurely(store, stream, expectedOf(head), leaves);
    if (result.leafHash !== leaves.at(-1)?.leafHash) return this.whatIsStored(stream, origin.commandId);
    fold.append(built, result);
    return { stream, ...result, events: leaves.map(({ id, type }) => ({ id, type })), repeated: false };
  }

  /** The store knew these ids: the same command was recorded at the same moment elsewhere, with other bytes. */
  private async whatIsStored(stream: StreamName, commandId: string): Promise<Recorded> {
    this.recent.forget(stream);
    const stored = (await this.read(stream)).ofCommand(commandId);
    if (stored === undefined) throw new Error(`${stream} does not hold what it said to have stored`);
    return repeatOf(stream, stored);
  }
}

/** A decision against the command may rest on a past that is over; every other error stands. */
function unlessDecided(error: unknown): Error {
  const isDecided =
    error instanceof CommandRefused ||
    error instanceof RevisionNotAsExpected ||
    error instanceof OccurredAtOutOfBounds;
  if (!isDecided) throw error;
  return error;
}

function repeatOf(stream: StreamName, record: CommandRecord): Recorded {
  return { stream, ...record, repeated: true };
}

function nothingNew(stream: StreamName, head: StreamHead | undefined): Recorded {
  if (!head) throw new Error(`a decider recorded nothing for ${stream}, which does not exist`);
  const { revision, leafHash, position } = head;
  return { stream, revision, leafHash, position, events: [], repeated: false };
}
