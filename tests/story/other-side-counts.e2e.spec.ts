import { randomUUID } from 'node:crypto';
import { caseLanes } from '@threekeys/read-models';
import { type Caller, password } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done } from './path-light.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';

// 身份隔离: whoever is of the side that is complained about finds the case on no board, and no number has it either.

let office: Office;
let dispatcher: Caller;
let secretary: Caller;

interface Lane {
  readonly total: number;
  readonly cards: readonly { readonly caseId: string }[];
}
interface Listed {
  readonly cases: readonly { readonly caseId: string }[];
  readonly next?: string;
}
interface Desk {
  readonly counts: Readonly<Record<string, number>>;
}

beforeAll(async () => {
  office = await Office.open();
  dispatcher = await office.signedIn('dispatcher');
  secretary = await office.signedIn('secretary');
});
afterAll(() => office.close());

async function about(keptOut: string, more: object = {}): Promise<CaseAtWork> {
  const { caseId } = await done(
    office.staff.post<Reported>('/api/cases', {
      ...{ channel: 'phone', place: { compound: 'dawn-lane', building: '3' }, summary: '噪音' },
      respondent: { kind: 'person', name: '李某', keptOut: [keptOut] },
      ...more,
    }),
  );
  await office.settle();
  return office.caseAt(caseId);
}

async function boardOf(caller: Caller): Promise<{ total: number; caseIds: string[] }> {
  const lanes = await Promise.all(caseLanes.map((lane) => done(caller.get<Lane>(`/api/board/${lane}`))));
  return {
    total: lanes.reduce((sum, { total }) => sum + total, 0),
    caseIds: lanes.flatMap(({ cards }) => cards.map(({ caseId }) => caseId)),
  };
}

const deskOf = async (caller: Caller) => (await done(caller.get<Desk>('/api/desk'))).counts;

describe('a case about somebody whom it keeps out', () => {
  it('is on the boards of others, and for themselves neither there nor counted', async () => {
    const accept = { accept: { category: 'lighting' } };
    const open = await about('somebody-else', accept);
    const before = await boardOf(dispatcher);
    expect(before.caseIds).toContain(open.caseId);
    const own = await about('dispatcher', accept);
    expect((await boardOf(secretary)).caseIds).toContain(own.caseId);
    expect(await boardOf(dispatcher)).toEqual(before);
  });

  it('leaves no page of a list shorter than asked for, as long as there are others', async () => {
    const visible = async (path: string) => (await done(dispatcher.get<Listed>(path))).cases;
    for (let n = 0; n < 3; n++) await about('somebody-else');
    const all = await visible('/api/cases?sort=newest&limit=200');
    for (let n = 0; n < 3; n++) await about('dispatcher');
    const first = await done(dispatcher.get<Listed>('/api/cases?sort=newest&limit=2'));
    expect(first.cases.map(({ caseId }) => caseId)).toEqual(all.slice(0, 2).map(({ caseId }) => caseId));
    const second = await visible(`/api/cases?sort=newest&limit=2&cursor=${first.next ?? ''}`);
    expect(second.map(({ caseId }) => caseId)).toEqual(all.slice(2, 4).map(({ caseId }) => caseId));
  });

  it('is not told by a search that finds it: who reported it is nobody’s but others’', async () => {
    office.pass(1);
    const shut = await about('dispatcher', { requester: { name: '欧阳海棠', phone: '19970001111' } });
    office.pass(1);
    const shown = await about('somebody-else', { requester: { name: '欧阳海棠', phone: '19970001111' } });
    await office.settle();
    const found = (caller: Caller, limit: number) =>
      done(caller.get<Listed>(`/api/cases?q=${encodeURIComponent('欧阳海棠')}&limit=${String(limit)}`));
    expect((await found(secretary, 2)).cases.map(({ caseId }) => caseId)).toEqual([
      shown.caseId,
      shut.caseId,
    ]);
    expect((await found(secretary, 1)).next).toBeDefined();
    const { cases, next } = await found(dispatcher, 1);
    expect([cases.map(({ caseId }) => caseId), next]).toEqual([[shown.caseId], undefined]);
  });

  it('stands in no cursor of a page that ends beside it', async () => {
    office.pass(1);
    const before = await about('somebody-else');
    office.pass(1);
    const shut = await about('dispatcher');
    office.pass(1);
    const after = await about('somebody-else');
    const asOf = office.clock.now();
    for (const path of [`/api/cases?sort=newest`, `/api/cases/as-of?asOf=${asOf}`]) {
      const first = await done(dispatcher.get<Listed>(`${path}&limit=1`));
      const second = await done(dispatcher.get<Listed>(`${path}&limit=1&cursor=${first.next ?? ''}`));
      const pages = [first, second].map(({ cases }) => cases.map(({ caseId }) => caseId));
      expect([path, pages]).toEqual([path, [[after.caseId], [before.caseId]]]);
      for (const { next = '' } of [first, second])
        expect(Buffer.from(next, 'base64url').toString('utf8')).not.toContain(shut.caseId);
    }
  });

  it('is counted on no desk of theirs', async () => {
    const before = await deskOf(dispatcher);
    await about('dispatcher');
    expect(await deskOf(dispatcher)).toEqual(before);
    await about('somebody-else');
    expect(await deskOf(dispatcher)).not.toEqual(before);
  });
});

describe('a post or a unit where such a case lies', () => {
  interface Refused {
    readonly code: string;
    readonly facts?: { readonly openCases?: number };
  }
  const refused = async (caller: Caller, command: string, data: object) => {
    const { status, body } = await caller.post<Refused>(`/api/organisation/commands/${command}`, data);
    return [status, body.code, body.facts?.openCases];
  };
  const leave = (caller: Caller) => refused(caller, 'LeavePost', { post: 'mediation' });

  it('is not left, and whoever is shut out of it is told no number with it', async () => {
    await about('secretary', { accept: { category: 'noise' } });
    expect(await leave(secretary)).toEqual([409, 'PostHasOpenCases', undefined]);
    expect(await leave(office.staff)).toEqual([409, 'PostHasOpenCases', 1]);
    await about('somebody-else', { accept: { category: 'noise' } });
    expect(await leave(secretary)).toEqual([409, 'PostHasOpenCases', 1]);
    expect(await leave(office.staff)).toEqual([409, 'PostHasOpenCases', 2]);
  });
});

describe('whoever has not signed in', () => {
  it('is not told how much is recorded', async () => {
    const before = await (await fetch(new URL('/api/health/ready', office.url))).json();
    await about('dispatcher');
    expect(await (await fetch(new URL('/api/health/ready', office.url))).json()).toEqual(before);
  });
});

describe('work in a case about somebody whom it keeps out', () => {
  interface Work {
    readonly work: readonly { readonly caseId: string; readonly number: string }[];
    readonly next?: string;
  }
  const workOf = async (caller: Caller, query = '') =>
    (await done(caller.get<Work>(`/api/work?limit=1${query}`))).work.map(({ caseId }) => caseId);

  it('is on no list of theirs, not even their own, and leaves no page shorter', async () => {
    const road = { accept: { category: 'road-surface' } };
    await done(office.staff.post('/api/users', { username: 'liaison', password }));
    const liaison = await office.signedIn('liaison');
    const before = await about('somebody-else', road);
    office.pass(1);
    const own = await about('somebody-else', road);
    expect(await workOf(liaison)).toEqual([own.caseId]);
    const [{ requesterId } = { requesterId: '' }] = (await own.now()).requesters;
    const [{ id } = { id: '' }] = (await own.history()).events;
    const keptOut = ['liaison', 'dispatcher'];
    const respondent = { respondentId: randomUUID(), kind: 'person', name: '李某', keptOut };
    await own.do(office.staff, 'AmendReport', { requesterId, supersedes: id, fields: { respondent } });
    await office.settle();
    expect(await workOf(liaison)).toEqual([before.caseId]);
    expect(await workOf(dispatcher, '&person=liaison')).toEqual([before.caseId]);
    expect(await workOf(secretary, '&person=liaison')).toEqual([own.caseId]);
  });
});
