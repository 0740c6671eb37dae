import { MemoryAccountRows, MemoryTokenRows } from '@threekeys/auth';
import { contentOf, MemoryEventStore } from '@threekeys/event-store';
import { EventWriter } from '@threekeys/messaging/contract';
import { MemoryConsumerState } from '@threekeys/messaging';
import { MemoryAccessLog, MemoryKeyStore } from '@threekeys/privacy';
import type { Movable } from './movable';
import { TargetNotEmpty } from './movable';
import { moveInstallation } from './move-installation';

const consumers = ['dispatch', 'volunteer-matching'];
const actor = { id: 'clerk', role: 'intake-clerk' } as const;

function installation() {
  return {
    store: new MemoryEventStore(),
    keys: new MemoryKeyStore(),
    consumers: new MemoryConsumerState(),
    accounts: new MemoryAccountRows(),
    tokens: new MemoryTokenRows(),
    accessLog: new MemoryAccessLog(),
  } satisfies Movable;
}

async function eventsOf({ store }: Movable) {
  const events = [];
  for await (const event of store.readAll()) events.push(event);
  return events;
}

/** Streams in turn, one event parked, one given up, and keys of three kinds. */
async function lived() {
  const from = installation();
  const writer = new EventWriter(from.store);
  for (let turn = 0; turn < 40; turn++) await writer.write(`case-${String((turn * 7) % 5)}`);
  const events = await eventsOf(from);
  const at = (index: number) => events[index] ?? fail();
  const parked = at(30);
  await from.consumers.advance('dispatch', [{ stream: 'case-1', revision: 3 }], at(25).position);
  await from.consumers.advance('volunteer-matching', [], at(39).position);
  await from.consumers.park({
    ...{ consumer: 'dispatch', stream: parked.stream, revision: parked.revision, type: parked.type },
    ...{ position: parked.position, bytes: parked.bytes, because: 'failed', error: 'no', attempts: 3 },
    parkedAt: '2026-01-01T00:00:00.000Z',
  });
  const [own = fail(), spare = fail()] = await from.keys.makeAhead(2);
  await from.keys.assign([{ kid: own.kid, stream: 'case-1', person: 'r1' }]);
  await from.keys.markAssigned(at(39).position);
  await from.keys.secret('search');
  await from.accounts.insert({ username: 'clerk', password: 'hash', disabled: false });
  await from.tokens.insert({ name: 'nightly', account: 'clerk', createdAt: '2026-01-01', hash: 'h' });
  for (const month of ['2026-01', '2026-02'])
    await from.accessLog.record({
      ...{ at: `${month}-03T00:00:00.000Z`, actor, stream: 'case-1' },
      ...{ fields: ['/phone'], purpose: 'contact' },
    });
  return { from, events, own, spare, parked };
}

function fail(): never {
  throw new Error('not there');
}

describe('an installation that moves', () => {
  it('has the same leaves at the same revisions in the same order, and their root', async () => {
    const { from, events } = await lived();
    const to = installation();
    const moved = await moveInstallation(from, to, { consumers });
    expect(moved).toMatchObject({ events: 40, keys: 2, accounts: 1, tokens: 1, parked: 1, accesses: 2 });
    const there = await eventsOf(to);
    expect(there.map(({ bytes }) => bytes)).toEqual(events.map(({ bytes }) => bytes));
    expect(there.map(({ stream, revision }) => [stream, revision])).toEqual(
      events.map(({ stream, revision }) => [stream, revision]),
    );
    expect((await to.store.head()).root).toBe((await from.store.head()).root);
    expect(moved.root).toBe((await from.store.head()).root);
  });

  it('brings along how far each consumer is: by event, not by position', async () => {
    const { from, events, parked } = await lived();
    const to = installation();
    await moveInstallation(from, to, { consumers });
    const there = await eventsOf(to);
    const idAt = (position: string | undefined) => there.find((event) => event.position === position)?.id;
    expect(idAt(await to.consumers.checkpoint('dispatch'))).toBe(events[25]?.id);
    expect(idAt(await to.consumers.checkpoint('volunteer-matching'))).toBe(events[39]?.id);
    expect(await to.consumers.lastRevision('dispatch', 'case-1')).toBe(3);
    const [waiting] = await to.consumers.parked('dispatch');
    expect(waiting).toMatchObject({ stream: parked.stream, revision: parked.revision, attempts: 3 });
    expect(idAt(waiting?.position)).toBe(parked.id);
  });

  it('opens what it could open before, and knows who may sign in and who opened what', async () => {
    const { from, own, spare } = await lived();
    const to = installation();
    await moveInstallation(from, to, { consumers });
    expect(await to.keys.byPerson('case-1', 'r1')).toEqual(own);
    expect(await to.keys.byKid(spare.kid)).toEqual(spare);
    expect(await to.keys.secret('search')).toEqual(await from.keys.secret('search'));
    expect(await to.accounts.find('clerk')).toEqual(await from.accounts.find('clerk'));
    expect(await to.tokens.all()).toEqual(await from.tokens.all());
    expect((await to.accessLog.page({ limit: 10 })).records).toHaveLength(2);
  });

  it('goes on where it was interrupted, and moves nothing twice', async () => {
    const { from, events } = await lived();
    const to = installation();
    const half = { onProgress: (done: number) => done > 20 && fail() };
    await expect(moveInstallation(from, to, { consumers, ...half })).rejects.toThrow();
    await moveInstallation(from, to, { consumers });
    const again = await moveInstallation(from, to, { consumers });
    expect(again.events).toBe(events.length);
    expect(await eventsOf(to)).toHaveLength(events.length);
    expect((await to.accessLog.page({ limit: 10 })).records).toHaveLength(2);
    expect(await to.consumers.parked('dispatch')).toHaveLength(1);
  });

  it('ends between two writes where it is told to, and goes on', async () => {
    const { from, events } = await lived();
    const to = installation();
    const stopping = new AbortController();
    const onProgress = (done: number) => {
      if (done > 20) stopping.abort();
    };
    const { signal } = stopping;
    await expect(moveInstallation(from, to, { consumers, onProgress, signal })).rejects.toThrow(/abort/i);
    expect((await eventsOf(to)).length).toBeGreaterThan(20);
    expect((await eventsOf(to)).length).toBeLessThan(events.length);
    expect(await moveInstallation(from, to, { consumers })).toMatchObject({ events: events.length });
  });

  it('says that it begins when nothing is written yet, and not where it is refused', async () => {
    const { from } = await lived();
    const to = installation();
    const began: number[] = [];
    const onBegin = async () => {
      began.push((await eventsOf(to)).length + (await to.keys.secrets()).size);
    };
    await moveInstallation(from, to, { consumers, onBegin });
    expect(began).toEqual([0]);
    await new EventWriter(to.store).write('case-other');
    await expect(moveInstallation(from, to, { consumers, onBegin })).rejects.toThrow(TargetNotEmpty);
    expect(began).toHaveLength(1);
  });

  it('does not go where something else is: nothing is written there', async () => {
    const { from } = await lived();
    const to = installation();
    await new EventWriter(to.store).write('case-other');
    await expect(moveInstallation(from, to, { consumers })).rejects.toThrow(TargetNotEmpty);
    expect(await eventsOf(to)).toHaveLength(1);
    expect(await to.keys.secrets()).toEqual(new Map());
    for await (const { kid } of to.keys.records()) throw new Error(`the key ${kid} was taken`);
    const occupied = installation();
    await occupied.accounts.insert({ username: 'somebody', password: 'hash', disabled: false });
    await expect(moveInstallation(from, occupied, { consumers })).rejects.toThrow(TargetNotEmpty);
    const begun = installation();
    await begun.keys.secret('search');
    await expect(moveInstallation(from, begun, { consumers })).rejects.toThrow(TargetNotEmpty);
  });

  it('keeps the chain of each stream', async () => {
    const { from } = await lived();
    const to = installation();
    await moveInstallation(from, to, { consumers });
    const heads = new Map<string, string>();
    for (const event of await eventsOf(to)) {
      expect(contentOf(event).prev).toBe(heads.get(event.stream) ?? '0'.repeat(64));
      heads.set(event.stream, event.leafHash);
    }
  });
});
