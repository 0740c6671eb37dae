import { allRoutes } from '@threekeys/all-in-one';
import { mayDo, mayEver, permissions } from '@threekeys/auth';
import type { RoleGrant } from '@threekeys/auth';
import type { Route } from '@threekeys/http';
import { randomUUID } from 'node:crypto';
import { demoAccounts, propertyCompany } from '../../apps/all-in-one/src/demo/community';
import { Caller, password } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done, registerElectrician } from './path-light.fixtures';
import type { Reported } from './path-light.fixtures';

/** Roles that nobody of the demo signs in with. */
const alsoPeople = {
  resident: 'resident',
  mediator: 'mediator',
  handler: 'handler',
  head: 'courtyard-head',
} as const;
const parties = ['branch', 'owners', 'property'];

interface Person {
  readonly name: string;
  readonly grants: readonly RoleGrant[];
  readonly caller: Caller;
}

let office: Office;
let people: readonly Person[];

const grantsOf = (name: string, role: RoleGrant['role']): readonly RoleGrant[] => [
  { role, ...(parties.includes(name) && { party: name, scope: 'dawn-lane' }) },
  ...(name === 'property' ? [{ role, party: name, scope: propertyCompany }] : []),
];

beforeAll(async () => {
  office = await Office.open();
  for (const [person, role] of Object.entries(alsoPeople)) {
    await done(office.staff.post('/api/users', { username: person, password }));
    await done(office.staff.post('/api/organisation/commands/GrantRole', { person, role }));
  }
  await office.settle();
  const everybody = Object.entries({ ...demoAccounts, ...alsoPeople });
  people = await Promise.all(
    everybody.map(async ([name, role]) => ({
      ...{ name, grants: grantsOf(name, role), caller: await office.signedIn(name) },
    })),
  );
});
afterAll(() => office.close());

interface Asked {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** What it was answered, without what differs from request to request. */
async function answerTo(
  by: Caller,
  { method, path, body }: Asked,
): Promise<{ status: number; body: unknown }> {
  const headers: Record<string, string> = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
  const sent = method === 'POST' ? JSON.stringify(body ?? {}) : undefined;
  const answer = await by.send<Record<string, unknown> | undefined>(method, path, sent, headers);
  const { instance: _instance, ...rest } = answer.body ?? {};
  return { status: answer.status, body: rest };
}

/** Everybody asks each of these. @returns where the answer is another than the table's */
async function againstTable(
  asked: readonly Asked[],
  may: (person: Person, what: string) => boolean,
): Promise<readonly string[]> {
  const nothing = await answerTo(office.staff, { what: '', method: 'GET', path: '/api/nothing-here' });
  expect(nothing.status).toBe(404);
  const wrong: string[] = [];
  for (const each of asked) {
    for (const person of people) {
      const { status, body } = await answerTo(person.caller, each);
      const looksLikeNothing = JSON.stringify(body) === JSON.stringify(nothing.body);
      const isRight = may(person, each.what)
        ? ![401, 403, 404].includes(status) && status < 500
        : status === 404 && looksLikeNothing;
      if (!isRight) wrong.push(`${person.name}: ${each.method} ${each.path} → ${status}`);
    }
  }
  return wrong;
}

const isClosed = ({ permission, mediaType }: Route) =>
  permission !== 'open' && mediaType !== 'text/event-stream';
const filledIn = (path: string) =>
  path
    .replace('{compound}', 'dawn-lane')
    .replace('{username}', 'nobody-yet')
    .replace(/\{\w+\}/, randomUUID());
/** Right in its path and wrong in its query and its body, so that whoever is let in changes nothing. */
const wronglyAsked = ({ permission, method, path }: Route): Asked => ({
  what: permission,
  method: method.toUpperCase(),
  path: `${filledIn(path)}?unexpected=1`,
  body: { unexpected: 1 },
});

describe('each route', () => {
  it('is there for the roles of the permission table, and for the others looks like what is not there', async () => {
    const before = await office.size();
    const asked = allRoutes.filter(isClosed).map(wronglyAsked);
    expect(asked.length).toBeGreaterThan(80);
    const may = ({ grants }: Person, what: string) => what === 'signed-in' || mayEver(grants, what);
    expect(await againstTable(asked, may)).toEqual([]);
    expect(await office.size()).toBe(before);
  });

  it('asks who is there, unless it is open to everybody', async () => {
    const nobody = Caller.nobody(office.url);
    for (const route of allRoutes.filter(({ permission }) => permission !== 'open')) {
      const { status } = await answerTo(nobody, wronglyAsked(route));
      expect([route.operation, status]).toEqual([route.operation, 401]);
    }
  });
});

const [workOrderId, offerId, volunteerId, requesterId, requestId] = Array.from({ length: 5 }, () =>
  randomUUID(),
);
const said = { channel: 'phone', words: '好' };
const window = { from: '2026-03-03T01:00:00.000Z', to: '2026-03-03T02:00:00.000Z' };

/** Well-formed commands about a case; the ids in them are nobody's. */
const ofCase: Readonly<Record<string, unknown>> = {
  AcceptCase: { category: 'lighting' },
  DeclineCase: { ground: 'no-matter' },
  AnswerDirectly: said,
  RecordHandledOnSpot: { category: 'lighting', ...said },
  VerifyFacts: { found: '好' },
  DetermineResponsibility: { kind: 'unclear', basis: 'regulation' },
  TakeSafetyMeasure: { measure: 'cordon', words: '好' },
  EscalateCase: { reason: 'not-settled' },
  FileCase: { level: 'community', unit: 'community' },
  DispatchWorkOrder: { order: { workOrderId, part: 'lead', assignee: { kind: 'volunteers' } } },
  ReassignWorkOrder: { workOrderId, to: { kind: 'volunteers' }, reason: 'safety' },
  TransferAccountability: { to: { post: 'duty-desk', person: 'duty-desk' }, reason: 'absence' },
  AcknowledgeWorkOrder: { workOrderId },
  ReturnWorkOrder: { workOrderId, ground: 'capacity' },
  OfferToVolunteer: { workOrderId, volunteerId, window, wave: 1, basis: 'offer' },
  AcceptOffer: { workOrderId, offerId },
  DeclineOffer: { workOrderId, offerId },
  WithdrawOffer: { workOrderId, offerId, reason: 'safety' },
  ReleaseVolunteer: { workOrderId, offerId, reason: 'safety' },
  CheckInVolunteer: { workOrderId, offerId },
  RecordNoShow: { workOrderId, offerId },
  StartHandling: { workOrderId },
  ReportProgress: { workOrderId, words: '好' },
  ReportResult: { workOrderId, outcome: 'done', words: '好' },
  CheckResult: { passed: true, found: '好' },
  RecordContact: { requesterId, purpose: 'clarify', channel: 'phone', reached: false },
  AnswerRequester: { requesterId, subjectOf: 'decline', ...said },
  RecordFollowUp: { requesterId, outcome: 'refused', channel: 'phone' },
  WithdrawRequest: { requesterId },
  RequestReopening: { requesterId, reason: '好' },
  GrantReopening: { requestId },
  RefuseReopening: { requestId, ground: 'nothing-new' },
  AmendReport: { requesterId, fields: { confidential: true }, supersedes: requestId },
  MergeCase: { into: randomUUID() },
  ReferCase: { body: 'police', basis: 'outside-powers' },
  RecordSettlement: { workOrderId, form: 'oral', requesterIds: [requesterId], terms: '好' },
  RecordSettlementFailure: { workOrderId, reason: 'no-agreement', rightsExplained: true },
  ConsentToDisclosure: { requesterId },
  ProposePlan: {
    version: 1,
    plan: {
      ...{ content: '好', costFen: 1, payer: 'property', source: 'service-fee', scope: '好' },
      term: '2026-05-01',
    },
  },
  TurnKey: { party: 'owners', version: 1, holder: 'nobody' },
  RefuseKey: { party: 'owners', version: 1, holder: 'nobody', reason: 'cost' },
  TakeKeyBack: { party: 'owners', version: 1, holder: 'nobody' },
  CloseCase: {},
};
const readsOfCase = (at: string): readonly Asked[] => [
  { what: 'cases.read', method: 'GET', path: at },
  { what: 'cases.history', method: 'GET', path: `${at}/history` },
  { what: 'cases.history', method: 'GET', path: `${at}/leaves` },
  { what: 'cases.state', method: 'GET', path: `${at}/state?revision=0` },
  {
    ...{ what: 'cases.reveal', method: 'POST', path: `${at}/reveal` },
    body: { fields: ['summary'], purpose: 'audit' },
  },
];
/** Well-formed commands of a volunteer that leave them as they are. */
const ofVolunteer: Readonly<Record<string, unknown>> = {
  DeclareSkills: { skills: ['electrics'] },
  DeclareInterests: { interests: ['repairing'] },
  DeclareFreeTime: { freeTime: { weekly: [], exceptions: [] } },
  GiveStandingConsent: { categories: ['lighting'] },
  WithdrawStandingConsent: { consentId: randomUUID() },
  PauseVolunteer: {},
  ResumeVolunteer: {},
  LeaveVolunteering: {},
};
const readsOfVolunteer = (at: string): readonly Asked[] => [
  { what: 'volunteers.read', method: 'GET', path: at },
  { what: 'volunteers.reveal', method: 'POST', path: `${at}/reveal`, body: { purpose: 'contact' } },
];
const commandsAt = (at: string, commands: Readonly<Record<string, unknown>>): readonly Asked[] =>
  Object.entries(commands).map(([what, body]) => ({
    ...{ what, method: 'POST', path: `${at}/commands/${what}`, body },
  }));
const withoutRelation = ({ grants }: Person, what: string) => mayDo(grants, what, ['any']);

describe('somebody who has nothing to do with a case or a volunteer', () => {
  it('is asked about everything that the table allows only under a relation', () => {
    const tried = new Set([
      ...[...Object.keys(ofCase), ...Object.keys(ofVolunteer)],
      ...[...readsOfCase(''), ...readsOfVolunteer('')].map(({ what }) => what),
    ]);
    const needsRelation = Object.keys(permissions).filter((what) =>
      people.some((each) => mayEver(each.grants, what) && !withoutRelation(each, what)),
    );
    // These are not about one case: whoever may ever ask is answered, the list with their own cases only.
    const ofNoCase = ['cases.list', 'community.read', 'stream'];
    expect(needsRelation.filter((what) => !tried.has(what) && !ofNoCase.includes(what))).toEqual([]);
  });

  it('finds no case where the table wants more than a role', async () => {
    const report = { channel: 'phone', place: { compound: 'harmony-garden' }, summary: '不归我们管' };
    const { caseId } = await done(office.staff.post<Reported>('/api/cases', report));
    const at = `/api/cases/${caseId}`;
    await done(office.staff.post(`${at}/commands/DeclineCase`, ofCase['DeclineCase']));
    await office.settle();
    const asked = [...readsOfCase(at), ...commandsAt(at, ofCase)];
    expect(await againstTable(asked, withoutRelation)).toEqual([]);
  });

  it('sees none of its cases in a list', async () => {
    await office.light('灯不亮');
    for (const { name, grants, caller } of people) {
      if (!mayEver(grants, 'cases.list') || withoutRelation({ name, grants, caller }, 'cases.list')) continue;
      const { cases } = await done(
        caller.get<{ cases: { place: { compound: string } }[] }>('/api/cases?limit=200'),
      );
      const foreign = cases.filter(
        ({ place }) => !(parties.includes(name) && place.compound === 'dawn-lane'),
      );
      expect([name, foreign]).toEqual([name, []]);
    }
  });

  it('sees by the key of a compound what its holder sees, whatever else they are somewhere else', async () => {
    const person = 'head-and-owner';
    await done(office.staff.post('/api/users', { username: person, password }));
    for (const grant of [
      { role: 'courtyard-head', scope: 'grid-9' },
      { role: 'key-holder', scope: 'dawn-lane', party: 'owners' },
    ])
      await done(office.staff.post('/api/organisation/commands/GrantRole', { person, ...grant }));
    const report = {
      ...{ channel: 'phone', summary: '楼上漏水', accept: { category: 'water-leak' } },
      place: { compound: 'dawn-lane', building: '5', entrance: '2', door: '502' },
    };
    const { caseId } = await done(office.staff.post<Reported>('/api/cases', report));
    await office.settle();
    const both = await office.signedIn(person);
    const { summary, place, allowed } = await office.caseAt(caseId).now(both);
    expect({ summary, door: place.door, entrance: place.entrance }).toEqual({
      ...{ summary: undefined, door: undefined, entrance: '2' },
    });
    expect(allowed).not.toContain('VerifyFacts');
  });

  it('finds no volunteer but themself', async () => {
    const someone = { name: '陈明', phone: '19933334444', building: '5' };
    const other = await registerElectrician(office.staff, someone);
    const own = await registerElectrician(office.staff, { ...someone, account: 'volunteer' });
    await office.settle();
    const at = `/api/volunteers/${other}`;
    const asked = [...readsOfVolunteer(at), ...commandsAt(at, ofVolunteer)];
    expect(await againstTable(asked, withoutRelation)).toEqual([]);
    const volunteer = people.find(({ name }) => name === 'volunteer');
    for (const each of readsOfVolunteer(`/api/volunteers/${own}`)) {
      expect(await answerTo(volunteer!.caller, each)).toMatchObject({ status: 200 });
    }
  });

  it('keeps the account of a volunteer from whoever is registered later, until they have left', async () => {
    const { caller } = people.find(({ name }) => name === 'volunteer')!;
    const me = async () => (await done(caller.get<{ volunteerId?: string }>('/api/me'))).volunteerId;
    const own = await me();
    const body = { name: '陈明', phone: '19933334445', kind: 'resident', compound: 'dawn-lane' };
    const register = () =>
      office.staff.post<{ code?: string; volunteerId?: string }>('/api/volunteers', {
        ...{ ...body, account: 'volunteer' },
      });
    expect(await register()).toMatchObject({ status: 409, body: { code: 'AccountOfAnotherVolunteer' } });
    expect(await me()).toBe(own);
    await done(office.staff.post(`/api/volunteers/${own}/commands/LeaveVolunteering`, {}));
    const { volunteerId } = await done(register());
    await office.settle();
    expect(await me()).toBe(volunteerId);
  });
});
