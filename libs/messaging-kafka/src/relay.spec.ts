import { EventStoreError, MemoryEventStore, SystemClock } from '@threekeys/event-store';
import type { Filter, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { MemoryConsumerState, MemoryLeases } from '@threekeys/messaging';
import { EventWriter } from '@threekeys/messaging/contract';
import { EventPublisher } from './event-publisher';
import type { RelayNotice, RelayOptions, RelayPorts } from './relay';
import { Relay, relayName } from './relay';

const clock = new SystemClock();

/** Holds what it was given; fails as often as told, after it has taken a part. */
class Shelf extends EventPublisher {
  readonly held: string[] = [];
  readonly batches: number[] = [];
  failures = 0;

  async publish(events: readonly RecordedEvent[]): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const fails = this.failures-- > 0;
    const taken = fails ? events.slice(0, Math.ceil(events.length / 2)) : events;
    this.held.push(...taken.map(({ stream, revision }) => `${stream}@${revision}`));
    if (fails) throw new Error('no broker');
    this.batches.push(events.length);
  }

  async close(): Promise<void> {}
}

class BreakingStore extends MemoryEventStore {
  override async *subscribe(after: GlobalPosition | undefined, filter: Filter, signal: AbortSignal) {
    let left = 3;
    for await (const event of super.subscribe(after, filter, signal)) {
      yield event;
      left -= 1;
      if (left === 0) throw new EventStoreError('StoreUnavailable', 'connection lost');
    }
  }
}

describe('the relay', () => {
  const running: Relay[] = [];
  const notices: RelayNotice['what'][] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((relay) => relay.stop()));
    notices.splice(0);
  });

  function setting(store = new MemoryEventStore()) {
    const ports = {
      ...{ store, clock, publisher: new Shelf(), state: new MemoryConsumerState() },
      leases: new MemoryLeases(clock),
    };
    const start = async (differently: Partial<RelayPorts> = {}, options: Partial<RelayOptions> = {}) => {
      const relay = new Relay(
        { ...ports, ...differently },
        {
          ...{
            holder: `relay-${running.length}`,
            leaseMs: 60,
            sleep: () => new Promise((r) => setTimeout(r, 5)),
          },
          notice: ({ what }) => notices.push(what),
          ...options,
        },
      );
      running.push(relay);
      await relay.start();
      return relay;
    };
    return { ...ports, start, writer: new EventWriter(store) };
  }
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => `case-1@${i}`);

  it('brings every event of every stream, what was there and what comes, in the order of the log', async () => {
    const { writer, publisher, start } = setting();
    for (const stream of ['case-1', 'volunteer-1', 'organisation-1']) await writer.write(stream);
    await start();
    await writer.write('case-1');
    await until(() => publisher.held.length === 4);
    expect(publisher.held).toEqual(['case-1@0', 'volunteer-1@0', 'organisation-1@0', 'case-1@1']);
  });

  it('goes on after the last acknowledgement, in batches', async () => {
    const { writer, publisher, state, start } = setting();
    for (let i = 0; i < 1000; i++) await writer.write('case-1');
    const relay = await start();
    await until(() => publisher.held.length === 1000);
    await until(async () => (await relay.lag()).events === 0);
    await relay.stop();
    expect(await state.checkpoint(relayName)).toBeDefined();
    await writer.write('case-1');
    await start();
    await until(() => publisher.held.length === 1001);
    expect(publisher.held).toEqual(upTo(1001));
    expect(publisher.batches.length).toBeLessThan(20);
  });

  it('sends again what was not acknowledged: duplicates, no gap', async () => {
    const { writer, publisher, start } = setting();
    publisher.failures = 3;
    for (let i = 0; i < 10; i++) await writer.write('case-1');
    await start();
    await until(() => publisher.batches.length > 0 && publisher.held.at(-1) === 'case-1@9');
    expect([...new Set(publisher.held)]).toEqual(upTo(10));
    expect(publisher.held.length).toBeGreaterThan(10);
    expect(notices).toContain('trying-again');
  });

  it('follows again where the log broke off', async () => {
    const { writer, publisher, start } = setting(new BreakingStore());
    await start();
    for (let i = 0; i < 10; i++) await writer.write('case-1');
    await until(() => publisher.held.includes('case-1@9'));
    expect([...new Set(publisher.held)]).toEqual(upTo(10));
  });

  it('leads alone, until it stops', async () => {
    const { writer, publisher, start } = setting();
    const other = new Shelf();
    const first = await start();
    await until(async () => (await first.lag()).leading);
    const second = await start({ publisher: other });
    for (let i = 0; i < 5; i++) await writer.write('case-1');
    await until(() => publisher.held.length === 5);
    expect((await second.lag()).leading).toBe(false);
    await first.stop();
    await writer.write('case-1');
    await until(() => other.held.length > 0);
    expect(other.held).toEqual(['case-1@5']);
  });

  it('is followed by another where it is silent: its lease is over', async () => {
    const { writer, publisher, leases, start } = setting();
    await leases.take(relayName, 'one that died', 100);
    await writer.write('case-1');
    await start();
    await until(() => publisher.held.length === 1);
    expect(notices).toEqual(['leading']);
  });

  it('stops leading where its lease has gone to another', async () => {
    const { leases, start } = setting();
    const relay = await start();
    await until(async () => (await relay.lag()).leading);
    await leases.giveBack(relayName, 'relay-0');
    await leases.take(relayName, 'another', 60_000);
    await until(() => notices.includes('no-longer-leading'));
    expect((await relay.lag()).leading).toBe(false);
  });

  it('says how far it is behind, in events and seconds', async () => {
    const { writer, publisher, start } = setting();
    const publish = publisher.publish.bind(publisher);
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    publisher.publish = async (events) => {
      await opened;
      await publish(events);
    };
    for (let i = 0; i < 3; i++) await writer.write('case-1');
    const relay = await start();
    const lag = await relay.lag();
    expect(lag.events).toBe(3);
    expect(lag.seconds).toBeGreaterThan(0);
    open();
    await until(async () => (await relay.lag()).events === 0);
    expect((await relay.lag()).seconds).toBe(0);
  });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 1));
}
