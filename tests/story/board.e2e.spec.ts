import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { alwaysFree, done, leadOf, openOffers, problemOf, registerElectrician } from './path-light.fixtures';

interface Card {
  readonly number: string;
  readonly order?: {
    readonly workOrderId: string;
    readonly offers: readonly { volunteerId: string; expiresAt: string; matchRef?: string }[];
    readonly nobodyFound?: readonly { constraint: string; count: number }[];
    readonly returnedFor?: string;
  };
  readonly volunteers: readonly { volunteerId: string; name?: string; skills: readonly string[] }[];
}
interface Lane {
  readonly total: number;
  readonly cards: readonly Card[];
  readonly next?: string;
}
interface Rankings {
  readonly attempts: readonly {
    readonly eventId: string;
    readonly considered: number;
    readonly ranked: readonly { volunteerId: string; name: string; terms: readonly { term: string }[] }[];
    readonly excluded: readonly { constraint: string; count: number; names: { en: string } }[];
  }[];
}
interface Register {
  readonly volunteers: readonly {
    readonly volunteerId: string;
    readonly freeNow: boolean;
    readonly bookingsThisWeek: number;
  }[];
  readonly next?: string;
}

const phone = '19900000001';

let office: Office;
let by: Caller;
beforeAll(async () => {
  office = await Office.open();
  by = office.staff;
});
afterAll(() => office.close());

const lane = (name: string, query = '') => done(by.get<Lane>(`/api/board/${name}${query}`));

describe('the board', () => {
  it('shows what nobody was found for with the reasons, then whom it asked and why', async () => {
    const { volunteerId: cook } = await done(
      by.post<{ volunteerId: string }>('/api/volunteers', {
        ...{ name: '周厨', phone: '19900000002', kind: 'resident', compound: 'dawn-lane' },
      }),
    );
    await office.settle();
    const light = await office.light('灯不亮');
    await office.settle();
    const nobody = await lane('nobody');
    expect(nobody.total).toBe(1);
    expect(nobody.cards[0]?.order?.nobodyFound).toEqual([{ constraint: 'skill', count: 1 }]);

    const electrician = await registerElectrician(by, { name: '陈明亮', phone, building: '5' });
    await office.settle();
    const { workOrderId } = await light.lead();
    const window = (await light.now()).orders[0]?.need?.windows[0];
    const offer = { workOrderId, volunteerId: electrician, window, wave: 1, basis: 'offer' };
    await light.do(by, 'OfferToVolunteer', offer);
    await office.settle();
    expect((await lane('nobody')).total).toBe(0);
    const asked = (await lane('offers')).cards[0];
    expect(asked?.order?.offers).toMatchObject([{ volunteerId: electrician }]);
    expect(asked?.volunteers).toEqual([{ volunteerId: electrician, name: '陈*亮', skills: ['electrics'] }]);

    const second = await office.light('灯又不亮');
    const order = await second.lead();
    const why = await done(by.get<Rankings>(`/api/matching/orders/${order.workOrderId}`));
    expect(why.attempts[0]?.eventId).toBe(openOffers(leadOf(await second.now()))[0]?.matchRef);
    expect(why.attempts[0]?.ranked).toMatchObject([{ volunteerId: electrician, name: '陈*亮' }]);
    expect(why.attempts[0]?.ranked[0]?.terms.map(({ term }) => term)).toContain('interest');
    expect(why.attempts[0]?.excluded).toMatchObject([
      { constraint: 'skill', count: 1, names: { en: 'lacks a skill that is needed' } },
    ]);
    const whyNot = await done(by.get(`/api/matching/why?case=${second.caseId}&volunteer=${cook}`));
    expect(whyNot).toMatchObject({ outcome: 'excluded' });
  });

  it('goes on page by page, and by unit and category', async () => {
    const first = await lane('offers', '?limit=1');
    expect([first.total, first.cards.length]).toEqual([2, 1]);
    const rest = await lane('offers', `?limit=1&cursor=${encodeURIComponent(first.next ?? '')}`);
    expect(rest.cards.map(({ number }) => number)).not.toEqual(first.cards.map(({ number }) => number));
    expect(rest.next).toBeUndefined();
    expect((await lane('offers', '?category=lighting')).total).toBe(2);
    expect((await lane('offers', '?category=noise')).total).toBe(0);
    expect((await lane('offers', '?unit=grid-9')).total).toBe(0);
    expect(await problemOf(by.get('/api/board/elsewhere'))).toEqual({ status: 400, code: 'invalid' });
  });

  it('shows each case as the list does, with who has its work, in the lane of its work', async () => {
    const taken = await office.light('灯还是不亮');
    const { workOrderId, offers } = await taken.lead();
    const [{ offerId, volunteerId } = { offerId: '', volunteerId: '' }] = offers;
    const recordedBy = { person: 'operator', channel: 'phone' };
    await taken.do(by, 'AcceptOffer', { workOrderId, offerId, recordedBy });
    await office.settle();
    const { number, status, place, accountable } = await taken.now();
    const underWay = await lane('under-way');
    expect([underWay.total, underWay.next]).toEqual([1, undefined]);
    expect(underWay.cards).toMatchObject([
      {
        ...{ number, status, place, accountable, category: 'lighting', unit: 'grid-1' },
        order: { workOrderId, part: 'lead', assignee: { kind: 'volunteers' }, assigned: [{ volunteerId }] },
        volunteers: [{ volunteerId, name: '陈*亮' }],
      },
    ]);
    expect((await lane('waiting')).cards).toEqual([]);
    expect((await lane('returned')).cards).toEqual([]);
  });

  it('explains nothing of an order that looked for nobody', async () => {
    const none = '00000000-0000-4000-8000-000000000000';
    expect(await problemOf(by.get(`/api/matching/orders/${none}`))).toMatchObject({ status: 404 });
  });
});

describe('the register of volunteers', () => {
  it('is sought by who is free for the whole of a window', async () => {
    const at = Date.parse(office.clock.now());
    const hour = (n: number) => encodeURIComponent(new Date(at + n * 3_600_000).toISOString());
    const free = await done(by.get<Register>(`/api/volunteers?freeFrom=${hour(1)}&freeTo=${hour(2)}`));
    expect(free.volunteers.map(({ freeNow }) => freeNow)).toEqual([true]);
    const [{ volunteerId } = { volunteerId: '' }] = free.volunteers;
    const weekly = alwaysFree.weekly.slice(0, 2);
    const freeTime = { weekly, exceptions: [] };
    await done(by.post(`/api/volunteers/${volunteerId}/commands/DeclareFreeTime`, { freeTime }));
    await office.settle();
    const none = await done(by.get<Register>(`/api/volunteers?freeFrom=${hour(1)}&freeTo=${hour(2)}`));
    expect(none).toEqual({ volunteers: [] });
    expect(await problemOf(by.get(`/api/volunteers?freeFrom=${hour(1)}`))).toEqual({
      status: 400,
      code: 'invalid',
    });
  });
});

describe('what the community decided', () => {
  it('names the organisations that handlers work for, each once, and no unit or compound', async () => {
    const organisations = async () =>
      (await done(by.get<{ organisations: readonly string[] }>('/api/community'))).organisations;
    const before = await organisations();
    const ofHandler = { role: 'handler', scope: 'lamp-works' };
    for (const grant of [
      { person: 'volunteer', ...ofHandler },
      { person: 'secretary', ...ofHandler },
      { person: 'grid', role: 'handler', scope: 'dawn-lane' },
      { person: 'secretary', role: 'mediator', scope: 'mediators-guild' },
    ])
      await done(by.post('/api/organisation/commands/GrantRole', grant));
    expect(await organisations()).toEqual([...before, 'lamp-works'].sort());
  });

  it('is told of a category as it was and as it is', async () => {
    interface Catalogue {
      readonly versions: readonly {
        readonly change: string;
        readonly category: string;
        readonly before?: { readonly seats: number };
        readonly after?: { readonly seats: number };
      }[];
    }
    const { versions } = await done(by.get<Catalogue>('/api/catalogue/versions?limit=200'));
    const lighting = versions.find(({ category }) => category === 'lighting')?.after;
    const category = { ...lighting, seats: 2 };
    await done(by.post('/api/catalogue/commands/DefineCategory', { category }));
    await done(by.post('/api/catalogue/commands/RetireCategory', { category: 'lighting' }));
    const now = await done(by.get<Catalogue>('/api/catalogue/versions?limit=2'));
    expect(now.versions).toMatchObject([
      { change: 'retired', category: 'lighting', before: { seats: 2 } },
      { change: 'changed', category: 'lighting', before: { seats: 1 }, after: { seats: 2 } },
    ]);
    expect(now.versions[0]?.after).toBeUndefined();
  });

  it('names the people to whom a post can be given, to whoever gives posts', async () => {
    interface People {
      readonly people: readonly { readonly person: string; readonly posts: readonly string[] }[];
    }
    const secretary = await office.signedIn('secretary');
    const { people } = await done(secretary.get<People>('/api/people'));
    expect(people.find(({ person }) => person === 'clerk')?.posts).toEqual(['duty-desk']);
    expect(await problemOf((await office.signedIn('clerk')).get('/api/people'))).toMatchObject({
      status: 404,
    });
  });
});
