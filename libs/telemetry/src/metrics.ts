import type { CommandOutcome } from '@threekeys/event-store';
import { onCommandOutcome } from '@threekeys/event-store';
import type { Notice } from '@threekeys/messaging';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { LagSources } from './lags';
import { LagGauges } from './lags';

/** From one millisecond to ten seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus reads of one process. Labels are types, codes and route templates: nothing that grows with the data. */
export class Metrics {
  /** Its own: nothing of another library gets in. */
  readonly registry = new Registry();
  /** By outcome: `stored`, or the error's code. Conflicts and unknown outcomes are outcomes. */
  readonly appends = this.histogram('append', 'Appends to the log', ['outcome']);
  readonly requests = this.histogram('http_request', 'HTTP requests', ['method', 'route', 'status']);
  private readonly commandSeconds = this.histogram('command', 'Commands', ['outcome']);
  private readonly commands = this.counter('commands', 'Commands by how they ended', [
    'command',
    'outcome',
    'code',
  ]);
  private readonly duplicates = this.counter(
    'consumer_duplicates',
    'Events that came again and were left alone',
    ['consumer'],
  );
  private readonly notices = this.counter('consumer_notices', 'What a consumer could not do at once', [
    'consumer',
    'what',
  ]);
  private readonly lags: LagGauges;
  private readonly stopListening: () => void;

  /** @param sources asked at each scrape, each for so long; what a process does not run is left out */
  constructor(service: string, sources: LagSources = {}, lagWithinMs = 2000) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    this.lags = new LagGauges(this.registry, sources, lagWithinMs);
    this.stopListening = onCommandOutcome((outcome) => this.command(outcome));
  }

  /** For the option `skipped` of a messaging adapter. */
  readonly skipped = ({ consumer }: { readonly consumer: string }): void => {
    this.duplicates.inc({ consumer });
  };

  /** For the option `notice` of a messaging adapter. */
  readonly noticed = ({ consumer, what }: Notice): void => {
    this.notices.inc({ consumer, what });
  };

  /** In the text format of Prometheus. Never waits for an engine longer than its time. */
  async text(): Promise<string> {
    await this.lags.read();
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  close(): void {
    this.stopListening();
    this.registry.clear();
  }

  private command({ command, outcome, code = '', seconds }: CommandOutcome): void {
    this.commands.inc({ command, outcome, code });
    this.commandSeconds.observe({ outcome }, seconds);
  }

  private histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    const named = { name: `threekeys_${name}_duration_seconds`, help: `${help}, in seconds` };
    return new Histogram({ ...named, labelNames, buckets, registers: [this.registry] });
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `threekeys_${name}_total`, help, labelNames, registers: [this.registry] });
  }
}
