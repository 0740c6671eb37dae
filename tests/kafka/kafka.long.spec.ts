import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import type { Consumer, Reaction } from '@threekeys/messaging';
import { EventWriter } from '@threekeys/messaging/contract';
import { openDatabase } from '@threekeys/sqlite';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/app';
import { clock, describeWithKafka, Installation, TestKafka, until } from './installation';
import { heldIn } from './wire';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describeWithKafka('with a real Kafka, at length', () => {
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
  const consumer = (react: Reaction): Consumer => ({
    ...{ name: 'dispatch', categories: ['case'], reactions: { Counted: react }, ignores: [] },
  });
  const write = async (count: number, streams: number) => {
    for (let i = 0; i < count; i++) await under.writer.write(`case-${i % streams}`);
  };
  const expectInOrder = (streams: number, each: number) => {
    for (let stream = 0; stream < streams; stream++) {
      const own = seen.filter((place) => place.startsWith(`case-${stream}@`));
      expect(own).toEqual(Array.from({ length: each }, (_, i) => `case-${stream}@${i}`));
    }
  };

  it('a minute without broker in the middle of work delays deliveries and nothing else', async () => {
    const slow: Reaction = async (delivery) => {
      await pause(2);
      await note(delivery);
    };
    await write(500, 50);
    const relay = await under.relaying();
    const messaging = await under.consuming(consumer(slow));
    await until(() => seen.length > 200);
    await kafka.kill();
    await write(500, 50);
    await until(() => messaging.connections()['dispatch'] === 'away');
    const [lag] = await messaging.lag();
    expect(lag?.events).toBeGreaterThan(0);
    await pause(60_000);
    await kafka.again();
    const startedMs = performance.now();
    await messaging.settled();
    process.stderr.write(`done ${Math.round(performance.now() - startedMs)} ms after the broker listens\n`);
    expect(performance.now() - startedMs).toBeLessThan(20_000);
    expect((await relay.lag()).events).toBe(0);
    expectInOrder(50, 20);
  });

  it('a reaction slower than the session of its member keeps it, and is done once', async () => {
    await write(4, 4);
    await under.relaying();
    const slower: Reaction = async (delivery) => {
      if (delivery.event.revision === 0) await pause(under.settings.sessionTimeoutMs * 1.7);
      await note(delivery);
    };
    const messaging = await under.consuming(consumer(slower));
    const states = new Set<string>();
    const watch = setInterval(() => states.add(messaging.connections()['dispatch'] ?? ''), 100);
    await until(() => messaging.connections()['dispatch'] === 'connected');
    await write(4, 4);
    await until(() => seen.length === 8);
    await messaging.settled();
    clearInterval(watch);
    expectInOrder(4, 2);
    expect([...states].sort()).toEqual(['connected', 'connecting']);
  });

  it('ten kills of the broker under a steady stream lose nothing and reorder nothing', async () => {
    await under.relaying();
    const messaging = await under.consuming(consumer(note));
    for (let kill = 0; kill < 10; kill++) {
      await write(300, 30);
      await until(() => seen.length > kill * 300 + 50);
      await kafka.kill();
      await write(100, 30);
      await kafka.again();
      await messaging.settled();
    }
    expect(new Set(seen).size).toBe(4000);
    expect(seen).toHaveLength(4000);
  });

  it('members that are killed in the middle of work lose nothing, and little is done twice', async () => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-members-')));
    const effects = join(home, 'effects.txt');
    writeFileSync(effects, '');
    openDatabase(join(home, 'ops.sqlite'), 'operations').close();
    const done = () => readFileSync(effects, 'utf8').split('\n').filter(Boolean);
    const store = await SqliteEventStore.open(home, { clock });
    const writer = new EventWriter(store);
    for (let i = 0; i < 3000; i++) await writer.write(`case-${i % 60}`);
    await under.relaying({ store });
    const members: ChildProcess[] = [];
    const another = () => {
      const script = [join(root, 'tools/source.cjs'), join(root, 'tests/kafka/member.ts')];
      const args = ['--conditions=@threekeys/source', '-r', ...script];
      const place = [home, kafka.brokers[0] ?? '', under.settings.prefix];
      members.push(spawn(process.execPath, [...args, ...place], { cwd: root, stdio: 'ignore' }));
    };
    try {
      for (let i = 0; i < 2; i++) another();
      for (let kill = 1; kill <= 5; kill++) {
        await until(() => done().length >= kill * 400);
        members.shift()?.kill('SIGKILL');
        another();
      }
      await until(() => new Set(done()).size === 3000);
    } finally {
      for (const each of members) each.kill('SIGKILL');
      await store.close();
    }
    seen = [...new Set(done())];
    expectInOrder(60, 50);
    process.stderr.write(`${done().length - 3000} of 3000 were handled twice over 5 kills\n`);
    // Far behind, a member saves every second and a half: so much each kill may do again.
    expect(done().length).toBeLessThan(6000);
    rmSync(home, { recursive: true, force: true });
  });

  it('twenty thousand events through three members that come and go arrive once each, in order', async () => {
    await write(20_000, 400);
    await under.relaying();
    const member = () => under.consuming(consumer(note));
    const members = [await member(), await member(), await member()];
    for (const each of [5000, 10_000, 15_000]) {
      await until(() => seen.length > each);
      await members.shift()?.stop();
      members.push(await member());
    }
    await members[0]?.settled();
    const firsts = [...new Set(seen)];
    process.stderr.write(`${seen.length - firsts.length} of 20000 were handled twice\n`);
    seen = firsts;
    expectInOrder(400, 50);
    expect((await heldIn(under.settings, 'cases', 20_000)).length).toBeGreaterThanOrEqual(20_000);
  });
});
