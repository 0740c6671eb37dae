import { Caller, password } from '../../support/app';
import { done } from '../path-light.fixtures';
import { openPremises } from './premises.fixtures';
import type { Premises } from './premises.fixtures';

// The community in which the stories are told: one compound of two buildings, ten staff, three parties of its lock. It is
// set up over HTTP, as a real one is.

const named = (zh: string, en: string) => ({ zh, en });

/** Who works here: the post that they hold, and their role. */
const staff = [
  { person: 'clerk', role: 'intake-clerk', post: 'duty-desk', kind: 'duty-desk', unit: 'community' },
  { person: 'dispatcher', role: 'dispatcher', post: 'dispatch-desk', kind: 'dispatcher', unit: 'community' },
  { person: 'secretary', role: 'secretary', post: 'secretary', kind: 'secretary', unit: 'community' },
  { person: 'worker', role: 'social-worker', post: 'social-work', kind: 'social-worker', unit: 'community' },
  { person: 'mediator', role: 'mediator', post: 'mediation', kind: 'mediator', unit: 'community' },
  {
    person: 'liaison',
    role: 'handler',
    post: 'property-liaison',
    kind: 'property-liaison',
    unit: 'community',
  },
  { person: 'grid', role: 'grid-worker', post: 'grid-1-worker', kind: 'grid-worker', unit: 'grid-1' },
  { person: 'sun', role: 'grid-worker', post: 'grid-2-worker', kind: 'grid-worker', unit: 'grid-2' },
] as const;

/** Staff without a post of their own. */
const others = [
  { person: 'zhou', role: 'grid-worker' },
  { person: 'auditor', role: 'auditor' },
] as const;

const parties = ['branch', 'owners', 'property'] as const;

const ofAPost = {
  ...{ handledBy: 'post', level: 'community', urgency: 'normal', minutes: 60, seats: 1 },
  ...{
    skills: [],
    interests: [],
    certificates: [],
    certifiedLead: false,
    sensitive: false,
    threeKeys: false,
  },
};
/** What the starter catalogue does not have: a community defines what it needs. */
const categories = [
  {
    ...ofAPost,
    ...{ category: 'gas-smell', names: named('燃气异味', 'Smell of gas'), kind: 'hazard' },
    ...{ postKind: 'duty-desk', urgency: 'urgent' },
  },
  {
    ...ofAPost,
    ...{ category: 'roof-leak', names: named('屋面漏水', 'Roof leak'), kind: 'repair' },
    ...{ postKind: 'property-liaison', threeKeys: true, decisionRule: 'three-keys' },
  },
];

/** The running community, and everybody at their keyboard. */
export class Town {
  private readonly callers = new Map<string, Caller>();
  private readonly volunteers = new Map<string, string>();

  private constructor(
    readonly premises: Premises,
    private readonly operator: Caller,
  ) {}

  static async open(): Promise<Town> {
    const premises = await openPremises();
    const town = new Town(premises, Caller.operator(premises));
    try {
      await town.found();
      return town;
    } catch (error) {
      await premises.close();
      throw error;
    }
  }

  /** @throws Error for somebody whom nobody has given an account */
  callerOf(person: string): Caller {
    const caller = this.callers.get(person);
    if (!caller) throw new Error(`${person} cannot sign in`);
    return caller;
  }

  /** Who a volunteer of a case is. */
  nameOf(volunteerId: string): string {
    return this.volunteers.get(volunteerId) ?? volunteerId;
  }

  /** Gives somebody an account. Days pass in a moment here, so it is used by a token, which does not end as a session does. */
  async letIn(person: string): Promise<void> {
    await done(this.operator.post('/api/users', { username: person, password }));
    const { token } = await done(
      this.operator.post<{ token: string }>('/api/tokens', { name: `of-${person}`, account: person }),
    );
    this.callers.set(person, Caller.bearer(this.premises.url, token));
  }

  async grant(person: string, role: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.decide('organisation', 'GrantRole', { person, role, ...more });
  }

  async revoke(person: string, role: string): Promise<void> {
    await this.decide('organisation', 'RevokeRole', { person, role });
  }

  knows(person: string, volunteerId: string): void {
    this.volunteers.set(volunteerId, person);
  }

  private decide(about: string, command: string, data: unknown): Promise<unknown> {
    return done(this.operator.post(`/api/${about}/commands/${command}`, data));
  }

  private async found(): Promise<void> {
    const people = [...[...staff, ...others].map(({ person }) => person), ...parties];
    await Promise.all(people.map((person) => this.letIn(person)));
    await this.foundCommunity();
  }

  private async foundCommunity(): Promise<void> {
    await this.foundOrganisation();
    await this.foundCompound();
    for (const category of categories) await this.decide('catalogue', 'DefineCategory', { category });
  }

  private async foundOrganisation(): Promise<void> {
    for (const grid of ['grid-1', 'grid-2']) {
      const unit = { unit: grid, level: 'grid-branch', parent: 'community', names: named('网格', grid) };
      await this.decide('organisation', 'DefineUnit', unit);
    }
    // Until posts are defined, whoever opened the installation keeps the duty desk.
    await this.decide('organisation', 'LeavePost', { post: 'duty-desk' });
    for (const { person, role, post, kind, unit } of staff) {
      const isThere = post === 'duty-desk';
      if (!isThere) {
        await this.decide('organisation', 'DefinePost', { post, kind, unit, names: named('岗位', post) });
      }
      await this.decide('organisation', 'FillPost', { post, person });
      await this.grant(person, role);
    }
    for (const { person, role } of others) await this.grant(person, role);
    for (const party of parties) await this.grant(party, 'key-holder', { party, scope: 'dawn-lane' });
  }

  private async foundCompound(): Promise<void> {
    const at = 'compounds/dawn-lane';
    await this.decide(at, 'RegisterCompound', { names: named('晨曦里', 'Dawn Lane') });
    for (const number of ['1', '2']) {
      const entrances = [{ entrance: '1', doors: 20 }];
      const building = { building: number, names: named(`${number}号楼`, `Building ${number}`), entrances };
      await this.decide(at, 'AddBuilding', { ...building, grid: `grid-${number}` });
    }
    for (const party of parties) await this.decide(at, 'NameParty', { party, holder: party, standIns: [] });
  }
}

const opened: { town?: Town } = {};

/** @throws Error outside a story */
export function theTown(): Town {
  if (!opened.town) throw new Error('the town is not open');
  return opened.town;
}

beforeAll(async () => {
  opened.town = await Town.open();
});

afterAll(async () => {
  await opened.town?.premises.close();
});
