import type { CaseHistory } from '@threekeys/reporting';
import { trackingCode as codeOf } from '@threekeys/privacy';
import { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done, leadOf, openOffers, problemOf, registerElectrician } from './path-light.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';
import { actsOn, Phone } from './plain-pages.fixtures';

// Who has no account: a volunteer with an offer, a party with a key, a resident with a code.

const phone = '19912345678';
const report = {
  requester: { name: '王桂英', phone, callBack: true },
  channel: 'phone',
  place: { compound: 'dawn-lane', building: '5', entrance: '2', spot: 'stairwell', door: '502' },
  summary: '门口的灯不亮，<b>钥匙</b>在对门',
};
const plan = {
  content: '铲除空鼓墙皮',
  costFen: 1_860_000,
  payer: 'property',
  source: 'service-fee',
  scope: '7号楼北墙一至三层',
  term: '2026-12-31',
};
const zeros = '00000000-0000-4000-8000-000000000000';

let office: Office;
let reader: Phone;
/** In the order of registration: neither of them has an account. */
let volunteers: readonly string[];

beforeAll(async () => {
  office = await Office.open();
  reader = new Phone(office.url);
  volunteers = [
    await registerElectrician(office.staff, { name: '陈明', phone: '19933334444', building: '5' }),
    await registerElectrician(office.staff, { name: '周亮', phone: '19944445555', building: '5' }),
  ];
  await office.settle();
});
afterAll(() => office.close());

async function linkTo(one: CaseAtWork, body: Readonly<Record<string, string>>): Promise<string> {
  return (await done(office.staff.post<{ path: string }>(`${one.path}/links`, body))).path;
}

async function reported(body: Readonly<Record<string, unknown>> = {}): Promise<Reported> {
  const accept = { category: 'lighting' };
  const answer = await done(office.staff.post<Reported>('/api/cases', { ...report, accept, ...body }));
  await office.settle();
  return answer;
}

interface Asked {
  readonly light: CaseAtWork;
  /** By volunteer: the link to their offer. */
  readonly links: readonly string[];
  readonly trackingCode: string;
  readonly requesterId: string;
}

/** Days later: nobody is asked more than five times in a week. */
async function asked(): Promise<Asked> {
  office.pass(2 * 24 * 60);
  const { caseId, trackingCode, requesterId } = await reported();
  const light = office.caseAt(caseId);
  const offers = openOffers(leadOf(await light.now()));
  const links = await Promise.all(
    volunteers.map((volunteerId) => {
      const offer = offers.find((each) => each.volunteerId === volunteerId);
      return linkTo(light, { kind: 'offer', offerId: offer?.offerId ?? '' });
    }),
  );
  return { light, links, trackingCode, requesterId };
}

async function take(link: string): Promise<void> {
  await reader.does(link, 'take');
  await office.settle();
}

async function eventsOf(one: CaseAtWork, type: string): Promise<CaseHistory['events']> {
  return (await one.history()).events.filter((each) => each.type === type);
}

async function accessesOf(one: CaseAtWork, actor: string): Promise<readonly string[]> {
  const query = `caseId=${one.caseId}&actor=${actor}`;
  const { accesses } = await done(
    office.staff.get<{ accesses: { fields: string[] }[] }>(`/api/access?${query}`),
  );
  return accesses.flatMap(({ fields }) => fields);
}

describe('a volunteer with a link', () => {
  it('sees enough to decide: no door, no words, nobody’s name', async () => {
    const { links } = await asked();
    const page = await reader.open(links[0]!);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/Can you help with this\?.*Lighting.*Building 5/);
    for (const secret of ['502', 'entrance 2', '钥匙', '王桂英', phone])
      expect(page.text).not.toContain(secret);
    expect(actsOn(page)).toEqual(['take', 'decline']);
  });

  it('takes it, comes, and reports the result: each step is their own, by a link', async () => {
    const { light, links } = await asked();
    const [link = ''] = links;
    await take(link);
    const coming = await reader.open(link);
    expect(coming.text).toContain('This one is yours');
    for (const shown of ['entrance 2', '502', '&lt;b&gt;钥匙&lt;/b&gt;在对门', phone])
      expect(coming.markup).toContain(shown);
    expect(coming.text).not.toContain('王桂英');
    expect(actsOn(coming)).toEqual(['set-out', 'arrive']);
    expect(actsOn(await reader.does(link, 'set-out'))).toEqual(['arrive']);
    expect(actsOn(await reader.does(link, 'arrive'))).toEqual(['finish']);
    const over = await reader.does(link, 'finish', { outcome: 'done', words: '换了灯泡', minutes: '25' });
    expect([over.text, actsOn(over)]).toEqual([expect.stringContaining('This work is finished'), []]);
    expect(over.text).not.toContain('502');
    for (const type of ['OfferAccepted', 'ProgressReported', 'VolunteerCheckedIn', 'ResultReported']) {
      const [event] = await eventsOf(light, type);
      expect(event?.actor).toEqual({ id: volunteers[0], role: 'volunteer', channel: 'link' });
    }
    const [result] = await eventsOf(light, 'ResultReported');
    expect(result?.data).toMatchObject({ outcome: 'done', words: '换了灯泡', minutes: 25 });
    expect((await light.now()).status).toBe('awaiting-check');
  });

  it('who was not first is told that somebody else goes', async () => {
    const { links } = await asked();
    await take(links[0]!);
    const page = await reader.open(links[1]!);
    expect([page.text, actsOn(page)]).toEqual([expect.stringContaining('Somebody else goes'), []]);
    const late = await reader.send(links[1]!, 'take');
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('The seats are taken')]);
  });

  it.each(['withdrawn by who asked for it', 'cancelled by the office'])(
    'who has an appointment that was %s hears it, whatever they send',
    async (how) => {
      const { light, links, requesterId } = await asked();
      const [link = ''] = links;
      await take(link);
      const { workOrderId } = await light.lead();
      const [assigned] = leadOf(await light.now())?.assigned ?? [];
      await (how.startsWith('withdrawn')
        ? light.do(office.staff, 'WithdrawRequest', { requesterId, channel: 'phone', words: '不用了' })
        : light.do(office.staff, 'ReleaseVolunteer', {
            ...{ workOrderId, offerId: assigned?.offerId, reason: 'no-longer-needed' },
          }));
      await office.settle();
      const result = { outcome: 'done', words: '做完了', minutes: '20' };
      for (const [act, fields] of [['set-out'], ['arrive'], ['finish', result], ['finish']] as const) {
        const page = await reader.send(link, act, fields);
        expect([act, page.status]).toEqual([act, 409]);
        expect(page.text).toMatch(/Not done: You need not come .*cancelled this appointment/);
      }
    },
  );

  it('who hands in the result twice is answered the same', async () => {
    const { links } = await asked();
    const [link = ''] = links;
    await take(link);
    await reader.does(link, 'arrive');
    const key = 'b1f1c0de-0000-4000-8000-000000000002';
    const result = { outcome: 'done', words: '换了灯泡' };
    const answers = [
      await reader.send(link, 'finish', result, key),
      await reader.send(link, 'finish', result, key),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  });

  it('says not now, with a reason or without', async () => {
    const { light, links } = await asked();
    expect((await reader.does(links[0]!, 'decline', { words: '在外地' })).text).toContain('not now');
    expect((await reader.does(links[1]!, 'decline')).text).toContain('not now');
    const [first] = await eventsOf(light, 'OfferDeclined');
    expect(first).toMatchObject({ actor: { channel: 'link' }, data: { words: '在外地' } });
  });

  it('finds an offer over whose time is up, and one that was withdrawn', async () => {
    const { light, links } = await asked();
    const [offer] = openOffers(leadOf(await light.now()));
    const { workOrderId } = await light.lead();
    await light.do(office.staff, 'WithdrawOffer', {
      ...{ workOrderId, offerId: offer?.offerId, reason: 'no-longer-needed' },
    });
    const pages = await Promise.all(links.map(async (link) => (await reader.open(link)).text));
    expect(pages.filter((text) => text.includes('No longer needed'))).toHaveLength(1);
    office.pass(600);
    const late = await Promise.all(links.map(async (link) => (await reader.open(link)).text));
    expect(late.filter((text) => text.includes('The time to answer is over'))).toHaveLength(1);
  });

  it('loses nothing that was typed when something is missing, and hears what', async () => {
    const { light, links } = await asked();
    const [link = ''] = links;
    await take(link);
    await reader.does(link, 'arrive');
    const wrong = await reader.send(link, 'finish', { outcome: 'partly', words: '"一半" <i>', minutes: 'x' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Minutes are a whole number');
    for (const kept of [
      '&quot;一半&quot; &lt;i&gt;</textarea>',
      'value="partly" required checked',
      'value="x"',
    ])
      expect(wrong.markup).toContain(kept);
    const long = await reader.send(link, 'finish', { outcome: 'done', words: '长'.repeat(2001) });
    expect([long.status, long.text]).toEqual([400, expect.stringContaining('at most 2000 characters')]);
    expect(await eventsOf(light, 'ResultReported')).toEqual([]);
  });

  it('who taps twice says it once; the same form with other words is not taken', async () => {
    const { light, links } = await asked();
    const [link = ''] = links;
    const key = 'b1f1c0de-0000-4000-8000-000000000001';
    const answers = await Promise.all([1, 2].map(() => reader.send(link, 'decline', { words: '有事' }, key)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await eventsOf(light, 'OfferDeclined')).toHaveLength(1);
    const other = await reader.send(link, 'decline', { words: '别的' }, key);
    expect(other.status).toBe(422);
  });
});

describe('a link', () => {
  it('opens nothing when it was forged, cut, or made for another offer', async () => {
    const { light, links } = await asked();
    const [first = '', second = ''] = links;
    const macOf = (link: string) => link.slice(link.lastIndexOf('/') + 1);
    const forged = [
      first.slice(0, -1) + (first.endsWith('A') ? 'B' : 'A'),
      first.slice(0, -4),
      first.replace(macOf(first), macOf(second)),
      first.replace('/offer/', '/key/'),
      first.replace('/offer/', '/request/'),
      first.replace('/offer/', '/nothing/'),
      first.replace(light.caseId, zeros),
      `${first}AA`,
    ];
    for (const link of forged) {
      const page = await reader.open(link);
      expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect((await reader.send(link, 'take')).status).toBe(404);
    }
    expect(await eventsOf(light, 'OfferAccepted')).toEqual([]);
  });

  it('is told to nobody and kept nowhere, and its page loads and runs nothing', async () => {
    const { links } = await asked();
    const { headers, markup } = await reader.open(links[0]!);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(markup).not.toMatch(/<script|<link|<img|\son\w+=|javascript:/);
  });

  it('speaks the language of the browser, or the one chosen on the page', async () => {
    const { links } = await asked();
    const [link = ''] = links;
    const zh = new Phone(office.url, 'zh');
    expect((await zh.open(link)).markup).toContain('<html lang="zh-CN">');
    expect((await zh.open(`${link}?lang=en&from=singlemessage`)).text).toContain('Can you help');
    const { headers } = await zh.send(`${link}?lang=en`, 'decline');
    expect(headers.get('location')).toBe(`${link}?lang=en`);
  });

  it('takes no form that is too large, and the API takes none at all', async () => {
    const { links, light } = await asked();
    const large = await reader.raw(links[0]!, `words=${'x'.repeat(70_000)}`);
    expect([large.status, large.headers.get('content-type')]).toEqual([413, 'text/html; charset=utf-8']);
    const many = Array.from({ length: 60 }, (_, index) => `f${index}=1`).join('&');
    expect((await reader.raw(links[0]!, many)).status).toBe(400);
    expect((await reader.raw(`${light.path}/commands/CloseCase`, 'a=1')).status).toBe(415);
    expect((await reader.send(links[0]!, '__proto__')).status).toBe(422);
  });

  it('is given by the office alone, while there is something to answer, and that is recorded', async () => {
    const { light, links } = await asked();
    const [offer] = openOffers(leadOf(await light.now()));
    const body = { kind: 'offer', offerId: offer?.offerId ?? '' };
    for (const account of ['grid', 'property', 'volunteer', 'auditor']) {
      const caller = await office.signedIn(account);
      expect(await problemOf(caller.post(`${light.path}/links`, body))).toMatchObject({ status: 404 });
    }
    const clerk = await office.signedIn('clerk');
    expect((await done(clerk.post<{ path: string }>(`${light.path}/links`, body))).path).toMatch(
      /^\/l\/offer\//,
    );
    expect(await accessesOf(light, 'clerk')).toEqual([`link/offer/${body.offerId}`]);
    await reader.open(links[0]!);
    expect(await accessesOf(light, volunteers[0]!)).toContain('link/offer/opened');
    for (const link of links) await reader.does(link, 'decline');
    expect(await problemOf(clerk.post(`${light.path}/links`, body))).toEqual({
      ...{ status: 409, code: 'nothing-to-link' },
    });
    const none = clerk.post(`${light.path}/links`, { kind: 'offer', offerId: zeros });
    expect(await problemOf(none)).toMatchObject({ status: 404 });
  });
});

describe('a key holder with a link', () => {
  async function convened(): Promise<CaseAtWork> {
    const { caseId } = await reported({ accept: { category: 'wall-plaster' } });
    const wall = office.caseAt(caseId);
    await wall.do(office.staff, 'ConveneJointResolution');
    await wall.do(office.staff, 'ProposePlan', { version: 1, plan });
    return wall;
  }
  const keyOf = (wall: CaseAtWork, party: string) => linkTo(wall, { kind: 'key', party });

  it('sees the plan, the clock and the other keys, and never who reported', async () => {
    const wall = await convened();
    const page = await reader.open(await keyOf(wall, 'property'));
    for (const shown of [
      plan.content,
      plan.scope,
      '18600.00',
      'Service fee',
      plan.term,
      'Owners’ committee: awaited',
    ])
      expect(page.text).toContain(shown);
    for (const secret of ['王桂英', phone, '钥匙在对门', '502']) expect(page.text).not.toContain(secret);
    expect(actsOn(page)).toEqual(['turn', 'refuse']);
  });

  it('turns their key and nobody else’s; the last one opens the lock and every link is over', async () => {
    const wall = await convened();
    const parties = ['branch', 'owners', 'property'];
    const links = await Promise.all(parties.map((party) => keyOf(wall, party)));
    const turned = await reader.does(links[0]!, 'turn');
    expect(turned.text).toContain('Your key is turned');
    expect(actsOn(turned)).toEqual(['refuse']);
    await reader.does(links[1]!, 'turn');
    const open = await reader.does(links[2]!, 'turn');
    expect([open.text, actsOn(open)]).toEqual([expect.stringContaining('The lock is open'), []]);
    expect((await eventsOf(wall, 'KeyTurned')).map(({ actor, data }) => [actor, data['party']])).toEqual(
      parties.map((party) => [{ id: party, role: 'key-holder', channel: 'link' }, party]),
    );
    expect(await eventsOf(wall, 'LockOpened')).toHaveLength(1);
    const late = await reader.send(links[0]!, 'refuse', { reason: 'cost' });
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('The lock is open')]);
  });

  it('is named with who asked for the link, and whoever holds the key next may object', async () => {
    const wall = await convened();
    const clerk = await office.signedIn('clerk');
    const ask = (by: Caller, party: string) =>
      by.post<{ path: string }>(`${wall.path}/links`, { kind: 'key', party });
    const { path } = await done(ask(clerk, 'branch'));
    expect(path).not.toContain('clerk');
    await reader.does(path, 'turn');
    const [turned] = await eventsOf(wall, 'KeyTurned');
    expect(turned).toMatchObject({ actor: { id: 'branch', channel: 'link' }, data: { linkedBy: 'clerk' } });
    const until = '2026-09-01T00:00:00.000Z';
    const { resolution } = await wall.now();
    const standIns = resolution?.holders.map((each) => [each.party, each.standIns]);
    expect(standIns).toContainEqual(['branch', expect.arrayContaining(['secretary'])]);
    const standIn = { party: 'branch', person: 'secretary', basis: 'absent', until };
    await wall.do(office.staff, 'AppointStandIn', standIn);
    const secretary = await office.signedIn('secretary');
    expect(await problemOf(ask(secretary, 'owners'))).toEqual({ status: 409, code: 'NotTheKeyHolder' });
    await wall.do(secretary, 'TakeKeyBack', { party: 'branch', version: 1, holder: 'secretary' });
    expect(await eventsOf(wall, 'KeyTakenBack')).toMatchObject([{ data: { because: 'objection' } }]);
  });

  it('refuses with a reason of the policy, and may still agree', async () => {
    const wall = await convened();
    const link = await keyOf(wall, 'owners');
    const without = await reader.send(link, 'refuse', { words: '太贵了' });
    expect([without.status, without.text]).toEqual([422, expect.stringContaining('choose why you refuse')]);
    expect(without.markup).toContain('太贵了</textarea>');
    expect((await reader.send(link, 'refuse', { reason: 'nonsense' })).status).toBe(409);
    const refused = await reader.does(link, 'refuse', { reason: 'cost', words: '太贵了' });
    expect(refused.text).toContain('You have refused');
    expect((await eventsOf(wall, 'KeyRefused'))[0]).toMatchObject({
      ...{ actor: { id: 'owners', channel: 'link' }, data: { reason: 'cost', words: '太贵了' } },
    });
    expect((await reader.does(link, 'turn')).text).toContain('Your key is turned');
  });

  it('is told that a new version has replaced the plan, and on its link what changed', async () => {
    const wall = await convened();
    const old = await keyOf(wall, 'branch');
    await wall.do(office.staff, 'ProposePlan', { version: 2, plan: { ...plan, costFen: 990_000 } });
    expect((await reader.open(old)).text).toContain('Version 2 has replaced this one');
    const page = await reader.open(await keyOf(wall, 'branch'));
    expect(page.text).toMatch(/What changed since version 1 Cost Before: ¥18600\.00 Now: ¥9900\.00/);
  });

  it('has no part in it any longer once somebody else holds the key', async () => {
    const wall = await convened();
    const link = await keyOf(wall, 'property');
    const held = (holder: string) =>
      done(
        office.staff.post('/api/compounds/dawn-lane/commands/NameParty', {
          ...{ party: 'property', holder, standIns: [] },
        }),
      );
    await held('worker');
    expect((await reader.open(link)).text).toContain('Somebody else holds this key');
    expect((await reader.send(link, 'turn')).status).toBe(422);
    await held('property');
  });

  it('of the owners waits for their assembly where the law says so', async () => {
    const { caseId } = await reported({ accept: { category: 'wall-plaster' } });
    const wall = office.caseAt(caseId);
    await wall.do(office.staff, 'ConveneJointResolution');
    const funded = { ...plan, source: 'maintenance-fund' };
    await wall.do(office.staff, 'ProposePlan', { version: 1, plan: funded });
    const page = await reader.open(await keyOf(wall, 'owners'));
    expect([page.text, actsOn(page)]).toEqual([expect.stringContaining('All owners decide this plan'), []]);
  });

  it('gets no link where no key is waited for', async () => {
    const { light } = await asked();
    const answer = office.staff.post(`${light.path}/links`, { kind: 'key', party: 'owners' });
    expect(await problemOf(answer)).toEqual({ status: 409, code: 'nothing-to-link' });
  });
});

describe('a resident with a tracking code', () => {
  async function followed(code: string, digits = ''): Promise<string> {
    const { status, headers, text } = await reader.send('/follow', 'follow', { code, digits });
    if (status !== 303) throw new Error(`${String(status)} ${text}`);
    return headers.get('location') ?? '';
  }

  async function finished(work: {
    readonly light: CaseAtWork;
    readonly links: readonly string[];
    readonly requesterIds: readonly string[];
  }): Promise<void> {
    const { light, links, requesterIds } = work;
    await take(links[0]!);
    await reader.does(links[0]!, 'arrive');
    await reader.does(links[0]!, 'finish', { outcome: 'done', words: '换了灯泡' });
    await light.do(office.staff, 'CheckResult', { passed: true, found: '亮了' });
    for (const requesterId of requesterIds)
      await light.do(office.staff, 'AnswerRequester', {
        ...{ requesterId, subjectOf: 'result', channel: 'phone', words: '灯修好了' },
      });
    await office.settle();
  }

  async function worked(): Promise<Asked> {
    const made = await asked();
    await finished({ ...made, requesterIds: [made.requesterId] });
    return made;
  }

  it('sees where it stands and what happened, and nobody’s name', async () => {
    const { trackingCode } = await worked();
    const page = await reader.open(await followed(trackingCode.toLowerCase().replaceAll('-', ''), '5678'));
    expect(page.text).toMatch(/Your report 2026-\d{6}.*Please say whether it is solved/);
    for (const shown of [
      '&lt;b&gt;钥匙&lt;/b&gt;在对门',
      'A volunteer will come',
      'Answer to you',
      '灯修好了',
      'Duty desk',
    ])
      expect(page.markup).toContain(shown);
    for (const secret of ['换了灯泡', '亮了<', 'operator', 'clerk', '陈明', volunteers[0]!])
      expect(page.markup).not.toContain(secret);
    expect(actsOn(page)).toEqual(['rate', 'withdraw']);
  });

  it('says that it is solved, with two scores, and is done with it', async () => {
    const { light, trackingCode, requesterId } = await worked();
    const link = await followed(trackingCode, '5678');
    const nothing = await reader.send(link, 'rate', { outcomeScore: '5' });
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('whether it is solved')]);
    const wrong = await reader.send(link, 'rate', { solved: 'yes', outcomeScore: '9' });
    expect([wrong.status, wrong.text]).toEqual([409, expect.stringContaining('ends below this score')]);
    await reader.does(link, 'rate', { solved: 'yes', outcomeScore: '5', serviceScore: '4', words: '谢谢' });
    await office.settle();
    const page = await reader.open(link);
    expect(page.text).toContain('It is closed.');
    expect(actsOn(page)).toEqual(['reopen']);
    expect((await eventsOf(light, 'FollowUpRecorded'))[0]).toMatchObject({
      actor: { id: requesterId, role: 'resident', channel: 'link' },
      data: {
        outcome: 'reached',
        channel: 'web',
        solved: true,
        outcomeScore: 5,
        serviceScore: 4,
        words: '谢谢',
      },
    });
    const reopened = await reader.does(link, 'reopen', { reason: '又坏了' });
    expect(reopened.text).toMatch(/You asked to reopen it.*又坏了.*Reopened/);
    expect((await light.now()).round).toBe(2);
  });

  it('is thanked while others have still to say, and asked for nothing more', async () => {
    const { light, links, trackingCode, requesterId } = await asked();
    const joined = await done(
      office.staff.post<Reported>(`${light.path}/commands/JoinCase`, {
        ...{ requester: { name: '李秀兰', phone: '19900001111' }, words: '我家门口也黑', channel: 'phone' },
      }),
    );
    await finished({ light, links, requesterIds: [requesterId, joined.requesterId] });
    const asks = await reader.open(await followed(joined.trackingCode, '1111'));
    expect(asks.text).toMatch(/Please say whether it is solved.*The outcome \(5 is best\)/);
    const page = await reader.does(await followed(trackingCode, '5678'), 'rate', { solved: 'yes' });
    expect(page.text).toContain('Thank you for telling us');
    expect(page.text).not.toContain('Please say');
    expect((await light.now()).status).toBe('awaiting-follow-up');
  });

  it('who says that it is not solved has it done again', async () => {
    const { light, trackingCode } = await worked();
    const page = await reader.does(await followed(trackingCode, '5678'), 'rate', {
      solved: 'no',
      words: '还是暗',
    });
    expect(page.text).toContain('It is to be done again');
    expect((await light.now()).status).toBe('handling');
  });

  it('withdraws what they asked for, and what somebody else asked for goes on', async () => {
    const { light, trackingCode } = await asked();
    const joined = await done(
      office.staff.post<Reported>(`${light.path}/commands/JoinCase`, {
        ...{ requester: { name: '李秀兰', phone: '19900001111' }, words: '我家门口也黑', channel: 'phone' },
      }),
    );
    await office.settle();
    const other = await reader.open(await followed(joined.trackingCode, '1111'));
    expect(other.markup).toContain('我家门口也黑');
    expect(other.markup).not.toContain('钥匙');
    const page = await reader.does(await followed(trackingCode, '5678'), 'withdraw', { words: '自己修好了' });
    expect(page.text).toContain('You have withdrawn');
    expect(actsOn(page)).toEqual([]);
    expect((await light.now()).requesters.map(({ withdrawn }) => withdrawn)).toEqual([true, false]);
    expect((await reader.open(await followed(joined.trackingCode, '1111'))).text).not.toContain('自己修好了');
  });

  it('reads who has opened their data: the role, why and what, and nobody’s name', async () => {
    const { light, trackingCode, requesterId } = await asked();
    const first = await reader.open(await followed(trackingCode, '5678'));
    expect(first.markup).toContain('<details><summary>Who has opened your data');
    const opened = (page: typeof first) => page.text.slice(page.text.indexOf('Who has opened'));
    expect(opened(first)).not.toContain('Secretary');

    const join = { requester: { name: '李秀兰' }, words: '我家也黑', channel: 'phone' };
    const joined = await done(office.staff.post<Reported>(`${light.path}/commands/JoinCase`, join));
    await office.settle();
    const neighbour = await followed(joined.trackingCode);
    await reader.open(neighbour);
    const secretary = await office.signedIn('secretary');
    await done(secretary.post(`${light.path}/reveal`, { fields: ['requesters'], purpose: 'contact' }));

    const page = await reader.open(await followed(trackingCode, '5678'));
    expect(opened(page)).toMatch(/Secretary, to reach you · name or phone/);
    expect(opened(page).match(/With your tracking code/g)).toHaveLength(1);
    expect(opened(await reader.open(neighbour))).toMatch(/Secretary, to reach you · name or phone/);
    for (const secret of ['secretary', requesterId, joined.requesterId, '李秀兰', '王桂英'])
      expect(page.markup).not.toContain(secret);
    const chinese = await reader.open(neighbour.replace('lang=en', 'lang=zh'));
    expect(chinese.text).toMatch(/谁打开过您的资料（最近 \d+ 次）.*社区党委书记（联系您） · 姓名或电话/);
  });

  it('who gave no phone number needs none', async () => {
    const { trackingCode } = await reported({ requester: undefined });
    expect((await reader.open(await followed(trackingCode))).status).toBe(200);
    const wide = trackingCode.replace(/[0-9A-Z]/g, (letter) =>
      String.fromCodePoint(letter.charCodeAt(0) + 0xfee0),
    );
    expect((await reader.open(await followed(wide))).status).toBe(200);
  });

  it('finds nothing with a wrong code or wrong digits, and cannot tell which', async () => {
    const { trackingCode } = await asked();
    const tries = [
      { code: trackingCode, digits: '5679' },
      { code: trackingCode, digits: '' },
      { code: '2222-2222-2', digits: '5678' },
      { code: 'nonsense', digits: '5678' },
    ];
    const begunAt = performance.now();
    const took: number[] = [];
    const pages = await Promise.all(
      tries.map(async (each) => {
        const page = await reader.send('/follow', 'follow', each);
        took.push(performance.now() - begunAt);
        return page;
      }),
    );
    expect(Math.min(...took)).toBeGreaterThan(95);
    const alike = pages.map(({ status, markup }, index) => {
      const { code, digits } = tries[index]!;
      const typed = markup.replace(/value="[0-9a-f-]{36}"/g, '').replace(` value="${code}"`, '');
      return [status, typed.replace(` value="${digits}"`, '')];
    });
    expect(new Set(alike.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(pages[0]?.status).toBe(404);
  });

  it('is heard with the end of the number only so often, is told how long to wait, and passes with all of it', async () => {
    const { trackingCode } = await asked();
    const wrong = { code: trackingCode, digits: '0000' };
    for (let tries = 0; tries < 5; tries++) await reader.send('/follow', 'follow', wrong);
    const right = await reader.send('/follow', 'follow', { code: trackingCode, digits: '5678' });
    expect([right.status, Number(right.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(right.text).toContain('enter the whole phone number that was given, or try again in 15 min.');
    expect(await followed(trackingCode, phone)).toMatch(/^\/l\/request\//);
    expect(await followed(trackingCode, '5678')).toMatch(/^\/l\/request\//);
  });

  it('is found by the right code and digits, whatever others on the same address did wrong', async () => {
    const { trackingCode } = await asked();
    const tryOf = (name: string) =>
      reader.send('/follow', 'follow', { code: codeOf(Buffer.alloc(32), name), digits: '5678' });
    const tries = await Promise.all(Array.from({ length: 61 }, (_, index) => tryOf(`invented-${index}`)));
    expect(tries.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(60);
    const more = await tryOf('one more');
    expect([more.status, more.text]).toEqual([429, expect.stringMatching(/try again in \d+ min\./)]);
    expect(await followed(trackingCode, '5678')).toMatch(/^\/l\/request\//);
    office.pass(16);
    for (let count = 0; count < 61; count++) await reader.send('/follow', 'follow', { code: 'garbage' });
    expect((await tryOf('another')).status).toBe(404);
  });

  it('has a page for half an hour, and an address that says nothing of them', async () => {
    const { trackingCode } = await asked();
    const link = await followed(trackingCode, '5678');
    for (const secret of [trackingCode, '5678', phone]) expect(link).not.toContain(secret);
    office.pass(31);
    const page = await reader.open(link);
    expect([page.text, actsOn(page)]).toEqual([expect.stringContaining('This page has ended'), []]);
    expect((await reader.send(link, 'withdraw')).status).toBe(422);
  });

  it('acts for nobody else, whatever they send along', async () => {
    const { trackingCode } = await worked();
    const { light, requesterId } = await worked();
    const link = await followed(trackingCode, '5678');
    await reader.send(link, 'rate', { solved: 'no', requesterId, caseId: light.caseId });
    expect(await eventsOf(light, 'FollowUpRecorded')).toEqual([]);
    expect(await problemOf(Caller.nobody(office.url).get(light.path))).toMatchObject({ status: 401 });
  });
});
