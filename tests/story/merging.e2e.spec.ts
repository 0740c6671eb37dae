import { randomUUID } from 'node:crypto';
import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done, openOffers, leadOf, problemOf, registerElectrician } from './path-light.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';

// 并单: the same outage, reported twice.

let office: Office;
let dispatcher: Caller;
let auditor: Caller;

interface Opened {
  readonly accesses: readonly {
    readonly actor: { readonly id: string };
    readonly fields: readonly string[];
  }[];
}
interface History {
  readonly events: readonly { readonly data: Readonly<Record<string, unknown>> }[];
}
interface Revealed {
  readonly fields: readonly { readonly name: string; readonly value: string | null }[];
}

beforeAll(async () => {
  office = await Office.open();
  await signIn();
});
afterAll(() => office.close());

async function signIn(): Promise<void> {
  dispatcher = await office.signedIn('dispatcher');
  auditor = await office.signedIn('auditor');
}

async function reported(differently: Readonly<Record<string, unknown>> = {}): Promise<Reported> {
  const answer = await done(
    office.staff.post<Reported>('/api/cases', {
      ...{ channel: 'phone', place: { compound: 'dawn-lane', building: '5' }, summary: '五号楼停电' },
      ...{ requester: { name: '王桂英', phone: '19912345678' }, ...differently },
    }),
  );
  await office.settle();
  return answer;
}

const secondCall = () =>
  reported({
    summary: '楼道也没电',
    channel: 'visit',
    requester: {
      ...{ name: '赵金凤', phone: '19987654321', relation: 'proxy', callBack: true },
      proxy: { name: '赵小军', phone: '19900001111' },
    },
  });

const merge = (from: CaseAtWork, into: string, more: Readonly<Record<string, unknown>> = {}) =>
  from.send(dispatcher, 'MergeCase', { into, ...more });

const joined = async ({ caseId }: Reported) => (await office.caseAt(caseId).now()).requesters.length;

const revealed = async (of: CaseAtWork) => {
  const request = { fields: ['requesters', 'trackingCodes'], purpose: 'contact' };
  const { fields } = await done(dispatcher.post<Revealed>(`${of.path}/reveal`, request));
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
};

describe('a second report of the same matter', () => {
  it('is merged by the number of the first: who reported it, and their words, go on there', async () => {
    const first = await reported();
    const second = await secondCall();
    const [kept, merged] = [office.caseAt(first.caseId), office.caseAt(second.caseId)];
    await done(merge(merged, first.number));
    await office.settle();

    const now = await merged.now();
    expect([now.status, now.mergedInto, now.deadlines]).toEqual(['merged', first.caseId, []]);
    const { requesters } = await kept.now();
    expect(requesters).toMatchObject([
      { requesterId: first.requesterId },
      { requesterId: second.requesterId, relation: 'proxy', callBack: true, name: '赵*凤' },
    ]);
    expect(await revealed(kept)).toMatchObject({
      'requesters/1/name': '赵金凤',
      'requesters/1/phone': '19987654321',
      'requesters/1/proxy/name': '赵小军',
      'requesters/1/trackingCode': second.trackingCode,
    });
    const { events } = await kept.history();
    expect(events.at(-1)).toMatchObject({
      type: 'RequesterJoined',
      data: { from: second.caseId, channel: 'visit', words: '楼道也没电' },
    });
  });

  it('is opened through the gate, for whoever merged it', async () => {
    const { accesses } = await done(auditor.get<Opened>('/api/access?actor=dispatcher'));
    expect(accesses.some(({ fields }) => fields.includes('merge'))).toBe(true);
  });

  it('owes its requester an answer in the case that goes on, and may say so in the one that ended', async () => {
    const first = await reported();
    const second = await secondCall();
    const merged = office.caseAt(second.caseId);
    await done(merge(merged, first.caseId));
    await merged.do(dispatcher, 'AnswerRequester', {
      ...{ requesterId: second.requesterId, subjectOf: 'merge', channel: 'phone', words: '并到前一个事件' },
    });
    const [, joined] = (await office.caseAt(first.caseId).now()).requesters;
    expect([joined?.requesterId, joined?.answered]).toEqual([second.requesterId, undefined]);
  });

  it('records nothing new where it is sent again, under the same key or another', async () => {
    const first = await reported();
    const second = await secondCall();
    const merged = office.caseAt(second.caseId);
    const headers = { 'idempotency-key': 'b0a4bb0e-7a3c-4f0e-9d6b-3f0f5a4f7e11' };
    const send = () => merged.send(dispatcher, 'MergeCase', { into: first.caseId }, headers);
    const answer = await done(send());
    const size = await office.size();
    expect(await done(send())).toMatchObject({ revision: answer.revision, events: answer.events });
    expect(await problemOf(merge(merged, first.caseId))).toEqual({ status: 409, code: 'CommandNotInStatus' });
    expect(await office.size()).toBe(size);
  });

  describe('after a crash between the two appends', () => {
    /** A merge of two requesters that dies before an append to one of the cases; which, the index of the append says. */
    async function cutShort(dies: (stream: string, of: { first: Reported; second: Reported }) => boolean) {
      const [first, second] = [await reported(), await secondCall()];
      const merged = office.caseAt(second.caseId);
      const third = { name: '孙国平', phone: '19911112222' };
      await merged.do(office.staff, 'JoinCase', { requester: third, words: '我家也停', channel: 'phone' });
      await office.settle();
      const headers = { 'idempotency-key': randomUUID() };
      const send = () =>
        office.caseAt(second.caseId).send(dispatcher, 'MergeCase', { into: first.caseId }, headers);
      // Planted: the process is gone from the append on that dies, and with it every reaction of that life.
      const { store } = office['running'].engine.stores;
      const append = store.append.bind(store);
      let isGone = false;
      const appending = jest.spyOn(store, 'append').mockImplementation((stream, ...rest) => {
        isGone ||= dies(stream, { first, second });
        return isGone ? Promise.reject(new Error('crashed')) : append(stream, ...rest);
      });
      expect(await problemOf(send())).toMatchObject({ status: 500 });
      const before = { status: await statusInLog(second), joined: await joinedInLog(first) };
      await office.restart();
      appending.mockRestore();
      await signIn();
      await office.settle();
      return { first, second, merged: office.caseAt(second.caseId), before, send };
    }
    const eventsOf = async ({ caseId }: Reported) => (await office.caseAt(caseId).history()).events;
    const statusInLog = async (of: Reported) =>
      (await eventsOf(of)).some(({ type }) => type === 'CaseMerged') ? 'merged' : 'open';
    const joinedInLog = async (of: Reported) =>
      (await eventsOf(of)).filter(({ type }) => type === 'RequesterJoined').length;
    const ofSecond = (stream: string, { second }: { second: Reported }) => stream === `case-${second.caseId}`;

    it('is finished by itself, by who began it, and nobody is doubled', async () => {
      const { first, second, merged, before } = await cutShort(ofSecond);
      expect(before).toEqual({ status: 'open', joined: 2 });
      expect([(await merged.now()).status, await joined(first)]).toEqual(['merged', 3]);
      expect((await eventsOf(second)).at(-1)).toMatchObject({
        ...{ type: 'CaseMerged', actor: { id: 'dispatcher' } },
      });
    });

    it('takes along who had not joined yet', async () => {
      let joins = 0;
      const atTheSecondJoin = (stream: string, { first }: { first: Reported }) =>
        stream === `case-${first.caseId}` && (joins += 1) === 2;
      const { first, merged, before } = await cutShort(atTheSecondJoin);
      expect(before).toEqual({ status: 'open', joined: 1 });
      expect([(await merged.now()).status, await joined(first)]).toEqual(['merged', 3]);
      const { requesters } = await office.caseAt(first.caseId).now();
      expect(new Set(requesters.map(({ requesterId }) => requesterId)).size).toBe(3);
    });

    it('answers whoever sends it again with what was recorded, and records nothing new', async () => {
      const { send } = await cutShort(ofSecond);
      const size = await office.size();
      expect((await done(send())).events.map(({ type }) => type)).toEqual(['CaseMerged']);
      expect(await office.size()).toBe(size);
    });
  });

  it('is not merged where it was changed since it was looked at, and nobody has joined', async () => {
    const first = await reported();
    const merged = office.caseAt((await secondCall()).caseId);
    const headers = { 'if-match': '"7"' };
    const answer = merged.send(dispatcher, 'MergeCase', { into: first.caseId }, headers);
    expect(await problemOf(answer)).toMatchObject({ status: 412 });
    expect((await office.caseAt(first.caseId).now()).requesters).toHaveLength(1);
  });
});

describe('cases that are merged into each other at once', () => {
  const requestersOf = async (of: CaseAtWork) =>
    (await of.now()).requesters.map(({ requesterId }) => requesterId).sort();

  it('end up as the older of two, and nobody is left behind', async () => {
    const [one, other] = [await reported(), await secondCall()];
    const [a, b] = [office.caseAt(one.caseId), office.caseAt(other.caseId)];
    const [wrongWay] = await Promise.all([problemOf(merge(a, other.caseId)), done(merge(b, one.caseId))]);
    expect(wrongWay).toEqual({ status: 409, code: 'MergesIntoYounger' });
    await office.settle();
    expect([(await a.now()).status, (await b.now()).status]).toEqual(['reported', 'merged']);
    expect(await requestersOf(a)).toEqual([one.requesterId, other.requesterId].sort());
  });

  it('end up as the oldest of three in a ring', async () => {
    const three = [await reported(), await secondCall(), await reported({ summary: '又停了' })];
    const [a, b, c] = three.map(({ caseId }) => office.caseAt(caseId)) as [
      CaseAtWork,
      CaseAtWork,
      CaseAtWork,
    ];
    const [, , wrongWay] = await Promise.all([
      ...[merge(b, a.caseId), merge(c, b.caseId)],
      problemOf(merge(a, c.caseId)),
    ]);
    expect(wrongWay).toEqual({ status: 409, code: 'MergesIntoYounger' });
    await office.settle();
    // The youngest may have been refused by a case that was just ending; then it is still there to be merged.
    if ((await c.now()).status !== 'merged') await done(merge(c, a.caseId));
    await office.settle();
    const statuses = await Promise.all([a, b, c].map(async (each) => (await each.now()).status));
    expect(statuses).toEqual(['reported', 'merged', 'merged']);
    expect(await requestersOf(a)).toEqual(three.map(({ requesterId }) => requesterId).sort());
  });
});

describe('a complaint about somebody whom it shuts out', () => {
  const sister = { kind: 'person', name: '李某', keptOut: ['grid'] };
  const words = '网格员的妹妹扰民';

  /** The words of whoever joined, as the grid worker hears them; nothing where there is no such case for them. */
  const heardByGrid = async (of: CaseAtWork) => {
    const answer = await (await office.signedIn('grid')).get<History>(`${of.path}/history`);
    return answer.status === 404 ? 'nothing' : answer.body.events.map(({ data }) => data['words']);
  };

  it('is not merged to where they read it', async () => {
    const open = office.caseAt((await reported()).caseId);
    const about = office.caseAt((await reported({ summary: words, respondent: sister })).caseId);
    expect(await heardByGrid(about)).toBe('nothing');
    const refused = { status: 409, code: 'MergeTargetLessShut' };
    expect(await problemOf(merge(about, open.caseId))).toEqual(refused);
    await office.settle();
    expect((await about.now()).status).toBe('reported');
    expect((await open.now()).requesters).toHaveLength(1);
    expect(await heardByGrid(open)).not.toContain(words);
  });

  it('is merged into another complaint about them, and they read neither', async () => {
    const before = office.caseAt((await reported({ respondent: sister })).caseId);
    const about = office.caseAt((await reported({ summary: words, respondent: sister })).caseId);
    await done(merge(about, before.caseId));
    await office.settle();
    expect([await heardByGrid(before), await heardByGrid(about)]).toEqual(['nothing', 'nothing']);
  });

  it('is not merged to where a volunteer who is complained about is not known', async () => {
    const known = { kind: 'person', name: '李某', phone: '19955556666' };
    const unknown = office.caseAt(
      (await reported({ respondent: { ...known, phone: '19955557777' } })).caseId,
    );
    const before = office.caseAt((await reported({ respondent: known })).caseId);
    const about = office.caseAt((await reported({ respondent: known })).caseId);
    expect(await problemOf(merge(about, unknown.caseId))).toMatchObject({ code: 'MergeTargetLessShut' });
    await done(merge(about, before.caseId));
  });

  it('is nothing to merge into for them: what they report themselves does not open it', async () => {
    const about = await reported({ summary: words, respondent: sister });
    const grid = await office.signedIn('grid');
    const own = { channel: 'phone', place: { compound: 'dawn-lane', building: '5' }, summary: '五号楼停电' };
    const { caseId } = await done(grid.post<Reported>('/api/cases', own));
    await office.settle();
    const answer = async (into: string) => {
      const { status, body } = await office.caseAt(caseId).send(grid, 'MergeCase', { into });
      return { status, ...body, instance: undefined };
    };
    expect(await answer(about.number)).toEqual(await answer('2026-999999'));
    expect(await answer(about.caseId)).toEqual(await answer(randomUUID()));
    expect(await answer(about.number)).toMatchObject({ status: 409, code: 'MergeTargetNotOpen' });
    await office.settle();
    expect(await office.caseAt(about.caseId).types()).not.toContain('RequesterJoined');
    expect((await office.caseAt(caseId).now()).status).toBe('reported');
  });

  it('stays confidential', async () => {
    const open = office.caseAt((await reported()).caseId);
    const quiet = office.caseAt((await reported({ confidential: true })).caseId);
    const refused = { status: 409, code: 'MergeTargetNotConfidential' };
    expect(await problemOf(merge(quiet, open.caseId))).toEqual(refused);
  });
});

describe('a case under way', () => {
  it('ends its order, its offers and its bookings', async () => {
    const asked = [1, 2].map((n) => ({
      name: `电工${String(n)}`,
      phone: `1993333555${String(n)}`,
      building: '5',
    }));
    const volunteers = await Promise.all(asked.map((each) => registerElectrician(office.staff, each)));
    await office.settle();
    const first = await reported();
    const light = await office.light('路灯不亮');
    const order = leadOf(await light.now());
    const [offer] = openOffers(order);
    const recordedBy = { person: 'operator', channel: 'phone' };
    const accept = { workOrderId: order?.workOrderId, offerId: offer?.offerId, recordedBy };
    await light.do(office.staff, 'AcceptOffer', accept);
    await office.settle();
    await done(merge(light, first.caseId));
    await office.settle();
    const [ended] = (await light.now()).orders;
    expect(ended).toMatchObject({ status: 'ended', assigned: [{ status: 'released' }] });
    expect(openOffers(ended)).toEqual([]);
    const { work } = await done(
      office.staff.get<{ work: readonly unknown[] }>(`/api/work?live=true&person=${volunteers[0] ?? ''}`),
    );
    expect(work).toEqual([]);
  });
});

describe('a case that does not fit', () => {
  it('is merged neither into itself, nor into nothing, nor into one that has ended', async () => {
    const gone = await reported();
    const first = await reported();
    const one = office.caseAt(first.caseId);
    const refused = async (into: string) => problemOf(merge(one, into));
    expect(await refused(first.number)).toEqual({ status: 409, code: 'MergesIntoItself' });
    expect(await refused('2026-999999')).toEqual({ status: 409, code: 'MergeTargetNotOpen' });
    await office.caseAt(gone.caseId).do(office.staff, 'DeclineCase', { ground: 'no-matter' });
    expect(await refused(gone.caseId)).toEqual({ status: 409, code: 'MergeTargetNotOpen' });
    expect(await problemOf(merge(one, 'the other one'))).toMatchObject({ status: 400 });
  });

  it('of another compound is merged only where that is named', async () => {
    const far = await reported({ place: { compound: 'plane-court', building: '18' } });
    const one = office.caseAt((await reported()).caseId);
    expect(await problemOf(merge(one, far.caseId))).toEqual({ status: 409, code: 'OtherCompound' });
    await done(merge(one, far.caseId, { compound: 'plane-court' }));
    expect((await one.now()).status).toBe('merged');
  });

  it('takes what was found by the service from no caller', async () => {
    const one = office.caseAt((await reported()).caseId);
    const target = { open: true, compound: 'dawn-lane', number: '2025-000001', confidential: true };
    const forged = merge(one, one.caseId, { target });
    expect(await problemOf(forged)).toMatchObject({ status: 400 });
    const join = { words: '也是', channel: 'phone', from: one.caseId };
    expect(await problemOf(one.send(office.staff, 'JoinCase', join))).toMatchObject({ status: 400 });
  });
});
