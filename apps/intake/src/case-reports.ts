import { Injectable } from '@nestjs/common';
import type { Actor, CaseCommandOf, DecisionContext } from '@threekeys/domain';
import { accountableFor, caseDecider, isRefusal } from '@threekeys/domain';
import type { Origin, Recorded } from '@threekeys/event-store';
import { CommandRefused } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { CommandOrigins, notFound } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import { CaseNumbers } from './case-numbers';
import { CommandHandlers } from './command-handlers';
import { answerOf } from './recorded.answer';
import type { ReportBody, ReportedAnswer } from './report.body';
import { Requesters } from './requesters';
import { joinCase, reportCase } from './routes';

type ReportCall = CallOf<typeof reportCase>;
type JoinCall = CallOf<typeof joinCase>;
type ReportData = CaseCommandOf<'ReportCase'>['data'];
type Acceptance = NonNullable<ReportBody['accept']>;

/** 首接: takes a report while somebody talks, accepted in the same act if wished; a second caller joins. */
@Injectable()
export class CaseReports {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly requesters: Requesters,
    private readonly numbers: CaseNumbers,
    private readonly origins: CommandOrigins,
  ) {}

  async report(call: ReportCall): Promise<ReportedAnswer> {
    const { accept } = call.body;
    if (accept) this.origins.roleFor(call, 'AcceptCase');
    const origin = await this.origins.of(reportCase, call);
    const caseId = derivedId(call.caller.id, call.idempotencyKey);
    const { data, trackingCode } = await this.reportData(call.body, { caseId, origin });
    if (accept) await this.assertAcceptable(data, accept, origin.by);
    const stream = `case-${caseId}`;
    const reported = await this.handlers.case.handle(stream, { type: 'ReportCase', data }, origin);
    const accepted = accept && (await this.accept(stream, accept, origin));
    const number = reported.repeated ? await this.numberOf(caseId) : data.number;
    const { requesterId } = data.requester;
    return { caseId, number, trackingCode, requesterId, ...answerOf(reported, accepted) };
  }

  /** @throws Problem `not-found` where there is no such case */
  async join(call: JoinCall): Promise<ReportedAnswer> {
    const { caseId } = call.params;
    const { words, channel, confidential = false } = call.body;
    const number = await this.numberOf(caseId);
    const origin = await this.origins.of(joinCase, call);
    const { requester, trackingCode } = await this.requesters.from(call.body.requester, {
      commandId: origin.commandId,
      confidential,
    });
    const recorded = await this.handlers.case.handle(
      `case-${caseId}`,
      { type: 'JoinCase', data: { requester, words, channel } },
      origin,
    );
    return { caseId, number, trackingCode, requesterId: requester.requesterId, ...answerOf(recorded) };
  }

  private async reportData(
    body: ReportBody,
    { caseId, origin }: { caseId: string; origin: Origin },
  ): Promise<{ data: ReportData; trackingCode: string }> {
    const rules = await this.handlers.rules.current();
    const accountable = accountableFor(origin.by, rules);
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
    const { commandId } = origin;
    const { requester, trackingCode } = await this.requesters.from(body.requester, {
      commandId,
      confidential,
    });
    const respondentId = derivedId(commandId, 'respondent');
    const data: ReportData = {
      ...rest,
      caseId,
      number: await this.numbers.next(rules),
      requester,
      ...(respondent ? { respondent: { respondentId, ...respondent } } : {}),
      confidential,
      accountable,
    };
    return { data, trackingCode };
  }

  /** Both or nothing: what could not be accepted is not reported either. A repeat is answered, not decided again. */
  private async assertAcceptable(data: ReportData, accept: Acceptance, by: Actor): Promise<void> {
    const { revision } = await this.handlers.case.load(`case-${data.caseId}`);
    if (revision >= 0) return;
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

  private accept(stream: string, data: Acceptance, report: Origin): Promise<Recorded> {
    const { expectedRevision: _, ...origin } = report;
    const commandId = derivedId(report.commandId, 'accept');
    return this.handlers.case.handle(stream, { type: 'AcceptCase', data }, { ...origin, commandId });
  }

  private async numberOf(caseId: string): Promise<string> {
    const { state } = await this.handlers.case.load(`case-${caseId}`);
    if (state.status === 'unreported') throw notFound();
    return state.number;
  }
}
