import { createTopics, KafkaMessaging, KafkaPublisher, topicNames } from '@threekeys/messaging-kafka';
import type { Consumer, Lease, Reaction } from '@threekeys/messaging';
import { Leases, MemoryConsumerState, PermanentFailure } from '@threekeys/messaging';
import { runRelay } from '@threekeys/relay';
import { openLogs } from '@threekeys/runtime';
import { Community } from '../story/community.fixtures';
import { threekeys } from '../support/threekeys';
import { clock, describeWithKafka, Installation, TestKafka, until } from './installation';
import { asOperator, heldIn, limitMessages, send } from './wire';

/** One that grants to everybody: two relays that both believe to lead. */
class NoLeases extends Leases {
  take(name: string, holder: string, forMs: number): Promise<Lease> {
    const until = new Date(Date.parse(clock.now()) + forMs).toISOString();
    return Promise.resolve({ name, holder, term: 1, until });
  }
  giveBack(): Promise<void> {
    return Promise.resolve();
  }
  current(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  held(): Promise<readonly Lease[]> {
    return Promise.resolve([]);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describeWithKafka('with a real Kafka', () => {
  let kafka: TestKafka;
  let under: Installation;
  let seen: string[];
  beforeAll(async () => (kafka = await TestKafka.start()));
  afterAll(() => kafka.remove());
  beforeEach(async () => {
    seen = [];
    under = await Installation.on(kafka);
  });
  afterEach(() => under.close());

  const note: Reaction = async ({ event }) => {
    seen.push(`${event.stream}@${event.revision}`);
  };
  const consumer = (differently: Partial<Consumer> = {}): Consumer => ({
    ...{ name: 'dispatch', categories: ['case'], reactions: { Counted: note }, ignores: ['Overheard'] },
    ...differently,
  });
  const write = async (count: number, streams: number, category = 'case') => {
    for (let i = 0; i < count; i++) await under.writer.write(`${category}-${i % streams}`);
  };
  const expectInOrder = (streams: number, each: number, of = seen) => {
    for (let stream = 0; stream < streams; stream++) {
      const own = of.filter((place) => place.startsWith(`case-${stream}@`));
      expect(own).toEqual(Array.from({ length: each }, (_, i) => `case-${stream}@${i}`));
    }
  };
  /** So many have joined, and each knows its part. */
  const areMembers = (count: number) =>
    asOperator(under.settings, async (admin) => {
      const { groups } = await admin.describeGroups([`${under.settings.prefix}.dispatch`]);
      return groups[0]?.state === 'Stable' && groups[0].members.length === count;
    });
  const places = (events: readonly { stream: string; revision: number }[]) =>
    new Set(events.map(({ stream, revision }) => `${stream}@${revision}`));

  describe('the topics', () => {
    it('are made once, kept for ever, and never compacted', async () => {
      const again = await createTopics(under.settings, { partitions: 4, replicationFactor: 1 });
      expect(again.map(({ topic, made }) => [topic, made])).toEqual(
        topicNames(under.settings.prefix).map((topic) => [topic, false]),
      );
      await expect(createTopics(under.settings, { partitions: 5, replicationFactor: 1 })).rejects.toThrow(
        'never change them',
      );
    });

    it('are refused where somebody has made one that is compacted', async () => {
      const settings = { ...under.settings, prefix: `${under.settings.prefix}.other` };
      const configEntries = [{ name: 'cleanup.policy', value: 'compact' }];
      const topic = `${settings.prefix}.cases.v1`;
      await asOperator(settings, (admin) =>
        admin.createTopics({ waitForLeaders: false, topics: [{ topic, numPartitions: 4, configEntries }] }),
      );
      await until(() => asOperator(settings, async (admin) => (await admin.listTopics()).includes(topic)));
      await expect(createTopics(settings, { partitions: 4, replicationFactor: 1 })).rejects.toThrow(
        'compacted',
      );
    });
  });

  describe('the leaf', () => {
    it('travels unchanged to the topic of its subject, each stream in one partition', async () => {
      await write(8, 2);
      await write(2, 1, 'volunteer');
      await write(1, 1, 'match');
      await write(1, 1, 'policy');
      await under.relaying();
      const [cases, volunteers, community] = [
        await heldIn(under.settings, 'cases', 9),
        await heldIn(under.settings, 'volunteers', 2),
        await heldIn(under.settings, 'community', 1),
      ];
      expect([cases.length, volunteers.length, community.length]).toEqual([9, 2, 1]);
      const events = await under.events();
      for (const { key, value, headers } of [...cases, ...volunteers, ...community]) {
        const stored = events.find(({ id }) => id === headers['ce_id']);
        expect(stored && Buffer.compare(stored.bytes, value)).toBe(0);
        expect(key).toBe(stored?.stream);
      }
      const partitions = cases.map(({ key, partition }) => `${key} ${partition}`);
      expect(new Set(partitions).size).toBe(3);
    });

    it('arrives whole where its data look like a message of the transport', async () => {
      const data = { key: 'not the key', value: 42, headers: { kafka_replyTopic: 'x' } };
      await under.writer.write('case-1', 'Counted', 1, data);
      const contents: unknown[] = [];
      await under.relaying();
      const react: Reaction = async ({ content }) => void contents.push(content.data);
      const messaging = await under.consuming(consumer({ reactions: { Counted: react } }));
      await messaging.settled();
      expect(contents).toEqual([data]);
    });

    it('that is too large for a message is fetched from the log', async () => {
      await limitMessages(under.settings, 'cases', 4000);
      const words = 'x'.repeat(20_000);
      await under.writer.write('case-1');
      await under.writer.write('case-1', 'Counted', 1, { words });
      await under.writer.write('case-1');
      await write(40, 4, 'case');
      const lengths: number[] = [];
      await under.relaying();
      const react: Reaction = async (delivery) => {
        lengths.push(JSON.stringify(delivery.content.data).length);
        await note(delivery);
      };
      const messaging = await under.consuming(consumer({ reactions: { Counted: react } }));
      await messaging.settled();
      expect(new Set(seen)).toEqual(places(await under.events()));
      expect(Math.max(...lengths)).toBeGreaterThan(20_000);
      expect(seen).toHaveLength(43);
    });
  });

  describe('a delivery', () => {
    it('keeps the order of each case, over thousands of them', async () => {
      await write(5000, 100);
      await under.relaying();
      const startedMs = performance.now();
      const messaging = await under.consuming(consumer());
      await messaging.settled();
      expectInOrder(100, 50);
      expect(performance.now() - startedMs).toBeLessThan(30_000);
    });

    it('comes again where the offsets are lost, and changes nothing', async () => {
      await write(40, 4);
      await under.relaying();
      const first = await under.consuming(consumer());
      await first.settled();
      await first.stop();
      const groupId = `${under.settings.prefix}.dispatch`;
      const topic = `${under.settings.prefix}.cases.v1`;
      await asOperator(under.settings, async (admin) => {
        const [offsets] = await admin.fetchOffsets({ groupId, topics: [topic] });
        const sum = offsets?.partitions.reduce((total, { offset }) => total + Math.max(0, Number(offset)), 0);
        expect(sum).toBe(40);
        await admin.deleteGroups([groupId]);
      });
      const second = await under.consuming(consumer());
      await write(4, 4);
      await second.settled();
      expectInOrder(4, 11);
    });

    it('is done once where messages come twice, and read from the log where they do not come', async () => {
      await write(12, 2);
      const events = await under.events();
      const publisher = new KafkaPublisher(under.settings);
      const some = [...events.slice(0, 4), ...events.slice(0, 4), ...events.slice(8)];
      await publisher.publish([...some, ...events.slice(9)]);
      await publisher.close();
      const messaging = await under.consuming(consumer());
      await messaging.settled();
      expectInOrder(2, 6);
    });

    it('that the broker has lost for good is taken from the log', async () => {
      await write(6, 2);
      const publisher = new KafkaPublisher(under.settings);
      await publisher.publish((await under.events()).slice(0, 4));
      await publisher.close();
      const messaging = await under.consuming(consumer(), { sweepEveryMs: 50, fromLogAfterMs: 200 });
      await messaging.settled();
      expectInOrder(2, 3);
    });

    it('that is nonsense holds up nobody: with a case as its key the case is read from the log', async () => {
      await under.writer.write('case-1');
      await send(under.settings, 'cases', [
        { key: 'case-1', value: '{"not": "a leaf' },
        { key: 'case-99', value: 'of no case' },
        { key: null, value: Buffer.from([0, 1, 2]) },
        { key: 'case-1', value: null },
        { key: 'nonsense', value: '{}', headers: { kafka_correlationId: '1', kafka_replyTopic: 'nobody' } },
      ]);
      const messaging = await under.consuming(consumer());
      await messaging.settled();
      expect(seen).toEqual(['case-1@0']);
      await under.relaying();
      await write(4, 4);
      await messaging.settled();
      expect(new Set(seen)).toEqual(places(await under.events()));
      expect(await messaging.parking.list()).toEqual([]);
      expect(new Set(under.notices.map(({ what }) => what))).toContain('not-a-leaf');
    });
  });

  describe('what cannot be handled', () => {
    it('is parked while others flow, also those of its partition and of other topics', async () => {
      await under.writer.write('case-poison');
      await write(200, 50);
      await write(20, 5, 'volunteer');
      const react: Reaction = async (delivery) => {
        if (delivery.event.stream === 'case-poison') throw new Error('always');
        await note(delivery);
      };
      await under.relaying();
      const messaging = await under.consuming(
        consumer({ categories: ['case', 'volunteer'], reactions: { Counted: react } }),
        { retries: { retriesMax: 20, firstMs: 100, mostMs: 100 } },
      );
      await until(() => seen.length === 220);
      expect(await messaging.parking.list()).toEqual([]);
      await messaging.settled();
      expect(await messaging.parking.list()).toMatchObject([{ stream: 'case-poison', attempts: 21 }]);
      expect(messaging.connections()).toEqual({ dispatch: 'connected' });
    });

    it('is an event of an unknown type, until the upgrade; what comes meanwhile waits behind it', async () => {
      await under.relaying();
      const before = await under.consuming(consumer());
      await under.writer.write('case-1', 'Unheard');
      await write(10, 5);
      await before.settled();
      expect(await before.parking.list()).toMatchObject([
        { stream: 'case-1', revision: 0, because: 'unknown' },
        { stream: 'case-1', revision: 1, because: 'behind' },
        { stream: 'case-1', revision: 2, because: 'behind' },
      ]);
      await before.stop();
      const after = await under.consuming(consumer({ reactions: { Counted: note, Unheard: note } }));
      await after.settled();
      expect(await after.parking.list()).toEqual([]);
      expect(seen.filter((place) => place.startsWith('case-1@'))).toEqual([
        'case-1@0',
        'case-1@1',
        'case-1@2',
      ]);
    });

    it('can be tried again and given up from a process that does not run the consumer', async () => {
      await write(6, 2);
      let broken = true;
      const react: Reaction = async (delivery) => {
        if (broken && delivery.event.revision === 0) throw new PermanentFailure('never');
        await note(delivery);
      };
      await under.relaying();
      const messaging = await under.consuming(consumer({ reactions: { Counted: react } }), {
        sweepEveryMs: 50,
      });
      await messaging.settled();
      const elsewhere = under.messaging();
      await elsewhere.start();
      const at = { consumer: 'dispatch', stream: 'case-1', revision: 0 };
      expect(await elsewhere.parking.show(at)).toMatchObject({ message: { because: 'failed' } });
      expect(await elsewhere.parking.skip(at, { reason: 'a trial entry', by: 'admin' })).toEqual({
        ...{ handled: 0, left: 2 },
      });
      await until(async () => (await elsewhere.parking.list()).length === 3);
      expect(seen).toEqual(['case-1@1', 'case-1@2']);
      broken = false;
      expect(await elsewhere.parking.retry('dispatch', 'case-0')).toEqual({ handled: 0, left: 3 });
      await until(async () => (await elsewhere.parking.list()).length === 0);
      expect(seen.slice(2)).toEqual(['case-0@0', 'case-0@1', 'case-0@2']);
    });

    it('is tried again by itself where it waits behind nothing any more', async () => {
      await under.writer.write('case-1');
      const [event] = await under.events();
      const { stream, revision, position, type, bytes } = event!;
      await under.state.park({
        ...{ consumer: 'dispatch', stream, revision, position, type, bytes },
        ...{ because: 'behind', error: 'parked by another process', attempts: 0, parkedAt: clock.now() },
      });
      const stuck: string[] = [];
      const messaging = await under.consuming(consumer(), {
        ...{ sweepEveryMs: 20, stuckAfterMs: 50 },
        fatal: ({ message }) => stuck.push(message),
      });
      await until(async () => (await messaging.parking.list()).length === 0);
      expect(seen).toEqual(['case-1@0']);
      await pause(150);
      expect(stuck).toEqual([]);
    });

    it('waits with all that follows, also what never came: nothing overtakes it, nothing is left out', async () => {
      await under.writer.write('case-1', 'Unheard');
      for (let i = 0; i < 5; i++) await under.writer.write('case-1');
      const events = await under.events();
      const publisher = new KafkaPublisher(under.settings);
      await publisher.publish([0, 0, 3, 0, 5].map((place) => events[place]!));
      await publisher.close();
      const before = await under.consuming(consumer());
      await before.settled();
      const parked = await before.parking.list();
      expect(parked.map(({ revision, because }) => `${revision} ${because}`)).toEqual([
        ...['0 unknown', '1 behind', '2 behind', '3 behind', '4 behind', '5 behind'],
      ]);
      await before.stop();
      const after = await under.consuming(consumer({ reactions: { Counted: note, Unheard: note } }));
      await after.settled();
      expect(seen).toEqual([0, 1, 2, 3, 4, 5].map((revision) => `case-1@${revision}`));
    });
  });

  describe('two members of a group', () => {
    it('share the work: each case at one of them, each event once', async () => {
      const at: Record<string, string[]> = { a: [], b: [] };
      const member = (name: string) =>
        under.consuming(
          consumer({
            reactions: {
              Counted: async (delivery) => {
                at[name]?.push(delivery.event.stream);
                await note(delivery);
              },
            },
          }),
        );
      const a = await member('a');
      await member('b');
      await until(() => areMembers(2));
      await under.relaying();
      await write(400, 40);
      await a.settled();
      expectInOrder(40, 10);
      expect(at['a']?.length).toBeGreaterThan(0);
      expect(at['b']?.length).toBeGreaterThan(0);
      expect(at['a']?.filter((stream) => at['b']?.includes(stream))).toEqual([]);
    });

    it('lose nothing where one comes and one goes in the middle of work', async () => {
      await write(600, 30);
      await under.relaying();
      const slow: Reaction = async (delivery) => {
        await pause(5);
        await note(delivery);
      };
      const member = () => under.consuming(consumer({ reactions: { Counted: slow } }));
      const first = await member();
      await until(() => seen.length > 50);
      const second = await member();
      await until(() => seen.length > 150);
      await first.stop();
      await until(() => seen.length > 300);
      await second.leave();
      const third = await member();
      await third.settled();
      const firstSeen = [...new Set(seen)];
      expectInOrder(30, 20, firstSeen);
      expect(third.connections()).toEqual({ dispatch: 'connected' });
    });

    it('take over from one that is stuck: it leaves, and says that only a restart helps', async () => {
      const fatal: string[] = [];
      const never = new Promise<void>(() => undefined);
      await under.writer.write('case-1');
      await under.relaying();
      const stuck = under.messaging({
        ...{ sweepEveryMs: 50, stuckAfterMs: 300 },
        fatal: ({ message }) => fatal.push(message),
      });
      stuck.consume(consumer({ reactions: { Counted: () => never } }));
      await stuck.start();
      await until(() => fatal.length > 0);
      expect(fatal[0]).toContain('case-1');
      const other = await under.consuming(consumer());
      await other.settled();
      expect(seen).toEqual(['case-1@0']);
      expect(stuck.connections()).toEqual({ dispatch: 'stopped' });
      under.forget(stuck);
    });

    it('are known to the broker by the name of the consumer, and nothing else is', async () => {
      await under.writer.write('case-1');
      await under.relaying();
      const messaging = await under.consuming(consumer());
      await messaging.settled();
      const { groups } = await asOperator(under.settings, (admin) => admin.listGroups());
      const own = groups
        .map(({ groupId }) => groupId)
        .filter((id) => id.startsWith(`${under.settings.prefix}.`));
      expect(own).toEqual([`${under.settings.prefix}.dispatch`]);
    });
  });

  describe('two relays', () => {
    it('that both believe to lead make duplicates, and every reaction runs once and in order', async () => {
      const leases = new NoLeases();
      await under.relaying({ leases });
      await under.relaying({ leases });
      const messaging = await under.consuming(consumer());
      await write(500, 20);
      await messaging.settled();
      expectInOrder(20, 25);
      const held = await heldIn(under.settings, 'cases', 501);
      expect(held.length).toBeGreaterThan(500);
    });

    it('take turns: another goes on where one stops, from its last acknowledgement', async () => {
      const first = await under.relaying();
      const messaging = await under.consuming(consumer());
      await write(50, 5);
      await messaging.settled();
      await under.relaying();
      await first.stop();
      await write(50, 5);
      await messaging.settled();
      expectInOrder(5, 20);
      expect(await heldIn(under.settings, 'cases', 100)).toHaveLength(100);
    });
  });

  it('the services offer twenty cases and book who accepts, through two relays that fight', async () => {
    const community = await Community.open((ports) => new KafkaMessaging(ports, under.settings));
    const { store } = community;
    const [state, leases] = [new MemoryConsumerState(), new NoLeases()];
    await under.relaying({ store, state, leases });
    await under.relaying({ store, state, leases });
    try {
      for (let i = 0; i < 6; i++) await community.volunteer(`volunteer ${i}`);
      const caseIds: string[] = [];
      for (let i = 0; i < 20; i++) caseIds.push(await community.report(`case ${i}`, 'lighting'));
      await community.settle();
      const offers = await Promise.all(caseIds.map(async (id) => (await community.lead(id)).offers.length));
      expect(offers).toEqual(caseIds.map(() => 3));
      const chosen = caseIds[0]!;
      const [, second] = await community.openOffers(chosen);
      await community.accept(chosen, second!.offerId);
      await community.settle();
      const answered = (await community.lead(chosen)).offers.map(({ status }) => status);
      expect(answered).toEqual(['withdrawn', 'assigned', 'withdrawn']);
      expect((await community.case(chosen)).status).toBe('handling');
      expect(await community.messaging.parking.list()).toEqual([]);
    } finally {
      await community.close();
    }
  });

  describe('the processes', () => {
    it('of the relay tells whether it leads and how far it is behind', async () => {
      await write(20, 4);
      const { store, state, leases, settings } = under;
      const config = { kafka: settings, host: '127.0.0.1', operationsPort: 0 };
      const logs = openLogs({ logLevel: 'silent' });
      const running = await runRelay(() => Promise.resolve({ store, state, leases }), config, logs);
      await running.begun;
      const ready = async () => await (await fetch(`${running.url}/api/health/ready`)).json();
      await until(async () => {
        const { checks } = (await ready()) as { checks: { facts: { behind?: number } }[] };
        return checks[0]?.facts.behind === 0;
      });
      expect(await ready()).toEqual({
        ...{ ready: true, phase: 'running' },
        checks: [{ name: 'relay', ok: true, facts: { leading: true, behind: 0, seconds: 0 } }],
      });
      const metrics = await (await fetch(`${running.url}/metrics`)).text();
      expect(metrics).toMatch(/^threekeys_relay_leading\{service="relay"\} 1$/m);
      expect((await fetch(`${running.url}/`)).status).toBe(404);
      await running.close();
      expect(await heldIn(settings, 'cases', 20)).toHaveLength(20);
      expect(await leases.take('relay', 'the next', 1000)).toBeDefined();
    });

    it('of the command line makes the topics, again without harm, and says what is wrong', async () => {
      const prefix = `${under.settings.prefix}.made`;
      const environment = { THREEKEYS_KAFKA_BROKERS: kafka.brokers[0], THREEKEYS_KAFKA_PREFIX: prefix };
      Object.assign(process.env, environment);
      try {
        const create = (...words: string[]) => threekeys('/nowhere', 'topics', 'create', ...words);
        const first = await create('--partitions', '3', '--replication', '1');
        expect(first.code).toBe(0);
        expect(first.result['topics']).toEqual(
          topicNames(prefix).map((topic) => ({ topic, partitions: 3, made: true })),
        );
        const other = await create('--partitions', '4', '--replication', '1');
        expect(other.code).toBe(2);
        expect(other.result['error']).toContain('never change them');
      } finally {
        for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name);
      }
    });
  });

  describe('a broker that is not there', () => {
    it('is waited for: processes start, stop and tell meanwhile, and it costs nothing but time', async () => {
      const slow: Reaction = async (delivery) => {
        await pause(2);
        await note(delivery);
      };
      const idle = (name: string) => consumer({ name, ignores: ['Counted'], reactions: {} });
      await write(300, 30);
      const relay = await under.relaying();
      const messaging = await under.consuming(consumer({ reactions: { Counted: slow } }));
      const leaving = await under.consuming(idle('leaving'));
      const beginningAnew = await under.consuming(idle('beginning-anew'), { memberRetriesMax: 1 });
      await until(() => seen.length > 100);
      for (const each of [leaving, beginningAnew]) {
        await until(() => Object.values(each.connections())[0] === 'connected');
      }
      await kafka.kill();

      await leaving.stop();
      const coming = await under.consuming(idle('coming'));
      await write(300, 30);
      expect(coming.connections()).toEqual({ coming: 'connecting' });
      const [lag] = await messaging.lag();
      expect(lag?.events).toBeGreaterThanOrEqual(300);
      expect(lag?.seconds).toBeGreaterThan(0);
      expect((await relay.lag()).events).toBeGreaterThanOrEqual(300);
      await kafka.again();

      for (const each of [messaging, coming, beginningAnew]) await each.settled();
      expectInOrder(30, 20);
      // A member that comes back may make the others of its group join again.
      for (const each of [messaging, coming, beginningAnew]) await until(() => each.health().ok);
      expect(messaging.health()).toEqual({ ok: true, facts: { dispatch: 'connected' } });
      const lost = under.notices.filter(({ what }) => what === 'connecting-again');
      expect(lost.map(({ consumer: name }) => name)).toEqual(
        expect.arrayContaining(['coming', 'beginning-anew']),
      );
      expect(await messaging.lag()).toEqual([{ consumer: 'dispatch', events: 0, seconds: 0, parked: 0 }]);
    });

    it('or whose topics are not made yet: the process waits for them', async () => {
      const settings = { prefix: `${under.settings.prefix}.later` };
      await under.writer.write('case-1');
      const messaging = await under.consuming(consumer(), settings);
      await until(() => under.notices.some(({ what }) => what === 'connecting-again'));
      await createTopics({ ...under.settings, ...settings }, { partitions: 4, replicationFactor: 1 });
      const publisher = new KafkaPublisher({ ...under.settings, ...settings });
      await publisher.publish(await under.events());
      await publisher.close();
      await messaging.settled();
      expect(seen).toEqual(['case-1@0']);
    });
  });

  it('a permanent failure is parked at once and can be given up', async () => {
    await write(2, 1);
    const react: Reaction = async (delivery) => {
      if (delivery.event.revision === 0) throw new PermanentFailure('never');
      await note(delivery);
    };
    await under.relaying();
    const messaging = await under.consuming(consumer({ reactions: { Counted: react } }));
    await messaging.settled();
    const at = { consumer: 'dispatch', stream: 'case-0', revision: 0 };
    expect(await messaging.parking.skip(at, { reason: 'a trial entry', by: 'admin' })).toEqual({
      ...{ handled: 1, left: 0 },
    });
    expect(seen).toEqual(['case-0@1']);
  });
});
