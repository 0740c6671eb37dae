import { Injectable } from '@nestjs/common';
import type { CaseEvent, CaseEventOf, Personal, SealedAt } from '@threekeys/domain';
import { isSealed } from '@threekeys/domain';
import type { GlobalPosition } from '@threekeys/event-store';
import { CommandRefused, contentOf, dataOf, EventStore, EventStoreError } from '@threekeys/event-store';
import { Opener } from '@threekeys/privacy';
import type { OutsideCase } from './report.body';

type Imported = CaseEventOf<'CaseImported'>['data'];
type Note = CaseEventOf<'ExternalNoteRecorded'>['data'];

export interface ImportedCase {
  readonly number: string;
  readonly imported: Imported;
  /** When it happened outside. */
  readonly reportedAt: string;
  /** In the order of the entry. */
  readonly notes: readonly Note[];
}

/** Imported cases as they are stored, to tell a repeated entry from a changed one. */
@Injectable()
export class ImportedCases {
  constructor(
    private readonly store: EventStore,
    private readonly opener: Opener,
  ) {}

  async of(caseId: string): Promise<ImportedCase | undefined> {
    let first: Pick<ImportedCase, 'imported' | 'reportedAt'> | undefined;
    const notes: Note[] = [];
    try {
      for await (const event of this.store.readStream(`case-${caseId}`)) {
        const content = contentOf(event);
        const { type, data } = { type: event.type, data: dataOf(event, content) } as unknown as CaseEvent;
        if (type === 'CaseImported') first = { imported: data, reportedAt: content.occurredAt };
        if (type === 'ExternalNoteRecorded') notes.push(data);
      }
    } catch (error) {
      if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
    }
    return first && { ...first, number: first.imported.number, notes };
  }

  /** @throws CommandRefused `ImportedDifferently` where the entry is not what was imported. Notes may have been added. */
  async assertUnchanged({ imported, reportedAt, notes }: ImportedCase, outside: OutsideCase): Promise<void> {
    const same =
      reportedAt === outside.reportedAt &&
      imported.outsideStatus === outside.outsideStatus &&
      imported.externalParent === outside.externalParent &&
      imported.category === outside.category &&
      (await this.says(imported.summary, outside.summary)) &&
      (await this.says(imported.place.address, outside.address)) &&
      (await this.areSame(notes, outside.notes));
    if (same) return;
    const { number, externalId } = imported;
    throw new CommandRefused({ refused: 'ImportedDifferently', facts: { number, externalId } });
  }

  async number(caseId: string): Promise<string> {
    const found = await this.of(caseId);
    if (!found) throw new Error(`case ${caseId} was imported and is not there`);
    return found.number;
  }

  async head(caseId: string): Promise<{ revision: number; position: GlobalPosition }> {
    for await (const { revision, position } of this.store.readStream(`case-${caseId}`, {
      direction: 'backwards',
      max: 1,
    })) {
      return { revision, position };
    }
    throw new Error(`case ${caseId} has no events`);
  }

  private async areSame(stored: readonly Note[], outside: OutsideCase['notes']): Promise<boolean> {
    for (const [index, { at, kind, words }] of stored.entries()) {
      const note = outside[index];
      if (note?.at !== at || note.kind !== kind || !(await this.says(words, note.words))) return false;
    }
    return true;
  }

  /** Compared inside the process: nothing is opened for anybody. What was erased cannot differ. */
  private async says(stored: Personal | undefined, text: string | undefined): Promise<boolean> {
    if (!isSealed(stored)) return stored === text;
    const opened = await this.opener.open(stored as SealedAt);
    return opened === undefined || opened === text;
  }
}
