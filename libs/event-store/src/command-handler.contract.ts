import type { Actor, Message, Rules } from '@threekeys/domain';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Aggregate, HandlerPorts } from './aggregate';
import { RulesSource } from './aggregate';
import { Clock } from './clock';
import { CommandHandler } from './command-handler';
import type { OpenStore } from './contract.fixtures';
import { all } from './contract.fixtures';
import type { Fault } from './delegating.fixtures';
import { FaultyEventStore } from './delegating.fixtures';
import type { EventStore, StreamName } from './event-store';
import { contentOf } from './fold';
import { MemoryEventStore } from './memory-event-store';
import type { Recorded } from './origin';
import { CommandRefused } from './origin';
import type { PlainEvent } from './sealer';
import { Sealer } from './sealer';

/** An aggregate whose handler is held to the laws, and how it is used. */
export interface LawSubject<State, Command extends Message, Event extends Message> {
  readonly name: string;
  readonly aggregate: Aggregate<State, Command, Event>;
  readonly stream: StreamName;
  readonly rules: Rules;
  /** Commands in an order that means something: some may be refused, not all. */
  readonly commands: fc.Arbitrary<readonly Given<Command>[]>;
  /** Default: events are stored as they are. */
  readonly sealer?: Sealer;
  /** Default: in memory. */
  readonly open?: OpenStore;
  /** Default: {@link CommandHandler}. */
  readonly handlerOf?: (
    aggregate: Aggregate<State, Command, Event>,
    ports: HandlerPorts,
  ) => Handling<Command>;
  /** Histories tried per law; default 40. */
  readonly runs?: number;
}

type Handling<Command extends Message> = Pick<CommandHandler<unknown, Command, Message>, 'handle'>;

/** A command, and who sends it. */
export interface Given<Command> {
  readonly command: Command;
  readonly by: Actor;
}

const faults: readonly { fault: Fault | 'twin'; when: string }[] = [
  { fault: 'none', when: 'sent again at once, and by another process at the end' },
  { fault: 'rival', when: 'when a rival is stored first' },
  { fault: 'answer-lost', when: 'when the answer of the store is lost' },
  { fault: 'append-lost', when: 'when the append is lost' },
  { fault: 'twin', when: 'when it is handled twice at the same moment' },
];

/** The law of the command handler, under every fault: the same command twice records once and answers the same. */
export function commandHandlerLaws<State, Command extends Message, Event extends Message>(
  subject: LawSubject<State, Command, Event>,
): void {
  describe(`the same command twice, for ${subject.name}`, () => {
    it.each(faults)('records once and answers the same $when', ({ fault }) => assertLaw(subject, fault));
  });
}

/** Rejects where the law does not hold under this fault, or where no command came as far as to meet it. */
export async function assertLaw<State, Command extends Message, Event extends Message>(
  subject: LawSubject<State, Command, Event>,
  fault: Fault | 'twin',
): Promise<void> {
  let met = 0;
  const property = fc.asyncProperty(subject.commands, async (history) => {
    met += await new Trial(subject, fault).play(history);
  });
  await fc.assert(property, { numRuns: subject.runs ?? 40 });
  expect(met).toBeGreaterThan(0);
}

/** One history under one fault. */
class Trial<State, Command extends Message, Event extends Message> {
  private readonly sent: { commandId: string; command: Command; by: Actor; first: Recorded | undefined }[] =
    [];

  constructor(
    private readonly subject: LawSubject<State, Command, Event>,
    private readonly fault: Fault | 'twin',
  ) {}

  /** Returns how many commands came as far as an append, and so met the fault. */
  async play(history: readonly Given<Command>[]): Promise<number> {
    const opened = await (this.subject.open ?? openMemory)();
    try {
      let met = 0;
      for (const [i, { command, by }] of history.entries()) {
        const rival = history[(i + 1) % history.length] ?? { command, by };
        if (await this.sendTwice(opened.store, { command, by }, rival)) met += 1;
      }
      await this.sendAllAgain(opened.store);
      return met;
    } finally {
      await opened.close();
    }
  }

  private async sendTwice(store: EventStore, given: Given<Command>, rival: Given<Command>): Promise<boolean> {
    const commandId = randomUUID();
    const faulty = new FaultyEventStore(store);
    faulty.rival = () => this.send(store, rival, randomUUID());
    faulty.fault = this.fault === 'twin' ? 'none' : this.fault;
    const twin = this.fault === 'twin' ? this.send(store, given, commandId) : undefined;
    const first = await this.send(faulty, given, commandId);
    if (twin) expect(answer(await twin)).toEqual(answer(first));
    this.sent.push({ ...given, commandId, first });
    if (first && first.events.length > 0) {
      expect(await this.send(store, given, commandId)).toEqual({ ...first, repeated: true });
    }
    return faulty.tried.length > 0;
  }

  /** With a new handler, as after a restart: same answers, nothing new in the store, one copy of each event. */
  private async sendAllAgain(store: EventStore): Promise<void> {
    const { size } = await store.head();
    for (const { commandId, first, ...given } of this.sent) {
      if (!first || first.events.length === 0) continue;
      expect(await this.send(store, given, commandId)).toEqual({ ...first, repeated: true });
    }
    expect((await store.head()).size).toBe(size);
    const events = await all(store.readAll());
    for (const { commandId, first } of this.sent) {
      const stored = events.filter((event) => contentOf(event).commandId === commandId);
      expect(stored.map(({ id, type }) => ({ id, type }))).toEqual(first?.events ?? []);
    }
  }

  /** What was recorded; undefined where the decider refused. */
  private async send(
    store: EventStore,
    { command, by }: Given<Command>,
    commandId: string,
  ): Promise<Recorded | undefined> {
    const { aggregate, sealer = new OpenSealer(), rules, stream, handlerOf = plainHandler } = this.subject;
    const ports = { store, sealer, clock: new SteppingClock(), rules: new GivenRules(rules) };
    try {
      return await handlerOf(aggregate, ports).handle(stream, command, {
        commandId,
        correlationId: commandId,
        by,
      });
    } catch (error) {
      if (error instanceof CommandRefused) return undefined;
      throw error;
    }
  }
}

function plainHandler<State, Command extends Message, Event extends Message>(
  aggregate: Aggregate<State, Command, Event>,
  ports: HandlerPorts,
): Handling<Command> {
  return new CommandHandler(aggregate, ports);
}

/** An answer without the remark whether it is a repeat. */
function answer(recorded: Recorded | undefined): unknown {
  return recorded && { ...recorded, repeated: undefined };
}

function openMemory(): ReturnType<OpenStore> {
  const store = new MemoryEventStore();
  return Promise.resolve({ store, close: () => store.close() });
}

/** Stores events as they are: for aggregates and specs without personal data. */
export class OpenSealer extends Sealer {
  seal(events: readonly PlainEvent[], _introduced?: ReadonlySet<string>): Promise<readonly PlainEvent[]> {
    return Promise.resolve(events);
  }
}

/** A millisecond later at every look. */
export class SteppingClock extends Clock {
  private static step = 0;

  now(): string {
    return new Date(Date.UTC(2026, 2, 1, 8) + SteppingClock.step++).toISOString();
  }
}

export class GivenRules extends RulesSource {
  constructor(private readonly rules: Rules) {
    super();
  }

  current(): Promise<Rules> {
    return Promise.resolve(this.rules);
  }
}
