import { Injectable } from '@nestjs/common';
import { allowedCommands, isCorrigible } from '@threekeys/domain';
import type { ReportedCase } from '@threekeys/domain';
import type { CallOf } from '@threekeys/http';
import { ViewsWait } from '@threekeys/http';
import type { CaseAsOf } from './as-of.responses';
import { callBackOf, stateOf } from './case-answers';
import type { CaseFile, Until } from './case-file';
import { CaseFiles, stateAfter } from './case-file';
import type { CaseDetail, CaseHistory, CaseLeaves, CaseStateAt } from './cases.responses';
import { Desks } from './desk';
import { eventAnswers } from './event-answers';
import { fourAnswers } from './four-answers';
import { resolutionOf } from './joint-answers';
import type { caseAsOf, caseHistory, caseLeaves, caseState, readCase } from './routes';
import type { Sight } from './sight';
import { Sights } from './sight';

/** One case: now, its history, and any moment of it. */
@Injectable()
export class CaseReads {
  constructor(
    private readonly files: CaseFiles,
    private readonly sights: Sights,
    private readonly wait: ViewsWait,
    private readonly desks: Desks,
  ) {}

  async detail(call: CallOf<typeof readCase>): Promise<CaseDetail> {
    const desk = await this.desks.of(call.caller, call.query.atLeast);
    const file = await this.files.read(call.params.caseId);
    const sight = this.sights.of(call, file.row, 'cases.read');
    const state = stateAfter(file.events);
    const request = state.reopeningRequests.at(-1)?.requestId;
    const callBack = await callBackOf(file.row, sight);
    return {
      ...(await stateOf(file.row, sight)),
      revision: file.last.event.revision,
      leafHash: file.last.event.leafHash,
      allowed: allowedOf(state, sight),
      hasHistory: sight.may('cases.history'),
      resolution: await resolutionOf(file, sight, desk),
      correctable: sight.sees('identity') ? correctableOf(file) : [],
      ...(callBack.length === 0 ? {} : { callBack: [...callBack] }),
      ...(request === undefined ? {} : { reopeningRequestId: request }),
    };
  }

  async history(call: CallOf<typeof caseHistory>): Promise<CaseHistory> {
    const { asOf, clock, atLeast } = call.query;
    await this.wait.atLeast(atLeast);
    const file = await this.files.read(call.params.caseId, untilOf(asOf));
    const sight = this.sights.of(call, file.rowNow, 'cases.history');
    return {
      caseId: file.caseId,
      number: file.row.number,
      status: file.row.status,
      events: await eventAnswers(file.events, sight),
      ...(clock?.includes('true') ? { facts: factsOf(file) } : {}),
    };
  }

  async asOf(call: CallOf<typeof caseAsOf>): Promise<CaseAsOf> {
    const { at, atLeast } = call.query;
    await this.wait.atLeast(atLeast);
    const file = await this.files.read(call.params.caseId);
    this.sights.of(call, file.row, 'cases.history');
    const { caseId, events, row } = file;
    const answers = fourAnswers(
      events.map(({ content }) => content),
      at,
    );
    return { caseId, number: row.number, at, answers };
  }

  async leaves(call: CallOf<typeof caseLeaves>): Promise<CaseLeaves> {
    const file = await this.files.read(call.params.caseId, untilOf(call.query.asOf));
    this.sights.of(call, file.rowNow, 'cases.history');
    return { leaves: file.events.map(({ event }) => event.bytes.toString('utf8')) };
  }

  async state(call: CallOf<typeof caseState>): Promise<CaseStateAt> {
    const { revision, asOf, atLeast } = call.query;
    await this.wait.atLeast(atLeast);
    const file = await this.files.read(call.params.caseId, untilOf(revision ?? asOf));
    const sight = this.sights.of(call, file.rowNow, 'cases.state');
    return {
      caseId: file.caseId,
      number: file.row.number,
      revision: file.last.event.revision,
      recordedAt: file.last.event.recordedAt,
      state: await stateOf(file.row, sight),
    };
  }
}

/** What the status offers and the permission table allows. The decider may still say no to the details. */
function allowedOf(state: ReportedCase, sight: Sight): string[] {
  return allowedCommands(state).filter((command) => sight.may(command));
}

function correctableOf({ events }: CaseFile): CaseDetail['correctable'] {
  return events
    .filter(({ content }) => isCorrigible(content))
    .map(({ event: { id, type, recordedAt } }) => ({ eventId: id, type, recordedAt }));
}

function untilOf(asOf: number | string | undefined): Until {
  if (asOf === undefined) return undefined;
  return typeof asOf === 'number' ? { revision: asOf } : { instant: asOf };
}

/** What happened, by when it happened: dated facts, not a fold. */
function factsOf({ events }: CaseFile): NonNullable<CaseHistory['facts']> {
  return events
    .map(({ content: { revision, type, occurredAt, recordedAt } }) => ({
      revision,
      type,
      occurredAt,
      recordedAt,
    }))
    .sort((a, b) =>
      a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.revision - b.revision,
    );
}
