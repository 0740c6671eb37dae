import { dispatchConsumer } from '@threekeys/dispatch';
import {
  caseDecider,
  caseEvents,
  catalogueDecider,
  catalogueEvents,
  compoundDecider,
  compoundEvents,
  matchDecider,
  matchEvents,
  organisationDecider,
  organisationEvents,
  policyDecider,
  policyEvents,
  starterCatalogue,
  starterPolicy,
  volunteerDecider,
  volunteerEvents,
} from '@threekeys/domain';
import type {
  Actor,
  CaseCommand,
  CompoundCommand,
  Decider,
  FreeTime,
  Message,
  OrganisationCommand,
  ReportedCase,
  VolunteerCommand,
} from '@threekeys/domain';
import { Clock, CommandHandler, contentOf, MemoryEventStore, StoredRules } from '@threekeys/event-store';
import type { Origin, Recorded } from '@threekeys/event-store';
import { HeldUpEventStore } from '@threekeys/event-store/contract';
import { derivedId } from '@threekeys/integrity';
import type { LeafContent } from '@threekeys/integrity';
import { LogMessaging, MemoryConsumerState } from '@threekeys/messaging';
import type { LogMessagingPorts, Messaging } from '@threekeys/messaging';
import { FieldSealer, KeyRing, Likeness, MemoryKeyStore, Opener, plansOf } from '@threekeys/privacy';
import { MemoryReadModels, Projector, projections } from '@threekeys/read-models';
import { timers, TimerWheel } from '@threekeys/timers';
import {
  ConflictsOfInterest,
  matchingConsumer,
  VolunteerPool,
  WhyQuery,
} from '@threekeys/volunteer-matching';

class SetClock extends Clock {
  at = '2026-03-02T01:00:00.000Z';

  now(): string {
    return this.at;
  }

  pass(minutes: number): void {
    this.at = new Date(Date.parse(this.at) + minutes * 60_000).toISOString();
  }
}

type MessagingOf = (ports: LogMessagingPorts) => Messaging;

const onTheLog: MessagingOf = (ports) =>
  new LogMessaging(ports, { retries: { retriesMax: 3, firstMs: 1, mostMs: 4 } });

/** Planted: the process dies right after so many commands of services were recorded. */
export class Crash extends Error {}

const always: FreeTime = { weekly: Array.from({ length: 336 }, (_, slot) => slot), exceptions: [] };
const clerk: Actor = { id: 'clerk', role: 'intake-clerk' };

/** Dispatch, matching and timers on one log in memory, with a small community: everything real but the disk. */
export class Community {
  readonly clock = new SetClock();
  readonly store = new MemoryEventStore();
  readonly models = new MemoryReadModels();
  readonly projector = new Projector({ store: this.store, models: this.models }, [...projections, timers]);
  /** By which the rules follow what is decided. */
  readonly rulesLog = new HeldUpEventStore(this.store);
  readonly rules = new StoredRules(this.rulesLog);
  messaging: Messaging = new LogMessaging({
    ...{ store: this.store, state: new MemoryConsumerState(), clock: this.clock },
  });
  /** Commands of services until the planted crash; nothing: none is planted. */
  crashAfter = Infinity;
  private readonly keys = new MemoryKeyStore();
  private readonly sealer = new FieldSealer(
    new KeyRing(this.keys),
    plansOf({ ...caseEvents, ...volunteerEvents }),
  );
  private state = new MemoryConsumerState();
  private readonly cases = this.handlerOf(caseDecider, caseEvents);
  private readonly volunteers = this.handlerOf(volunteerDecider, volunteerEvents);
  private readonly matches = this.handlerOf(matchDecider, matchEvents);
  private readonly organisation = this.handlerOf(organisationDecider, organisationEvents);
  private readonly closing = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private steps = 0;

  private constructor(private readonly messagingOf: MessagingOf) {}

  /** @param messagingOf what brings events to the services; default: the log itself */
  static async open(messagingOf: MessagingOf = onTheLog): Promise<Community> {
    const community = new Community(messagingOf);
    await community.found();
    community.following = community.rules.follow(community.closing.signal);
    await community.settleRules();
    await community.projector.start();
    await community.connect();
    return community;
  }

  async close(): Promise<void> {
    await this.messaging.stop();
    await this.projector.stop();
    this.closing.abort();
    await this.following;
    await this.store.close();
  }

  private async settleRules(): Promise<void> {
    while ((await this.rules.current()).policy.version === 0)
      await new Promise((resolve) => setImmediate(resolve));
  }

  /** The services as after a restart; `forget`: with their checkpoints lost. */
  async restart({ forget = false } = {}): Promise<void> {
    await this.messaging.stop();
    if (forget) this.state = new MemoryConsumerState();
    this.crashAfter = Infinity;
    await this.connect();
  }

  /** Resolves when nothing happens any more. */
  async settle(): Promise<void> {
    for (let size = -1; ;) {
      await this.messaging.settled();
      const head = await this.store.head();
      if (head.position !== undefined) await this.projector.waitFor(head.position, 60_000);
      if (head.size === size) return;
      size = head.size;
    }
  }

  async report(name: string, category: string, urgency?: 'normal' | 'soon' | 'urgent'): Promise<string> {
    const caseId = await this.receive(name);
    await this.tell(caseId, { type: 'AcceptCase', data: { category, ...(urgency ? { urgency } : {}) } });
    return caseId;
  }

  /** Reported, and not accepted yet. */
  async receive(name: string): Promise<string> {
    const caseId = derivedId('case', name);
    await this.tell(caseId, {
      type: 'ReportCase',
      data: {
        caseId,
        number: '2026-000001',
        requester: {
          requesterId: this.requesterOf(caseId),
          relation: 'self',
          confidential: false,
          trackingCode: '7F3K-Q2ZD-X',
          subject: { subjectId: derivedId(caseId, 'subject'), name: '王桂英', phone: '19912345678' },
        },
        channel: 'phone',
        place: { compound: 'dawn-lane', building: 'b1', spot: 'path' },
        summary: '楼前的路灯不亮了',
        confidential: false,
        accountable: { post: 'duty-desk', person: 'clerk' },
      },
    });
    return caseId;
  }

  /** Somebody else calls about the same matter. */
  join(caseId: string, phone: string): Promise<Recorded> {
    const requester = {
      ...({ requesterId: derivedId(caseId, phone), relation: 'self', confidential: false } as const),
      subject: { subjectId: derivedId(caseId, phone, 'subject'), name: '李秀兰', phone },
      trackingCode: '8G4L-R3AE-Y',
    };
    return this.tell(caseId, { type: 'JoinCase', data: { requester, words: '我家也是', channel: 'phone' } });
  }

  requesterOf(caseId: string): string {
    return derivedId(caseId, 'requester');
  }

  tell(caseId: string, command: CaseCommand, by: Actor = clerk): Promise<Recorded> {
    return this.cases.handle(`case-${caseId}`, command, this.originOf(caseId, command, by));
  }

  tellVolunteer(volunteerId: string, command: VolunteerCommand): Promise<Recorded> {
    return this.volunteers.handle(
      `volunteer-${volunteerId}`,
      command,
      this.originOf(volunteerId, command, clerk),
    );
  }

  tellOrganisation(command: OrganisationCommand): Promise<Recorded> {
    return this.organisation.handle(
      'organisation-main',
      command,
      this.originOf('organisation', command, clerk),
    );
  }

  /** Another grid of the community, with a worker and a building of the compound. */
  async secondGrid(): Promise<void> {
    const unit = { unit: 'grid-2', level: 'grid-branch', parent: 'community', names } as const;
    await this.tellOrganisation({ type: 'DefineUnit', data: unit });
    for (const command of post('grid-2-worker', 'grid-2', 'grid-worker', 'second'))
      await this.tellOrganisation(command);
    const building = { building: 'b2', names, grid: 'grid-2', entrances: [] };
    const command = { type: 'AddBuilding', data: building } as const;
    const compound = this.handlerOf(compoundDecider, compoundEvents);
    await compound.handle('compound-dawn-lane', command, this.originOf('found', command, clerk));
    await this.settle();
  }

  /** Somebody who can do electric work, always free. */
  async volunteer(name: string, consent?: string, account?: string): Promise<string> {
    const volunteerId = derivedId('volunteer', name);
    const commands: VolunteerCommand[] = [
      {
        type: 'RegisterVolunteer',
        data: {
          volunteerId,
          name,
          phone: '19900000000',
          kind: 'resident',
          compound: 'dawn-lane',
          building: 'b1',
          ...(account === undefined ? {} : { account }),
        },
      },
      { type: 'DeclareSkills', data: { skills: ['electrics'] } },
      { type: 'DeclareFreeTime', data: { freeTime: always } },
      {
        type: 'GrantCertificate',
        data: { certificateId: derivedId(name, 'c'), certificate: 'electrician', until: '2027-12-31' },
      },
    ];
    if (consent !== undefined) {
      const data = { consentId: derivedId(name, 'consent'), categories: [consent] };
      commands.push({ type: 'GiveStandingConsent', data });
    }
    for (const command of commands) await this.tellVolunteer(volunteerId, command);
    return volunteerId;
  }

  async case(caseId: string): Promise<ReportedCase> {
    const { state } = await this.cases.load(`case-${caseId}`);
    if (state.status === 'unreported') throw new Error('not reported');
    return state;
  }

  /** The lead order of the current round. */
  async lead(caseId: string) {
    const { rounds } = await this.case(caseId);
    const order = rounds
      .at(-1)
      ?.orders.filter(({ part }) => part === 'lead')
      .at(-1);
    if (!order) throw new Error('no lead order');
    return order;
  }

  async openOffers(caseId: string) {
    return (await this.lead(caseId)).offers.filter(({ status }) => status === 'open');
  }

  async accept(caseId: string, offerId: string): Promise<void> {
    const { workOrderId } = await this.lead(caseId);
    await this.tell(caseId, { type: 'AcceptOffer', data: { workOrderId, offerId } });
  }

  async history(stream: string): Promise<readonly LeafContent[]> {
    const events: LeafContent[] = [];
    for await (const event of this.store.readStream(stream)) events.push(contentOf(event));
    return events;
  }

  async types(caseId: string): Promise<readonly string[]> {
    return (await this.history(`case-${caseId}`)).map(({ type }) => type);
  }

  /** Lets time pass, firing each timer at its own time. */
  async passTo(instant: string): Promise<void> {
    const wheel = this.wheel();
    for (;;) {
      const due = await wheel.nextDueAt();
      if (due === undefined || due > instant) break;
      if (due > this.clock.at) this.clock.at = due;
      await wheel.fireDue(this.clock.at);
      await this.settle();
    }
    this.clock.at = instant;
  }

  why(): WhyQuery {
    const { cases, rules, clock } = this;
    return new WhyQuery({ cases, rules, clock, ...this.pool() });
  }

  private pool() {
    const likeness = new Likeness(new Opener(this.keys));
    return { pool: new VolunteerPool(this.store), conflicts: new ConflictsOfInterest(likeness) };
  }

  wheel(): TimerWheel {
    const { store, models, projector, cases, volunteers, rules, clock } = this;
    return new TimerWheel({ store, models, views: projector, cases, volunteers, rules, clock });
  }

  private async connect(): Promise<void> {
    const { store, state, clock, rules, models } = this;
    this.messaging = this.messagingOf({ store, state, clock });
    const views = { models, waitFor: this.projector.waitFor.bind(this.projector) };
    const cases = this.crashing(this.cases);
    const volunteers = this.crashing(this.volunteers);
    const matches = this.crashing(this.matches);
    const { pool, conflicts } = this.pool();
    this.steps = 0;
    this.messaging.consume(dispatchConsumer({ cases, store, rules, clock, views, notice: () => undefined }));
    this.messaging.consume(matchingConsumer({ cases, volunteers, matches, pool, conflicts, rules, clock }));
    await this.messaging.start();
  }

  private handlerOf<State, Command extends Message, Event extends Message>(
    decider: Decider<State, Command, Event>,
    events: Readonly<Record<string, unknown>>,
  ): CommandHandler<State, Command, Event> {
    const { store, sealer, clock, rules } = this;
    return new CommandHandler({ decider, events }, { store, sealer, clock, rules });
  }

  /** The command is recorded, and nobody comes to know. */
  private crashing<State, Command extends Message, Event extends Message>(
    handler: CommandHandler<State, Command, Event>,
  ): Pick<CommandHandler<State, Command, Event>, 'handle' | 'load'> {
    return {
      load: (stream) => handler.load(stream),
      handle: async (stream: string, command: Command, origin: Origin) => {
        if (this.steps >= this.crashAfter) throw new Crash();
        const recorded = await handler.handle(stream, command, origin);
        this.steps += recorded.events.length > 0 ? 1 : 0;
        if (this.steps >= this.crashAfter) throw new Crash();
        return recorded;
      },
    };
  }

  private originOf(about: string, command: Message, by: Actor): Origin {
    const commandId = derivedId(about, this.clock.at, JSON.stringify(command));
    return { commandId, correlationId: commandId, by };
  }

  private async found(): Promise<void> {
    const origin = (command: Message) => this.originOf('found', command, { id: 'admin', role: 'admin' });
    const policy = { type: 'AdoptPolicy', data: { version: 1, document: starterPolicy } } as const;
    await this.handlerOf(policyDecider, policyEvents).handle('policy-main', policy, origin(policy));
    const catalogue = this.handlerOf(catalogueDecider, catalogueEvents);
    for (const category of starterCatalogue) {
      const command = { type: 'DefineCategory', data: { category } } as const;
      await catalogue.handle('catalogue-main', command, origin(command));
    }
    for (const command of organisationOfOneGrid) {
      await this.organisation.handle('organisation-main', command, origin(command));
    }
    const compound = this.handlerOf(compoundDecider, compoundEvents);
    for (const command of compoundOfOneBuilding) {
      await compound.handle('compound-dawn-lane', command, origin(command));
    }
  }
}

const names = { zh: '名', en: 'name' };
const post = (code: string, unit: string, kind: string, person: string): OrganisationCommand[] => [
  { type: 'DefinePost', data: { post: code, unit, kind, names } },
  { type: 'FillPost', data: { post: code, person } },
];
const organisationOfOneGrid: readonly OrganisationCommand[] = [
  { type: 'DefineUnit', data: { unit: 'community', level: 'community', names } },
  { type: 'DefineUnit', data: { unit: 'grid-1', level: 'grid-branch', parent: 'community', names } },
  ...post('duty-desk', 'community', 'duty-desk', 'clerk'),
  ...post('liaison', 'community', 'property-liaison', 'liao'),
  ...post('mediation', 'community', 'mediator', 'mediator'),
  ...post('grid-1-worker', 'grid-1', 'grid-worker', 'grid'),
];
const compoundOfOneBuilding: readonly CompoundCommand[] = [
  { type: 'RegisterCompound', data: { compound: 'dawn-lane', names } },
  { type: 'AddBuilding', data: { building: 'b1', names, grid: 'grid-1', entrances: [] } },
  { type: 'NameParty', data: { party: 'branch', holder: 'zhi', standIns: [] } },
  { type: 'NameParty', data: { party: 'owners', holder: 'ye', standIns: ['gao'] } },
  { type: 'NameParty', data: { party: 'property', holder: 'wu', standIns: [] } },
];
