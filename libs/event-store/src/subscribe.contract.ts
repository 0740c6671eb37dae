import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { EventStoreCase } from './contract.fixtures';
import {
  all,
  appendByRetry,
  follow,
  grow,
  headOf,
  idsOf,
  refusalOf,
  rule,
  within,
} from './contract.fixtures';
import type { EventStore, ExpectedHead, RecordedEvent } from './event-store';

/** Grows a stream in appends of so many leaves. */
async function burst(store: EventStore, stream: string, appends: number, size: number): Promise<void> {
  let head: ExpectedHead = 'no-stream';
  for (let i = 0; i < appends; i++) head = headOf((await grow(store, stream, head, size)).result);
}

/** Following the log. */
export const subscribeCases: readonly EventStoreCase[] = [
  rule(
    'S1',
    'what is stored comes first, then what is new, without loss or double',
    async ({ store, patienceMs }) => {
      let { result } = await grow(store, 'case-1', 'no-stream', 3);
      const seen = await follow({
        ...{ store, patienceMs, count: 6 },
        onEvent: async (_event, index) => {
          if (index >= 2 && index < 5) ({ result } = await grow(store, 'case-1', headOf(result), 1));
        },
      });
      expect(idsOf(seen)).toEqual(idsOf(await all(store.readAll())));
    },
  ),
  rule(
    'S2',
    'writers at work while it catches up are all delivered, in global order',
    async ({ store, patienceMs }) => {
      await burst(store, 'case-0', 3, 100);
      const writers = Array.from({ length: 20 }, (_, i) => burst(store, `volunteer-${i}`, 5, 3));
      const [seen] = await Promise.all([follow({ store, patienceMs, count: 600 }), ...writers]);
      expect(idsOf(seen)).toEqual(idsOf(await all(store.readAll())));
    },
  ),
  rule('S3', 'after is exclusive', async ({ store, patienceMs }) => {
    await grow(store, 'case-1', 'no-stream', 4);
    const stored = await all(store.readAll());
    const seen = await follow({ store, patienceMs, after: stored[1]!.position, count: 2 });
    expect(seen).toEqual(stored.slice(2));
  }),
  rule('S4', 'after the head only what is new is delivered', async ({ store, patienceMs }) => {
    const { result } = await grow(store, 'case-1', 'no-stream', 4);
    const following = follow({ store, patienceMs, after: result.position, count: 2 });
    await nextTurn();
    const { leaves } = await grow(store, 'case-1', headOf(result), 2);
    expect(idsOf(await following)).toEqual(idsOf(leaves));
  }),
  rule('S5', 'only what passes the filter is delivered, stored and new', async ({ store, patienceMs }) => {
    const made = [{ type: 'NoteTaken' }, { type: 'NoteRead' }];
    const old = await grow(store, 'case-1', 'no-stream', made);
    await grow(store, 'casework-1', 'no-stream', made);
    const filter = { categories: ['case'], types: ['NoteRead'] };
    const following = follow({ store, patienceMs, filter, count: 2 });
    await nextTurn();
    await grow(store, 'volunteer-1', 'no-stream', made);
    const fresh = await grow(store, 'case-2', 'no-stream', made);
    expect(idsOf(await following)).toEqual([old.leaves[1]!.id, fresh.leaves[1]!.id]);
  }),
  rule('S6', 'a slow consumer loses nothing of a burst of 5,000', async ({ store, patienceMs }) => {
    const following = follow({
      ...{ store, patienceMs: 6 * patienceMs, count: 5_000 },
      onEvent: async (_event, index) => {
        if (index % 250 === 0) await delay(10);
      },
    });
    await burst(store, 'case-1', 50, 100);
    const seen = await following;
    expect(seen.map(({ revision }) => revision)).toEqual(Array.from({ length: 5_000 }, (_, i) => i));
  }),
  rule('S7', 'an abort ends it while it waits for news', async ({ store, patienceMs }) => {
    await grow(store, 'case-1', 'no-stream', 1);
    const abort = new AbortController();
    const seen: RecordedEvent[] = [];
    let heard: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (heard = resolve));
    const listening = (async () => {
      for await (const event of store.subscribe(undefined, {}, abort.signal)) {
        seen.push(event);
        heard();
      }
    })();
    await within(patienceMs, 'the first event', first);
    await delay(20);
    abort.abort();
    await within(patienceMs / 2, 'the end after an abort', listening);
    expect(seen).toHaveLength(1);
  }),
  rule('S8', 'nothing is delivered where the signal is aborted already', async ({ store, patienceMs }) => {
    await grow(store, 'case-1', 'no-stream', 3);
    const reading = all(store.subscribe(undefined, {}, AbortSignal.abort()));
    expect(await within(patienceMs, 'the end', reading)).toEqual([]);
  }),
  rule('S9', 'nothing is delivered after an abort, also of what is stored', async ({ store, patienceMs }) => {
    await grow(store, 'case-1', 'no-stream', 500);
    expect(await follow({ store, patienceMs, count: 3 })).toHaveLength(3);
  }),
  rule('S10', 'whoever stops listening holds nothing up', async ({ store, patienceMs }) => {
    const { result } = await grow(store, 'case-1', 'no-stream', 3);
    const { signal } = new AbortController();
    for await (const event of store.subscribe(undefined, {}, signal)) if (event.revision === 1) break;
    await grow(store, 'case-1', headOf(result), 1);
    expect(await follow({ store, patienceMs, count: 4 })).toHaveLength(4);
  }),
  rule('S11', 'several listeners are each told everything', async ({ store, patienceMs }) => {
    const listeners = Array.from({ length: 5 }, () => follow({ store, patienceMs, count: 40 }));
    await Promise.all(Array.from({ length: 4 }, (_, i) => burst(store, `case-${i}`, 5, 2)));
    const everything = idsOf(await all(store.readAll()));
    for (const seen of await Promise.all(listeners)) expect(idsOf(seen)).toEqual(everything);
  }),
  rule(
    'S12',
    'a listener who fails goes on from the last position without loss',
    async ({ store, patienceMs }) => {
      await grow(store, 'case-1', 'no-stream', 6);
      const seen: RecordedEvent[] = [];
      const failing = follow({
        ...{ store, patienceMs, count: 6 },
        onEvent: (event, index) => {
          if (index === 3) throw new Error('planted');
          seen.push(event);
        },
      });
      await expect(failing).rejects.toThrow('planted');
      const rest = await follow({ store, patienceMs, after: seen.at(-1)!.position, count: 3 });
      expect(idsOf([...seen, ...rest])).toEqual(idsOf(await all(store.readAll())));
    },
  ),
  rule(
    'S13',
    'closing the store ends it with StoreUnavailable, never in silence',
    async ({ store, patienceMs }) => {
      await grow(store, 'case-1', 'no-stream', 1);
      const listening = refusalOf(all(store.subscribe(undefined, {}, new AbortController().signal)));
      await delay(20);
      await store.close();
      expect(await within(patienceMs, 'the end', listening)).toEqual({ code: 'StoreUnavailable' });
    },
  ),
  rule('S14', 'what passes comes through after a thousand that do not', async ({ store, patienceMs }) => {
    const following = follow({ store, patienceMs, filter: { categories: ['volunteer'] }, count: 1 });
    await burst(store, 'case-1', 4, 250);
    await appendByRetry(store, 'volunteer-1');
    expect((await following)[0]!.stream).toBe('volunteer-1');
  }),
  rule('S15', 'news wakes a listener who has waited through silence', async ({ store, patienceMs }) => {
    let { result } = await grow(store, 'case-1', 'no-stream', 1);
    const following = follow({ store, patienceMs, after: result.position, count: 5 });
    for (let i = 0; i < 5; i++) {
      await delay(15);
      ({ result } = await grow(store, 'case-1', headOf(result), 1));
    }
    expect((await following).map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
  }),
  rule('S16', 'bytes that a subscription gives are nobody else’s', async ({ store, patienceMs }) => {
    const { leaves } = await grow(store, 'case-1', 'no-stream', 3);
    const appended = leaves.map(({ bytes }) => Buffer.from(bytes));
    for (const { bytes } of leaves) bytes.fill(0);
    for (const _listener of ['the first', 'the next']) {
      const given: Buffer[] = [];
      const onEvent = ({ bytes }: RecordedEvent) => {
        given.push(Buffer.from(bytes));
        bytes.fill(0);
      };
      await follow({ store, patienceMs, count: 3, onEvent });
      expect(given).toEqual(appended);
    }
    expect((await all(store.readAll())).map(({ bytes }) => bytes)).toEqual(appended);
  }),
];
