import type { DemoAccount } from './community';
import { Programme } from './programme';

/** What the demo plays on: the real application, under a clock that can be set. */
export interface DemoWorld {
  /** Sends a request as somebody; every refusal is an error. */
  send(by: DemoAccount | 'operator', method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  now(): string;
  setClock(instant: string): void;
  /** Resolves when every consumer and every view has handled what is in the log. */
  settle(): Promise<void>;
  /** When the next timer is due, if one is. */
  nextDueAt(): Promise<string | undefined>;
  /** The oldest that is due. */
  fireDueTimer(): Promise<void>;
}

/** A scene plays one case and yields how many minutes pass before its next act. */
export type Scene = (stage: Stage) => AsyncGenerator<number, void, void>;

interface Reported {
  readonly caseId: string;
  readonly number: string;
  readonly requesterId: string;
}

interface Offer {
  readonly offerId: string;
  readonly volunteerId: string;
  readonly status: string;
  readonly window: { readonly from: string };
}

export interface AskedOffer {
  readonly workOrderId: string;
  readonly offer: Offer;
}

interface Detail {
  readonly status: string;
  readonly reopeningRequestId?: string;
  readonly requesters: readonly { readonly requesterId: string }[];
  readonly orders: readonly {
    readonly workOrderId: string;
    readonly part: string;
    readonly status: string;
    readonly offers: readonly Offer[];
  }[];
}

const minuteMs = 60_000;

/** One case on the stage: what people do to it, in their words. */
export class CaseOnStage {
  constructor(
    private readonly world: DemoWorld,
    readonly reported: Reported,
  ) {}

  async act(
    by: DemoAccount,
    command: string,
    data: Readonly<Record<string, unknown>> = {},
  ): Promise<Partial<Reported>> {
    const path = `/api/cases/${this.reported.caseId}/commands/${command}`;
    const answer = (await this.world.send(by, 'POST', path, data)) as Partial<Reported>;
    await this.world.settle();
    return answer;
  }

  async detail(): Promise<Detail> {
    return (await this.world.send('dispatcher', 'GET', `/api/cases/${this.reported.caseId}`)) as Detail;
  }

  /** The live lead order. @throws Error where dispatch has sent none yet */
  async lead(): Promise<Detail['orders'][number]> {
    const order = (await this.detail()).orders.find(
      ({ part, status }) => part === 'lead' && !['returned', 'done'].includes(status),
    );
    if (!order) throw new Error(`${this.reported.number} has no lead order yet`);
    return order;
  }

  /** A volunteer answers on the phone; the dispatcher writes it down. */
  async answerOffer(answer: 'AcceptOffer' | 'DeclineOffer', reason?: string): Promise<Offer> {
    const { workOrderId, offers } = await this.lead();
    const offer = offers.find(({ status }) => status === 'offered');
    if (!offer) throw new Error(`${this.reported.number} has no open offer`);
    const recordedBy = { person: 'dispatcher', channel: 'phone' };
    await this.act('dispatcher', answer, {
      workOrderId,
      offerId: offer.offerId,
      recordedBy,
      ...(reason && { reason }),
    });
    return offer;
  }

  /** Whoever was asked first and has not answered; undefined where nobody is. */
  async openOffer(): Promise<AskedOffer | undefined> {
    for (const { workOrderId, offers } of (await this.detail()).orders) {
      const offer = offers.find(({ status }) => status === 'offered');
      if (offer) return { workOrderId, offer };
    }
    return undefined;
  }

  async takeOffer({ workOrderId, offer: { offerId } }: AskedOffer): Promise<void> {
    const recordedBy = { person: 'dispatcher', channel: 'phone' };
    await this.act('dispatcher', 'AcceptOffer', { workOrderId, offerId, recordedBy });
  }

  /** How long it is until the volunteer is expected, and a few minutes more. */
  minutesUntil({ window }: Offer): number {
    const waitMs = Date.parse(window.from) - Date.parse(this.world.now());
    return Math.max(0, Math.ceil(waitMs / minuteMs)) + 5;
  }

  async checkIn({ offerId }: Offer): Promise<void> {
    const { workOrderId } = await this.lead();
    await this.act('dispatcher', 'CheckInVolunteer', {
      workOrderId,
      offerId,
      recordedBy: { person: 'dispatcher', channel: 'phone' },
    });
  }

  async result(by: DemoAccount, words: string, minutes = 40): Promise<void> {
    const { workOrderId } = await this.lead();
    await this.act(by, 'ReportResult', { workOrderId, outcome: 'done', words, minutes });
  }

  async resultOf(workOrderId: string, words: string, minutes: number): Promise<void> {
    await this.act('dispatcher', 'ReportResult', { workOrderId, outcome: 'done', words, minutes });
  }

  /** Tells whoever reported it. */
  async answer(by: DemoAccount, subjectOf: 'decline' | 'result', words: string): Promise<void> {
    const { requesterId } = this.reported;
    await this.act(by, 'AnswerRequester', { requesterId, subjectOf, channel: 'phone', words });
  }

  /** Asks whoever reported it: it is solved. @param score 1 to 5 */
  async followUp(by: DemoAccount, score: number): Promise<void> {
    await this.act(by, 'RecordFollowUp', {
      requesterId: this.reported.requesterId,
      outcome: 'reached',
      channel: 'phone',
      solved: true,
      outcomeScore: score,
      serviceScore: score,
    });
  }

  /** Tells every requester and asks whether it is solved. */
  async answerAndAsk(by: DemoAccount, words: string, solved = true): Promise<void> {
    const { requesters } = await this.detail();
    for (const { requesterId } of requesters) {
      await this.act(by, 'AnswerRequester', { requesterId, subjectOf: 'result', channel: 'phone', words });
    }
    for (const { requesterId } of requesters) {
      const scores = solved ? { outcomeScore: 5, serviceScore: 5 } : { outcomeScore: 2, serviceScore: 4 };
      await this.act(by, 'RecordFollowUp', {
        requesterId,
        outcome: 'reached',
        channel: 'phone',
        solved,
        ...scores,
      });
      if (!solved) return;
    }
  }
}

export class Stage {
  constructor(private readonly world: DemoWorld) {}

  async report(by: DemoAccount, body: Readonly<Record<string, unknown>>): Promise<CaseOnStage> {
    const reported = (await this.world.send(by, 'POST', '/api/cases', body)) as Reported;
    await this.world.settle();
    return new CaseOnStage(this.world, reported);
  }

  /** What the community decides about its posts. */
  async decide(by: DemoAccount, command: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    await this.world.send(by, 'POST', `/api/organisation/commands/${command}`, data);
    await this.world.settle();
  }

  async import(body: Readonly<Record<string, unknown>>): Promise<void> {
    await this.world.send('operator', 'POST', '/api/cases/import', body);
    await this.world.settle();
  }
}

/** Fires every timer due before an instant, each at its own time. */
async function passTime(world: DemoWorld, to: number): Promise<void> {
  for (;;) {
    const due = await world.nextDueAt();
    if (due === undefined || Date.parse(due) >= to) break;
    world.setClock(due);
    await world.fireDueTimer();
    await world.settle();
  }
  world.setClock(new Date(to).toISOString());
}

/** When a scene begins: minutes before the end, or a local time of an earlier day. */
export type SceneAt = { readonly scene: Scene } & (
  { readonly minutesBeforeEnd: number } | { readonly daysAgo: number; readonly at: `${number}:${number}` }
);

const dayMs = 1440 * minuteMs;
/** China: no daylight saving. */
const localOffsetMs = 480 * minuteMs;

function startOf(scene: SceneAt, end: number): number {
  if ('minutesBeforeEnd' in scene) return end - scene.minutesBeforeEnd * minuteMs;
  const [hours = 0, minutes = 0] = scene.at.split(':').map(Number);
  const midnight = Math.floor((end + localOffsetMs) / dayMs) * dayMs - localOffsetMs;
  return midnight - scene.daysAgo * dayMs + (hours * 60 + minutes) * minuteMs;
}

export interface Playing {
  readonly endsAt: string;
  /** Told how many scenes have begun. */
  readonly onBegun?: (begun: number) => void;
}

/** Plays scenes beside each other in the order of time; whatever would happen after the end is left for the visitor. */
export async function playScenes(
  world: DemoWorld,
  scenes: readonly SceneAt[],
  { endsAt, onBegun = () => undefined }: Playing,
): Promise<void> {
  const end = Date.parse(endsAt);
  const stage = new Stage(world);
  const waiting = new Programme(
    scenes.map((each) => ({ at: startOf(each, end), begin: () => each.scene(stage) })),
  );
  for (let turn = waiting.next(); turn && turn.at <= end; turn = waiting.next()) {
    await passTime(world, turn.at);
    const { done, value } = await turn.play.next();
    if (!done) waiting.add({ at: turn.at + value * minuteMs, play: turn.play });
    onBegun(waiting.begun);
  }
  await passTime(world, end);
}
