import { password, type Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done, problemOf, type CaseAtWork, type Reported } from './path-light.fixtures';

// A visit of the morning is entered in the evening and corrected the next day. How was it at an instant? There are four
// answers: by what was known then, or is known now; of what was true then, or is true now.

const morning = '2026-03-02T02:00:00.000Z';
const noon = '2026-03-02T04:00:00.000Z';
const evening = '2026-03-02T12:00:00.000Z';
const night = '2026-03-02T16:00:00.000Z';
const nextDay = '2026-03-03T02:00:00.000Z';
const handedOver = '2026-03-03T03:00:00.000Z';

interface Fact {
  readonly type: string;
  readonly trueAt: string;
  readonly late: boolean;
  readonly corrects?: string;
}
type Answers = Readonly<Record<string, readonly Fact[]>>;
interface Page {
  readonly cases: readonly {
    readonly caseId: string;
    readonly status: string;
    readonly place: { building?: string };
  }[];
  readonly next?: string;
  readonly eventsRead: number;
}

let office: Office;
let visit: CaseAtWork;
let reportId: string;

beforeAll(async () => {
  office = await Office.open();
  office.clock.set(evening);
  const { caseId, requesterId } = await done(
    office.staff.post<Reported & { requesterId: string }>('/api/cases', {
      ...{ channel: 'visit', summary: '楼道扶手松动', requester: { name: '王桂英', phone: '19912345678' } },
      ...{ place: { compound: 'dawn-lane', building: '5' }, occurredAt: morning },
    }),
  );
  await office.settle();
  visit = office.caseAt(caseId);
  const { events } = await visit.history();
  reportId = events[0]?.id ?? '';
  office.clock.set(nextDay);
  const fields = { place: { compound: 'dawn-lane', building: '3' } };
  await visit.do(office.staff, 'AmendReport', { requesterId, fields, supersedes: reportId });
  await visit.do(office.staff, 'AcceptCase', { category: 'question' });
  await office.settle();
});
afterAll(() => office.close());

async function answersAt(at: string, by: Caller = office.staff): Promise<Answers> {
  const { answers } = await done(by.get<{ answers: Answers }>(`${visit.path}/as-of?at=${at}`));
  return answers;
}
const typesOf = (answers: Answers) =>
  Object.fromEntries(Object.entries(answers).map(([name, facts]) => [name, facts.map(({ type }) => type)]));

describe('a visit that is entered in the evening and corrected the next day', () => {
  it('was not known at noon, though it had happened; today the correction tells of it', async () => {
    const answers = await answersAt(noon);
    expect(answers).toMatchObject({
      knownThenTrueThen: [],
      knownThenTrueNow: [],
      knownNowTrueThen: [{ type: 'ReportAmended', trueAt: morning, corrects: reportId }],
    });
    expect(typesOf(answers).knownNowTrueThen).toEqual(['ReportAmended']);
    expect(typesOf(answers).knownNowTrueNow?.slice(0, 2)).toEqual(['ReportAmended', 'CaseAccepted']);
  });

  it('was known at night as it was entered, which nobody holds to be so any longer', async () => {
    const answers = await answersAt(night);
    expect(answers.knownThenTrueThen).toMatchObject([
      { type: 'CaseReported', trueAt: morning, recordedAt: evening, late: true },
    ]);
    expect(answers.knownThenTrueNow).toEqual([]);
    expect(typesOf(answers).knownNowTrueThen).toEqual(['ReportAmended']);
  });

  it('is answered alike from today on: what is known now is what is true now', async () => {
    const { knownThenTrueThen, knownThenTrueNow, knownNowTrueNow } =
      await answersAt('2026-12-31T00:00:00.000Z');
    expect(knownThenTrueThen).toEqual(knownNowTrueNow);
    expect(knownThenTrueNow).toEqual(knownNowTrueNow);
  });

  it('is believed only as long after it happened as the policy says, and never before it', async () => {
    const report = (occurredAt: string) =>
      office.staff.post('/api/cases', {
        ...{
          channel: 'visit',
          summary: '门锁坏了',
          place: { compound: 'dawn-lane', building: '5' },
          occurredAt,
        },
      });
    expect((await problemOf(report('2026-02-27T01:00:00.000Z'))).status).toBe(422);
    expect((await problemOf(report('2026-03-04T02:00:00.000Z'))).status).toBe(422);
  });
});

describe('the list as it was known at an instant', () => {
  const listAt = (query: string, by: Caller = office.staff) =>
    done(by.get<Page>(`/api/cases/as-of?${query}`));

  it('knows a case from when it was entered, as it was entered', async () => {
    expect((await listAt(`asOf=${noon}`)).cases).toEqual([]);
    expect((await listAt(`asOf=${night}`)).cases).toMatchObject([
      { caseId: visit.caseId, status: 'reported', place: { building: '5' } },
    ]);
    expect((await listAt(`asOf=${nextDay}`)).cases).toMatchObject([{ place: { building: '3' } }]);
  });

  it.each([
    ['minutes', '2026-03-02T16:00Z'],
    ['seconds', '2026-03-02T16:00:00Z'],
    ['the clock of the community', '2026-03-03T00:00+08:00'],
    ['a date', '2026-03-03'],
  ])('is asked for by %s', async (_, written) => {
    const asOf = encodeURIComponent(written);
    const read = [
      `/api/cases/as-of?asOf=${asOf}`,
      `/api/desk/as-of?asOf=${asOf}`,
      `${visit.path}/as-of?at=${asOf}`,
    ];
    const instant = written === '2026-03-03' ? '2026-03-03T00:00:00.000Z' : night;
    for (const path of read) {
      const { asOf, at = asOf } = await done(office.staff.get<{ asOf?: string; at?: string }>(path));
      expect(at).toBe(instant);
    }
    for (const path of [`${visit.path}/history?asOf=${asOf}`, `${visit.path}/state?asOf=${asOf}`])
      expect((await office.staff.get(path)).status).toBe(200);
  });

  it('says in either language how an instant is written, where it is none', async () => {
    for (const path of ['/api/cases/as-of?asOf=yesterday', `${visit.path}/history?asOf=2026-02-30`]) {
      const { body } = await office.staff.get<{ errors: unknown }>(path);
      expect(body.errors).toMatchObject([
        { pointer: '/query/asOf', expected: expect.stringMatching(/2026-03-01T10:00Z/) as unknown },
      ]);
    }
  });

  it('is filtered by what was so then, and says how much it read', async () => {
    const { cases, eventsRead } = await listAt(`asOf=${night}&status=reported`);
    expect(cases).toHaveLength(1);
    expect(eventsRead).toBe(2);
    expect((await listAt(`asOf=${night}&status=filed,dispatched,closed`)).cases).toEqual([]);
    expect((await listAt(`asOf=${nextDay}&status=reported`)).cases).toEqual([]);
  });

  it('goes on page by page', async () => {
    await office.light('路灯不亮');
    const first = await listAt(`asOf=${nextDay}&limit=1`);
    expect(first.cases).toHaveLength(1);
    const second = await listAt(`asOf=${nextDay}&limit=1&cursor=${encodeURIComponent(first.next ?? '')}`);
    expect(second.cases).toMatchObject([{ caseId: visit.caseId }]);
  });

  it.each([
    ['asOf=yesterday', 400],
    ['', 400],
    [`asOf=${night}&q=扶手`, 400],
  ])('refuses %s', async (query, status) => {
    expect((await problemOf(office.staff.get(`/api/cases/as-of?${query}`))).status).toBe(status);
  });
});

describe('the desk as it was known at an instant', () => {
  interface Desk {
    readonly person: string;
    readonly lines: readonly {
      readonly caseId: string;
      readonly status: string;
      readonly group: string;
      readonly place: { building?: string };
      readonly step?: { command: string };
    }[];
    readonly next?: string;
    readonly eventsRead: number;
  }
  let clerk: Caller;
  const deskAt = (query: string, by: Caller = clerk) => done(by.get<Desk>(`/api/desk/as-of?${query}`));
  const theVisit = ({ lines }: Desk) => lines.find(({ caseId }) => caseId === visit.caseId);
  beforeAll(async () => {
    clerk = await office.signedIn('clerk');
  });

  it('has a late entry from when it was entered, as it was entered, with what was to be done next', async () => {
    expect(theVisit(await deskAt(`asOf=${noon}`))).toBeUndefined();
    expect(theVisit(await deskAt(`asOf=${night}`))).toMatchObject({
      ...{ status: 'reported', place: { building: '5' }, step: { command: 'AcceptCase' } },
    });
  });

  it('has a correction from when it was made, and no more what was done by then', async () => {
    const line =
      theVisit(await deskAt(`asOf=${nextDay}&list=waiting`)) ?? theVisit(await deskAt(`asOf=${nextDay}`));
    expect(line?.place.building).toBe('3');
    expect(line?.step?.command).not.toBe('AcceptCase');
  });

  it('tells how late something was by the clock of then', async () => {
    const dayAfter = '2026-03-02T23:59:00.000Z';
    expect(theVisit(await deskAt(`asOf=${evening}`))?.group).toBe('later');
    expect(theVisit(await deskAt(`asOf=${dayAfter}`))?.group).toBe('today');
  });

  it('lies with who held the post then, whoever holds it now', async () => {
    office.clock.set(handedOver);
    await done(
      office.staff.post('/api/organisation/commands/LeavePost', {
        post: 'duty-desk',
        takesOver: 'dispatcher',
      }),
    );
    await office.settle();
    expect(theVisit(await deskAt(`asOf=${night}`))).toMatchObject({ step: { command: 'AcceptCase' } });
    expect(theVisit(await deskAt(`asOf=${handedOver}&list=waiting`))).toBeUndefined();
  });

  it('is shown of somebody else to who may list their work, and to nobody else', async () => {
    const asked = `asOf=${night}&person=clerk`;
    expect(theVisit(await deskAt(asked, office.staff))).toMatchObject({ step: { command: 'AcceptCase' } });
    const owners = await office.signedIn('owners');
    expect(await problemOf(owners.get(`/api/desk/as-of?${asked}`))).toMatchObject({ status: 404 });
    expect((await deskAt(`asOf=${night}`, owners)).lines).toEqual([]);
  });

  it('goes on page by page, and reads nothing again of what has not changed since', async () => {
    expect((await deskAt(`asOf=${handedOver}`)).eventsRead).toBe(0);
    const first = await deskAt(`asOf=${night}&limit=1`);
    expect(first.lines).toHaveLength(1);
    const more = first.next === undefined ? '' : `&cursor=${encodeURIComponent(first.next)}`;
    if (more) expect((await deskAt(`asOf=${night}&limit=1${more}`)).lines).toEqual([]);
    expect(await problemOf(clerk.get('/api/desk/as-of'))).toMatchObject({ status: 400 });
  });
});

describe('who has lost a role since', () => {
  it('sees nothing of the past either: today’s permissions hold for old views', async () => {
    const grant = { person: 'looker', role: 'auditor' };
    await done(office.staff.post('/api/users', { username: 'looker', password }));
    await done(office.staff.post('/api/organisation/commands/GrantRole', grant));
    await office.settle();
    const looker = await office.signedIn('looker');
    const paths = [
      `/api/cases/as-of?asOf=${night}`,
      `${visit.path}/as-of?at=${night}`,
      `${visit.path}/state?asOf=${night}`,
      `${visit.path}/history?asOf=${night}`,
    ];
    const statuses = () => Promise.all(paths.map(async (path) => (await looker.get(path)).status));
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    await done(office.staff.post('/api/organisation/commands/RevokeRole', grant));
    await office.settle();
    expect(await statuses()).toEqual([404, 404, 404, 404]);
  });
});
