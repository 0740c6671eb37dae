import { EventStoreError, MemoryEventStore } from '@threekeys/event-store';
import type { EventStore } from '@threekeys/event-store';
import { DelegatingEventStore } from '@threekeys/event-store/contract';
import { httpAdapter } from '@threekeys/http';
import { LogMessaging, MemoryConsumerState } from '@threekeys/messaging';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LagSources } from './index';
import { meteredEventStore, meterRequests, Metrics } from './index';
import { clock, notebookOn, originOf, refuseNote, takeNotes } from './notebook.fixtures';

const open: Metrics[] = [];

function metricsWith(sources: LagSources = {}, withinMs?: number): Metrics {
  const metrics = new Metrics('spec', sources, withinMs);
  open.push(metrics);
  return metrics;
}

/** What the text says of this metric; labels without that of the service. */
async function read(metrics: Metrics, name: string): Promise<Record<string, number>> {
  const lines = (await metrics.text()).split('\n').filter((line) => new RegExp(`^${name}[{ ]`).test(line));
  return Object.fromEntries(
    lines.map((line) => {
      const [, labels = '', value] = /^\w+(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      return [labels.replace(/,?service="spec",?/, ''), Number(value)];
    }),
  );
}

afterEach(() => open.splice(0).forEach((metrics) => metrics.close()));

describe('the metrics of a log', () => {
  it('count and time appends by outcome', async () => {
    class Torn extends DelegatingEventStore {
      override append = () => Promise.reject(new EventStoreError('AppendOutcomeUnknown', 'no answer'));
    }
    const metrics = metricsWith();
    const log = new MemoryEventStore();
    const store = meteredEventStore(log, metrics);
    await notebookOn(store).handle('note-1', takeNotes('a'), originOf('1'));
    const leaf = await lastOf(log);
    await expect(
      store.append('note-1', { revision: 7, leafHash: leaf.leafHash }, [
        { ...leaf, id: 'other', revision: 8, prev: leaf.leafHash },
      ]),
    ).rejects.toMatchObject({ code: 'WrongExpectedRevision' });
    await expect(
      meteredEventStore(new Torn(log), metrics).append('note-1', 'no-stream', []),
    ).rejects.toMatchObject({ code: 'AppendOutcomeUnknown' });
    expect(await read(metrics, 'threekeys_append_duration_seconds_count')).toEqual({
      'outcome="stored"': 1,
      'outcome="WrongExpectedRevision"': 1,
      'outcome="AppendOutcomeUnknown"': 1,
    });
  });
});

describe('the metrics of commands', () => {
  it('count each type by how it ended, and a refusal by its code', async () => {
    const metrics = metricsWith();
    const notes = notebookOn(new MemoryEventStore());
    await notes.handle('note-1', takeNotes('a'), originOf('1'));
    await notes.handle('note-1', takeNotes('a'), originOf('1'));
    await notes.handle('note-1', takeNotes(), originOf('2'));
    await expect(notes.handle('note-1', refuseNote, originOf('3'))).rejects.toThrow('UnitUnknown');
    await expect(
      notes.handle('note-1', takeNotes('b'), { ...originOf('4'), expectedRevision: 9 }),
    ).rejects.toThrow();
    expect(await read(metrics, 'threekeys_commands_total')).toEqual({
      'command="TakeNotes",outcome="recorded",code=""': 1,
      'command="TakeNotes",outcome="repeated",code=""': 1,
      'command="TakeNotes",outcome="nothing-new",code=""': 1,
      'command="RefuseNote",outcome="refused",code="UnitUnknown"': 1,
      'command="TakeNotes",outcome="refused",code="RevisionNotAsExpected"': 1,
    });
    metrics.close();
    await notes.handle('note-1', takeNotes('c'), originOf('5'));
    expect(await metrics.text()).not.toContain('threekeys_commands_total');
  });
});

describe('the metrics of consumers', () => {
  it('count what came again, and show what is behind and what is parked', async () => {
    const store = new MemoryEventStore();
    const state = new MemoryConsumerState();
    await notebookOn(store).handle('note-1', takeNotes('a', 'b', 'c'), originOf('1'));
    await state.advance('copies', [{ stream: 'note-1', revision: 1 }], undefined);
    const metrics: Metrics = metricsWith({ consumers: () => messaging.lag() });
    const { skipped, noticed: notice } = metrics;
    const messaging = new LogMessaging({ store, state, clock }, { skipped, notice });
    messaging.consume({ name: 'copies', categories: ['note'], reactions: {}, ignores: [] });
    await messaging.start();
    await messaging.settled();
    expect(await read(metrics, 'threekeys_consumer_duplicates_total')).toEqual({ 'consumer="copies"': 2 });
    expect(await read(metrics, 'threekeys_consumer_notices_total')).toEqual({
      'consumer="copies",what="parked"': 1,
    });
    expect(await read(metrics, 'threekeys_consumer_parked')).toEqual({ 'consumer="copies"': 1 });
    expect(await read(metrics, 'threekeys_consumer_lag_events')).toEqual({ 'consumer="copies"': 0 });
    await messaging.stop();
  });

  it('read relay, timers and views when they are asked for', async () => {
    const metrics = metricsWith({
      relay: async () => ({ leading: true, events: 3, seconds: 1.5 }),
      timers: async () => ({ timers: 2, seconds: 60 }),
      projector: {
        lag: async () => ({ events: 4, oldestRecordedAt: '2026-03-02T01:00:00.000Z', halted: [] }),
        clock: { now: () => '2026-03-02T01:00:07.000Z' },
      },
    });
    const values = ['relay_lag_seconds', 'relay_leading', 'timers_overdue', 'timers_overdue_seconds'];
    const more = ['projector_lag_seconds', 'projector_lag_events', 'projector_halted_streams'];
    const found = [...values, ...more].map(async (name) => (await read(metrics, `threekeys_${name}`))['']);
    expect(await Promise.all(found)).toEqual([1.5, 1, 2, 60, 7, 4, 0]);
  });
});

describe('the table in the README', () => {
  it('names every metric with its labels, and no other', async () => {
    const never = () => Promise.reject(new Error('not asked'));
    const metrics = metricsWith({
      ...{ consumers: never, relay: never, timers: never },
      projector: { lag: never, clock },
    });
    const ours = (await metrics.registry.getMetricsAsJSON()).filter(({ name }) =>
      name.startsWith('threekeys_'),
    );
    const table = readFileSync(join(__dirname, '..', 'README.md'), 'utf8').matchAll(
      /^\| `(threekeys_\w+)` +\|([^|]*)\|/gm,
    );
    const labelsOf = (name: string) =>
      (metrics.registry.getSingleMetric(name) as unknown as { labelNames: string[] }).labelNames;
    expect(Object.fromEntries([...table].map(([, name, labels]) => [name, labels!.trim()]))).toEqual(
      Object.fromEntries(
        ours.map(({ name }) => [
          name,
          labelsOf(name)
            .map((label) => `\`${label}\``)
            .join(', '),
        ]),
      ),
    );
  });
});

describe('a scrape while an engine hangs', () => {
  it('is answered in time, without the old values, and does not ask again while it waits', async () => {
    let asked = 0;
    let answer: (lag: { leading: boolean; events: number; seconds: number }) => void = () => undefined;
    let hanging = false;
    const relay = () => {
      asked += 1;
      if (!hanging) return Promise.resolve({ leading: true, events: 1, seconds: 1 });
      return new Promise<{ leading: boolean; events: number; seconds: number }>(
        (resolve) => (answer = resolve),
      );
    };
    const metrics = metricsWith({ relay }, 20);
    expect(await read(metrics, 'threekeys_relay_lag_events')).toEqual({ '': 1 });
    hanging = true;
    expect(await read(metrics, 'threekeys_relay_lag_events')).toEqual({});
    expect(await read(metrics, 'threekeys_lag_unread_total')).toEqual({ 'of="relay"': 2 });
    expect(asked).toBe(2);
    answer({ leading: false, events: 9, seconds: 9 });
    hanging = false;
    await new Promise((resolve) => setImmediate(resolve));
    expect(await read(metrics, 'threekeys_relay_lag_events')).toEqual({ '': 1 });
  });

  it('is answered where one fails', async () => {
    const metrics = metricsWith({ consumers: () => Promise.reject(new Error('no server')) });
    expect(await read(metrics, 'threekeys_lag_unread_total')).toEqual({ 'of="consumers"': 1 });
    expect(await metrics.text()).toContain('process_cpu_seconds_total');
  });
});

describe('the metrics of requests', () => {
  it('name the template of the route and nothing of what was asked', async () => {
    const metrics = metricsWith();
    const server = httpAdapter('en').getInstance();
    meterRequests(server, metrics);
    server.get('/api/cases/:caseId', () => ({}));
    await server.inject('/api/cases/8d7e?words=王桂英');
    await server.inject('/api/cases/1f2a');
    await server.inject('/19912345678');
    expect(await read(metrics, 'threekeys_http_request_duration_seconds_count')).toEqual({
      'method="GET",route="/api/cases/:caseId",status="200"': 2,
      'method="GET",route="none",status="404"': 1,
    });
    expect(await metrics.text()).not.toMatch(/8d7e|王桂英|19912345678/);
  });
});

async function lastOf(store: EventStore) {
  for await (const event of store.readAll()) return event;
  throw new Error('the log is empty');
}
