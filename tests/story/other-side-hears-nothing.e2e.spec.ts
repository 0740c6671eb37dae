import type { AccessPageAnswer } from '../../apps/reporting/src/operator.responses';
import type { VolunteerDetail, VolunteerPage } from '../../apps/volunteer-matching/src/volunteers.responses';
import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Caller } from '../support/app';
import { password } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done, leadOf, problemOf, registerElectrician } from './path-light.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';

// 身份隔离: whoever is of the side that is complained about learns of no volunteer why they were found or kept out, which would
// tell who reported, and does not even hear that something happens.

let office: Office;
let volunteers: readonly string[];
const reportersPhone = '19933334440';

/** Who may ask why by the table; each in turn is of the other side. */
const asking = ['dispatcher', 'worker', 'secretary', 'auditor'] as const;

beforeAll(async () => {
  office = await Office.open();
  volunteers = await Promise.all(
    [reportersPhone, '19933334441'].map((phone, index) =>
      registerElectrician(office.staff, { name: `志愿者${String(index)}`, phone, building: '5' }),
    ),
  );
  await office.settle();
});
afterAll(() => office.close());

/** Reported by a volunteer about somebody to whom these accounts belong. */
const about = (...keptOut: string[]) => aboutMatter('lighting', keptOut);

async function aboutMatter(
  category: string,
  keptOut: readonly string[],
): Promise<CaseAtWork & { position: string }> {
  const { caseId, position } = await done(
    office.staff.post<Reported>('/api/cases', {
      ...{ channel: 'phone', place: { compound: 'dawn-lane', building: '5' }, summary: '灯不亮' },
      requester: { name: '志愿者0', phone: reportersPhone },
      respondent: { kind: 'person', name: '某人', keptOut },
      accept: { category },
    }),
  );
  await office.settle();
  return Object.assign(office.caseAt(caseId), { position });
}

/** The routes that say who was found for a case, and why. */
async function pathsOf(light: CaseAtWork): Promise<string[]> {
  const order = leadOf(await light.now())?.workOrderId ?? '';
  const [reporter = '', other = ''] = volunteers;
  return [
    `/api/matching/why?case=${light.caseId}&volunteer=${reporter}`,
    `/api/matching/why?case=${light.caseId}&volunteer=${other}`,
    `/api/matching/why?case=${(await light.now()).number}&volunteer=${reporter}`,
    `/api/matching/orders/${order}`,
  ];
}

describe.each(asking)('why it is this volunteer, asked by the account %s', (account) => {
  let caller: Caller;
  beforeAll(async () => {
    caller = await office.signedIn(account);
  });

  it('is answered about a matter of others', async () => {
    const [reporter = '', ...more] = await pathsOf(await about('somebody-else'));
    expect(await done(caller.get(reporter))).toMatchObject({
      ...{ outcome: 'excluded', because: [{ constraint: 'conflict-of-interest' }] },
    });
    for (const path of more) expect((await caller.get(path)).status).toBe(200);
  });

  it('is no case at all where they are of the side that is complained about', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const none = await problemOf(
      caller.get(`/api/matching/why?case=${nowhere}&volunteer=${volunteers[0] ?? ''}`),
    );
    for (const path of await pathsOf(await about(account)))
      expect([path, await problemOf(caller.get(path))]).toEqual([path, none]);
  });
});

describe('what else tells of the work of a case', () => {
  let shut: CaseAtWork;
  let volunteerId: string;
  beforeAll(async () => {
    const electrician = { name: '志愿者2', phone: '19933334442', building: '5' };
    volunteerId = await registerElectrician(office.staff, electrician);
    await office.settle();
    shut = await about('dispatcher', 'auditor');
    const { workOrderId, offers } = await shut.offered();
    const offerId = offers.find((each) => each.volunteerId === volunteerId)?.offerId;
    await shut.do(office.staff, 'AcceptOffer', { workOrderId, offerId });
    await office.settle();
    await shut.now(await office.signedIn('secretary'));
  });

  it('is left out of a volunteer’s bookings where they look who are shut out', async () => {
    const bookingsFor = async (account: string) => {
      const caller = await office.signedIn(account);
      return (await done(caller.get<VolunteerDetail>(`/api/volunteers/${volunteerId}`))).bookings;
    };
    expect(await bookingsFor('secretary')).toMatchObject([{ caseId: shut.caseId }]);
    for (const account of ['dispatcher', 'auditor']) expect(await bookingsFor(account)).toEqual([]);
  });

  it('is in no sum, and takes no time of a volunteer, where they look who are shut out', async () => {
    const { bookings } = await done(office.staff.get<VolunteerDetail>(`/api/volunteers/${volunteerId}`));
    const { window } = bookings[0] ?? {};
    const asked = new URLSearchParams({ limit: '200', freeFrom: window!.from, freeTo: window!.to });
    const sumsFor = async (account: string) => {
      const caller = await office.signedIn(account);
      const line = await done(caller.get<VolunteerDetail>(`/api/volunteers/${volunteerId}`));
      const { volunteers: free } = await done(
        caller.get<VolunteerPage>(`/api/volunteers?${asked.toString()}`),
      );
      const { volunteers: all } = await done(caller.get<VolunteerPage>('/api/volunteers?limit=200'));
      const listed = all.find((each) => each.volunteerId === volunteerId);
      expect(listed?.bookingsThisWeek).toBe(line.bookingsThisWeek);
      return [line.bookingsThisWeek, free.some((each) => each.volunteerId === volunteerId)];
    };
    expect(await sumsFor('secretary')).toEqual([1, false]);
    for (const account of ['dispatcher', 'auditor']) expect(await sumsFor(account)).toEqual([0, true]);
  });

  it('is in no page of the access log of an auditor who is shut out', async () => {
    const auditor = await office.signedIn('auditor');
    const opened = async (caller: Caller, query: string) =>
      done(caller.get<AccessPageAnswer>(`/api/access?${query}`));
    const ofCase = ({ accesses }: AccessPageAnswer) =>
      accesses.filter(({ caseId }) => caseId === shut.caseId);
    expect(ofCase(await opened(office.staff, `caseId=${shut.caseId}`))).not.toEqual([]);
    for (let cursor = ''; ;) {
      const page = await opened(auditor, `limit=1${cursor}`);
      expect(ofCase(page)).toEqual([]);
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
    }
    const none = await problemOf(auditor.get(`/api/access?caseId=${randomUUID()}`));
    const { number } = await shut.now();
    for (const which of [shut.caseId, number])
      expect(await problemOf(auditor.get(`/api/access?caseId=${which}`))).toEqual(none);
    expect(none.status).toBe(404);
  });
});

describe('the event stream', () => {
  async function listening(account: string, after?: string): Promise<Listener> {
    const response = await fetch(new URL('/api/sessions', office.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-threekeys': '1' },
      body: JSON.stringify({ username: account, password }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return Listener.open({ cookie, ...(after === undefined ? {} : { 'last-event-id': after }) });
  }

  it.each(asking)(
    'tells %s of the matters of others, and never of one about their own side',
    async (account) => {
      const listener = await listening(account);
      const before = await about('somebody-else');
      const own = await about(account);
      const order = leadOf(await own.now())?.workOrderId ?? '';
      const last = await about('somebody-else');
      await listener.hears(last.caseId);
      expect(listener.heard).toContain(before.caseId);
      for (const id of [own.caseId, order]) expect(listener.heard).not.toContain(id);

      const late = await listening(account, before.position);
      await late.hears(last.caseId);
      for (const id of [own.caseId, order]) expect(late.heard).not.toContain(id);
      for (const each of [listener, late]) each.close();
    },
  );

  it('tells a key holder of the other side of no complaint about them before their key is asked', async () => {
    const listener = await listening('property');
    const property = await office.signedIn('property');
    const wall = await aboutMatter('wall-plaster', ['property']);
    const last = await about('somebody-else');
    await listener.hears(last.caseId);
    expect(listener.heard).not.toContain(wall.caseId);
    const turned = { party: 'property', version: 1, holder: 'property' };
    for (const answer of [property.get(wall.path), wall.send(property, 'TurnKey', turned)])
      expect((await answer).status).toBe(404);
    await wall.do(office.staff, 'ConveneJointResolution');
    await listener.hears(wall.caseId);
    const { joint, orders, summary } = await wall.now(property);
    expect([joint?.lock, summary]).toEqual(['shut', undefined]);
    expect(orders.filter(({ nobodyFound }) => nobodyFound !== undefined)).toEqual([]);
    listener.close();
  });

  it('tells of a volunteer’s work in it to everybody but whom it shuts out', async () => {
    const electrician = { name: '志愿者3', phone: '19933334443', building: '5' };
    const volunteerId = await registerElectrician(office.staff, electrician);
    await office.settle();
    const [before, listener, other] = [
      await about('somebody-else'),
      await listening('dispatcher'),
      await listening('secretary'),
    ];
    const stream = `volunteer-${volunteerId}`;
    const light = await about('dispatcher');
    const { workOrderId, offers } = await light.offered();
    const offerId = offers.find((each) => each.volunteerId === volunteerId)?.offerId;
    await light.do(office.staff, 'AcceptOffer', { workOrderId, offerId });
    await other.hears(stream);
    await light.do(office.staff, 'CheckInVolunteer', { workOrderId, offerId });
    await light.do(office.staff, 'ReportResult', {
      workOrderId,
      outcome: 'done',
      words: '好了',
      minutes: 30,
    });
    await office.settle();
    const last = await about('somebody-else');
    for (const each of [listener, other]) await each.hears(last.caseId);
    const late = await listening('dispatcher', before.position);
    await late.hears(last.caseId);
    for (const each of [listener, late]) expect(each.heard).not.toContain(stream);
    await done(office.staff.post(`/api/volunteers/${volunteerId}/commands/PauseVolunteer`, {}));
    for (const each of [listener, late]) await each.hears(stream);
    const { minutesServed } = await done(office.staff.get<VolunteerDetail>(`/api/volunteers/${volunteerId}`));
    const dispatcher = await office.signedIn('dispatcher');
    const seen = await done(dispatcher.get<VolunteerDetail>(`/api/volunteers/${volunteerId}`));
    expect([minutesServed, seen.minutesServed]).toEqual([30, 0]);
    for (const each of [listener, late, other]) each.close();
  });

  it('tells everybody else that volunteers are sought', async () => {
    const listener = await listening('dispatcher');
    const light = await about('secretary');
    await listener.hears(`match-${leadOf(await light.now())?.workOrderId ?? ''}`);
    listener.close();
  });
});

/** One open stream. */
class Listener {
  heard = '';

  private constructor(private readonly stream: IncomingMessage) {
    stream.setEncoding('utf8').on('data', (text: string) => (this.heard += text));
    stream.on('error', () => undefined);
  }

  static async open(headers: Readonly<Record<string, string>>): Promise<Listener> {
    const stream = await new Promise<IncomingMessage>((resolve, reject) =>
      get(new URL('/api/stream', office.url), { agent: false, headers }, resolve).on('error', reject),
    );
    return new Listener(stream);
  }

  async hears(what: string): Promise<void> {
    while (!this.heard.includes(what)) await new Promise((resolve) => this.stream.once('data', resolve));
  }

  close(): void {
    this.stream.destroy();
  }
}
