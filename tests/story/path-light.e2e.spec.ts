import { caseDecider } from '@threekeys/domain';
import type { Actor, Case, CaseEvent, ReportedCase } from '@threekeys/domain';
import { decodeLeaf, leafHashOf, noHash } from '@threekeys/integrity';
import type { CaseDetail, CaseHistory, CasePage, CaseState, CaseStateAt } from '@threekeys/reporting';
import { randomUUID } from 'node:crypto';
import { Caller, password, removeHome, startApp, temporaryHome } from '../support/app';
import type { RunningApp } from '../support/app';
import { threekeys } from '../support/threekeys';
import {
  assignedOf,
  CaseAtWork,
  Changes,
  done,
  leadOf,
  openOffers,
  problemOf,
  registerElectrician,
} from './path-light.fixtures';
import type { Offer, Recorded, Reported } from './path-light.fixtures';
import { Phone } from './plain-pages.fixtures';

// The story of the README: one light on a path, from the first call to the second closing. Each step goes on where the one
// before it ended.

const place = { compound: 'dawn-lane', building: '5', entrance: '1', spot: 'path' };
const mother = { name: '王桂英', phone: '19912345678' };
const daughter = { name: '王小梅', phone: '19987654321' };
const neighbour = { name: '李秀兰', phone: '19911112222' };
const courier = '飞鱼快递';
const report = {
  requester: { ...mother, relation: 'proxy', callBack: true, proxy: daughter },
  respondent: { kind: 'company', name: courier },
  channel: 'proxy',
  place,
  summary: '五号楼前小路的灯被快递车撞歪，晚上不亮，老人不敢走',
};
const minuteMs = 60_000;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * minuteMs).toISOString();

const home = temporaryHome();
let app: RunningApp;
let changes: Changes;
let clerk: Caller;
let dispatcher: Caller;
let worker: Caller;
let grid: Caller;
let admin: Caller;
let property: Caller;
let electrician: Caller;
let liaison: Caller;
let electricianId: string;
let light: CaseAtWork;
let first: Reported;
let second: Reported;

/** What the respondent, a volunteer or a company must never learn. */
const secrets = () => [
  ...[mother, daughter, neighbour].flatMap(({ name, phone }) => [name, phone]),
  ...[first, second].flatMap(({ trackingCode, requesterId }) => [trackingCode, requesterId]),
];
const told = (body: unknown) => secrets().filter((secret) => JSON.stringify(body).includes(secret));

const recordedBy = { person: 'dispatcher', channel: 'phone' };

async function openAccount(username: string, role: string): Promise<Caller> {
  await done(admin.post('/api/users', { username, password }));
  await done(admin.post('/api/organisation/commands/GrantRole', { person: username, role }));
  return Caller.signedIn(app.url, username);
}

/** Tells both requesters what came of it. */
async function tellBoth(words: string): Promise<void> {
  for (const { requesterId } of [first, second]) {
    await light.do(clerk, 'AnswerRequester', { requesterId, subjectOf: 'result', channel: 'phone', words });
  }
}

const ask = ({ requesterId }: Reported, solved: boolean) => ({
  ...{ requesterId, outcome: 'reached', channel: 'phone', contacted: true, solved },
  ...(solved ? { outcomeScore: 5, serviceScore: 5 } : { outcomeScore: 2, serviceScore: 4 }),
});

beforeAll(async () => {
  app = await startApp({ home, demo: true });
  changes = await Changes.follow(app);
  const signedIn = (name: string) => Caller.signedIn(app.url, name);
  clerk = await signedIn('clerk');
  dispatcher = await signedIn('dispatcher');
  worker = await signedIn('worker');
  grid = await signedIn('grid');
  admin = await signedIn('admin');
  property = await signedIn('property');
  electrician = await openAccount('electrician', 'volunteer');
  liaison = await signedIn('liaison');
  electricianId = await registerElectrician(dispatcher, {
    ...{ name: '陈明', phone: '19933334444', building: place.building, account: 'electrician' },
  });
});

afterAll(async () => {
  changes.close();
  await app.stop();
  removeHome(home);
});

describe('a light on a path', () => {
  it('is reported by a daughter for her mother', async () => {
    first = await done(clerk.post<Reported>('/api/cases', { ...report, occurredAt: minutesAgo(50) }));
    light = new CaseAtWork(first.caseId, changes, dispatcher);
    expect(first.number).toMatch(/^\d{4}-\d{6}$/);
    expect(first.events.map(({ type }) => type)).toEqual(['CaseReported']);
    expect(await light.now()).toMatchObject({
      status: 'reported',
      place,
      summary: report.summary,
      requesters: [{ relation: 'proxy', anonymous: false, proxy: {} }],
    });
  });

  it('is found by the next caller’s clerk at the same place, and joined', async () => {
    const at = `compound=${place.compound}&building=${place.building}&entrance=${place.entrance}`;
    const found = await done(
      clerk.get<CasePage>(`/api/cases/at-place?${at}&atLeast=${encodeURIComponent(first.position)}`),
    );
    expect(found.cases.map(({ number }) => number)).toContain(first.number);
    second = await done(
      clerk.post<Reported>(`${light.path}/commands/JoinCase`, {
        ...{ requester: neighbour, channel: 'phone', words: '我也差点摔了', occurredAt: minutesAgo(40) },
      }),
    );
    expect(second.number).toBe(first.number);
    expect(second.trackingCode).not.toBe(first.trackingCode);
    expect((await light.now()).requesters).toHaveLength(2);
  });

  it('is accepted, and a volunteer electrician of the same building is asked', async () => {
    await light.do(clerk, 'AcceptCase', { category: 'lighting' });
    const { offers } = await light.offered();
    expect(offers.map(({ volunteerId }) => volunteerId)).toContain(electricianId);
    expect(new Set(offers.map(({ basis, wave }) => `${basis} ${String(wave)}`))).toEqual(
      new Set(['offer 1']),
    );
  });

  it('is offered by a link too, which opens and takes forms at the one address', async () => {
    const { offers } = await light.offered();
    const offerId = offers.find(({ volunteerId }) => volunteerId === electricianId)?.offerId;
    const link = { kind: 'offer', offerId };
    const { path } = await done(dispatcher.post<{ path: string }>(`${light.path}/links`, link));
    const phone = new Phone(app.url);
    expect((await phone.open(path)).text).toContain('Can you help with this?');
    expect(await phone.send(path, 'nothing')).toMatchObject({ status: 422 });
    expect(await phone.open(path.slice(0, -1))).toMatchObject({ status: 404 });
  });

  it('is followed by who reported it, with the code and the end of the phone number', async () => {
    const phone = new Phone(app.url);
    const { trackingCode: code } = first;
    const page = await phone.does('/follow', 'follow', { code, digits: daughter.phone.slice(-4) });
    expect(page.text).toMatch(/Your report .*You reported it/);
    expect(page.text).toContain(report.summary);
    const wrong = { code, digits: neighbour.phone.slice(-4) };
    expect(await phone.send('/follow', 'follow', wrong)).toMatchObject({ status: 404 });
  });

  it('is taken by her, and nobody else is asked any longer', async () => {
    const { workOrderId, offers } = await light.offered();
    const offer = offers.find(({ volunteerId }) => volunteerId === electricianId);
    await light.do(electrician, 'AcceptOffer', { workOrderId, offerId: offer?.offerId });
    const now = await light.assigned();
    expect(now.status).toBe('handling');
    expect(assignedOf(now).map(({ volunteerId }) => volunteerId)).toEqual([electricianId]);
    expect(openOffers(leadOf(now))).toEqual([]);
  });

  it('is mended by her: she checks in, which is written down late, and says what she did', async () => {
    const { workOrderId, assigned } = await light.lead();
    const { events } = await light.history();
    const dispatchedAt = events.find(({ type }) => type === 'WorkOrderDispatched')?.recordedAt;
    const [own] = assigned;
    await light.do(electrician, 'CheckInVolunteer', {
      ...{ workOrderId, offerId: own?.offerId, occurredAt: dispatchedAt },
    });
    await light.do(electrician, 'ReportProgress', { workOrderId, words: '灯杆扶正，线头松了' });
    await light.do(electrician, 'ReportResult', {
      ...{ workOrderId, outcome: 'done', words: '接好线头，灯亮了', minutes: 40 },
    });
    expect((await light.now()).status).toBe('awaiting-check');
  });

  it('is checked by somebody who did not mend it', async () => {
    const check = { passed: true, found: '灯亮，杆正' };
    expect(await problemOf(light.send(electrician, 'CheckResult', check))).toEqual({
      ...{ status: 404, code: 'not-found' },
    });
    await light.do(worker, 'CheckResult', check);
    expect((await light.now()).status).toBe('awaiting-follow-up');
  });

  it('is not closed before both callers were told and asked', async () => {
    expect(await problemOf(light.send(dispatcher, 'CloseCase'))).toEqual({ status: 409, code: 'AnswerOwed' });
    await tellBoth('灯已修好');
    expect(await problemOf(light.send(dispatcher, 'CloseCase'))).toEqual({
      ...{ status: 409, code: 'FollowUpOwed' },
    });
  });

  it('goes back to work when one of them says that it is not solved', async () => {
    await light.do(clerk, 'RecordFollowUp', ask(first, true));
    await light.do(clerk, 'RecordFollowUp', { ...ask(second, false), words: '半夜又灭了' });
    const now = await light.now();
    expect([now.status, now.flags.reworked]).toEqual(['handling', 1]);
  });

  it('is helped by the property company, which never learns who reported', async () => {
    const workOrderId = randomUUID();
    const assignee = { kind: 'post', post: 'property-liaison', person: 'liaison' };
    await light.do(dispatcher, 'DispatchWorkOrder', {
      order: { workOrderId, part: 'support', assignee },
      override: { reason: 'local-knowledge', words: '物业有梯子' },
    });
    const seen = await light.now(liaison);
    expect([seen.summary, seen.place.spot]).toEqual([report.summary, 'path']);
    await light.do(liaison, 'AcknowledgeWorkOrder', { workOrderId });
    await light.do(liaison, 'ReportResult', { workOrderId, outcome: 'done', words: '梯子送到' });
    expect((await light.now()).status).toBe('handling');
  });

  it('is not checked by the grid worker who held the ladder', async () => {
    const { workOrderId } = await light.lead();
    await light.do(dispatcher, 'ReportResult', {
      ...{ workOrderId, outcome: 'done', words: '换了整个灯头', minutes: 60 },
      doneBy: [electricianId, 'grid'],
    });
    const check = { passed: true, found: '连看两晚都亮' };
    expect(await problemOf(light.send(grid, 'CheckResult', check))).toEqual({
      ...{ status: 409, code: 'DoerMayNotCheck' },
    });
    await light.do(worker, 'CheckResult', check);
    expect(await problemOf(light.send(grid, 'RecordFollowUp', ask(first, true)))).toEqual({
      ...{ status: 409, code: 'DoerMayNotFollowUp' },
    });
  });

  it('is closed by the system after the last of them has said that it is solved', async () => {
    await tellBoth('灯头已整个更换');
    for (const each of [first, second]) await light.do(clerk, 'RecordFollowUp', ask(each, true));
    const now = await light.until(({ status }) => status === 'closed');
    expect([now.closedAs, now.round]).toEqual(['solved', 1]);
    const { events } = await light.history();
    expect(events.at(-1)).toMatchObject({ type: 'CaseClosed', actor: { id: 'dispatch', role: 'service' } });
  });

  it('is reopened by the neighbour when it goes out again, as a round of its own', async () => {
    await light.do(clerk, 'RequestReopening', { requesterId: second.requesterId, reason: '下雨后又不亮' });
    const { offers } = await light.offered();
    expect(offers.length).toBeGreaterThanOrEqual(1);
    const now = await light.now();
    expect([now.round, now.status, now.flags.reopened]).toEqual([2, 'dispatched', 1]);
    expect(now.closedAs).toBeUndefined();
  });

  it('is mended once more, checked, told and asked, and closed again', async () => {
    const { workOrderId, offers } = await light.offered();
    await light.do(dispatcher, 'AcceptOffer', { workOrderId, offerId: offers[0]?.offerId, recordedBy });
    const [{ offerId } = { offerId: '' }] = assignedOf(await light.assigned());
    await light.do(dispatcher, 'CheckInVolunteer', { workOrderId, offerId, recordedBy });
    await light.do(dispatcher, 'ReportResult', {
      ...{ workOrderId, outcome: 'done', words: '加了防水盒', minutes: 90 },
    });
    await light.do(worker, 'CheckResult', { passed: true, found: '浇水试过，不灭' });
    await tellBoth('加了防水盒');
    for (const each of [first, second]) await light.do(clerk, 'RecordFollowUp', ask(each, true));
    const now = await light.until(({ status }) => status === 'closed');
    expect([now.closedAs, now.round]).toEqual(['solved', 2]);
  });
});

describe('the history of the light', () => {
  let history: CaseHistory;
  let leaves: readonly Buffer[];
  beforeAll(async () => {
    history = await light.history();
    const stored = await done(dispatcher.get<{ leaves: readonly string[] }>(`${light.path}/leaves`));
    leaves = stored.leaves.map((leaf) => Buffer.from(leaf, 'utf8'));
  });

  it('tells every step in its order', () => {
    const ofAsking = ['VolunteerOffered', 'OfferWithdrawn'];
    const steps = history.events.map(({ type }) => type).filter((type) => !ofAsking.includes(type));
    const ending = [...['RequesterAnswered', 'RequesterAnswered', 'FollowUpRecorded', 'FollowUpRecorded']];
    const taken = ['WorkOrderDispatched', 'OfferAccepted', 'VolunteerAssigned', 'VolunteerCheckedIn'];
    const passed = ['ResultReported', 'ResultChecked', 'CaseHandled', ...ending];
    expect(steps).toEqual([
      ...['CaseReported', 'RequesterJoined', 'CaseAccepted', 'CaseFiled'],
      ...taken,
      ...['ProgressReported', ...passed, 'VolunteerReleased', 'ReworkOrdered'],
      ...['WorkOrderDispatched', 'WorkOrderAcknowledged', 'ResultReported', ...passed, 'CaseClosed'],
      ...['ReopeningRequested', 'CaseReopened', ...taken, ...passed, 'CaseClosed'],
    ]);
  });

  it('names one accountable person at every moment, the one whom its events name', async () => {
    let named: unknown;
    for (const { revision, data } of history.events) {
      named = data.accountable ?? (data.from !== undefined ? data.to : undefined) ?? named;
      const { state } = await done(dispatcher.get<CaseStateAt>(`${light.path}/state?revision=${revision}`));
      expect({ revision, accountable: state.accountable }).toEqual({ revision, accountable: named });
      expect(state.accountable.person).toMatch(/./);
    }
  });

  it('is, at each revision, the fold of the stored bytes up to it', async () => {
    let folded: Case = caseDecider.initialState;
    for (const [revision, leaf] of leaves.entries()) {
      const { type, data, recordedAt, occurredAt, actor } = decodeLeaf(leaf);
      const event = { type, data } as unknown as CaseEvent;
      folded = caseDecider.evolve(folded, event, { recordedAt, occurredAt, by: actor as Actor });
      const at = await done(dispatcher.get<CaseStateAt>(`${light.path}/state?revision=${revision}`));
      expect(at).toMatchObject({ revision, recordedAt, number: first.number });
      expect({ revision, ...shownEssence(at.state) }).toEqual({
        revision,
        ...foldedEssence(folded as ReportedCase),
      });
    }
    const {
      revision: last,
      leafHash: _,
      allowed: _allowed,
      correctable: _correctable,
      hasHistory: _hasHistory,
      ...now
    } = await light.now();
    const end = await done(dispatcher.get<CaseStateAt>(`${light.path}/state?revision=${last}`));
    expect(now).toEqual(end.state);
  });

  it('is a chain of hashes from the first leaf to the one that the answer to the last command named', async () => {
    let previous = noHash;
    for (const [index, leaf] of leaves.entries()) {
      expect(decodeLeaf(leaf).prev).toBe(previous);
      previous = leafHashOf(leaf);
      expect(history.events[index]?.leafHash).toBe(previous);
    }
    expect((await light.now()).leafHash).toBe(previous);
  });

  it('says what was known at an instant, by number too', async () => {
    const accepted = history.events.find(({ type }) => type === 'CaseAccepted');
    const asOf = encodeURIComponent(accepted?.recordedAt ?? '');
    const known = await done(dispatcher.get<CaseHistory>(`/api/cases/${first.number}/history?asOf=${asOf}`));
    expect(known.events.map(({ type }) => type)).toEqual(['CaseReported', 'RequesterJoined', 'CaseAccepted']);
    expect(known.status).toBe('accepted');
    const then = await done(dispatcher.get<CaseStateAt>(`${light.path}/state?asOf=${asOf}`));
    expect([then.revision, then.state.status]).toEqual([accepted?.revision, 'accepted']);
    const before = dispatcher.get(`${light.path}/state?asOf=2020-01-01T00:00:00.000Z`);
    expect(await problemOf(before)).toEqual({ status: 404, code: 'not-found' });
  });

  it('orders what happened by when it happened, beside when it was known', async () => {
    const { facts = [] } = await light.history('?clock=known,true');
    const checkedIn = facts.findIndex(({ type }) => type === 'VolunteerCheckedIn');
    const accepted = facts.findIndex(({ type }) => type === 'OfferAccepted');
    expect(facts).toHaveLength(history.events.length);
    expect(checkedIn).toBeLessThan(accepted);
    expect(history.events.findIndex(({ type }) => type === 'VolunteerCheckedIn')).toBeGreaterThan(
      history.events.findIndex(({ type }) => type === 'OfferAccepted'),
    );
  });

  it('shows who reported to staff masked, and to the volunteer, the company and the complained-about not at all', async () => {
    const staff = await light.now();
    expect(staff.requesters.map(({ name }) => name)).not.toContain(mother.name);
    expect(told(staff.requesters).filter((secret) => !isRequesterId(secret))).toEqual([]);
    for (const by of [electrician, liaison, property]) {
      const seen: CaseDetail = await light.now(by);
      expect([seen.number, seen.requesters, seen.respondent]).toEqual([first.number, [], undefined]);
      expect(told(seen)).toEqual([]);
      expect(JSON.stringify(seen)).not.toContain(courier);
      expect(await problemOf(by.get(`${light.path}/history`))).toMatchObject({ status: 404 });
      expect(await problemOf(by.get(`${light.path}/leaves`))).toMatchObject({ status: 404 });
    }
    expect(
      leaves.flatMap((leaf) => told(leaf.toString('utf8'))).filter((each) => !isRequesterId(each)),
    ).toEqual([]);
  });
});

describe('a command about the light', () => {
  const progress = () => ({ requesterId: second.requesterId, purpose: 'clarify', channel: 'phone' });
  const path = () => `${light.path}/commands/RequestReopening`;

  it('answers the same when it is repeated, and records nothing twice', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const again = { ...report, requester: neighbour, summary: '另一盏灯' };
    const answer = await clerk.post<Reported>('/api/cases', again, headers);
    const repeat = await clerk.post<Reported>('/api/cases', again, headers);
    expect([answer.status, repeat.status]).toEqual([201, 201]);
    const { position: _first, ...once } = answer.body;
    const { position: _second, ...twice } = repeat.body;
    expect(twice).toEqual(once);
    const other = new CaseAtWork(answer.body.caseId, changes, dispatcher);
    expect(await other.types()).toEqual(['CaseReported']);
  });

  it('is refused with 422 under the key of another body', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const other = await done(clerk.post<Reported>('/api/cases', { ...report, summary: '第三盏灯' }));
    const at = `/api/cases/${other.caseId}/commands`;
    const contact = { ...progress(), requesterId: other.requesterId };
    await done(clerk.post<Recorded>(`${at}/RecordContact`, { ...contact, reached: true }, headers));
    const reused = clerk.post(`${at}/RecordContact`, { ...contact, reached: false }, headers);
    expect(await problemOf(reused)).toEqual({ status: 422, code: 'key-reused' });
  });

  it('is refused with 412 where the case is not as the caller thinks, and accepted where it is', async () => {
    const { revision } = await light.now();
    const body = { requesterId: first.requesterId, reason: '灯又灭了' };
    const stale = clerk.post(path(), body, { 'if-match': `"${String(revision - 1)}"` });
    expect(await problemOf(stale)).toEqual({ status: 412, code: 'revision-not-as-expected' });
    expect((await light.now()).revision).toBe(revision);
    await done(clerk.post(path(), body, { 'if-match': `"${String(revision)}"` }));
    expect((await light.until(({ status }) => status === 'dispatched')).flags.supervised).toBe(true);
  });
});

describe('the files of the light', () => {
  it('are proved unaltered by threekeys verify, with every view equal to a replay', async () => {
    const running = await threekeys(home, 'verify');
    expect(running.result).toMatchObject({ ok: true, views: 'equal' });
    expect(running.code).toBe(0);
  });
});

const isRequesterId = (secret: string) => [first.requesterId, second.requesterId].includes(secret);

interface Essence {
  readonly [what: string]: unknown;
}

/** What decider and view both know of a case, in one shape. */
function foldedEssence(state: ReportedCase): Essence {
  const { returned, reworked, reopened, supervised } = state.flags;
  return {
    ...{ status: state.status, category: state.category, urgency: state.urgency, closedAs: state.closedAs },
    ...{ accountable: state.accountable, unit: state.unit, level: state.level },
    ...{ round: state.rounds.length, flags: { returned, reworked, reopened, supervised } },
    requesters: state.requesters.map(({ requesterId, withdrawn }) => ({ requesterId, withdrawn })),
    orders: state.rounds.flatMap(({ orders, round }) =>
      orders.map(({ workOrderId, part, offers }) => ({ workOrderId, part, round, asked: idsOf(offers) })),
    ),
    deadlines: state.deadlines.map(({ name, dueAt }) => `${name} ${dueAt}`).sort(),
  };
}

function shownEssence(state: CaseState): Essence {
  const { returned, reworked, reopened, supervised } = state.flags;
  return {
    ...{ status: state.status, category: state.category, urgency: state.urgency, closedAs: state.closedAs },
    ...{ accountable: state.accountable, unit: state.unit, level: state.level },
    ...{ round: state.round, flags: { returned, reworked, reopened, supervised } },
    requesters: state.requesters.map(({ requesterId, withdrawn }) => ({ requesterId, withdrawn })),
    orders: state.orders.map(({ workOrderId, part, round, offers }) => ({
      ...{ workOrderId, part, round, asked: idsOf(offers) },
    })),
    deadlines: state.deadlines.map(({ name, dueAt }) => `${name} ${dueAt}`).sort(),
  };
}

const idsOf = (offers: readonly Pick<Offer, 'offerId'>[]) => offers.map(({ offerId }) => offerId).sort();
