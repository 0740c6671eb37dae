import type { OfferOfOrder, Order, ReportedCase, Rules } from '@threekeys/domain';
import { activeRequesters, liveLeadOrder, openOffers } from '@threekeys/domain';
import { CommandRefused } from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import type { Body, DemoPeople, Reported } from './people';
import { Programme } from './programme';
import type { Beginning } from './programme';

/** What the demo plays on: the real services, under a clock that can be set. */
export interface DemoWorld {
  readonly people: DemoPeople;
  now(): string;
  /** Resolves when whatever was said has been heard, and everything that it leads to. */
  settle(): Promise<void>;
  /** Fires every timer that is due before an instant, each at its own time. */
  passTime(to: number): Promise<void>;
  caseOf(caseId: string): Promise<ReportedCase>;
  rules(): Promise<Rules>;
}

/** A scene plays one case and yields how many minutes pass before its next act. */
export type Scene = (stage: Stage) => AsyncGenerator<number, void, void>;

const minuteMs = 60_000;

/** Where one scene plays: what its people ask for, one request after the other. */
export class Stage {
  private asked = 0;

  /** @param name of the scene, which no other has */
  constructor(
    readonly world: DemoWorld,
    private readonly name: string,
  ) {}

  async report(by: string, body: Body): Promise<CaseOnStage> {
    const reported = await this.world.people.report(this.request(by, body));
    await this.world.settle();
    return new CaseOnStage(this, reported);
  }

  async import(body: Body): Promise<CaseOnStage> {
    const { caseId } = await this.world.people.import(this.request('operator', body));
    await this.world.settle();
    const { number, requesters } = await this.world.caseOf(caseId);
    return new CaseOnStage(this, {
      caseId,
      number,
      requesterId: requesters[0]?.requesterId ?? '',
      events: [],
    });
  }

  get now(): number {
    return Date.parse(this.world.now());
  }

  /** What the community decides about its posts. */
  async decide(by: string, command: string, body: Body): Promise<void> {
    await this.world.people.organise(command, this.request(by, body));
    await this.world.settle();
  }

  /** The same; what the rules say against it is the answer. */
  async refused(by: string, command: string, body: Body): Promise<string | undefined> {
    try {
      await this.decide(by, command, body);
      return undefined;
    } catch (error) {
      if (error instanceof CommandRefused) return error.refusal.refused;
      throw error;
    }
  }

  async volunteer(by: string, volunteerId: string, command: string, body: Body = {}): Promise<void> {
    await this.world.people.actOnVolunteer(volunteerId, command, this.request(by, body));
    await this.world.settle();
  }

  /** An id that the next request brings along. */
  newId(what: string): string {
    return derivedId('demo', this.name, what, String(this.asked));
  }

  request(by: string, body: Body) {
    this.asked += 1;
    return { by, body, key: [this.name, String(this.asked)] };
  }
}

/** No volunteer is being asked whose answer could be written down. */
export class NobodyAsked extends Error {}

/** One case on the stage: what people do to it, in their words. */
export class CaseOnStage {
  constructor(
    private readonly stage: Stage,
    readonly reported: Reported,
  ) {}

  async act(by: string, command: string, data: Body = {}): Promise<void> {
    const { people } = this.stage.world;
    await people.act(this.reported.caseId, command, this.stage.request(by, data));
    await this.stage.world.settle();
  }

  async join(by: string, body: Body): Promise<void> {
    await this.stage.world.people.join(this.reported.caseId, this.stage.request(by, body));
    await this.stage.world.settle();
  }

  /** The other case goes on for both. */
  async merge(by: string, into: string): Promise<void> {
    await this.stage.world.people.merge(this.reported.caseId, this.stage.request(by, { into }));
    await this.stage.world.settle();
  }

  state(): Promise<ReportedCase> {
    return this.stage.world.caseOf(this.reported.caseId);
  }

  /** The live lead order. @throws Error where dispatch has sent none yet */
  async lead(): Promise<Order> {
    const order = liveLeadOrder(await this.state());
    if (!order) throw new Error(`${this.reported.number} has no lead order yet`);
    return order;
  }

  /** Whoever was asked first and has not answered; undefined where nobody is. */
  async openOffer(): Promise<OfferOfOrder | undefined> {
    return openOffers(await this.state())[0];
  }

  /** A volunteer answers on the phone; the dispatcher writes it down. @throws NobodyAsked */
  async answerOffer(answer: 'AcceptOffer' | 'DeclineOffer', reason?: string): Promise<OfferOfOrder> {
    const offer = await this.openOffer();
    if (!offer) throw new NobodyAsked(`${this.reported.number} has no open offer`);
    await this.actOnOffer(answer, offer, { ...(reason && { reason }) });
    return offer;
  }

  async checkIn(offer: OfferOfOrder): Promise<void> {
    await this.actOnOffer('CheckInVolunteer', offer);
  }

  /** On the phone, with the dispatcher. */
  async actOnOffer(command: string, { workOrderId, offerId }: OfferOfOrder, more: Body = {}): Promise<void> {
    const recordedBy = { person: 'dispatcher', channel: 'phone' };
    await this.act('dispatcher', command, { workOrderId, offerId, recordedBy, ...more });
  }

  /** How long it is until the volunteer is expected, and a few minutes more. */
  minutesUntil({ window }: OfferOfOrder): number {
    return Math.max(0, Math.ceil((Date.parse(window.from) - this.stage.now) / minuteMs)) + 5;
  }

  async result(by: string, words: string, minutes = 40): Promise<void> {
    const { workOrderId } = await this.lead();
    await this.act(by, 'ReportResult', { workOrderId, outcome: 'done', words, minutes });
  }

  /** Tells whoever reported it. */
  async answer(by: string, subjectOf: 'decline' | 'merge' | 'result', words: string): Promise<void> {
    const { requesterId } = this.reported;
    await this.act(by, 'AnswerRequester', { requesterId, subjectOf, channel: 'phone', words });
  }

  /** Tells every requester and asks whether it is solved. */
  async answerAndAsk(by: string, words: string, solved = true): Promise<void> {
    const requesters = activeRequesters(await this.state());
    for (const { requesterId } of requesters) {
      await this.act(by, 'AnswerRequester', { requesterId, subjectOf: 'result', channel: 'phone', words });
    }
    for (const { requesterId } of requesters) {
      const scores = solved ? { outcomeScore: 5, serviceScore: 5 } : { outcomeScore: 2, serviceScore: 4 };
      const heard = { requesterId, outcome: 'reached', channel: 'phone', solved };
      await this.act(by, 'RecordFollowUp', { ...heard, ...scores });
      if (!solved) return;
    }
  }
}

/** When a scene begins: minutes before the end, or a local time of an earlier day. */
export type SceneAt = { readonly scene: Scene } & (
  { readonly minutesBeforeEnd: number } | { readonly daysAgo: number; readonly at: `${number}:${number}` }
);

const dayMs = 1440 * minuteMs;
/** China: no daylight saving. */
const localOffsetMs = 480 * minuteMs;

/** In epoch milliseconds. @param end of the clock */
export function startOf(scene: SceneAt, end: number): number {
  if ('minutesBeforeEnd' in scene) return end - scene.minutesBeforeEnd * minuteMs;
  const [hours = 0, minutes = 0] = scene.at.split(':').map(Number);
  const midnight = Math.floor((end + localOffsetMs) / dayMs) * dayMs - localOffsetMs;
  return midnight - scene.daysAgo * dayMs + (hours * 60 + minutes) * minuteMs;
}

export interface Playing {
  /** In epoch milliseconds. */
  readonly end: number;
  /** Told how many scenes have begun, after each act. May throw, which ends the play. */
  readonly onAct?: (begun: number) => Promise<void>;
}

const quiet = (): Promise<void> => Promise.resolve();

/** Plays scenes beside each other in the order of time; whatever would happen after the end is left for the visitor. */
export async function playScenes(
  world: DemoWorld,
  scenes: Iterable<Beginning>,
  { end, onAct = quiet }: Playing,
): Promise<void> {
  const programme = new Programme(scenes);
  for (let turn = programme.next(); turn && turn.at <= end; turn = programme.next()) {
    await world.passTime(turn.at);
    const { done, value } = await turn.play.next();
    if (!done) programme.add({ at: turn.at + value * minuteMs, play: turn.play });
    await onAct(programme.begun);
  }
  await world.passTime(end);
}
