import { Injectable } from '@nestjs/common';
import { allowedCommands } from '@threekeys/domain';
import type { Call, CallOf } from '@threekeys/http';
import { Access, ViewsWait } from '@threekeys/http';
import { callBackOf, stateOf } from './case-answers';
import type { CaseFile, Until } from './case-file';
import { CaseFiles } from './case-file';
import type { CaseDetail, CaseHistory, CaseLeaves, CaseStateAt } from './cases.responses';
import { eventAnswers } from './event-answers';
import type { caseHistory, caseLeaves, caseState, readCase } from './routes';
import type { Sight } from './sight';
import { Sights } from './sight';

/** One case: now, its history, and any moment of it. */
@Injectable()
export class CaseReads {
  constructor(
    private readonly files: CaseFiles,
    private readonly sights: Sights,
    private readonly wait: ViewsWait,
    private readonly access: Access,
  ) {}

  async detail(call: CallOf<typeof readCase>): Promise<CaseDetail> {
    await this.wait.atLeast(call.query.atLeast);
    const file = await this.files.read(call.params.caseId);
    const sight = this.sights.of(call, file.row, 'cases.read');
    const { reopeningRequests } = file.state;
    const request = reopeningRequests.at(-1)?.requestId;
    const callBack = await callBackOf(file.row, sight);
    return {
      ...(await stateOf(file.row, sight)),
      revision: file.last.event.revision,
      leafHash: file.last.event.leafHash,
      allowed: this.allowed(call, file, sight),
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

  /** What the status offers and the permission table allows. The decider may still say no to the details. */
  private allowed({ caller }: Pick<Call, 'caller'>, { state }: CaseFile, { relations }: Sight): string[] {
    return allowedCommands(state).filter((command) => this.access.roleFor(caller, command, relations));
  }
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
