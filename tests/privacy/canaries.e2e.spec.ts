import type { CaseDetail } from '@threekeys/reporting';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../cli/command-line';
import { Caller, password, removeHome, startApp, temporaryHome } from '../support/app';
import type { RunningApp } from '../support/app';
import { canaries, canariesIn, canariesUnder, neverKept } from './canaries';
import type { Canary } from './canaries';

interface Reported {
  readonly caseId: string;
  readonly requesterId: string;
}

const folder = temporaryHome();
const home = join(folder, 'home');
const backup = join(folder, 'backup');
const said = canaries;
const always = { weekly: Array.from({ length: 336 }, (_, slot) => slot), exceptions: [] };

let app: RunningApp;
let admin: Caller;
let ding: Caller;
const caseIds: string[] = [];
const volunteerIds: string[] = [];

/** The body of an answer that has to be a success. */
async function told<T>(path: string, body: unknown, by: Caller = admin): Promise<T> {
  const answer = await by.post<T>(path, body);
  if (answer.status >= 300)
    throw new Error(`${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function reported(body: Readonly<Record<string, unknown>>): Promise<Reported> {
  const answer = await told<Reported>('/api/cases', {
    channel: 'phone',
    place: { compound: 'outside' },
    summary: 'something of no consequence',
    ...body,
  });
  caseIds.push(answer.caseId);
  return answer;
}

const command = (caseId: string, name: string, data: unknown, by: Caller = admin) =>
  told(`/api/cases/${caseId}/commands/${name}`, data, by);
const detailOf = async (caseId: string) => (await admin.get<CaseDetail>(`/api/cases/${caseId}`)).body;

/** Asks until reactions have done their part. */
async function once(caseId: string, isWanted: (detail: CaseDetail) => boolean): Promise<CaseDetail> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const detail = await detailOf(caseId);
    if (isWanted(detail)) return detail;
    if (performance.now() > deadline)
      throw new Error(`still ${detail.status}: ${JSON.stringify(detail.orders)}`);
  }
}

async function community(): Promise<void> {
  const operator = Caller.operator(app);
  const names = { zh: '甲', en: 'A' };
  const organisation = (name: string, data: unknown) =>
    told(`/api/organisation/commands/${name}`, data, operator);
  await organisation('DefineUnit', { unit: 'grid-1', level: 'grid-branch', parent: 'community', names });
  await organisation('DefinePost', { post: 'grid-worker', unit: 'grid-1', kind: 'grid-worker', names });
  await told('/api/users', { username: 'ding', password }, operator);
  await organisation('FillPost', { post: 'grid-worker', person: 'ding' });
  await organisation('GrantRole', { person: 'ding', role: 'grid-worker' });
  await told('/api/compounds/court/commands/RegisterCompound', { names }, operator);
  await told(
    '/api/compounds/court/commands/AddBuilding',
    { building: '1', names, grid: 'grid-1', entrances: [{ entrance: '1', doors: 20 }] },
    operator,
  );
  ding = await Caller.signedIn(app.url, 'ding');
}

async function volunteer(name: string, phone: string): Promise<void> {
  const volunteerId = randomUUID();
  volunteerIds.push(volunteerId);
  await told('/api/volunteers', {
    volunteerId,
    name,
    phone,
    kind: 'resident',
    compound: 'court',
    building: '1',
  });
  const at = `/api/volunteers/${volunteerId}/commands`;
  await told(`${at}/DeclareSkills`, { skills: ['plumbing'] });
  await told(`${at}/DeclareInterests`, { interests: ['repairing'] });
  await told(`${at}/DeclareFreeTime`, { freeTime: always });
}

/** A case that takes every turn at which somebody says something. */
async function longCase(): Promise<void> {
  const { caseId } = await reported({
    requester: {
      name: said.requesterName,
      phone: said.requesterPhone,
      relation: 'proxy',
      proxy: { name: said.proxyName, phone: said.proxyPhone },
    },
    respondent: { kind: 'person', name: said.respondentName },
    place: { compound: 'court', building: '1', entrance: '1', door: said.door },
    summary: said.summary,
  });
  const joined = await told<Reported>(`/api/cases/${caseId}/commands/JoinCase`, {
    requester: { name: said.joinedName, phone: said.joinedPhone },
    channel: 'phone',
    words: said.joinedWords,
  });
  await command(caseId, 'TransferAccountability', {
    to: { post: 'grid-worker', person: 'ding' },
    reason: 'absence',
    words: said.transferWords,
  });
  await command(caseId, 'AcceptCase', { category: 'water-leak' });
  await volunteersTurns(caseId);
  await handlersTurns(caseId);
  await residentsTurns(caseId, joined.requesterId);
}

async function volunteersTurns(caseId: string): Promise<void> {
  const recordedBy = { person: 'admin', channel: 'phone' };
  const offered = (detail: CaseDetail) =>
    (detail.orders[0]?.offers ?? []).filter(({ status }) => status === 'offered');
  const [order] = (await once(caseId, (detail) => offered(detail).length > 0)).orders;
  if (!order) throw new Error('no order');
  const { workOrderId } = order;
  const [asked] = order.offers;
  await command(caseId, 'DeclineOffer', {
    ...{ workOrderId, offerId: asked?.offerId, recordedBy },
    ...{ reason: 'busy', words: said.offerDeclinedWords },
  });
  const other = volunteerIds.find((id) => id !== asked?.volunteerId);
  for (const { offerId } of offered(await detailOf(caseId)))
    await command(caseId, 'WithdrawOffer', { workOrderId, offerId, reason: 'resident-asked' });
  const offerId = randomUUID();
  await command(caseId, 'OfferToVolunteer', {
    ...{ workOrderId, offerId, volunteerId: other, window: asked?.window, wave: 1 },
    ...{ basis: 'override', reason: 'local-knowledge', words: said.offerWords },
  });
  await once(
    caseId,
    ({ orders }) => orders[0]?.assigned.some(({ status }) => status === 'assigned') === true,
  );
  await command(caseId, 'ReleaseVolunteer', {
    ...{ workOrderId, offerId, reason: 'volunteer-asked', words: said.releasedWords },
  });
}

async function handlersTurns(caseId: string): Promise<void> {
  const to = { kind: 'post', post: 'grid-worker', person: 'ding' };
  const lead = ({ orders }: CaseDetail) =>
    orders.find(({ part, status }) => part === 'lead' && !['returned', 'ended'].includes(status))
      ?.workOrderId;
  const first = lead(await detailOf(caseId));
  const reassigned = { to, reason: 'local-knowledge', words: said.reassignedWords };
  await command(caseId, 'ReassignWorkOrder', { workOrderId: first, ...reassigned });
  await command(
    caseId,
    'ReturnWorkOrder',
    { workOrderId: first, ground: 'capacity', words: said.returnedWords },
    ding,
  );
  // Dispatch sends it out anew by itself.
  const workOrderId = lead(await once(caseId, (detail) => ![undefined, first].includes(lead(detail))));
  await command(caseId, 'ReassignWorkOrder', { workOrderId, ...reassigned });
  const support = randomUUID();
  await command(caseId, 'DispatchWorkOrder', {
    order: { workOrderId: support, part: 'support', assignee: to },
    override: { reason: 'local-knowledge', words: said.overrideWords },
  });
  await command(caseId, 'ReportResult', { workOrderId: support, outcome: 'done', words: 'helped' }, ding);
  await command(caseId, 'AcknowledgeWorkOrder', { workOrderId }, ding);
  await command(caseId, 'ReportProgress', { workOrderId, words: said.progressWords }, ding);
  await command(caseId, 'ReportResult', { workOrderId, outcome: 'done', words: said.resultWords }, ding);
  await command(caseId, 'CheckResult', { passed: true, found: said.foundWords });
}

async function residentsTurns(caseId: string, requesterId: string): Promise<void> {
  const { requesters } = await detailOf(caseId);
  await command(caseId, 'RecordContact', {
    ...{ requesterId, purpose: 'answer', channel: 'phone', reached: true, words: said.contactWords },
  });
  for (const each of requesters)
    await command(caseId, 'AnswerRequester', {
      ...{ requesterId: each.requesterId, subjectOf: 'result', channel: 'phone', words: said.answerWords },
    });
  for (const each of requesters)
    await command(caseId, 'RecordFollowUp', {
      ...{ requesterId: each.requesterId, outcome: 'reached', channel: 'phone', solved: true },
      ...{ outcomeScore: 5, serviceScore: 5, words: said.followUpWords },
    });
  await once(caseId, ({ status }) => status === 'closed');
  await command(caseId, 'RequestReopening', { requesterId, reason: said.reopeningWords });
}

async function shortCases(): Promise<void> {
  const requester = { name: 'Wu', phone: '19900000000' };
  const withdrawn = await reported({ requester });
  await command(withdrawn.caseId, 'WithdrawRequest', {
    ...{ requesterId: withdrawn.requesterId, words: said.withdrawnWords },
  });
  const declined = await reported({ requester });
  await command(declined.caseId, 'DeclineCase', { ground: 'not-our-area', words: said.declinedWords });
  const answered = await reported({ requester });
  await command(answered.caseId, 'AnswerDirectly', {
    ...{ category: 'question', channel: 'phone', words: said.answeredWords },
  });
  const onTheSpot = await reported({ requester });
  await command(onTheSpot.caseId, 'RecordHandledOnSpot', {
    ...{ category: 'other', channel: 'visit', words: said.onTheSpotWords },
  });
  const imported = await told<Reported>(
    '/api/cases/import',
    {
      ...{ origin: 'elsewhere', externalId: '1', outsideStatus: 'closed', channel: 'web' },
      ...{
        reportedAt: '2020-01-01T00:00:00.000Z',
        summary: said.importedSummary,
        address: said.importedAddress,
      },
      notes: [{ at: '2020-01-02T00:00:00.000Z', kind: 'note', words: said.importedNote }],
    },
    Caller.operator(app),
  );
  caseIds.push(imported.caseId);
}

/** Said in requests that the rules, or the form, or nothing at all stand against. */
async function saidInVain(): Promise<void> {
  const { caseId } = await reported({});
  const at = `/api/cases/${caseId}/commands`;
  const refused = await admin.post(`${at}/CheckResult`, { passed: true, found: said.refusedWords });
  expect(refused.status).toBe(409);
  const wrong = await admin.post(`${at}/AcceptCase`, {
    category: said.wrongField,
    [said.wrongField]: said.wrongField,
  });
  expect(wrong.status).toBe(400);
  const found = await admin.get<{ cases: unknown[] }>(`/api/cases?q=${encodeURIComponent(said.searchedFor)}`);
  expect([found.status, found.body.cases]).toEqual([200, []]);
  const stranger = Caller.signedIn(app.url, 'nobody', said.searchedFor);
  await expect(stranger).rejects.toThrow('401');
}

/** Everything that somebody of the office may open. */
async function openedTexts(): Promise<string> {
  const texts: unknown[] = [];
  for (const caseId of caseIds) {
    texts.push((await admin.get(`/api/cases/${caseId}/history`)).body);
    const fields = ['requesters', 'respondent', 'summary', 'place'];
    texts.push((await admin.post(`/api/cases/${caseId}/reveal`, { fields, purpose: 'case-work' })).body);
  }
  for (const volunteerId of volunteerIds)
    texts.push((await admin.post(`/api/volunteers/${volunteerId}/reveal`, { purpose: 'contact' })).body);
  return JSON.stringify(texts);
}

const kept = (Object.keys(canaries) as Canary[]).filter((name) => !neverKept.includes(name));

describe('what people say through every route that takes personal data', () => {
  beforeAll(async () => {
    app = await startApp({ home, environment: { THREEKEYS_LOG: 'debug' } });
    admin = await Caller.signedIn(app.url, 'admin');
    await community();
    await volunteer(said.volunteerName, said.volunteerPhone);
    await volunteer('Bai', '19900000001');
    await longCase();
    await shortCases();
    await saidInVain();
  });
  afterAll(async () => {
    await app.stop();
    removeHome(folder);
  });

  it('is at least twenty things, in Chinese and Latin', () => {
    expect(kept.length).toBeGreaterThanOrEqual(20);
    expect(new Set(Object.values(canaries)).size).toBe(Object.keys(canaries).length);
  });

  it('is opened for who may see it', async () => {
    const opened = await openedTexts();
    expect(kept.filter((name) => !opened.includes(canaries[name]))).toEqual([]);
    expect(neverKept.filter((name) => opened.includes(canaries[name]))).toEqual([]);
  });

  it('is found again by words and by phone', async () => {
    for (const q of [said.summary.slice(2, 6), said.requesterPhone, said.joinedName.slice(0, 8)]) {
      const { body } = await admin.get<{ cases: { caseId: string }[] }>(
        `/api/cases?q=${encodeURIComponent(q)}`,
      );
      expect([q, body.cases.map(({ caseId }) => caseId)]).toEqual([q, [caseIds[0]]]);
    }
  });

  it('stands in no file of the home while it runs, and in nothing that was printed', () => {
    expect(canariesUnder(home)).toEqual([]);
    expect(app.output()).toContain('"level":20');
    expect(canariesIn(app.output())).toEqual([]);
  });

  it('stands in no backup, nor in what the command line prints of a history as it is stored', async () => {
    expect((await commandLine({ home, url: app.url }, ['backup', backup])).code).toBe(0);
    expect(canariesUnder(backup)).toEqual([]);
    for (const caseId of caseIds) {
      const { stdout, stderr } = await commandLine({ home, url: app.url }, ['history', caseId, '--leaves']);
      expect(stdout).toContain(`"stream":"case-${caseId}"`);
      expect(canariesIn(stdout + stderr)).toEqual([]);
    }
  });

  it('would be found in whatever encoding it lay there', () => {
    const forms = [
      Buffer.from(said.requesterName),
      Buffer.from(said.requesterName, 'utf16le'),
      Buffer.from(said.requesterName, 'utf16le').swap16(),
      Buffer.from(Buffer.from(`{"name":"${said.requesterName}"}`).toString('base64')),
      Buffer.from(Buffer.from(said.requesterName).toString('hex').toUpperCase()),
    ];
    const planted = forms.map((form, index) => {
      const file = join(home, `planted-${String(index)}.txt`);
      writeFileSync(file, Buffer.concat([Buffer.from('before'), form, Buffer.from('after')]));
      return file;
    });
    expect(canariesUnder(home).toSorted()).toEqual(planted.map((file) => `${file}: ${said.requesterName}`));
    for (const file of planted) rmSync(file);
  });

  it('stands in no file of the home after it has stopped', async () => {
    await app.stop();
    expect(canariesUnder(home)).toEqual([]);
    expect(canariesIn(app.output())).toEqual([]);
  });
});
