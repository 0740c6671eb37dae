import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import type { EventStore, RecordedEvent } from '@threekeys/event-store';
import { contentOf, EventStoreError, MemoryEventStore } from '@threekeys/event-store';
import { DelegatingEventStore } from '@threekeys/event-store/contract';
import { httpAdapter } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import type { Consumer } from '@threekeys/messaging';
import { LogMessaging, MemoryConsumerState, replyTo } from '@threekeys/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import { by, clock, notebookOn, originOf, takeNotes } from './notebook.fixtures';
import {
  openTracing,
  spanIdOf,
  tracedEventStore,
  tracedMessaging,
  tracedPublisher,
  traceIdOf,
  traceRequests,
  Tracing,
} from './index';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const callersSpan = '00f067aa0ba902b7';
const secret = '王桂英 19912345678';

/** One process over a log in memory: HTTP takes a note, a reaction copies it to another notebook, a relay publishes both. */
class Process {
  readonly exporter = new InMemorySpanExporter();
  readonly tracing = new Tracing('all', new SimpleSpanProcessor(this.exporter));
  readonly store: EventStore;
  readonly server = httpAdapter('en').getInstance();
  private readonly messaging;

  constructor(inner: EventStore = new MemoryEventStore()) {
    this.store = tracedEventStore(inner, this.tracing);
    const notes = notebookOn(this.store);
    this.messaging = tracedMessaging(
      new LogMessaging(
        { store: this.store, state: new MemoryConsumerState(), clock },
        { retries: { retriesMax: 1, firstMs: 1, mostMs: 1 } },
      ),
      this.tracing,
    );
    this.messaging.consume(copying(notes));
    traceRequests(this.server, this.tracing);
    this.server.post('/notes/:name', async (request) => {
      const { name } = request.params as { name: string };
      // As a service that asks something before it decides.
      await pause(5);
      const origin = { commandId: derivedId('spec', name), correlationId: request.id, by };
      return notes.handle(`note-${name}`, takeNotes(secret, 'second'), origin);
    });
  }

  async post(name: string, headers: Record<string, string> = {}): Promise<number> {
    const payload = JSON.stringify({ text: secret });
    const json = { 'content-type': 'application/json', ...headers };
    const { statusCode } = await this.server.inject({
      method: 'POST',
      url: `/notes/${name}`,
      headers: json,
      payload,
    });
    return statusCode;
  }

  async react(): Promise<void> {
    await this.messaging.start();
    await this.messaging.settled();
    await this.messaging.stop();
  }

  async relay(): Promise<void> {
    const held: RecordedEvent[] = [];
    const publisher = tracedPublisher(
      { publish: async (events) => void held.push(...events), close: () => Promise.resolve() },
      this.tracing,
    );
    for await (const event of this.store.readAll()) await publisher.publish([event]);
  }

  get spans(): readonly ReadableSpan[] {
    return this.exporter.getFinishedSpans();
  }
}

const copying = (notes: ReturnType<typeof notebookOn>): Consumer => ({
  name: 'copies',
  categories: ['note'],
  reactions: {
    NoteTaken: async (delivery) => {
      await notes.handle(`copy-${delivery.event.id}`, takeNotes('copied'), replyTo(delivery, by, 'copy'));
    },
  },
  ignores: [],
});

const parentOf = ({ parentSpanContext }: ReadableSpan) => parentSpanContext?.spanId;
const idOf = (span: ReadableSpan) => span.spanContext().spanId;

/** The names from the first span of the trace down to this one. */
function wayTo(span: ReadableSpan, spans: readonly ReadableSpan[]): string[] {
  const parent = spans.find((each) => idOf(each) === parentOf(span));
  return [...(parent ? wayTo(parent, spans) : []), span.name];
}

describe('the trace of a request', () => {
  it('goes through log, reaction and relay, in one piece', async () => {
    const all = new Process();
    expect(await all.post('a')).toBe(200);
    await all.react();
    await all.relay();
    const { spans } = all;
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
    expect(spans.filter((span) => parentOf(span) === undefined).map(({ name }) => name)).toEqual([
      'POST /notes/:name',
    ]);
    const ways = spans.map((span) => wayTo(span, spans).join(' → ')).sort();
    const append = 'POST /notes/:name → append note';
    const copied = `${append} → NoteTaken → copies NoteTaken → append copy`;
    expect(ways).toEqual(
      [
        'POST /notes/:name',
        append,
        ...twice(`${append} → NoteTaken`),
        ...twice(`${append} → NoteTaken → copies NoteTaken`),
        ...twice(`${append} → NoteTaken → publish NoteTaken`),
        ...twice(copied),
        ...twice(`${copied} → NoteTaken`),
        ...twice(`${copied} → NoteTaken → publish NoteTaken`),
      ].sort(),
    );
  });

  it('is known to any process from the leaf alone', async () => {
    const [writing, reading] = [new MemoryEventStore()].flatMap((log) => [
      new Process(log),
      new Process(log),
    ]);
    await writing!.post('a');
    await reading!.react();
    const [event] = await eventsOf(writing!.store);
    const taken = writing!.spans.find((span) => idOf(span) === spanIdOf(event!.id));
    const handled = reading!.spans.find(({ name }) => name === 'copies NoteTaken');
    expect(taken?.name).toBe('NoteTaken');
    expect(parentOf(handled!)).toBe(idOf(taken!));
    expect(handled!.spanContext().traceId).toBe(traceIdOf(contentOf(event!).correlationId));
    expect(event!.bytes.toString()).not.toContain(taken!.spanContext().traceId);
  });

  it('is the trace of a caller that names one', async () => {
    const all = new Process();
    await all.post('a', { traceparent: `00-${trace}-${callersSpan}-01` });
    const request = all.spans.find(({ name }) => name === 'POST /notes/:name')!;
    expect([request.spanContext().traceId, parentOf(request)]).toEqual([trace, callersSpan]);
    const [event] = await eventsOf(all.store);
    expect(contentOf(event!).correlationId).toBe('4bf92f35-77b3-4da6-a3ce-929d0e0e4736');
  });

  it('does not mix with one that runs beside it', async () => {
    const all = new Process();
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => all.post(name)));
    await all.react();
    const roots = all.spans.filter((span) => parentOf(span) === undefined);
    expect(roots).toHaveLength(4);
    for (const span of all.spans) {
      const parent = all.spans.find((each) => idOf(each) === parentOf(span));
      if (parentOf(span) !== undefined) {
        expect(parent?.spanContext().traceId).toBe(span.spanContext().traceId);
      }
    }
  });

  it('says nothing of what was written, and of an error only its name and code', async () => {
    class Broken extends DelegatingEventStore {
      override append = () =>
        Promise.reject(new EventStoreError('StoreUnavailable', `cannot store ${secret}`));
    }
    const [well, badly] = [new Process(), new Process(new Broken(new MemoryEventStore()))];
    await well.post('a');
    await badly.post('a');
    const said = [...well.spans, ...badly.spans].map(({ name, attributes, status, events }) =>
      JSON.stringify({ name, attributes, status, events }),
    );
    expect(said.join()).not.toMatch(/王桂英|19912345678|second/);
    const append = badly.spans.find(({ name }) => name === 'append note')!;
    expect(append.status).toEqual({ code: 2, message: 'EventStoreError' });
    expect(append.attributes['threekeys.error.code']).toBe('StoreUnavailable');
    expect(badly.spans.some(({ name }) => name === 'NoteTaken')).toBe(false);
  });
});

describe('the trace of a command that begins a correlation', () => {
  it('begins with its append, whatever it names as its cause', async () => {
    const all = new Process();
    const origin = { ...originOf('timer'), causationId: derivedId('an', 'event of another trace') };
    await notebookOn(all.store).handle('note-1', takeNotes('late'), origin);
    const append = all.spans.find(({ name }) => name === 'append note')!;
    expect(parentOf(append)).toBeUndefined();
    expect(append.spanContext().traceId).toBe(origin.correlationId.replaceAll('-', ''));
  });
});

describe('tracing', () => {
  it('is not there where no endpoint is set, and leaves the ports as they are', () => {
    const tracing = openTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, 'intake');
    const store = new MemoryEventStore();
    expect(tracing).toBeUndefined();
    expect(tracedEventStore(store, tracing)).toBe(store);
  });

  it('hashes a correlation id that is no UUID, and one that no trace may have', () => {
    expect(traceIdOf('4BF92F35-77b3-4da6-a3ce-929d0e0e4736')).toBe(trace);
    expect(traceIdOf('import 7')).toMatch(/^[0-9a-f]{32}$/);
    expect(traceIdOf('00000000-0000-0000-0000-000000000000')).not.toMatch(/^0+$/);
  });
});

const twice = (way: string) => [way, way];

async function eventsOf(store: EventStore): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for await (const event of store.readAll()) found.push(event);
  return found;
}
