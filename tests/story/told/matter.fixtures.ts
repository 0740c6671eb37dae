import type { CaseDetail, CaseHistory } from '@threekeys/reporting';
import type { Caller } from '../../support/app';
import { assignedOf, done, leadOf, openOffers } from '../path-light.fixtures';
import type { Offer, Order } from '../path-light.fixtures';
import type { Person } from './people.fixtures';
import { theTown } from './town.fixtures';

/** Somebody who lives here: no account, a phone at the most. */
export interface Resident {
  readonly name: string;
  readonly phone?: string;
}

/** Nobody knows who it was. */
export const somebody: Resident = { name: 'somebody' };

/** What the next person has before their eyes. */
export interface Standing {
  readonly status: string;
  readonly round: number;
  readonly urgency: string;
  /** Who answers for it. */
  readonly accountable: string;
  /** Whose turn it is: volunteers who are asked or booked, the handler, parties of the lock, a body outside, else who answers for it. */
  readonly waitsFor: readonly string[];
  /** The clocks that run, and of how many hours each is, pauses included. */
  readonly clocks: Readonly<Record<string, number>>;
  /** What is late: names of clocks. */
  readonly late: readonly string[];
  readonly supervised: boolean;
  readonly reopened: number;
  readonly returned: number;
  readonly reworked: number;
  readonly exhausted: boolean;
  readonly lock: string | undefined;
  /** Parties whose key is overdue. */
  readonly overdueKeys: readonly string[];
  readonly closedAs: string | undefined;
}

/** One case as those who work on it see it. */
export class Matter {
  private readonly requesters = new Map<Resident, string>();

  constructor(
    readonly caseId: string,
    readonly number: string,
  ) {}

  get path(): string {
    return `/api/cases/${this.caseId}`;
  }

  comesFrom(resident: Resident, requesterId: string): void {
    this.requesters.set(resident, requesterId);
  }

  /** Whoever had something to say there says it here. */
  takesOver({ requesters }: Matter): void {
    for (const [resident, requesterId] of requesters) this.comesFrom(resident, requesterId);
  }

  /** @throws Error for somebody who has not said anything about it */
  requesterOf(resident: Resident): string {
    const requesterId = this.requesters.get(resident);
    if (requesterId === undefined) throw new Error(`${resident.name} is no requester of ${this.number}`);
    return requesterId;
  }

  /** What everybody who works on it sees now. */
  async stands(expected: Partial<Standing>): Promise<void> {
    await this.once((now) => expect(standingOf(now)).toMatchObject(expected));
  }

  /** These may do this now; whoever is not named here is not asked about. */
  async isFor(may: Readonly<Record<string, readonly Person[]>>): Promise<void> {
    for (const [command, people] of Object.entries(may)) {
      for (const person of people) await this.allows(person, command, true);
    }
  }

  async isNotFor(mayNot: Readonly<Record<string, readonly Person[]>>): Promise<void> {
    for (const [command, people] of Object.entries(mayNot)) {
      for (const person of people) await this.allows(person, command, false);
    }
  }

  /** Who it was, and what was said in private, is nowhere in what this person sees. */
  async tellsNothingOf(residents: readonly Resident[], person: Person): Promise<void> {
    const seen = JSON.stringify(await this.seenBy(person.caller));
    for (const { name, phone } of residents) {
      expect(seen).not.toContain(name);
      if (phone !== undefined) expect(seen).not.toContain(phone);
    }
    expect((JSON.parse(seen) as CaseDetail).requesters).toEqual([]);
  }

  /** Each of these was told, and how each was asked ended. */
  async isHeardBy(heard: readonly { who: Resident; told: string; asked: string }[]): Promise<void> {
    await this.once(({ requesters }) => {
      for (const { who, told, asked } of heard) {
        const one = requesters.find(({ requesterId }) => requesterId === this.requesterOf(who));
        expect([one?.answered?.subjectOf ?? 'nothing', one?.followUp?.outcome ?? 'not asked']).toEqual([
          told,
          asked,
        ]);
      }
    });
  }

  /** The whole history, line by line: who, what. */
  async tells(story: string): Promise<void> {
    const expected = story.trim().split('\n').map(wordsOf);
    const check = ({ events }: CaseHistory) =>
      expect(events.map(({ actor, type }) => `${actor.id} ${type}`)).toEqual(expected);
    await theTown().premises.once(() => this.history(), check);
  }

  /** From the first event to the last exactly one person answers for it: these, one after the other. */
  async wasAnsweredForBy(...people: readonly string[]): Promise<void> {
    const { events } = await this.history();
    const named: string[] = [];
    for (const { data } of events) {
      const person = (data['accountable'] ?? (data['from'] === undefined ? undefined : data['to'])) as
        { readonly person?: string } | undefined;
      if (person?.person !== undefined && person.person !== named.at(-1)) named.push(person.person);
    }
    expect(named).toEqual(people);
    expect((await this.now()).accountable.person).toBe(people.at(-1));
  }

  /** Facts of the first event of a type. */
  async fact(type: string): Promise<Readonly<Record<string, unknown>>> {
    const { events } = await this.history();
    return events.find((each) => each.type === type)?.data ?? {};
  }

  /** The keys of the version on the table are turned on the plan as it is stored, and on nothing else. */
  async isAgreedOnThePlanAsStored(): Promise<void> {
    const { events } = await this.history();
    const plan = events.findLast(({ type }) => type === 'PlanProposed');
    const keys = events.filter(
      ({ type, data }) => type === 'KeyTurned' && data['version'] === plan?.data['version'],
    );
    expect(new Set(keys.map(({ data }) => data['planHash']))).toEqual(new Set([plan?.leafHash]));
  }

  /** How many hours lie between the first event and the last. */
  async hoursTaken(): Promise<number> {
    const { events } = await this.history();
    const at = (index: number) => Date.parse(events.at(index)?.recordedAt ?? '');
    return (at(-1) - at(0)) / 3_600_000;
  }

  /** The live lead order, once there is one. */
  async lead(): Promise<Order> {
    const now = await this.once((each) =>
      expect(leadOf(each)?.status ?? 'none').not.toMatch(/none|returned/),
    );
    const order = leadOf(now);
    if (!order) throw new Error(`${this.number} has no lead order`);
    return order;
  }

  /** The open offer of a volunteer, once they are asked. */
  async offerTo(volunteerId: string): Promise<Offer & { readonly workOrderId: string }> {
    const toThem = (now: CaseDetail) =>
      openOffers(leadOf(now)).find((offer) => offer.volunteerId === volunteerId);
    const now = await this.once((each) => expect(toThem(each)).toBeDefined());
    return { ...(toThem(now) as Offer), workOrderId: leadOf(now)?.workOrderId ?? '' };
  }

  /** The booking of a volunteer, once it stands. */
  async seatOf(volunteerId: string): Promise<{ workOrderId: string; offerId: string }> {
    const theirs = (now: CaseDetail) => assignedOf(now).find((each) => each.volunteerId === volunteerId);
    const now = await this.once((each) => expect(theirs(each)).toBeDefined());
    return { workOrderId: leadOf(now)?.workOrderId ?? '', offerId: theirs(now)?.offerId ?? '' };
  }

  /** As staff see it, once it is as it should be. */
  once(check: (now: CaseDetail) => void): Promise<CaseDetail> {
    return theTown().premises.once(() => this.now(), check);
  }

  private async allows(person: Person, command: string, isAllowed: boolean): Promise<void> {
    const ask = async () => ({ person: person.name, command, allowed: await this.allowedTo(person.caller) });
    const check = ({ allowed, ...who }: Awaited<ReturnType<typeof ask>>) =>
      expect({ ...who, may: allowed.includes(command) }).toEqual({ ...who, may: isAllowed });
    await theTown().premises.once(ask, check);
  }

  /** Nothing where it is none of theirs. */
  private async allowedTo(caller: Caller): Promise<readonly string[]> {
    const { status, body } = await caller.get<CaseDetail>(this.path);
    return status === 404 ? [] : body.allowed;
  }

  private now(): Promise<CaseDetail> {
    return this.seenBy(theTown().callerOf('dispatcher'));
  }

  private seenBy(caller: Caller): Promise<CaseDetail> {
    return done(caller.get<CaseDetail>(this.path));
  }

  private history(): Promise<CaseHistory> {
    return done(theTown().callerOf('auditor').get<CaseHistory>(`${this.path}/history`));
  }
}

const wordsOf = (line: string) => line.trim().split(/\s+/).join(' ');

function standingOf(now: CaseDetail): Standing {
  const { status, round, urgency, accountable, deadlines, flags, joint, closedAs } = now;
  const { supervised, reopened, returned, reworked, exhausted } = flags;
  return {
    ...{ status, round, urgency, accountable: accountable.person, waitsFor: awaited(now) },
    clocks: Object.fromEntries(deadlines.map((each) => [each.name, hoursOf(each)])),
    late: deadlines.filter(({ breached }) => breached).map(({ name }) => name),
    ...{ supervised, reopened, returned, reworked, exhausted, lock: joint?.lock, closedAs },
    overdueKeys: (joint?.parties ?? []).filter(({ overdue }) => overdue).map(({ party }) => party),
  };
}

const hoursOf = ({ startedAt, dueAt }: CaseDetail['deadlines'][number]) =>
  Math.round((Date.parse(dueAt) - Date.parse(startedAt)) / 3_600_000);

function awaited(now: CaseDetail): readonly string[] {
  const { status, accountable, joint, referral } = now;
  if (status === 'awaiting-keys') {
    const parties = joint?.parties ?? [];
    return parties.filter(({ key }) => key !== 'turned').map(({ party }) => party);
  }
  if (status === 'referred' && referral) return [referral.body];
  const order = leadOf(now);
  const isAtWork = status === 'dispatched' || status === 'handling';
  return isAtWork && order ? atWork(now, order) : [accountable.person];
}

function atWork(now: CaseDetail, order: Order): readonly string[] {
  if (order.assignee.kind !== 'volunteers') return [order.assignee.person ?? ''];
  const seated = order.assigned.filter(({ status }) => status === 'assigned' || status === 'checked-in');
  const people = seated.length > 0 ? seated : openOffers(order);
  const names = people.map(({ volunteerId }) => theTown().nameOf(volunteerId)).sort();
  return names.length > 0 ? names : [now.accountable.person];
}
