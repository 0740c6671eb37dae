import { ballastFileName } from '@threekeys/event-store-sqlite';
import { findCanaries } from '@threekeys/privacy/contract';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done, problemOf } from './path-light.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';
import { Phone } from './plain-pages.fixtures';

// 更正登记: who reported it, what it is, how urgent, as the desk wrote it down wrongly.

const wrong = { name: '欧阳荔枝', phone: '19976540011' };
const right = { name: '欧阳丽芝', phone: '19976540022' };
const joined = { name: '南宫石榴', phone: '19976540033' };
const joinedRight = '19976540044';

let office: Office;
let clerk: Caller;
let dispatcher: Caller;
beforeAll(async () => {
  office = await Office.open();
  clerk = await office.signedIn('clerk');
  dispatcher = await office.signedIn('dispatcher');
});
afterAll(() => office.close());

interface Known extends Reported {
  readonly at: CaseAtWork;
  readonly reportId: string;
}

async function reported(body: object): Promise<Known> {
  const place = { compound: 'dawn-lane', building: '5' };
  const made = await done(
    clerk.post<Reported>('/api/cases', { channel: 'phone', summary: '楼道堆物', place, ...body }),
  );
  await office.settle();
  return { ...made, at: office.caseAt(made.caseId), reportId: made.events[0]?.id ?? '' };
}

const correct = ({ at }: Known, supersedes: string, body: object) =>
  at.send(clerk, 'AmendReport', { supersedes, ...body });

async function follow(code: string, digits: string): Promise<number> {
  return (await new Phone(office.url).send('/follow', 'follow', { code, digits })).status;
}

const found = async (q: string): Promise<readonly string[]> => {
  const { cases } = await done(clerk.post<{ cases: { caseId: string }[] }>('/api/cases/search', { q }));
  return cases.map(({ caseId }) => caseId);
};

describe('a phone that was written down wrongly', () => {
  let known: Known;
  beforeAll(async () => {
    known = await reported({ requester: wrong });
  });

  it('locks its owner out of their own report, until it is corrected: then its end lets them in', async () => {
    expect([await follow(known.trackingCode, '0022'), await follow(known.trackingCode, '0011')]).toEqual([
      404, 303,
    ]);
    const { requesterId } = known;
    await done(
      correct(known, known.reportId, {
        requesterId,
        fields: { requester: { subject: right, callBack: true } },
      }),
    );
    await office.settle();
    expect([await follow(known.trackingCode, '0022'), await follow(known.trackingCode, '0011')]).toEqual([
      303, 404,
    ]);
  });

  it('is found by what is right, and no more by what was wrong', async () => {
    expect([await found(right.phone), await found(right.name)]).toEqual([[known.caseId], [known.caseId]]);
    expect([await found(wrong.phone), await found('荔枝')]).toEqual([[], []]);
  });

  it('is shown and opened as it is right, and its history says what was corrected and when', async () => {
    const [requester] = (await known.at.now(clerk)).requesters;
    expect(requester).toMatchObject({ name: '欧*芝', phone: '199****0022', callBack: true });
    const revealed = await done(
      clerk.post<{ fields: { value: string }[] }>(`${known.at.path}/reveal`, {
        ...{ fields: ['requesters'], purpose: 'contact' },
      }),
    );
    expect(revealed.fields.map(({ value }) => value)).toEqual([right.name, right.phone]);
    const { events } = await known.at.history();
    expect(events.at(-1)).toMatchObject({
      type: 'ReportAmended',
      data: {
        supersedes: known.reportId,
        fields: { requester: { subject: { name: '欧*芝', phone: '199****0022' } } },
      },
    });
    expect(JSON.stringify(events)).not.toContain(right.phone);
    const before = await done(
      clerk.get<{ state: { requesters: { phone: string }[] } }>(`${known.at.path}/state?revision=0`),
    );
    expect(before.state.requesters[0]?.phone).toMatch(/0011$/);
  });

  it('of who joined is corrected as theirs, and of whoever gave no name is none', async () => {
    const other = await done(
      clerk.post<Reported>(`${known.at.path}/commands/JoinCase`, {
        ...{ requester: joined, words: '我家也是', channel: 'phone' },
      }),
    );
    const joinId = other.events[0]?.id ?? '';
    const { requesterId } = other;
    const fields = { requester: { subject: { phone: joinedRight } } };
    await done(correct(known, joinId, { requesterId, fields }));
    await office.settle();
    expect([await follow(other.trackingCode, '0044'), await follow(other.trackingCode, '0033')]).toEqual([
      303, 404,
    ]);
    expect(await follow(known.trackingCode, '0022')).toBe(303);
    const nobody = await reported({});
    const refused = correct(nobody, nobody.reportId, { requesterId: nobody.requesterId, fields });
    expect(await problemOf(refused)).toEqual({ status: 409, code: 'NobodyToCorrect' });
    const bad = correct(known, joinId, { requesterId, fields: { requester: { subject: { phone: 'x' } } } });
    expect(await problemOf(bad)).toMatchObject({ status: 400 });
  });

  it('stands, right or wrong, nowhere in the home in plain', async () => {
    await office.settle();
    const names = [wrong, right, joined].flatMap(({ name, phone }) => [name, phone]);
    const files = readdirSync(office.home, { withFileTypes: true, recursive: true });
    const found = files
      .filter((each) => each.isFile() && each.name !== ballastFileName)
      .map((each) => join(each.parentPath, each.name))
      .filter((file) => findCanaries(readFileSync(file), [...names, joinedRight]).length > 0);
    expect(found).toEqual([]);
  });
});

describe('a phone that turns out to be wrong once its case has ended', () => {
  it('is corrected, so that its owner can look, and nothing else of the case is', async () => {
    const known = await reported({ requester: wrong });
    const { requesterId } = known;
    await done(known.at.send(clerk, 'DeclineCase', { ground: 'no-matter' }));
    await office.settle();
    const fields = { requester: { subject: { phone: right.phone } } };
    await done(correct(known, known.reportId, { requesterId, fields }));
    await office.settle();
    expect(await follow(known.trackingCode, '0022')).toBe(303);
    const more = correct(known, known.reportId, { requesterId, fields: { ...fields, category: 'noise' } });
    expect(await problemOf(more)).toEqual({ status: 409, code: 'OnlyWhoReported' });
  });
});

describe('a category that was pressed wrongly', () => {
  it('is corrected by what accepted it, and the case goes where the right one sends it', async () => {
    const known = await reported({ requester: wrong, accept: { category: 'wall-plaster' } });
    expect(await known.at.now(dispatcher)).toMatchObject({ status: 'filed', category: 'wall-plaster' });
    const { correctable } = await known.at.now(clerk);
    expect(correctable.map(({ type }) => type)).toEqual(['CaseReported', 'CaseAccepted']);
    const acceptedId = correctable[1]?.eventId ?? '';
    const { requesterId } = known;
    const other = correct(known, acceptedId, { requesterId, fields: { confidential: true } });
    expect(await problemOf(other)).toEqual({ status: 409, code: 'EventUnknown' });
    await done(correct(known, acceptedId, { requesterId, fields: { category: 'other' } }));
    await office.settle();
    const now = await known.at.now(dispatcher);
    expect(now).toMatchObject({ status: 'dispatched', category: 'other' });
    expect(now.orders[0]?.assignee).toMatchObject({ kind: 'post' });
    const again = correct(known, acceptedId, { requesterId, fields: { category: 'noise' } });
    expect(await problemOf(again)).toEqual({ status: 409, code: 'WorkGivenOut' });
  });

  it('that makes it urgent is told at once; that it is not, ends the alarm', async () => {
    const known = await reported({ requester: wrong });
    const { requesterId } = known;
    const alerted = async () => (await known.at.now(office.staff)).alertedAt;
    expect(await alerted()).toBeUndefined();
    const dueBefore = (await known.at.now(clerk)).nextDueAt ?? '';
    await done(correct(known, known.reportId, { requesterId, fields: { category: 'lift' } }));
    await office.settle();
    const urgent = await known.at.now(clerk);
    expect(urgent).toMatchObject({ urgency: 'urgent', flags: { urgent: true } });
    expect(await alerted()).toBe(office.clock.now());
    expect((urgent.nextDueAt ?? '') < dueBefore).toBe(true);
    await done(
      correct(known, known.reportId, { requesterId, fields: { category: 'other', urgency: 'normal' } }),
    );
    await office.settle();
    expect(await known.at.now(clerk)).toMatchObject({ urgency: 'normal', flags: { urgent: false } });
    expect([await alerted(), (await known.at.now(clerk)).nextDueAt]).toEqual([undefined, dueBefore]);
  });

  it('sent again with the same key is recorded once', async () => {
    const known = await reported({ requester: wrong });
    const body = { requesterId: known.requesterId, supersedes: known.reportId, fields: { urgency: 'soon' } };
    const key = randomUUID();
    const send = () =>
      clerk.post<Reported>(`${known.at.path}/commands/AmendReport`, body, { 'idempotency-key': key });
    const [first, second] = [await done(send()), await done(send())];
    expect(second.events).toEqual(first.events);
  });
});
