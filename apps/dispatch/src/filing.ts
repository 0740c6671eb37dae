import { currentRound, entryOf, isLocked, liesIn, service, unitOf } from '@threekeys/domain';
import type { Category, RefusalCode, ReportedCase, Rules } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery } from '@threekeys/messaging';
import { caseBehind } from './ports';
import type { DispatchPorts } from './ports';
import { leadOrderOf, unitOfCase } from './route-of-case';
import type { LeadOrder } from './route-of-case';

export const dispatch = service('dispatch');

/** Somebody was faster: nothing is left to do. */
const overByNow: readonly RefusalCode[] = ['CommandNotInStatus', 'LeadOrderAlreadyLive'];
/** The case waits on the dispatcher's desk. */
const forPeople: readonly RefusalCode[] = [
  'NeedsMediation',
  'LeadNeedsSocialWorker',
  'AnotherHandlerNeeded',
  'CategoryMissing',
  'RespondentsSide',
  'PersonDoesNotHoldPost',
];

/** 立案 and 派单 by the catalogue, as far as nobody has to decide. */
export class Filing {
  constructor(private readonly ports: DispatchPorts) {}

  /** Gives an accepted case its unit, and its lead order. @param stream where the event is of something else than the case */
  async file(delivery: Delivery, stream: string = delivery.event.stream): Promise<void> {
    const { state, rules, category } = await this.caseOf(stream);
    if (state.status !== 'accepted') return;
    const at = category && unitOfCase(state, category, rules);
    if (!at) {
      this.leave(state, 'file', category ? 'nobody holds the post that should lead it' : 'no category');
      return;
    }
    const command = { type: 'FileCase', data: { level: at.level, unit: at.unit } } as const;
    const answer = this.ports.cases.handle(
      stream,
      command,
      replyTo(delivery, dispatch, ...stepOf('file', delivery, stream)),
    );
    await unlessRefused(overByNow, answer);
    // Without waiting for `CaseFiled` to come round: its reaction finds nothing left to do, except after a crash here.
    await this.dispatch(delivery, stream);
  }

  /** Sends the lead order of a filed case to whom the catalogue names; what waits for its lock, people convene for. */
  async dispatch(delivery: Delivery, stream: string = delivery.event.stream): Promise<void> {
    const { state, rules, category } = await this.caseOf(stream);
    if (state.status !== 'filed') return;
    if (!liesInAUnit(state, rules)) await this.fileAnew(delivery, stream);
    if (waitsForKeys(state, category)) {
      this.leave(state, 'convene', 'its three keys open the lock');
      return;
    }
    const order = category && leadOrderOf(state, category, { rules, now: this.ports.clock.now() });
    if (order) await this.send(order, { delivery, stream, state });
    else this.leave(state, 'dispatch', 'nobody is left to lead it');
  }

  /** A filed case whose address was corrected, where its unit has nothing to do with that: what follows, `CaseFiled` says. */
  async fileWhereItLies(delivery: Delivery): Promise<void> {
    const { stream } = delivery.event;
    const { state, rules } = await this.caseOf(stream);
    const { status, unit, place } = state;
    if (status !== 'filed' || unit === undefined || liesIn(place, unit, rules)) return;
    await this.fileAnew(delivery, stream);
  }

  /**
   * A case whose category was corrected before anybody had work of it goes where the new one sends it: to its unit, but for what
   * has climbed already, and to whoever leads it there.
   */
  async routeAnew(delivery: Delivery): Promise<void> {
    const { stream } = delivery.event;
    const { status, deadlines } = await caseBehind(this.ports.cases, stream);
    if (status === 'accepted') await this.file(delivery);
    if (status !== 'filed') return;
    if (!deadlines.some(({ name }) => name === 'escalation')) await this.fileAnew(delivery, stream);
    await this.dispatch(delivery);
  }

  private async send(
    order: LeadOrder,
    { delivery, stream, state }: { delivery: Delivery; stream: string; state: ReportedCase },
  ): Promise<void> {
    const workOrderId = derivedId(delivery.event.id, ...stepOf('order', delivery, stream));
    const command = { type: 'DispatchWorkOrder', data: { order: { workOrderId, ...order } } } as const;
    const answer = this.ports.cases.handle(
      stream,
      command,
      replyTo(delivery, dispatch, ...stepOf('dispatch', delivery, stream)),
    );
    const refused = await unlessRefused([...overByNow, ...forPeople], answer);
    if (typeof refused === 'string' && forPeople.includes(refused)) this.leave(state, 'dispatch', refused);
  }

  /**
   * A case that came back from a short way (its check failed, or it was reopened) stands among the filed ones and was never
   * filed, or where its unit has been closed since or is another address's: it gets its unit and, where none runs, the
   * dispatch clock.
   */
  private async fileAnew(delivery: Delivery, stream: string): Promise<void> {
    const { state, rules, category } = await this.caseOf(stream);
    const at = category && (unitOfCase(state, category, rules) ?? unitOf(state.place, category.level, rules));
    if (!at) return;
    const command = { type: 'FileCase', data: { level: at.level, unit: at.unit } } as const;
    const origin = replyTo(delivery, dispatch, ...stepOf('file-anew', delivery, stream));
    await unlessRefused(overByNow, this.ports.cases.handle(stream, command, origin));
  }

  private async caseOf(
    stream: string,
  ): Promise<{ state: ReportedCase; rules: Rules; category: Category | undefined }> {
    const state = await caseBehind(this.ports.cases, stream);
    const rules = await this.ports.rules.current();
    const category =
      state.category === undefined ? undefined : entryOf(rules.catalogue.categories, state.category);
    return { state, rules, category };
  }

  private leave({ caseId }: ReportedCase, step: string, because: string): void {
    this.ports.notice({ caseId, step, because });
  }
}

/** In one that is not closed. */
function liesInAUnit({ unit }: ReportedCase, { organisation }: Rules): boolean {
  return unit !== undefined && !entryOf(organisation.units, unit)?.closed;
}

/** Work of such a category begins behind the open lock of this round. */
function waitsForKeys(state: ReportedCase, category: Category | undefined): boolean {
  return category !== undefined && isLocked(category) && currentRound(state).joint?.lock !== 'open';
}

/** One event may set several cases going: each has steps of its own. */
function stepOf(name: string, { event }: Delivery, stream: string): string[] {
  return event.stream === stream ? [name] : [name, stream];
}
