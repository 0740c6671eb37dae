import type { Case, CaseEvent, Rules } from '@threekeys/domain';
import { caseDecider, isRefusal } from '@threekeys/domain';
import type { Clock, EventStore, GlobalPosition, Sealer } from '@threekeys/event-store';
import { expectedOf, leavesOf } from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import type { CaseScript, ScriptOptions, Step } from './case-script';
import { instantOf, scriptOf } from './case-script';

export interface GeneratorPorts {
  readonly store: EventStore;
  readonly sealer: Sealer;
  readonly rules: Rules;
  /** Of the store as well: its witness must not say a later time than what comes after it. */
  readonly clock: LogClock;
  /** Called between batches of appends. */
  readonly afterBatch: () => Promise<void>;
}

export interface GenerateOptions extends Omit<ScriptOptions, 'startsAt'> {
  readonly cases: number;
  readonly onProgress?: (cases: number, events: number) => void;
}

interface Head {
  readonly revision: number;
  readonly leafHash: string;
  readonly position: GlobalPosition;
  readonly recordedAt: string;
}

/** A case on its way through its script. */
interface Living {
  readonly script: CaseScript;
  state: Case;
  head: Head | undefined;
  readonly introduced: Set<string>;
  next: number;
  dueAt: number;
}

const firstReportAt = Date.parse('2024-01-01T00:00:00.000Z');
const dayMs = 86_400_000;
const spanMs = 2 * 365 * dayMs;
const appendsAtOnce = 512;

/** Shows the time that a generated log has come to; before its cases, the day before the first. */
export class LogClock implements Clock {
  private at = instantOf(firstReportAt - dayMs);

  now(): string {
    return this.at;
  }

  moveTo(instant: string): void {
    this.at = instant;
  }
}

/**
 * Fills a log with the lives of cases over two years, interleaved by time as a real log is. Every event is decided by the
 * real decider, sealed with real keys, and appended to the real store in batches.
 * @returns how many events were appended
 * @throws Error where the decider refuses a step: the script is wrong then
 */
export async function generateCases(ports: GeneratorPorts, options: GenerateOptions): Promise<number> {
  const waiting = new Schedule();
  const pending: Promise<unknown>[] = [];
  let events = 0;
  let started = 0;
  const start = (): void => {
    const startsAt = firstReportAt + Math.floor((started * spanMs) / options.cases);
    waiting.add(bornOf(scriptOf(started, { ...options, startsAt } satisfies ScriptOptions)));
    started += 1;
  };
  start();
  while (waiting.size > 0) {
    const living = waiting.takeFirst();
    if (living.next === 0 && started < options.cases) start();
    const recorded = await recordStep(living, ports);
    events += recorded.events;
    pending.push(recorded.appended);
    if (living.next < living.script.steps.length) waiting.add(living);
    if (pending.length >= appendsAtOnce) {
      await Promise.all(pending.splice(0));
      await ports.afterBatch();
      options.onProgress?.(started, events);
    }
  }
  await Promise.all(pending);
  return events;
}

function bornOf(script: CaseScript): Living {
  return {
    script,
    state: caseDecider.initialState,
    head: undefined,
    introduced: new Set(),
    next: 0,
    dueAt: script.startsAt,
  };
}

async function recordStep(
  living: Living,
  { store, sealer, rules, clock }: GeneratorPorts,
): Promise<{ events: number; appended: Promise<unknown> }> {
  const { script, head, introduced } = living;
  const step = script.steps[living.next] as Step;
  const recordedAt = instantOf(living.dueAt);
  const events = decidedBy(living, step, { now: recordedAt, rules });
  const commandId = derivedId(script.caseId, 'step', String(living.next));
  const origin = { commandId, correlationId: script.caseId, by: step.by };
  const recording = {
    stream: script.stream,
    head,
    origin,
    recordedAt,
    occurredAt: recordedAt,
    schemaOf: () => 1,
    introduced,
  };
  const { leaves } = await leavesOf(events, recording, remembering(introduced, sealer));
  const last = leaves.at(-1);
  if (!last) throw new Error(`${step.command.type} recorded nothing`);
  const appended = store.append(script.stream, expectedOf(head), leaves).then(() => clock.moveTo(recordedAt));
  living.head = {
    revision: last.revision,
    leafHash: last.leafHash,
    recordedAt,
    position: '' as GlobalPosition,
  };
  living.next += 1;
  living.dueAt += (script.steps[living.next]?.afterMinutes ?? 0) * 60_000;
  return { events: leaves.length, appended };
}

/** Keeps in mind which keys the stream has committed to, as the handler learns it by reading the stream. */
function remembering(introduced: Set<string>, sealer: Sealer): Sealer {
  return {
    seal: async (events, known) => {
      const sealed = await sealer.seal(events, known);
      for (const { keys = [] } of sealed) for (const { kid } of keys) introduced.add(kid);
      return sealed;
    },
  };
}

function decidedBy(
  living: Living,
  { command, by }: Step,
  { now, rules }: { now: string; rules: Rules },
): readonly CaseEvent[] {
  const decided = caseDecider.decide(command, living.state, { now, occurredAt: now, by, rules });
  if (isRefusal(decided))
    throw new Error(
      `${living.script.stream} step ${living.next}, ${command.type}: ${JSON.stringify(decided)}`,
    );
  for (const event of decided)
    living.state = caseDecider.evolve(living.state, event, { recordedAt: now, occurredAt: now, by });
  return decided;
}

/** A binary heap of cases by when their next step is due. */
class Schedule {
  private readonly heap: Living[] = [];

  get size(): number {
    return this.heap.length;
  }

  add(living: Living): void {
    let at = this.heap.push(living) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  takeFirst(): Living {
    this.swap(0, this.heap.length - 1);
    const first = this.heap.pop();
    if (!first) throw new Error('nobody waits');
    this.sink();
    return first;
  }

  private sink(): void {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const earlier = this.isBefore(right, left) ? right : left;
      if (!this.isBefore(earlier, at)) return;
      this.swap(earlier, at);
      at = earlier;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [first, second] = [this.heap[a], this.heap[b]];
    return first !== undefined && (second === undefined || first.dueAt < second.dueAt);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b] as Living, this.heap[a] as Living];
  }
}
