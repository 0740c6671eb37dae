import type { Actor, Message, OrganisationCommand } from '@threekeys/domain';
import { starterCatalogue, starterPolicy } from '@threekeys/domain';
import { randomUUID } from 'node:crypto';
import type { Aggregate } from './aggregate';
import { CommandHandler } from './command-handler';
import {
  catalogueAggregate,
  compoundAggregate,
  organisationAggregate,
  policyAggregate,
} from './community.aggregates';
import { leafAfter } from './contract.fixtures';
import { DelegatingEventStore, HeldUpEventStore, OpenSealer, SteppingClock } from './event-store.contract';
import type { EventStore, GlobalPosition, RecordedEvent } from './event-store';
import { UnknownEvent } from './fold';
import { MemoryEventStore } from './memory-event-store';
import { rulesAsOf, StoredRules } from './stored-rules';

const by: Actor = { id: 'admin', role: 'admin' };
const names = { zh: '东区', en: 'East' };

function community(store: EventStore) {
  const ports = {
    store,
    sealer: new OpenSealer(),
    clock: new SteppingClock(),
    rules: new StoredRules(store),
  };
  const send = <C extends Message>(aggregate: Aggregate<never, C, never>, stream: string, command: C) => {
    const commandId = randomUUID();
    const handler = new CommandHandler(aggregate, ports);
    return handler.handle(stream, command, { commandId, correlationId: commandId, by });
  };
  return {
    adopt: (version: number) =>
      send(policyAggregate as never, 'policy-main', {
        type: 'AdoptPolicy',
        data: { version, document: starterPolicy },
      }),
    category: (index: number) =>
      send(catalogueAggregate as never, 'catalogue-main', {
        ...{ type: 'DefineCategory', data: { category: starterCatalogue[index] } },
      }),
    unit: (unit: string) =>
      send(organisationAggregate as never, 'organisation-main', {
        ...{ type: 'DefineUnit', data: { unit, level: 'community', names } },
      }),
    organisation: (command: OrganisationCommand) =>
      send(organisationAggregate as never, 'organisation-main', command),
    compound: (code: string) =>
      send(compoundAggregate as never, `compound-${code}`, {
        type: 'RegisterCompound',
        data: { compound: code, names },
      }),
  };
}

class CountingStore extends DelegatingEventStore {
  reads = 0;

  override readAll(...read: Parameters<EventStore['readAll']>): AsyncIterable<RecordedEvent> {
    this.reads += 1;
    return super.readAll(...read);
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('the rules in the log', () => {
  it('read as version 0 before a policy is adopted', async () => {
    const rules = await new StoredRules(new MemoryEventStore()).current();
    expect(rules).toMatchObject({ policy: { version: 0 }, catalogue: { version: 0 }, compounds: {} });
  });

  it('are what policy, catalogue, organisation and compounds have become', async () => {
    const store = new MemoryEventStore();
    const { adopt, category, unit, compound } = community(store);
    await adopt(1);
    await category(0);
    await category(1);
    await unit('east');
    await compound('garden');
    await compound('constructor');
    const rules = await new StoredRules(store).current();
    expect(rules.policy).toEqual({ ...starterPolicy, version: 1 });
    expect(rules.catalogue.version).toBe(2);
    expect(rules.catalogue.categories).toEqual(
      Object.fromEntries(starterCatalogue.slice(0, 2).map((each) => [each.category, each])),
    );
    expect(rules.organisation.units).toEqual({ east: { level: 'community', names } });
    expect(Object.keys(rules.compounds)).toEqual(['garden', 'constructor']);
    expect(rules.compounds.constructor).toMatchObject({ names, buildings: {} });
  });

  it('are up to date at every look, also without following', async () => {
    const store = new MemoryEventStore();
    const rules = new StoredRules(store);
    for (let version = 1; version <= 3; version++) {
      await community(store).adopt(version);
      expect((await rules.current()).policy.version).toBe(version);
    }
  });

  it('name nobody as the holder of a post whose term is over by the clock, then and as of then', async () => {
    const store = new MemoryEventStore();
    const { unit, organisation } = community(store);
    await unit('east');
    const until = '2026-09-01T00:00:00.000Z';
    const post = { post: 'desk', unit: 'east', kind: 'duty-desk', names };
    await organisation({ type: 'DefinePost', data: post });
    await organisation({ type: 'FillPost', data: { post: 'desk', person: 'li', until } });
    let now = '2026-08-31T23:59:59.999Z';
    const rules = new StoredRules(store, { now: () => now });
    const holder = async () => (await rules.current()).organisation.posts['desk']?.holder;
    expect(await holder()).toBe('li');
    now = until;
    expect(await holder()).toBeUndefined();
    expect((await rules.current()).organisation).toBe((await rules.current()).organisation);
    expect((await rulesAsOf(store, until)).organisation.posts['desk']).toMatchObject({ outOfOffice: 'li' });
  });

  it('are folded once, whoever looks at the same time', async () => {
    const store = new MemoryEventStore();
    await community(store).category(0);
    await community(store).category(1);
    const rules = new StoredRules(store);
    const looks = await Promise.all([rules.current(), rules.refresh(), rules.current()]);
    expect(looks.map(({ catalogue }) => catalogue.version)).toEqual([2, 2, 2]);
  });

  it('cost no read while they are followed, and are still up to date', async () => {
    const store = new CountingStore(new MemoryEventStore());
    const rules = new StoredRules(store);
    const abort = new AbortController();
    const following = rules.follow(abort.signal);
    await settled();
    await community(new DelegatingEventStore(store)).adopt(1);
    await settled();
    const { reads } = store;
    expect((await rules.current()).policy.version).toBe(1);
    expect(store.reads).toBe(reads);
    abort.abort();
    await following;
    await community(store).adopt(2);
    expect((await rules.current()).policy.version).toBe(2);
  });

  it('are read again once following has failed', async () => {
    class BreaksOff extends DelegatingEventStore {
      override async *subscribe(_after: GlobalPosition | undefined): AsyncIterable<RecordedEvent> {
        yield* [];
        await settled();
        throw new Error('planted');
      }
    }
    const store = new MemoryEventStore();
    const rules = new StoredRules(new BreaksOff(store));
    await expect(rules.follow(new AbortController().signal)).rejects.toThrow('planted');
    await community(store).adopt(1);
    expect((await rules.current()).policy.version).toBe(1);
  });

  describe('asked by somebody who has heard of an event before they have it', () => {
    const abort = new AbortController();
    let store: HeldUpEventStore;
    let rules: StoredRules;
    let following: Promise<void>;
    const versionWith = async (position: GlobalPosition) =>
      (await rules.current({ atLeast: position })).policy.version;
    const versionNow = async () => (await rules.current()).policy.version;

    beforeAll(async () => {
      store = new HeldUpEventStore(new MemoryEventStore());
      rules = new StoredRules(store);
      following = rules.follow(abort.signal).catch(() => undefined);
      await settled();
    });
    afterAll(async () => {
      abort.abort();
      await following;
    });

    it('answer once following has brought it', async () => {
      store.let(0);
      const { position } = await community(store).adopt(1);
      const answer = versionWith(position);
      await settled();
      expect(await versionNow()).toBe(0);
      store.let();
      expect(await answer).toBe(1);
    });

    it('answer at once where they have it, or have what came later', async () => {
      store.let();
      const { position } = await community(store).adopt(2);
      await community(store).adopt(3);
      await settled();
      store.let(0);
      expect(await versionWith(position)).toBe(3);
    });

    it('read it where following does not bring it', async () => {
      store.let(0);
      const { position } = await community(store).adopt(4);
      expect(await versionWith(position)).toBe(4);
      store.let();
    });

    it('refuse a place in another log', async () => {
      const { position } = await community(new MemoryEventStore()).adopt(1);
      await expect(rules.current({ atLeast: position })).rejects.toMatchObject({ code: 'InvalidPosition' });
    });

    it('read it where following ends meanwhile', async () => {
      store.let(0);
      const { position } = await community(store).adopt(5);
      const answer = versionWith(position);
      abort.abort();
      expect(await answer).toBe(5);
    });
  });

  it('are not made up over an event that this release does not know', async () => {
    const store = new MemoryEventStore();
    await store.append('policy-main', 'no-stream', [
      leafAfter('policy-main', 'no-stream', { type: 'PolicyBurnt' }),
    ]);
    await expect(new StoredRules(store).current()).rejects.toThrow(UnknownEvent);
  });
});
