import { Injectable } from '@nestjs/common';
import type { Actor, CaseCommand } from '@threekeys/domain';
import type { Recorded } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { actorOf, CommandOrigins } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import { CommandHandlers } from './command-handlers';
import { ImportMaking } from './import-making';
import { ImportedCases } from './imported-cases';
import type { ImportedCase } from './imported-cases';
import type { ImportedAnswer, OutsideCase } from './report.body';
import type { importCase } from './routes';

type ImportCall = CallOf<typeof importCase>;

/**
 * 导入 (CASE, rule 14). Ids come from the origin and the outside number, whoever imports: the same entry again records
 * nothing, an interrupted one goes on, and one that has changed outside is refused with what differs.
 */
@Injectable()
export class CaseImports {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly stored: ImportedCases,
    private readonly making: ImportMaking,
    private readonly origins: CommandOrigins,
  ) {}

  async import(call: ImportCall): Promise<ImportedAnswer> {
    const { body: outside, caller, correlationId } = call;
    const by = actorOf(caller, this.origins.roleFor(call, 'import'));
    const caseId = derivedId(outside.origin, outside.externalId);
    const entry: Entry = { caseId, outside, by, correlationId };
    const existing = await this.storedBefore(entry);
    if (existing) await this.stored.assertUnchanged(existing, outside);
    const known = existing?.notes.length ?? 0;
    for (let index = known; index < outside.notes.length; index++) await this.recordNote(entry, index);
    return {
      caseId,
      number: existing?.number ?? (await this.stored.number(caseId)),
      created: !existing,
      repeated: Boolean(existing),
      notes: Math.max(outside.notes.length, known),
      ...(await this.stored.head(caseId)),
    };
  }

  /** Undefined: it is recorded now. Of two that import the same entry at once, one has recorded it. */
  private async storedBefore(entry: Entry): Promise<ImportedCase | undefined> {
    const { caseId, outside, by } = entry;
    const before = await this.stored.of(caseId);
    if (before) return before;
    const { repeated } = await this.record(
      entry,
      'import',
      await this.making.command(outside, { caseId, by }),
    );
    return repeated ? this.stored.of(caseId) : undefined;
  }

  private async recordNote(entry: Entry, index: number): Promise<void> {
    const note = entry.outside.notes[index];
    if (!note) return;
    const data = { noteId: derivedId(entry.caseId, 'note', String(index)), ...note };
    await this.record(entry, `note ${index}`, { type: 'RecordExternalNote', data }, note.at);
  }

  private async record(
    { caseId, outside, by, correlationId }: Entry,
    step: string,
    command: CaseCommand,
    occurredAt = outside.reportedAt,
  ): Promise<Recorded> {
    const commandId = derivedId(caseId, step);
    return this.handlers.case.handle(`case-${caseId}`, command, { commandId, correlationId, by, occurredAt });
  }
}

/** One outside case on its way in. */
interface Entry {
  readonly caseId: string;
  readonly outside: OutsideCase;
  readonly by: Actor;
  readonly correlationId: string;
}
