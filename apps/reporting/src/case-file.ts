import { Injectable } from '@nestjs/common';
import type { CaseEvent, ReportedCase } from '@threekeys/domain';
import { caseDecider } from '@threekeys/domain';
import type { Actor, Case } from '@threekeys/domain';
import type { RecordedEvent } from '@threekeys/event-store';
import { contentOf, dataOf, EventStore, EventStoreError } from '@threekeys/event-store';
import { notFound, ViewsWait } from '@threekeys/http';
import type { LeafContent } from '@threekeys/integrity';
import type { CaseRow } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';

const { drafts } = cases;

/** One stored event, and what it says; sealed values are told where they stand. */
export interface FiledEvent {
  readonly event: RecordedEvent;
  readonly content: LeafContent;
}

/** A case as the log tells it, up to some event: its history, and the row of the view then. */
export interface CaseFile {
  readonly caseId: string;
  readonly events: readonly FiledEvent[];
  readonly last: FiledEvent;
  readonly row: CaseRow;
  /** However far was read: who may see what was is decided by how they stand to the case today. */
  readonly rowNow: CaseRow;
}

/** How far to read: everything; up to a revision; or what was known at an instant. */
export type Until = { readonly revision: number } | { readonly instant: string } | undefined;

/** Reads cases from the log itself: now and then are one path. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly wait: ViewsWait,
  ) {}

  /** @param which id or number @throws Problem `not-found` also where nothing was known then */
  async read(which: string, until?: Until): Promise<CaseFile> {
    const caseId = await this.idOf(which);
    let row: CaseRow | null = null;
    let rowNow: CaseRow | null = null;
    const events: FiledEvent[] = [];
    for await (const event of this.stored(caseId)) {
      const content = contentOf(event);
      const filed = { event, content: { ...content, data: dataOf(event, content) } };
      rowNow = drafts.evolve(rowNow, filed.content, caseId);
      if (isBeyond(until, content)) continue;
      events.push(filed);
      row = rowNow;
    }
    const last = events.at(-1);
    if (!last || !row || !rowNow) throw notFound();
    for (const each of new Set<CaseRow>([row, rowNow])) drafts.complete(each);
    return { caseId, events, last, row, rowNow };
  }

  /** The row of a case as it was known at an instant; none where it was not known then. `read`: how many events. */
  async rowAsOf(caseId: string, instant: string): Promise<{ row: CaseRow | null; read: number }> {
    let row: CaseRow | null = null;
    let read = 0;
    for await (const event of this.stored(caseId)) {
      const content = contentOf(event);
      read += 1;
      if (content.recordedAt > instant) break;
      row = drafts.evolve(row, { ...content, data: dataOf(event, content) }, caseId);
    }
    if (row) drafts.complete(row);
    return { row, read };
  }

  private async idOf(which: string): Promise<string> {
    if (!isNumber.test(which)) return which;
    const caseId = (await this.numbered(which)) ?? (await this.numberedLately(which));
    if (caseId === undefined) throw notFound();
    return caseId;
  }

  private async numbered(number: string): Promise<string | undefined> {
    const { rows } = await this.models.find<CaseRow>(cases.name, { where: { number }, limit: 1 });
    return rows[0]?.row.caseId;
  }

  /** A number that was given out a moment ago is found once the views have it. */
  private async numberedLately(number: string): Promise<string | undefined> {
    await this.wait.atLeast(await this.store.end());
    return this.numbered(number);
  }

  private async *stored(caseId: string): AsyncIterable<RecordedEvent> {
    try {
      yield* this.store.readStream(`case-${caseId}`);
    } catch (error) {
      if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
    }
  }
}

const isNumber = /^\d{4}-\d{6,9}$/;

function isBeyond(until: Until, { revision, recordedAt }: LeafContent): boolean {
  if (until === undefined) return false;
  return 'revision' in until ? revision > until.revision : recordedAt > until.instant;
}

/** The decider's state after these events, as {@link CaseFile} has them. */
export function stateAfter(events: readonly FiledEvent[]): ReportedCase {
  return events.reduce(evolved, caseDecider.initialState) as ReportedCase;
}

function evolved(state: Case, { event: { leafHash }, content }: FiledEvent): Case {
  const { type, data, recordedAt, occurredAt, actor } = content;
  const event = { type, data } as unknown as CaseEvent;
  return caseDecider.evolve(state, event, { recordedAt, occurredAt, by: actor as Actor, leafHash });
}
