import { isLiveOrder, liveOrders } from '@threekeys/domain';
import type { CaseCommand, Order, RefusalCode } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery } from '@threekeys/messaging';
import { dispatch } from './filing';
import { nextOffers } from './next-offers';
import type { NextOffer, NextOffers } from './next-offers';
import { caseBehind } from './ports';
import type { DispatchPorts } from './ports';
import { lastRanking } from './ranking-of-order';
import type { RankingOfOrder } from './ranking-of-order';

/** Somebody else was asked, seated or done meanwhile: look again. */
const changedMeanwhile: readonly RefusalCode[] = [
  'VolunteerAlreadyAsked',
  'SeatTaken',
  'OrderNotLive',
  'OrderUnknown',
  'OrderNotForVolunteers',
  'IdAlreadyUsed',
  'CommandNotInStatus',
];
/** This one cannot be asked any more; the next one can. */
const passedOver: readonly RefusalCode[] = ['WindowIsOver', 'AnotherHandlerNeeded', 'ConflictOfInterest'];
const looksMax = 50;

interface Asking {
  readonly delivery: Delivery;
  readonly caseId: string;
  readonly workOrderId: string;
}

/** 征询: keeps asking volunteers for an order, until its seats are taken or nobody is left. */
export class Offering {
  constructor(private readonly ports: DispatchPorts) {}

  /** Answers an event after which somebody may have to be asked. Asked again, it asks nobody twice. */
  async goOn(delivery: Delivery, caseId: string, workOrderId: string): Promise<void> {
    const asking = { delivery, caseId, workOrderId };
    const passed = new Set<string>();
    for (let look = 0; look < looksMax; look++) {
      const found = await this.look(asking, passed);
      if (!found || found.next.step === 'enough') return;
      if (found.next.step === 'exhausted') return this.report(asking, found.ranked, found.next);
      const settled = await this.askAll(asking, found.ranked, found.next.volunteers, passed);
      if (settled) return;
    }
    throw new Error(`${workOrderId} changes faster than volunteers can be asked`);
  }

  private async look(
    { caseId, workOrderId }: Asking,
    passed: ReadonlySet<string>,
  ): Promise<{ ranked: RankingOfOrder; next: NextOffers } | undefined> {
    const order = await this.liveOrder(caseId, workOrderId);
    const ranked = order && (await lastRanking(this.ports.store, workOrderId));
    if (!ranked) return undefined;
    const { policy } = await this.ports.rules.current();
    const left = ranked.ranking.ranked.filter(({ volunteerId }) => !passed.has(volunteerId));
    const remaining = { ...ranked, ranking: { ...ranked.ranking, ranked: left } };
    return { ranked, next: nextOffers(order, remaining, { policy, now: this.ports.clock.now() }) };
  }

  private async liveOrder(caseId: string, workOrderId: string): Promise<Order | undefined> {
    const state = await caseBehind(this.ports.cases, `case-${caseId}`);
    // Suspended work asks nobody: it goes on when the lock opens.
    if (state.status === 'awaiting-keys') return undefined;
    const order = liveOrders(state).find((each) => each.workOrderId === workOrderId);
    return order && isLiveOrder(order) && order.assignee.kind === 'volunteers' ? order : undefined;
  }

  /** @returns whether everybody was asked as planned */
  private async askAll(
    asking: Asking,
    ranked: RankingOfOrder,
    volunteers: readonly NextOffer[],
    passed: Set<string>,
  ): Promise<boolean> {
    for (const volunteer of volunteers) {
      const refused = await this.ask(asking, ranked, volunteer);
      if (refused === undefined) continue;
      if (passedOver.includes(refused)) passed.add(volunteer.volunteerId);
      return false;
    }
    return true;
  }

  private async ask(
    { delivery, caseId, workOrderId }: Asking,
    { matchRef }: RankingOfOrder,
    next: NextOffer,
  ): Promise<RefusalCode | undefined> {
    const offerId = derivedId(matchRef, 'offer', next.volunteerId);
    const data = { workOrderId, offerId, ...next, matchRef };
    const command: CaseCommand = { type: 'OfferToVolunteer', data };
    const origin = replyTo(delivery, dispatch, 'offer', offerId);
    const answer = this.ports.cases.handle(`case-${caseId}`, command, origin);
    const result = await unlessRefused([...changedMeanwhile, ...passedOver], answer);
    return typeof result === 'string' ? result : undefined;
  }

  /** The order lies on the dispatcher's desk, with the reasons. */
  private async report(
    { delivery, caseId, workOrderId }: Asking,
    { matchRef, ranking }: RankingOfOrder,
    { reasons }: Extract<NextOffers, { step: 'exhausted' }>,
  ): Promise<void> {
    const data = { workOrderId, attempt: ranking.attempt, reasons: [...reasons], matchRef };
    const command: CaseCommand = { type: 'ReportVolunteersExhausted', data };
    const origin = replyTo(delivery, dispatch, 'exhausted', matchRef);
    await unlessRefused(changedMeanwhile, this.ports.cases.handle(`case-${caseId}`, command, origin));
    this.ports.notice({ caseId, step: 'offer', because: 'nobody is left to ask' });
  }
}
