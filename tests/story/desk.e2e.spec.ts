import type { CaseDetail, CasePage } from '@threekeys/reporting';
import type { DeskPage } from '../../apps/reporting/src/desk.responses';
import type { FollowUpPage } from '../../apps/reporting/src/follow-up.responses';
import { Caller, removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';

// What each person of the invented community finds on their desk, and whom there is to call.

let app: RunningApp;
const callers = new Map<string, Caller>();
const accounts = ['clerk', 'dispatcher', 'grid', 'owners', 'property', 'secretary', 'volunteer', 'admin'];

beforeAll(async () => {
  app = await startApp({ demo: true });
  for (const account of accounts) callers.set(account, await Caller.signedIn(app.url, account));
});
afterAll(async () => {
  await app.stop();
  removeHome(app.home);
});

const as = (account: string): Caller => {
  const caller = callers.get(account);
  if (!caller) throw new Error(`nobody is signed in as ${account}`);
  return caller;
};
const deskOf = async (account: string, query = '') =>
  (await as(account).get<DeskPage>(`/api/desk?${query}`)).body;
const lineOf = async (account: string, number: string, query = '') =>
  (await deskOf(account, query)).lines.find((line) => line.number === number);

interface Recorded {
  readonly caseId?: string;
  readonly number?: string;
  readonly position: string;
}

async function give(account: string, caseId: string, command: string, data: object): Promise<string> {
  const answer = await as(account).post<Recorded>(`/api/cases/${caseId}/commands/${command}`, data);
  expect(answer).toMatchObject({ status: 200 });
  return `atLeast=${encodeURIComponent(answer.body.position)}`;
}

async function caseIn(status: string): Promise<CaseDetail> {
  const { body } = await as('clerk').get<CasePage>(`/api/cases?status=${status}&limit=1`);
  const found = await as('clerk').get<CaseDetail>(`/api/cases/${body.cases[0]?.number ?? ''}`);
  return found.body;
}

describe('my desk', () => {
  it('has a report to accept, until it is accepted', async () => {
    const { body } = await as('clerk').post<Recorded>('/api/cases', {
      requester: { name: '王桂英', phone: '19912345678', callBack: true },
      channel: 'phone',
      place: { compound: 'dawn-lane', building: '4' },
      summary: '单元门关不上',
    });
    const number = body.number ?? '';
    const after = `atLeast=${encodeURIComponent(body.position)}`;
    const line = await lineOf('clerk', number, after);
    expect(line).toMatchObject({
      status: 'reported',
      due: { name: 'acceptance' },
      step: { command: 'AcceptCase', or: ['DeclineCase', 'AnswerDirectly'] },
    });
    const accepted = await give('clerk', body.caseId ?? '', 'AcceptCase', { category: 'property-service' });
    expect((await lineOf('clerk', number, accepted))?.step?.command).not.toBe('AcceptCase');
  });

  it('never tells words or people', async () => {
    const text = JSON.stringify(await deskOf('clerk'));
    expect(text).not.toMatch(/"(summary|door|address|requesters?|respondent|words)":/);
  });

  it('has the key of one’s own party, and no other', async () => {
    const { number } = await caseIn('awaiting-keys');
    expect(await lineOf('owners', number)).toMatchObject({
      due: { name: 'key' },
      step: { command: 'TurnKey', or: ['RefuseKey'], party: 'owners' },
    });
    expect((await lineOf('property', number))?.step).toMatchObject({ party: 'property' });
    expect(await lineOf('grid', number)).toBeUndefined();
    expect((await lineOf('clerk', number, 'list=waiting'))?.waitsFor).toEqual({
      parties: ['owners', 'property'],
    });
  });

  it('has a refused plan on the desk of who answers for the case', async () => {
    const { caseId, number, joint } = await caseIn('awaiting-keys');
    const version = joint?.version ?? 0;
    const refused = await give('owners', caseId, 'RefuseKey', {
      ...{ party: 'owners', version, holder: 'owners', reason: 'cost', words: '太贵了' },
    });
    expect((await lineOf('clerk', number, refused))?.step).toMatchObject({ command: 'ProposePlan' });
    const plan = {
      ...{ content: '挂网抹灰', costFen: 1_500_000, payer: 'property', source: 'service-fee' },
      ...{ scope: '北墙', term: '2027-01-31' },
    };
    const proposed = await give('dispatcher', caseId, 'ProposePlan', { version: version + 1, plan });
    expect((await lineOf('owners', number, proposed))?.step).toMatchObject({ command: 'TurnKey' });
    const { body } = await as('owners').get<CaseDetail>(`/api/cases/${caseId}`);
    expect(body.resolution?.plans.map((each) => [each.version, each.content, each.costFen])).toEqual([
      [version, expect.any(String), 1_860_000],
      [version + 1, '挂网抹灰', 1_500_000],
    ]);
    // The party's own words are the office's to read.
    expect(body.resolution?.said.at(-1)).toMatchObject({ said: 'refused', reason: 'cost' });
    expect(body.resolution?.said.at(-1)?.words).toBeUndefined();
    const office = await as('clerk').get<CaseDetail>(`/api/cases/${caseId}`);
    expect(office.body.resolution?.said.at(-1)?.words).toBe('太贵了');
  });

  it('has the offers of a volunteer', async () => {
    const { lines } = await deskOf('volunteer');
    expect(lines.map(({ step }) => step?.command)).toContain('AcceptOffer');
  });

  it('has nothing for who has nothing to do, and no case for who may read none', async () => {
    expect(await deskOf('admin')).toMatchObject({
      lines: [],
      counts: { urgent: 0, overdue: 0, today: 0, later: 0, waiting: 0 },
    });
  });

  it('counts what stands on its pages, each case once, soonest due first', async () => {
    const whole = await deskOf('clerk');
    const { counts } = whole;
    expect(whole.lines).toHaveLength(counts.urgent + counts.overdue + counts.today + counts.later);
    const paged: DeskPage['lines'] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: DeskPage = await deskOf('clerk', `limit=2${next && `&cursor=${encodeURIComponent(next)}`}`);
      paged.push(...page.lines);
      next = page.next;
    }
    expect(paged.map(({ number }) => number)).toEqual(whole.lines.map(({ number }) => number));
    const due = whole.lines.filter(({ group }) => group !== 'urgent').map((line) => line.due?.at ?? '9');
    expect(due).toEqual([...due].sort());
  });
});

describe('the list of whom to call', () => {
  const listed = async (account: string, query = '') =>
    (await as(account).get<FollowUpPage>(`/api/follow-ups?${query}`)).body;

  it('shows who has not heard, masked, with what policy still asks for', async () => {
    const { lines } = await listed('clerk');
    expect(lines[0]).toMatchObject({
      requester: { anonymous: false, name: expect.stringMatching(/\*/) as string, callBack: true },
      ...{ attempts: [], days: 0, daysNeeded: 3, outOfReach: false },
    });
    expect(lines[0]?.requester.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
  });

  it('counts attempts, and loses who has heard and is content', async () => {
    const { lines } = await listed('clerk', 'mine=true');
    const [line] = lines;
    if (!line) throw new Error('nobody waits');
    const { caseId } = line.case;
    const { requesterId } = line.requester;
    const contact = { requesterId, purpose: 'answer', channel: 'phone', reached: false };
    const tried = await give('clerk', caseId, 'RecordContact', contact);
    expect((await listed('clerk', tried)).lines[0]).toMatchObject({
      days: 1,
      attempts: [expect.any(String)],
    });
    const answer = { requesterId, subjectOf: 'result', channel: 'phone', words: '已修好' };
    const answered = await give('clerk', caseId, 'AnswerRequester', answer);
    expect((await listed('clerk', answered)).lines[0]?.requester.answered).toBeDefined();
    const followUp = { requesterId, outcome: 'reached', channel: 'phone', solved: true, outcomeScore: 5 };
    const followed = await give('clerk', caseId, 'RecordFollowUp', followUp);
    const left = (await listed('clerk', followed)).lines.map(({ requester }) => requester.requesterId);
    expect(left).not.toContain(requesterId);
  });

  it('offers who did the work to tell what came of it, and neither to ask, to seek them nor to close it', async () => {
    const { caseId, orders } = await caseIn('handling');
    const { workOrderId } = orders.find(({ part }) => part === 'lead') ?? {};
    const result = { workOrderId, outcome: 'done', words: '换好了', doneBy: ['clerk'] };
    await give('dispatcher', caseId, 'ReportResult', result);
    const checked = await give('secretary', caseId, 'CheckResult', { passed: true, found: '亮了' });
    const doers = (await listed('clerk', checked)).lines.filter(({ isDoer }) => isDoer);
    expect(doers.map(({ case: { caseId: of } }) => of)).toContain(caseId);
    for (const { allowed } of doers) expect(allowed).toEqual(['AnswerRequester']);
  });

  it('is none for key holders and volunteers', async () => {
    for (const account of ['owners', 'volunteer'])
      expect((await as(account).get('/api/follow-ups')).status).toBe(404);
  });
});
