import type { ConsumerLag } from '@threekeys/messaging';
import type { ProjectorLag } from '@threekeys/read-models';
import type { GaugeConfiguration, Registry } from 'prom-client';
import { Counter, Gauge } from 'prom-client';
import { within } from './within';

/** Who knows how far behind a process is. Given by who composes it; what does not run there is absent. */
export interface LagSources {
  /** `Messaging.lag` */
  readonly consumers?: () => Promise<readonly ConsumerLag[]>;
  /** `Relay.lag` */
  readonly relay?: () => Promise<{
    readonly leading: boolean;
    readonly events: number;
    readonly seconds: number;
  }>;
  /** `TimerWheel.lag` */
  readonly timers?: () => Promise<{ readonly timers: number; readonly seconds: number }>;
  /** `Projector.lag`, with the clock that says how old an event is. */
  readonly projector?: {
    readonly lag: () => Promise<ProjectorLag>;
    readonly clock: { now(): string };
  };
}

/** Gauges that are read when somebody asks. Where a source does not answer in time, they are absent rather than old. */
export class LagGauges {
  private readonly unread: Counter<'of'>;
  private readonly readings: readonly (() => Promise<void>)[];

  constructor(
    private readonly registry: Registry,
    { consumers, relay, timers, projector }: LagSources,
    private readonly withinMs: number,
  ) {
    this.unread = new Counter({
      name: 'threekeys_lag_unread_total',
      help: 'Scrapes at which a source did not answer in time, or failed',
      labelNames: ['of'],
      registers: [registry],
    });
    this.readings = [
      ...(consumers ? [this.reading('consumers', consumers, this.consumers())] : []),
      ...(relay ? [this.reading('relay', relay, this.relay())] : []),
      ...(timers ? [this.reading('timers', timers, this.timers())] : []),
      ...(projector ? [this.reading('projector', projector.lag, this.projector(projector.clock))] : []),
    ];
  }

  /** Never rejects. */
  async read(): Promise<void> {
    await Promise.all(this.readings.map((read) => read()));
  }

  /** One question to a source at a time: one that hangs is not asked again before it has answered. */
  private reading<T>(of: string, ask: () => Promise<T>, shown: Shown<T>): () => Promise<void> {
    let asked: Promise<T> | undefined;
    return async () => {
      for (const gauge of shown.gauges) gauge.clear();
      asked ??= ask().finally(() => (asked = undefined));
      try {
        shown.set(await within(this.withinMs, asked));
      } catch {
        // Readiness says why; here it is only counted.
        this.unread.inc({ of });
      }
    };
  }

  private consumers(): Shown<readonly ConsumerLag[]> {
    const seconds = this.gauge('consumer_lag_seconds', 'Age of the oldest event that is not done', [
      'consumer',
    ]);
    const events = this.gauge('consumer_lag_events', 'Events that are not done, up to 10,000', ['consumer']);
    const parked = this.gauge('consumer_parked', 'Events that wait for an operator', ['consumer']);
    return {
      gauges: [seconds, events, parked],
      set: (lags) => {
        for (const { consumer, ...lag } of lags) {
          seconds.set({ consumer }, lag.seconds);
          events.set({ consumer }, lag.events);
          parked.set({ consumer }, lag.parked);
        }
      },
    };
  }

  private relay(): Shown<Awaited<ReturnType<NonNullable<LagSources['relay']>>>> {
    const seconds = this.gauge('relay_lag_seconds', 'Age of the oldest event that no broker holds');
    const events = this.gauge('relay_lag_events', 'Events that no broker holds, up to 10,000');
    const leading = this.gauge('relay_leading', '1: this process leads');
    return {
      gauges: [seconds, events, leading],
      set: (lag) => {
        seconds.set(lag.seconds);
        events.set(lag.events);
        leading.set(lag.leading ? 1 : 0);
      },
    };
  }

  private timers(): Shown<Awaited<ReturnType<NonNullable<LagSources['timers']>>>> {
    const overdue = this.gauge('timers_overdue', 'Timers that are due and were not fired, up to 1,000');
    const seconds = this.gauge('timers_overdue_seconds', 'By how much the oldest of them is late');
    return {
      gauges: [overdue, seconds],
      set: (lag) => {
        overdue.set(lag.timers);
        seconds.set(lag.seconds);
      },
    };
  }

  private projector(clock: { now(): string }): Shown<ProjectorLag> {
    const seconds = this.gauge('projector_lag_seconds', 'Age of the oldest event that is not in the views');
    const events = this.gauge('projector_lag_events', 'Events that are not in the views, up to 10,000');
    const halted = this.gauge('projector_halted_streams', 'Streams that no view follows any more');
    return {
      gauges: [seconds, events, halted],
      set: (lag) => {
        const now = Date.parse(clock.now());
        seconds.set(Math.max(0, (now - Date.parse(lag.oldestRecordedAt ?? clock.now())) / 1000));
        events.set(lag.events);
        halted.set(lag.halted.length);
      },
    };
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: Label[] = []): LagGauge<Label> {
    return new LagGauge({ name: `threekeys_${name}`, help, labelNames, registers: [this.registry] });
  }
}

class LagGauge<Label extends string> extends Gauge<Label> {
  private readonly hasLabels: boolean;

  constructor(configuration: GaugeConfiguration<Label>) {
    super(configuration);
    this.hasLabels = (configuration.labelNames ?? []).length > 0;
  }

  /** Shows nothing until it is set again: `reset` alone would leave one without labels at 0, as if nothing were behind. */
  clear(): void {
    this.reset();
    if (!this.hasLabels) this.remove();
  }
}

interface Shown<T> {
  readonly gauges: readonly { clear(): void }[];
  set(lag: T): void;
}
