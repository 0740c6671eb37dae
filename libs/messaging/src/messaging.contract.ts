import { EventStoreError } from '@threekeys/event-store';
import type { EventStore } from '@threekeys/event-store';
import { NotParked } from './parking';
import type { Consumer, Messaging, Reaction } from './messaging';
import { NotNow, PermanentFailure } from './messaging';
import type { RetryPolicy } from './retrying';
import { EventWriter } from './stored-events.fixtures';

export { describeConsumerState } from './consumer-state.contract';
export { describeLeases, SetClock } from './leases.contract';
export type { LeasesUnderTest } from './leases.contract';
export { EventWriter } from './stored-events.fixtures';

/** A log and the memory of its consumers; `connect` gives one process after the other on them. */
export interface MessagingUnderTest {
  readonly store: EventStore;
  /** Streams side by side at most 4; reactions are tried again after 1 ms, 2 ms, … */
  connect(retries: RetryPolicy): Messaging;
  /** Ends one as a crash does: what it is at is not finished, what it was handed is handed to the next. */
  crash?(messaging: Messaging): Promise<void>;
  close(): Promise<void>;
}

const twoRetries: RetryPolicy = { retriesMax: 2, firstMs: 1, mostMs: 4 };
const endlessRetries: RetryPolicy = { retriesMax: 1_000_000, firstMs: 1, mostMs: 4 };

/** What every Messaging promises. */
export function describeMessaging(name: string, open: () => Promise<MessagingUnderTest>): void {
  describe(`messaging: ${name}`, () => {
    let under: MessagingUnderTest;
    let writer: EventWriter;
    let seen: string[];
    const running: Messaging[] = [];

    beforeEach(async () => {
      under = await open();
      writer = new EventWriter(under.store);
      seen = [];
    });
    afterEach(async () => {
      await Promise.all(running.splice(0).map((each) => each.stop()));
      await under.close();
    });

    const note: Reaction = async ({ event }) => {
      seen.push(`${event.stream}@${event.revision}`);
    };
    const consumer = (differently: Partial<Consumer> = {}): Consumer => ({
      name: 'dispatch',
      categories: ['case'],
      reactions: { Counted: note },
      ignores: ['Overheard'],
      ...differently,
    });
    const connect = async (consumers: readonly Consumer[], retries = twoRetries): Promise<Messaging> => {
      const messaging = under.connect(retries);
      running.push(messaging);
      for (const each of consumers) messaging.consume(each);
      await messaging.start();
      return messaging;
    };
    /** Fails as often as told for each event whose place is named. */
    const failing = (failures: Record<string, { times: number; error: Error }>): Reaction => {
      const left = new Map(Object.entries(failures).map(([place, { times }]) => [place, times]));
      return async (delivery) => {
        const place = `${delivery.event.stream}@${delivery.event.revision}`;
        const times = left.get(place) ?? 0;
        left.set(place, times - 1);
        if (times > 0) throw failures[place]?.error ?? new Error('planted');
        await note(delivery);
      };
    };

    describe('delivery', () => {
      it('brings what is in the log already, then what comes', async () => {
        await writer.write('case-1');
        const messaging = await connect([consumer()]);
        await writer.write('case-1');
        await messaging.settled();
        expect(seen).toEqual(['case-1@0', 'case-1@1']);
      });

      it('brings only the categories that a consumer asked for, to each consumer everything', async () => {
        await writer.write('case-1');
        await writer.write('volunteer-1');
        const other: string[] = [];
        const react: Reaction = async ({ event }) => {
          other.push(event.stream);
        };
        const both = consumer({
          name: 'both',
          categories: ['case', 'volunteer'],
          reactions: { Counted: react },
        });
        const messaging = await connect([consumer(), both]);
        await messaging.settled();
        expect(seen).toEqual(['case-1@0']);
        expect(other.sort()).toEqual(['case-1', 'volunteer-1']);
      });

      it('hands over the leaf itself', async () => {
        await writer.write('case-1');
        const deliveries: Parameters<Reaction>[0][] = [];
        const messaging = await connect([
          consumer({ reactions: { Counted: async (delivery) => void deliveries.push(delivery) } }),
        ]);
        await messaging.settled();
        const [delivery] = deliveries;
        expect(delivery?.content).toMatchObject({ stream: 'case-1', type: 'Counted', data: { count: 0 } });
        expect(JSON.parse(delivery!.event.bytes.toString('utf8'))).toEqual(delivery?.content);
      });

      it('keeps the order of each stream, one event at a time, while several streams go on', async () => {
        const active = new Map<string, number>();
        let together = 0;
        let most = 0;
        const slow: Reaction = async (delivery) => {
          const { stream, revision } = delivery.event;
          expect(active.has(stream)).toBe(false);
          active.set(stream, revision);
          most = Math.max(most, ++together);
          for (let turn = 0; turn < (revision * 7) % 5; turn++) await Promise.resolve();
          await new Promise((resolve) => setImmediate(resolve));
          await note(delivery);
          together -= 1;
          active.delete(stream);
        };
        for (let i = 0; i < 120; i++) await writer.write(`case-${i % 6}`);
        const messaging = await connect([consumer({ reactions: { Counted: slow } })]);
        await messaging.settled();
        for (let stream = 0; stream < 6; stream++) {
          const own = seen.filter((each) => each.startsWith(`case-${stream}@`));
          expect(own).toEqual(Array.from({ length: 20 }, (_, i) => `case-${stream}@${i}`));
        }
        expect(most).toBeGreaterThan(1);
        expect(most).toBeLessThanOrEqual(4);
      });

      it('passes over what a consumer ignores', async () => {
        await writer.write('case-1', 'Overheard');
        await writer.write('case-1');
        const messaging = await connect([consumer()]);
        await messaging.settled();
        expect(seen).toEqual(['case-1@1']);
        expect(await messaging.parking.list()).toEqual([]);
      });
    });

    describe('a restart', () => {
      it('goes on after the last event that was handled', async () => {
        await writer.write('case-1');
        const first = await connect([consumer()]);
        await first.settled();
        await first.stop();
        await writer.write('case-1');
        const second = await connect([consumer()]);
        await second.settled();
        expect(seen).toEqual(['case-1@0', 'case-1@1']);
      });

      it('delivers again what was not finished: the checkpoint moves after the effect', async () => {
        for (let i = 0; i < 3; i++) await writer.write('case-1');
        let finish = (): void => undefined;
        const hanging = new Promise<void>((resolve) => {
          finish = resolve;
        });
        let reached = (): void => undefined;
        const begun = new Promise<void>((resolve) => {
          reached = resolve;
        });
        const hang: Reaction = async (delivery) => {
          if (delivery.event.revision < 1) return note(delivery);
          reached();
          await hanging;
          throw new PermanentFailure('the process died here');
        };
        const first = await connect([consumer({ reactions: { Counted: hang } })]);
        await begun;
        await under.crash?.(first);
        const second = await connect([consumer()]);
        await second.settled();
        expect(seen.slice(-2)).toEqual(['case-1@1', 'case-1@2']);
        expect(new Set(seen).size).toBe(3);
        finish();
      });

      it('keeps the checkpoint before the one stream that is not done, and repeats no other', async () => {
        await writer.write('case-slow');
        for (let i = 0; i < 5; i++) await writer.write('case-fast');
        const stuck: Reaction = async (delivery) => {
          if (delivery.event.stream === 'case-slow') throw new Error('not now');
          await note(delivery);
        };
        const first = await connect([consumer({ reactions: { Counted: stuck } })], endlessRetries);
        await until(() => seen.length === 5);
        await first.stop();
        const second = await connect([consumer()]);
        await second.settled();
        expect(seen).toEqual([...[0, 1, 2, 3, 4].map((i) => `case-fast@${i}`), 'case-slow@0']);
      });

      it('finishes what is being handled before it has stopped', async () => {
        await writer.write('case-1');
        let begun = false;
        const slow: Reaction = async (delivery) => {
          begun = true;
          for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
          await note(delivery);
        };
        const messaging = await connect([consumer({ reactions: { Counted: slow } })]);
        await until(() => begun);
        await messaging.stop();
        expect(seen).toEqual(['case-1@0']);
      });
    });

    describe('a reaction that fails', () => {
      const passing = { times: 2, error: new Error('busy') };
      const lasting = { times: 3, error: new Error('still busy') };
      const permanent = { times: 1, error: new PermanentFailure('never') };

      it('is tried again in place, and its stream goes on in order', async () => {
        for (let i = 0; i < 3; i++) await writer.write('case-1');
        const messaging = await connect([
          consumer({ reactions: { Counted: failing({ 'case-1@1': passing }) } }),
        ]);
        await messaging.settled();
        expect(seen).toEqual(['case-1@0', 'case-1@1', 'case-1@2']);
        expect(await messaging.parking.list()).toEqual([]);
      });

      it('parks its stream when the tries are used up; later events queue behind it, others flow', async () => {
        for (let i = 0; i < 3; i++) await writer.write('case-1');
        const messaging = await connect([
          consumer({ reactions: { Counted: failing({ 'case-1@1': lasting }) } }),
        ]);
        await messaging.settled();
        await writer.write('case-1');
        await writer.write('case-2');
        await messaging.settled();
        expect(seen).toEqual(['case-1@0', 'case-2@0']);
        const parked = await messaging.parking.list();
        expect(parked.map(({ revision, because, attempts }) => [revision, because, attempts])).toEqual([
          [1, 'failed', 3],
          [2, 'behind', 0],
          [3, 'behind', 0],
        ]);
        expect(parked[0]?.error).toContain('still busy');
      });

      it.each([
        ['the disk is full', new EventStoreError('StoreFull', 'planted')],
        ['the store can only be read', new EventStoreError('StoreReadOnly', 'planted')],
        ['the store is away', new EventStoreError('StoreUnavailable', 'planted')],
        ['something it waits for is late', new NotNow('planted')],
      ])('is tried for as long as %s, and never parked', async (_, error) => {
        const outage = { times: 3 * twoRetries.retriesMax, error };
        await writer.write('case-1');
        const messaging = await connect([
          consumer({ reactions: { Counted: failing({ 'case-1@0': outage }) } }),
        ]);
        await messaging.settled();
        expect(seen).toEqual(['case-1@0']);
        expect(await messaging.parking.list()).toEqual([]);
      });

      it('is parked at once where it says that it is permanent', async () => {
        await writer.write('case-1');
        const messaging = await connect(
          [consumer({ reactions: { Counted: failing({ 'case-1@0': permanent }) } })],
          endlessRetries,
        );
        await messaging.settled();
        expect(await messaging.parking.list()).toMatchObject([{ revision: 0, attempts: 1 }]);
      });

      it('stays parked for its own consumer only', async () => {
        await writer.write('case-1');
        const messaging = await connect([
          consumer({ reactions: { Counted: failing({ 'case-1@0': permanent }) } }),
          consumer({ name: 'matching' }),
        ]);
        await messaging.settled();
        expect(seen).toEqual(['case-1@0']);
        expect((await messaging.parking.list('matching')).length).toBe(0);
      });

      it('stays parked over a restart, and what comes then still queues', async () => {
        await writer.write('case-1');
        const first = await connect([
          consumer({ reactions: { Counted: failing({ 'case-1@0': permanent }) } }),
        ]);
        await first.settled();
        await first.stop();
        await writer.write('case-1');
        const second = await connect([consumer()]);
        await second.settled();
        expect(seen).toEqual([]);
        expect((await second.parking.list()).map(({ revision }) => revision)).toEqual([0, 1]);
      });
    });

    describe('the parking', () => {
      const twice = { times: 2, error: new PermanentFailure('not yet') };

      it('replays a stream in order, until it fails again', async () => {
        for (let i = 0; i < 3; i++) await writer.write('case-1');
        const messaging = await connect([
          consumer({ reactions: { Counted: failing({ 'case-1@0': twice }) } }),
        ]);
        await messaging.settled();
        expect(await messaging.parking.retry('dispatch', 'case-1')).toEqual({ handled: 0, left: 3 });
        expect(await messaging.parking.list()).toMatchObject([{ attempts: 2 }, {}, {}]);
        expect(await messaging.parking.retry()).toEqual({ handled: 3, left: 0 });
        await writer.write('case-1');
        await messaging.settled();
        expect(seen).toEqual(['case-1@0', 'case-1@1', 'case-1@2', 'case-1@3']);
      });

      it('shows a parked event with what it says', async () => {
        await writer.write('case-1', 'Unheard');
        const messaging = await connect([consumer()]);
        await messaging.settled();
        const shown = await messaging.parking.show({ consumer: 'dispatch', stream: 'case-1', revision: 0 });
        expect(shown.content).toMatchObject({ type: 'Unheard', data: { count: 0 } });
        expect(shown.message.because).toBe('unknown');
      });

      it('gives up the first of a stream with a reason, and the others go on', async () => {
        await writer.write('case-1', 'Unheard');
        await writer.write('case-1');
        const messaging = await connect([consumer()]);
        await messaging.settled();
        const at = { consumer: 'dispatch', stream: 'case-1', revision: 0 };
        const given = await messaging.parking.skip(at, { reason: 'a trial entry', by: 'admin' });
        expect(given).toEqual({ handled: 1, left: 0 });
        expect(seen).toEqual(['case-1@1']);
        expect(await messaging.parking.skipped()).toMatchObject([
          { stream: 'case-1', revision: 0, type: 'Unheard', reason: 'a trial entry', by: 'admin' },
        ]);
      });

      it('refuses to give up what is not the first of its stream, or is not parked', async () => {
        await writer.write('case-1', 'Unheard');
        await writer.write('case-1');
        const messaging = await connect([consumer()]);
        await messaging.settled();
        const why = { reason: 'a trial entry', by: 'admin' };
        const at = { consumer: 'dispatch', stream: 'case-1' };
        await expect(messaging.parking.skip({ ...at, revision: 1 }, why)).rejects.toThrow(NotParked);
        await expect(messaging.parking.skip({ ...at, revision: 5 }, why)).rejects.toThrow(NotParked);
        await expect(messaging.parking.retry('dispatch', 'case-9')).rejects.toThrow(NotParked);
        expect((await messaging.parking.list()).length).toBe(2);
      });
    });

    describe('an event that is not known', () => {
      it('is parked, never passed over', async () => {
        await writer.write('case-1', 'Unheard');
        await writer.write('case-1');
        const messaging = await connect([consumer()]);
        await messaging.settled();
        expect(seen).toEqual([]);
        expect(await messaging.parking.list()).toMatchObject([
          { type: 'Unheard', because: 'unknown', attempts: 0 },
          { type: 'Counted', because: 'behind' },
        ]);
      });

      it('is parked where only its schema is too new', async () => {
        await writer.write('case-1', 'Counted', 2);
        const messaging = await connect([consumer()]);
        await messaging.settled();
        expect(await messaging.parking.list()).toMatchObject([{ because: 'unknown' }]);
      });

      it('stays parked when it is tried again before the upgrade', async () => {
        await writer.write('case-1', 'Unheard');
        const messaging = await connect([consumer()]);
        await messaging.settled();
        expect(await messaging.parking.retry()).toEqual({ handled: 0, left: 1 });
      });

      it('is tried again by itself after the upgrade, with all that waits behind it', async () => {
        await writer.write('case-1', 'Unheard');
        await writer.write('case-1', 'Counted', 2);
        await writer.write('case-1');
        const before = await connect([consumer()]);
        await before.settled();
        await before.stop();
        const after = await connect([
          consumer({ reactions: { Counted: note, Unheard: note }, schemas: { Counted: 2 } }),
        ]);
        await after.settled();
        expect(seen).toEqual(['case-1@0', 'case-1@1', 'case-1@2']);
        expect(await after.parking.list()).toEqual([]);
      });
    });

    describe('what can be seen of a consumer', () => {
      it('is how many events it is behind, since when, and how many are parked', async () => {
        await writer.write('case-1', 'Unheard');
        const stuck: Reaction = async () => {
          throw new Error('not now');
        };
        const messaging = await connect([consumer({ reactions: { Counted: stuck } })], endlessRetries);
        await messaging.settled();
        expect(await messaging.lag()).toEqual([{ consumer: 'dispatch', events: 0, seconds: 0, parked: 1 }]);
        await writer.write('case-2');
        await writer.write('case-2');
        const [lag] = await messaging.lag();
        expect(lag).toMatchObject({ events: 2, parked: 1 });
        expect(lag!.seconds).toBeGreaterThan(0);
      });

      it('is that it has settled: everything that was there is handled or parked', async () => {
        for (let i = 0; i < 50; i++)
          await writer.write(`case-${i % 10}`, i % 7 === 6 ? 'Unheard' : 'Counted');
        const messaging = await connect([consumer()]);
        await messaging.settled();
        expect(seen.length + (await messaging.parking.list()).length).toBe(50);
      });

      it('is settled on an empty log', async () => {
        const messaging = await connect([consumer()]);
        await expect(messaging.settled()).resolves.toBeUndefined();
      });
    });
  });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
