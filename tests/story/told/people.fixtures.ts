import type { CasePage } from '@threekeys/reporting';
import type { VolunteerDetail } from '@threekeys/volunteer-matching';
import type { Answer, Caller } from '../../support/app';
import { alwaysFree, done } from '../path-light.fixtures';
import type { Problem, Recorded, Reported } from '../path-light.fixtures';
import { Matter, somebody } from './matter.fixtures';
import type { Resident } from './matter.fixtures';
import { theTown } from './town.fixtures';

type Data = Readonly<Record<string, unknown>>;

/** The server said no. */
class SaidNo extends Error {
  constructor(
    readonly code: string,
    what: string,
  ) {
    super(`${what}: ${code}`);
  }
}

async function granted<T>(what: string, answer: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await answer;
  if (status < 300) return body;
  throw new SaidNo((body as Partial<Problem>).code ?? String(status), what);
}

/** This cannot be done, and the answer says why. `not-found`: it is none of theirs, and they do not learn that it is there. */
export async function refused(because: string, act: Promise<unknown>): Promise<void> {
  await expect(act).rejects.toMatchObject({ code: because });
}

export interface Report {
  /** Left out: anonymous. */
  readonly of?: Resident;
  readonly against?: { readonly kind: string; readonly name: string; readonly phone?: string };
  readonly what: string;
  readonly building?: string;
  readonly spot?: string;
  /** Outside every compound. */
  readonly outside?: boolean;
  readonly channel?: string;
  readonly confidential?: boolean;
  /** Accepted in the same act, as a matter of this category. */
  readonly as?: string;
  readonly urgency?: string;
}

export interface Plan {
  readonly content: string;
  readonly costFen: number;
  readonly source: string;
  readonly payer: string;
  readonly scope: string;
  readonly term: string;
}

/** What an answer is about, and how it was given, where it is not the result, by phone. */
interface About {
  readonly subjectOf?: 'decline' | 'result' | 'progress' | 'referral' | 'merge';
  readonly channel?: string;
}

const byPhone = { channel: 'phone' } as const;

/** Somebody with an account. Each act is one request; whether they may is for the server to say. */
export class Person {
  constructor(readonly name: string) {}

  get caller(): Caller {
    return theTown().callerOf(this.name);
  }

  /** Any command of a case. */
  does(matter: Matter, command: string, data: Data = {}): Promise<Recorded> {
    const answer = this.caller.post<Recorded>(`${matter.path}/commands/${command}`, data);
    return granted(`${this.name} ${command}`, answer);
  }

  // — what somebody says

  async reports({ of, against, as, what, ...at }: Report): Promise<Matter> {
    const { building = '1', spot, outside = false, channel = 'phone', confidential, urgency } = at;
    const place = outside
      ? { compound: 'outside' }
      : { compound: 'dawn-lane', building, ...(spot && { spot }) };
    const body = {
      ...{ channel, place, summary: what, confidential, urgency },
      ...(of && { requester: of }),
      ...(against && { respondent: against }),
      ...(as && { accept: { category: as, urgency } }),
    };
    const answer = this.caller.post<Reported>('/api/cases', body);
    const { caseId, number, requesterId } = await granted(`${this.name} reports`, answer);
    const matter = new Matter(caseId, number);
    matter.comesFrom(of ?? somebody, requesterId);
    return matter;
  }

  /** A second caller about the same. */
  async joins(matter: Matter, resident: Resident, words: string): Promise<void> {
    const data = { requester: resident, words, ...byPhone };
    const answer = this.caller.post<Reported>(`${matter.path}/commands/JoinCase`, data);
    const { requesterId } = await granted(`${this.name} joins`, answer);
    matter.comesFrom(resident, requesterId);
  }

  /** One of the requesters does not want it any longer. */
  hearsThatItIsOverFor = (matter: Matter, resident: Resident, words: string) =>
    this.does(matter, 'WithdrawRequest', { requesterId: matter.requesterOf(resident), words });

  /** Among the open cases at a place. */
  async finds(matter: Matter, { building }: { building: string }): Promise<void> {
    await theTown().premises.once(
      () => done(this.caller.get<CasePage>(`/api/cases/at-place?compound=dawn-lane&building=${building}`)),
      ({ cases }) => expect(cases.map(({ number }) => number)).toContain(matter.number),
    );
  }

  hearsAlerts = () => granted(`${this.name} alerts`, this.caller.get<CasePage>('/api/alerts'));

  takesHigher = (matter: Matter, reason: string) => this.does(matter, 'EscalateCase', { reason });

  /** What is urgent and nobody has in hand yet: it is told to them, or is told no longer. */
  async isAlertedTo(matter: Matter, isTold = true): Promise<void> {
    await theTown().premises.once(
      () => this.hearsAlerts(),
      ({ cases }) => {
        const told = cases.map(({ number }) => number).includes(matter.number);
        expect({ person: this.name, told }).toEqual({ person: this.name, told: isTold });
      },
    );
  }

  /** One matter, two cases: the residents of one go on in the other. */
  async merges(matter: Matter, into: Matter): Promise<void> {
    await this.does(matter, 'MergeCase', { into: into.caseId });
    into.takesOver(matter);
  }

  accepts = (matter: Matter, category: string) => this.does(matter, 'AcceptCase', { category });

  turnsDown = (matter: Matter, ground: string, words: string) =>
    this.does(matter, 'DeclineCase', { ground, words });

  answersAtOnce = (matter: Matter, words: string) =>
    this.does(matter, 'AnswerDirectly', { ...byPhone, words, category: 'question' });

  verifies = (matter: Matter, found: string) => this.does(matter, 'VerifyFacts', { found });

  determines = (matter: Matter, kind: string, basis: string) =>
    this.does(matter, 'DetermineResponsibility', { kind, basis });

  makesSafe = (matter: Matter, measure: string, words: string) =>
    this.does(matter, 'TakeSafetyMeasure', { measure, words });

  // — another body

  refers = (matter: Matter, body: string, basis: string) => this.does(matter, 'ReferCase', { body, basis });

  async writesDownAnswerOf(
    body: string,
    matter: Matter,
    { accepted, words }: { accepted: boolean; words: string },
  ) {
    const { referral } = await matter.once((now) => expect(now.referral?.body).toBe(body));
    return this.does(matter, 'RecordReferralAnswer', { referralId: referral?.referralId, accepted, words });
  }

  // — work

  sendsTo = async (matter: Matter, post: string, person: string, reason: string) => {
    const order = {
      workOrderId: crypto.randomUUID(),
      part: 'lead',
      assignee: { kind: 'post', post, person },
    };
    return this.does(matter, 'DispatchWorkOrder', { order, override: { reason } });
  };

  takes = (matter: Matter) => this.onLead(matter, 'AcknowledgeWorkOrder');

  returns = (matter: Matter, ground: string, words: string) =>
    this.onLead(matter, 'ReturnWorkOrder', { ground, words });

  starts = (matter: Matter) => this.onLead(matter, 'StartHandling');

  says = (matter: Matter, words: string) => this.onLead(matter, 'ReportProgress', { words });

  finishes = (matter: Matter, words: string, more: Data = {}) =>
    this.onLead(matter, 'ReportResult', { outcome: 'done', words, ...more });

  checks = (matter: Matter, found: string, passed = true) =>
    this.does(matter, 'CheckResult', { passed, found });

  private async onLead(matter: Matter, command: string, data: Data = {}): Promise<Recorded> {
    const { workOrderId } = await matter.lead();
    return this.does(matter, command, { workOrderId, ...data });
  }

  // — those who wait for an answer

  tells = (matter: Matter, resident: Resident, words: string, about: About = {}) =>
    this.does(matter, 'AnswerRequester', {
      ...{
        requesterId: matter.requesterOf(resident),
        subjectOf: 'result',
        channel: 'phone',
        words,
        ...about,
      },
    });

  calls = (matter: Matter, resident: Resident, reached: boolean) =>
    this.does(matter, 'RecordContact', {
      ...{ requesterId: matter.requesterOf(resident), purpose: 'follow-up', channel: 'phone', reached },
    });

  hears = (matter: Matter, resident: Resident, solved: boolean, score = solved ? 5 : 2) =>
    this.followsUp(matter, resident, { outcome: 'reached', solved, outcomeScore: score, serviceScore: 4 });

  followsUp = (matter: Matter, resident: Resident, data: Data) =>
    this.does(matter, 'RecordFollowUp', {
      ...{ requesterId: matter.requesterOf(resident), channel: 'phone', ...data },
    });

  hearsThatItIsBrokenAgain = (matter: Matter, resident: Resident, reason: string) =>
    this.does(matter, 'RequestReopening', { requesterId: matter.requesterOf(resident), reason });

  async refusesToReopen(matter: Matter, ground: string): Promise<Recorded> {
    const { reopeningRequestId } = await matter.once((now) => expect(now.reopeningRequestId).toBeDefined());
    return this.does(matter, 'RefuseReopening', { requestId: reopeningRequestId, ground });
  }

  // — neighbours

  settles = async (matter: Matter, residents: readonly Resident[], terms: string) =>
    this.onLead(matter, 'RecordSettlement', {
      ...{ form: 'written', terms, requesterIds: residents.map((each) => matter.requesterOf(each)) },
    });

  failsToSettle = (matter: Matter, reason: string, rightsExplained: boolean) =>
    this.onLead(matter, 'RecordSettlementFailure', { reason, rightsExplained });

  hearsConsentOf = (resident: Resident, matter: Matter) =>
    this.does(matter, 'ConsentToDisclosure', { requesterId: matter.requesterOf(resident) });

  // — three keys

  convenes = (matter: Matter) => this.does(matter, 'ConveneJointResolution');

  proposes = (matter: Matter, version: number, plan: Plan) =>
    this.does(matter, 'ProposePlan', { version, plan });

  /** Their own party's; a key holder's account is called as their party. */
  turnsKey = (matter: Matter, version: number, party = this.name) =>
    this.does(matter, 'TurnKey', { party, version, holder: party });

  refusesKey = (matter: Matter, version: number, reason: string) =>
    this.does(matter, 'RefuseKey', { party: this.name, version, holder: this.name, reason });

  bringsBeforeAllOwners = (matter: Matter, version: number) =>
    this.does(matter, 'ReferToOwnersAssembly', { version });

  writesDownAssembly = (matter: Matter, version: number, approved: boolean) =>
    this.does(matter, 'RecordAssemblyDecision', {
      version,
      approved,
      minutes: `assembly-${String(version)}`,
    });

  // — the organisation

  seesOff = (post: string, takesOver?: string): Promise<unknown> =>
    granted(
      `${this.name} LeavePost`,
      this.caller.post('/api/organisation/commands/LeavePost', { post, ...(takesOver && { takesOver }) }),
    );
}

/** Somebody who helps in their free time. */
export class Volunteer extends Person {
  private volunteerId = '';

  constructor(
    name: string,
    private readonly can: { readonly skills: readonly string[]; readonly certificates?: readonly string[] },
  ) {
    super(name);
  }

  get id(): string {
    return this.volunteerId;
  }

  /** Registered by staff, with an account of their own. */
  async joinsThePool(): Promise<void> {
    const town = theTown();
    await town.letIn(this.name);
    await town.grant(this.name, 'volunteer');
    const by = town.callerOf('dispatcher');
    const person = { name: `志愿者${this.name}`, phone: '19900001111', account: this.name };
    const home = { kind: 'resident', compound: 'dawn-lane', building: '2' };
    const { volunteerId } = await done(
      by.post<{ volunteerId: string }>('/api/volunteers', { ...person, ...home }),
    );
    const declare = (command: string, data: Data) =>
      done(by.post(`/api/volunteers/${volunteerId}/commands/${command}`, data));
    await declare('DeclareSkills', { skills: this.can.skills });
    await declare('DeclareFreeTime', { freeTime: alwaysFree });
    for (const certificate of this.can.certificates ?? []) {
      await declare('GrantCertificate', { certificate, until: '2099-12-31' });
    }
    this.volunteerId = volunteerId;
    town.knows(this.name, volunteerId);
    await this.looksAtOwn(() => undefined);
  }

  acceptsOffer = async (matter: Matter): Promise<Recorded> => {
    const { workOrderId, offerId } = await matter.offerTo(this.volunteerId);
    return this.does(matter, 'AcceptOffer', { workOrderId, offerId });
  };

  declinesOffer = async (matter: Matter): Promise<Recorded> => {
    const { workOrderId, offerId } = await matter.offerTo(this.volunteerId);
    return this.does(matter, 'DeclineOffer', { workOrderId, offerId });
  };

  arrives = async (matter: Matter): Promise<Recorded> =>
    this.does(matter, 'CheckInVolunteer', await matter.seatOf(this.volunteerId));

  /** When they are expected next, wherever it is. */
  async nextExpected(): Promise<string> {
    const { bookings } = await this.looksAtOwn((own) => expect(own.bookings).not.toEqual([]));
    return bookings.map(({ window }) => window.from).sort()[0] ?? '';
  }

  /** When they are expected there. */
  async isExpected(matter: Matter): Promise<string> {
    const { bookings } = await this.looksAtOwn((own) =>
      expect(own.bookings.map(({ caseId }) => caseId)).toContain(matter.caseId),
    );
    return bookings.find(({ caseId }) => caseId === matter.caseId)?.window.from ?? '';
  }

  /** Their time is theirs again, as far as this goes. */
  async isFreeOf(matter: Matter): Promise<void> {
    await this.looksAtOwn((own) =>
      expect(own.bookings.map(({ caseId }) => caseId)).not.toContain(matter.caseId),
    );
  }

  /** So many minutes of service count for them here; 0: none. */
  async served(matter: Matter, minutes: number): Promise<void> {
    await this.looksAtOwn((own) => {
      const here = own.served.filter(({ caseId }) => caseId === matter.caseId);
      expect(here.reduce((sum, each) => sum + each.minutes, 0)).toBe(minutes);
    });
  }

  private looksAtOwn(check: (own: VolunteerDetail) => void): Promise<VolunteerDetail> {
    const ask = () => done(this.caller.get<VolunteerDetail>(`/api/volunteers/${this.volunteerId}`));
    return theTown().premises.once(ask, check);
  }
}

export const clerk = new Person('clerk');
export const dispatcher = new Person('dispatcher');
export const secretary = new Person('secretary');
export const worker = new Person('worker');
export const mediator = new Person('mediator');
export const liaison = new Person('liaison');
export const grid = new Person('grid');
export const sun = new Person('sun');
export const zhou = new Person('zhou');
export const branch = new Person('branch');
export const owners = new Person('owners');
export const property = new Person('property');
