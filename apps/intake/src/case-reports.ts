import { Injectable } from '@nestjs/common';
import type { Actor, CaseCommandOf, DecisionContext, ReportedCase } from '@threekeys/domain';
import { accountableFor, caseDecider, fitFor, isRefusal } from '@threekeys/domain';
import type { Origin, Recorded } from '@threekeys/event-store';
import { CommandRefused } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { CommandOrigins, notFound, relationsTo } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import { CaseNumbers } from './case-numbers';
import { commandOrRepeat } from './command-or-repeat';
import { CommandHandlers } from './command-handlers';
import { answerOf } from './recorded.answer';
import type { ReportBody, ReportedAnswer } from './report.body';
import { Requesters } from './requesters';
import { joinCase, reportCase } from './routes';
import { standingOf } from './standing';

type ReportCall = CallOf<typeof reportCase>;
type JoinCall = CallOf<typeof joinCase>;
type ReportData = CaseCommandOf<'ReportCase'>['data'];
interface NewReport {
  readonly caseId: string;
  readonly origin: Origin;
  readonly requester: ReportData['requester'];
}
type Acceptance = NonNullable<ReportBody['accept']>;

/** 首接: takes a report while somebody talks, accepted in the same act if wished; a second caller joins. */
@Injectable()
export class CaseReports {
  constructor(
    readonly handlers: CommandHandlers,
    private readonly requesters: Requesters,
    private readonly numbers: CaseNumbers,
    readonly origins: CommandOrigins,
  ) {}

  /** A repeat is answered from what is recorded: by now another person may answer for reports, or nobody. */
  async report(call: ReportCall): Promise<ReportedAnswer> {
    const { accept } = call.body;
    if (accept) this.origins.roleFor(call, 'AcceptCase');
    const origin = await this.origins.of(reportCase, call);
    const caseId = derivedId(call.caller.id, call.idempotencyKey);
    const stream = `case-${caseId}`;
    const { requester, trackingCode } = await this.requesters.from(call.body.requester, {
      commandId: origin.commandId,
      confidential: call.body.confidential ?? false,
    });
    const before = await this.handlers.case.recordedBy(origin.commandId, stream);
    const reported = before ?? (await this.reportAnew(call.body, { caseId, origin, requester }));
    const state = await this.found(caseId);
    const accepted = accept && (await this.acceptOnce(state, accept, origin));
    const { number } = state;
    const { requesterId } = requester;
    return { caseId, number, trackingCode, requesterId, ...answerOf(reported, accepted) };
  }

  /** @throws Problem `not-found` where there is no such case */
  async join(call: JoinCall): Promise<ReportedAnswer> {
    const { caseId } = call.params;
    const { words, channel, confidential = false } = call.body;
    const state = await this.found(caseId);
    const relations = relationsTo(call.caller, standingOf(state));
    const { origin, before } = await commandOrRepeat(this, { route: joinCase, call, caseId, relations });
    const { requester, trackingCode } = await this.requesters.from(call.body.requester, {
      commandId: this.origins.idOf(joinCase, call),
      confidential,
    });
    const data = { requester, words, channel };
    const recorded =
      before ?? (await this.handlers.case.handle(`case-${caseId}`, { type: 'JoinCase', data }, origin));
    const { requesterId } = requester;
    return { caseId, number: state.number, trackingCode, requesterId, ...answerOf(recorded) };
  }

  private async reportAnew(body: ReportBody, report: NewReport): Promise<Recorded> {
    const { caseId, origin } = report;
    const data = await this.reportData(body, report);
    if (body.accept) await this.assertAcceptable(data, body.accept, origin.by);
    return this.handlers.case.handle(`case-${caseId}`, { type: 'ReportCase', data }, origin);
  }

  private async reportData(body: ReportBody, { caseId, origin, requester }: NewReport): Promise<ReportData> {
    const rules = await this.handlers.rules.current();
    const isFit = fitFor(body, { now: this.handlers.clock.now(), rules });
    const accountable = accountableFor(origin.by, rules, isFit);
    if (accountable === 'no-holder') {
      throw new CommandRefused({ refused: 'PostNotFilled', facts: { post: 'duty-desk' } });
    }
    const {
      accept: _accept,
      occurredAt: _at,
      requester: _who,
      respondent,
      confidential = false,
      ...rest
    } = body;
    const respondentId = derivedId(origin.commandId, 'respondent');
    return {
      ...rest,
      caseId,
      number: await this.numbers.next(rules),
      requester,
      ...(respondent ? { respondent: { respondentId, ...respondent } } : {}),
      confidential,
      accountable,
    };
  }

  /** Both or nothing: what could not be accepted is not reported either. */
  private async assertAcceptable(data: ReportData, accept: Acceptance, by: Actor): Promise<void> {
    const now = this.handlers.clock.now();
    const at = { recordedAt: now, occurredAt: now, by };
    const context: DecisionContext = { now, occurredAt: now, by, rules: await this.handlers.rules.current() };
    const { decide, evolve, initialState } = caseDecider;
    const reported = decide({ type: 'ReportCase', data }, initialState, context);
    if (isRefusal(reported)) throw new CommandRefused(reported);
    const state = reported.reduce((folded, event) => evolve(folded, event, at), initialState);
    const accepted = decide({ type: 'AcceptCase', data: accept }, state, context);
    if (isRefusal(accepted)) throw new CommandRefused(accepted);
  }

  /**
   * The report is stored by now, and another may have gone on with the case before a repeat came: then who reported it
   * hears what they recorded, and nothing of the other's doing.
   */
  private acceptOnce(
    { caseId, status }: ReportedCase,
    data: Acceptance,
    report: Origin,
  ): Promise<Recorded | undefined> {
    const stream = `case-${caseId}`;
    const { expectedRevision: _, ...rest } = report;
    const origin = { ...rest, commandId: derivedId(report.commandId, 'accept') };
    if (status !== 'reported') return this.handlers.case.recordedBy(origin.commandId, stream);
    return this.handlers.case.handle(stream, { type: 'AcceptCase', data }, origin);
  }

  private async found(caseId: string): Promise<ReportedCase> {
    const { state } = await this.handlers.case.load(`case-${caseId}`);
    if (state.status === 'unreported') throw notFound();
    return state;
  }
}
