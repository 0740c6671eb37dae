import {
  starterPolicy,
  volunteerDecider,
  volunteerEvents,
  type CaseCommand,
  type Rules,
  type VolunteerCommand,
} from '@threekeys/domain';
import {
  Clock,
  CommandHandler,
  MemoryEventStore,
  RulesSource,
  Sealer,
  type Origin,
  type PlainEvent,
  type Recorded,
} from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import { MemoryReadModels, Projector } from '@threekeys/read-models';
import { TimerWheel } from './timer-wheel';
import type { TimerWheelOptions } from './timer-wheel';
import { timers } from './timers.projection';

class SetClock extends Clock {
  at = '2026-03-01T08:00:00.000Z';
  now(): string {
    return this.at;
  }
}
class Unsealed extends Sealer {
  seal = (events: readonly PlainEvent[]) => Promise.resolve(events);
}
class StarterRules extends RulesSource {
  current(): Promise<Rules> {
    return Promise.resolve({
      policy: { ...starterPolicy, version: 1 },
      catalogue: { version: 0, categories: {}, retired: [] },
      organisation: { units: {}, posts: {}, grants: [] },
      compounds: {},
    });
  }
}

/** @param broken streams that the wheel finds impossible to fold */
async function world(options: TimerWheelOptions = {}, broken: readonly string[] = []) {
  const [clock, store, models] = [new SetClock(), new MemoryEventStore(), new MemoryReadModels()];
  const rules = new StarterRules();
  const sealer = new Unsealed();
  const handler = new CommandHandler(
    { decider: volunteerDecider, events: volunteerEvents },
    { store, sealer, clock, rules },
  );
  const sent: { stream: string; command: VolunteerCommand; origin: Origin; recorded: Recorded }[] = [];
  const volunteers = {
    handle: async (stream: string, command: VolunteerCommand, origin: Origin) => {
      if (broken.includes(stream)) throw new Error(`${stream} cannot be folded`);
      const recorded = await handler.handle(stream, command, origin);
      sent.push({ stream, command, origin, recorded });
      return recorded;
    },
  };
  const cases = {
    handle: (_: string, command: CaseCommand) => Promise.reject(new Error(`no case: ${command.type}`)),
  };
  const projector = new Projector({ store, models }, [timers]);
  const wheel = () =>
    new TimerWheel({ store, models, views: projector, cases, volunteers, rules, clock }, options);
  await projector.start();
  const tell = async (id: string, command: VolunteerCommand) => {
    const commandId = derivedId(id, JSON.stringify(command));
    const by = { id: 'clerk', role: 'intake-clerk' } as const;
    await handler.handle(`volunteer-${id}`, command, { commandId, correlationId: commandId, by });
    await projector.waitFor((await store.head()).position!, 1_000);
  };
  const register = (id: string) =>
    tell(id, {
      type: 'RegisterVolunteer',
      data: { volunteerId: id, name: '沈', phone: '13800000000', kind: 'resident', compound: 'outside' },
    });
  const pause = (id: string, until: string) => tell(id, { type: 'PauseVolunteer', data: { until } });
  const caughtUp = async () => projector.waitFor((await store.head()).position!, 1_000);
  return { clock, store, models, projector, wheel, sent, tell, register, pause, caughtUp };
}

const volunteerA = derivedId('a');
const volunteerB = derivedId('b');

describe('the timer wheel', () => {
  it('fires what is due, oldest first, and nothing that is not', async () => {
    const { register, pause, wheel, sent, clock, projector } = await world();
    await register(volunteerA);
    await register(volunteerB);
    await pause(volunteerA, '2026-03-03T00:00:00.000Z');
    await pause(volunteerB, '2026-03-02T00:00:00.000Z');
    const turning = wheel();
    expect((await turning.fireDue('2026-03-01T23:59:59.999Z')).timers).toEqual([]);
    clock.at = '2026-03-04T00:00:00.000Z';
    const { timers: fired } = await turning.fireDue(clock.at);
    expect(fired.map(({ dueAt, events }) => [dueAt, events])).toEqual([
      ['2026-03-02T00:00:00.000Z', 1],
      ['2026-03-03T00:00:00.000Z', 1],
    ]);
    expect(sent.map(({ stream }) => stream)).toEqual([`volunteer-${volunteerB}`, `volunteer-${volunteerA}`]);
    await projector.stop();
  });

  it('says how late it is, until it has fired', async () => {
    const { register, pause, wheel, clock, projector } = await world();
    await register(volunteerA);
    await register(volunteerB);
    await pause(volunteerA, '2026-03-03T00:00:00.000Z');
    await pause(volunteerB, '2026-03-02T00:00:00.000Z');
    const turning = wheel();
    expect(await turning.lag()).toEqual({ timers: 0, seconds: 0 });
    clock.at = '2026-03-03T00:00:10.000Z';
    expect(await turning.lag()).toEqual({ timers: 2, seconds: 86_410 });
    await turning.fireDue(clock.at);
    expect(await turning.lag()).toEqual({ timers: 0, seconds: 0 });
    await projector.stop();
  });

  it('acts as the service timers, under an id made of key and generation', async () => {
    const { register, pause, wheel, sent, clock, store, projector } = await world();
    await register(volunteerA);
    await pause(volunteerA, '2026-03-03T00:00:00.000Z');
    let generation = '';
    for await (const event of store.readStream(`volunteer-${volunteerA}`, { from: 1 })) generation = event.id;
    clock.at = '2026-03-03T00:00:00.000Z';
    await wheel().fireDue(clock.at);
    expect(sent[0]?.origin).toMatchObject({
      commandId: derivedId('timer', `volunteer-${volunteerA}#pause#pause`, generation),
      causationId: generation,
      by: { id: 'timers', role: 'service' },
    });
    await projector.stop();
  });

  it('fires once, also where two wheels turn and where it starts again before the view has followed', async () => {
    const { register, pause, wheel, sent, clock, projector, store } = await world();
    await register(volunteerA);
    await pause(volunteerA, '2026-03-03T00:00:00.000Z');
    await projector.stop();
    clock.at = '2026-03-03T00:00:00.000Z';
    const [first, second] = [wheel(), wheel()];
    await first.fireDue(clock.at);
    await first.fireDue(clock.at);
    await second.fireDue(clock.at);
    expect(sent.map(({ recorded }) => recorded.repeated)).toEqual([false, true]);
    expect((await store.head()).size).toBe(3);
  });

  it('takes a refusal for stale, and asks again a minute later', async () => {
    let elapsed = 0;
    const { register, tell, wheel, sent, clock, projector } = await world({ elapsedMs: () => elapsed });
    await register(volunteerA);
    const data = { certificateId: derivedId('c'), certificate: 'electrician', until: '2026-03-02' };
    await tell(volunteerA, { type: 'GrantCertificate', data });
    const turning = wheel();
    const due = '2026-03-02T16:00:00.000Z';
    expect((await turning.fireDue(due)).timers).toMatchObject([{ events: 0 }]);
    clock.at = due;
    expect((await turning.fireDue(due)).timers).toEqual([]);
    elapsed += 60_000;
    expect((await turning.fireDue(due)).timers).toMatchObject([{ events: 1 }]);
    expect(sent.length).toBe(1);
    await projector.stop();
  });

  it('fires the others where one stream cannot be folded, and tries that one again ever later', async () => {
    let elapsed = 0;
    const broken: string[] = [];
    const { register, pause, wheel, sent, clock, projector } = await world(
      { elapsedMs: () => elapsed },
      broken,
    );
    for (const id of [volunteerA, volunteerB]) await register(id);
    await pause(volunteerA, '2026-03-02T00:00:00.000Z');
    await pause(volunteerB, '2026-03-03T00:00:00.000Z');
    broken.push(`volunteer-${volunteerA}`);
    clock.at = '2026-03-04T00:00:00.000Z';
    const turning = wheel();
    const failuresAfter = async (ms: number): Promise<number> => {
      elapsed += ms;
      return turning.fireDue(clock.at).then(
        () => 0,
        (error: unknown) => (error as AggregateError).errors.length,
      );
    };
    expect(await failuresAfter(0)).toBe(1);
    expect(sent.map(({ stream }) => stream)).toEqual([`volunteer-${volunteerB}`]);
    const tries = [await failuresAfter(999), await failuresAfter(1), await failuresAfter(1_000)];
    expect([...tries, await failuresAfter(1_000)]).toEqual([0, 1, 0, 1]);
    broken.pop();
    await failuresAfter(4_000);
    expect(sent.map(({ stream }) => stream)).toEqual([`volunteer-${volunteerB}`, `volunteer-${volunteerA}`]);
    await projector.stop();
  });

  it('reports each failure by itself as it turns', async () => {
    const broken = [`volunteer-${volunteerA}`, `volunteer-${volunteerB}`];
    const failures: unknown[] = [];
    const rested: { done?: () => void } = {};
    const rest = new Promise<void>((resolve) => (rested.done = resolve));
    const sleep = (_: number, signal: AbortSignal) => {
      rested.done?.();
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    const onFailure = (error: unknown) => failures.push(error);
    const { register, pause, wheel, clock, projector } = await world({ sleep, onFailure }, broken);
    for (const id of [volunteerA, volunteerB]) await register(id);
    for (const id of [volunteerA, volunteerB]) await pause(id, '2026-03-02T00:00:00.000Z');
    clock.at = '2026-03-04T00:00:00.000Z';
    const turning = wheel();
    turning.start();
    await rest;
    await turning.stop();
    await projector.stop();
    expect(failures).toHaveLength(2);
    expect(failures).toEqual(
      expect.arrayContaining(broken.map((stream) => new Error(`${stream} cannot be folded`))),
    );
  });

  it('fires at most so many at once, and says that there is more', async () => {
    const { register, pause, wheel, clock, projector, caughtUp } = await world();
    for (let i = 0; i < 7; i++) {
      await register(derivedId(String(i)));
      await pause(derivedId(String(i)), `2026-03-02T00:0${i}:00.000Z`);
    }
    clock.at = '2026-03-03T00:00:00.000Z';
    const turning = wheel();
    const first = await turning.fireDue(clock.at, { max: 5 });
    expect([first.timers.length, first.more, first.timers[0]?.dueAt]).toEqual([
      5,
      true,
      '2026-03-02T00:00:00.000Z',
    ]);
    await caughtUp();
    const second = await turning.fireDue(clock.at, { max: 5 });
    expect([second.timers.length, second.more]).toEqual([2, false]);
    await projector.stop();
  });

  it('turns by itself: late ones at once, the next when it is due, and never sleeps over 30 seconds', async () => {
    const rests: number[] = [];
    const here: { clock?: SetClock; onRest?: () => Promise<void> } = {};
    const sleep = async (ms: number, signal: AbortSignal) => {
      if (signal.aborted) return;
      rests.push(ms);
      await here.onRest?.();
    };
    const { register, pause, wheel, clock, projector, sent, caughtUp } = await world({ sleep });
    await register(volunteerA);
    await register(volunteerB);
    await pause(volunteerA, '2026-03-02T00:00:00.000Z');
    await pause(volunteerB, '2026-03-03T00:00:10.000Z');
    clock.at = '2026-03-03T00:00:00.000Z';
    const turning = wheel();
    const done = new Promise<void>((resolve) => {
      here.onRest = async () => {
        await caughtUp();
        if (rests.length === 1) clock.at = '2026-03-03T00:00:10.000Z';
        if (rests.length === 2) resolve();
      };
    });
    turning.start();
    await done;
    await turning.stop();
    expect(rests.slice(0, 2)).toEqual([10_000, 30_000]);
    expect(sent.map(({ stream }) => stream)).toEqual([`volunteer-${volunteerA}`, `volunteer-${volunteerB}`]);
    await projector.stop();
  });

  it('sleeps where a view still holds a time that never comes', async () => {
    const rested: { with?: (ms: number) => void } = {};
    const rest = new Promise<number>((resolve) => (rested.with = resolve));
    const sleep = (ms: number, signal: AbortSignal) => {
      rested.with?.(ms);
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    const { store, projector, clock } = await world();
    const [stream, at] = [`volunteer-${volunteerA}`, '2026-11-26T12:14:99.000Z'];
    const command = { type: 'ResumeVolunteer', data: {} };
    const row = { stream, nextAt: at, timers: [{ kind: 'pause', id: 'pause', at, command }], deadlines: [] };
    const models = Object.assign(new MemoryReadModels(), {
      find: () => Promise.resolve({ rows: [{ key: stream, row }] }),
    }) as unknown as MemoryReadModels;
    const unused = { handle: () => Promise.reject(new Error('fired too early')) };
    const ports = { store, models, views: projector, cases: unused, volunteers: unused, clock };
    const turning = new TimerWheel({ ...ports, rules: new StarterRules() }, { sleep });
    turning.start();
    const restMs = await rest;
    await turning.stop();
    await projector.stop();
    expect(restMs).toBe(30_000);
  });

  it('waits for the view before it fires anything', async () => {
    const resting: { done?: () => void } = {};
    const sleep = async () => resting.done?.();
    const { register, pause, clock, store, models, projector, sent } = await world();
    await register(volunteerA);
    await pause(volunteerA, '2026-03-02T00:00:00.000Z');
    clock.at = '2026-03-03T00:00:00.000Z';
    const behind = { waitFor: () => Promise.resolve(false) };
    const unused = { handle: () => Promise.reject(new Error('fired too early')) };
    const rules = new StarterRules();
    const failures: unknown[] = [];
    const ports = { store, models, views: behind, cases: unused, volunteers: unused, rules, clock };
    const rested = new Promise<void>((resolve) => {
      resting.done = resolve;
    });
    const turning = new TimerWheel(ports, { sleep, onFailure: (error) => failures.push(error) });
    turning.start();
    await rested;
    await turning.stop();
    expect(failures).toEqual([]);
    expect(sent).toEqual([]);
    await projector.stop();
  });
});
