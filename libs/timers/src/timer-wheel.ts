import { service } from '@threekeys/domain';
import type { CaseCommand, VolunteerCommand } from '@threekeys/domain';
import { CommandRefused } from '@threekeys/event-store';
import type {
  Clock,
  EventStore,
  GlobalPosition,
  Origin,
  Recorded,
  RulesSource,
} from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import type { ReadModels } from '@threekeys/read-models';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { DueTimers } from './due-timers';
import type { DueTimer } from './due-timers';
import { Pauses } from './pauses';
import type { TimerKind } from './timer';
import { WallTime } from './wall-time';

/** What a timer sends its command to: a `CommandHandler` of that aggregate. */
export interface Handles<Command> {
  handle(stream: string, command: Command, origin: Origin): Promise<Recorded>;
}

export interface TimerWheelPorts {
  readonly store: Pick<EventStore, 'end'>;
  readonly models: Pick<ReadModels, 'find'>;
  /** The projector that keeps the `timers` view. */
  readonly views: { waitFor(position: GlobalPosition, timeoutMs: number): Promise<boolean> };
  readonly cases: Handles<CaseCommand>;
  readonly volunteers: Handles<VolunteerCommand>;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

export interface TimerWheelOptions {
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsedMs?: () => number;
  /** Told what could not be fired, before it is tried again. */
  readonly onFailure?: (error: unknown) => void;
}

export interface Fired {
  /** Timers whose command was sent, with how many events each recorded. */
  readonly timers: readonly { readonly key: string; readonly dueAt: string; readonly events: number }[];
  /** More may be due than were fired. */
  readonly more: boolean;
}

/** Well below 2³¹ ms, over which `setTimeout` fires at once; and a clock that was set is noticed soon. */
const sleepMostMs = 30_000;
const afterFailureMs = 1_000;
const perSecondMax = 200;
const irreversible: readonly TimerKind[] = ['offer', 'no-show'];
const againAfterMs = 60_000;
const lagMax = 1000;

/**
 * Fires what is due: each timer once (its command's id is made of timer and generation), oldest first, late ones after
 * downtime too. What the decider finds stale records nothing.
 */
export class TimerWheel {
  private readonly due: DueTimers;
  private readonly time: WallTime;
  private readonly elapsedMs: () => number;
  private readonly pauses: Pauses;
  private readonly stopping = new AbortController();
  /** Of the log when this began; `reached` once the view has it. */
  private head: GlobalPosition | 'reached' | undefined;
  private turning: Promise<void> = Promise.resolve();

  constructor(
    private readonly ports: TimerWheelPorts,
    private readonly options: TimerWheelOptions = {},
  ) {
    this.elapsedMs = options.elapsedMs ?? (() => performance.now());
    this.time = new WallTime(ports.clock, this.elapsedMs);
    this.due = new DueTimers(ports.models);
    this.pauses = new Pauses(this.elapsedMs);
  }

  /** Turns until it is stopped. Nothing is fired before the view has everything that is in the log now. */
  start(): void {
    this.turning = this.turn();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.turning;
  }

  /**
   * Fires what is due by this instant, oldest first. What was fired in the last minute and is still in the view is left
   * alone. What cannot be fired keeps nothing else from firing, and is tried again after a pause that grows.
   * @throws AggregateError of what could not be fired, once the others are; refusals are no errors
   */
  async fireDue(now: string, { max = Infinity, except = [] as readonly TimerKind[] } = {}): Promise<Fired> {
    const policy = (await this.ports.rules.current()).policy;
    const passes = (due: DueTimer) => !except.includes(due.timer.kind) && this.pauses.areOver(due);
    const due = await this.due.by(now, policy, { max, passes });
    const fired: { key: string; dueAt: string; events: number }[] = [];
    const failures: unknown[] = [];
    for (const each of due) {
      if (this.stopping.signal.aborted) break;
      try {
        fired.push({ key: each.key, dueAt: each.dueAt, events: await this.fire(each) });
      } catch (error) {
        failures.push(error);
        this.pauses.begin(each, afterFailureMs);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some timers could not be fired');
    return { timers: fired, more: due.length >= max };
  }

  /** When the next timer is due that was not fired in the last minute, late or not; nothing where none waits. */
  async nextDueAt(passes: (due: DueTimer) => boolean = () => true): Promise<string | undefined> {
    const { policy } = await this.ports.rules.current();
    return this.due.next(policy, (due) => passes(due) && this.pauses.areOver(due));
  }

  /** How many timers are late, counted up to 1,000, and by how much the oldest. What was fired in the last minute is not. */
  async lag(): Promise<{ readonly timers: number; readonly seconds: number }> {
    const { policy } = await this.ports.rules.current();
    const now = this.ports.clock.now();
    const passes = (due: DueTimer) => this.pauses.areOver(due);
    const late = await this.due.by(now, policy, { max: lagMax, passes });
    const first = late[0]?.dueAt ?? now;
    return { timers: late.length, seconds: Math.max(0, (Date.parse(now) - Date.parse(first)) / 1000) };
  }

  private async turn(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const restMs = await this.turnSafely();
      await (this.options.sleep ?? sleep)(restMs, signal);
    }
  }

  private async turnSafely(): Promise<number> {
    try {
      return (await this.isReady()) ? await this.turnOnce() : afterFailureMs;
    } catch (error) {
      const failures: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
      for (const each of failures) this.options.onFailure?.(each);
      return afterFailureMs;
    }
  }

  private async isReady(): Promise<boolean> {
    if (this.head === 'reached') return true;
    this.head ??= (await this.ports.store.end()) ?? 'reached';
    if (this.head === 'reached' || (await this.ports.views.waitFor(this.head, afterFailureMs))) {
      this.head = 'reached';
      return true;
    }
    return false;
  }

  /** @returns how long there is nothing to do, in milliseconds */
  private async turnOnce(): Promise<number> {
    const { now, doubtful } = this.time.read();
    const { more } = await this.fireDue(now, { max: perSecondMax, except: doubtful ? irreversible : [] });
    if (more) return 1_000;
    const next = await this.nextDueAt(({ dueAt }) => dueAt > now);
    const untilNext = next === undefined ? sleepMostMs : Date.parse(next) - Date.parse(now);
    return Number.isFinite(untilNext) ? Math.max(1, Math.min(sleepMostMs, untilNext)) : sleepMostMs;
  }

  /** @returns how many events it recorded */
  private async fire(due: DueTimer): Promise<number> {
    const { key, stream, timer } = due;
    const commandId = derivedId('timer', key, timer.generation);
    const by = service('timers');
    const origin: Origin = { commandId, correlationId: commandId, causationId: timer.generation, by };
    const events = await this.send(stream, timer.command, origin);
    // Until the view has followed. Where the decider said no, it may say yes later: a clock that was set back.
    this.pauses.begin(due, againAfterMs);
    return events;
  }

  private async send(stream: string, command: DueTimer['timer']['command'], origin: Origin): Promise<number> {
    try {
      const recorded = stream.startsWith('case-')
        ? await this.ports.cases.handle(stream, command as CaseCommand, origin)
        : await this.ports.volunteers.handle(stream, command as VolunteerCommand, origin);
      return recorded.repeated ? 0 : recorded.events.length;
    } catch (error) {
      if (error instanceof CommandRefused) return 0;
      throw error;
    }
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
