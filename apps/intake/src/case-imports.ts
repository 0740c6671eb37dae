import { Injectable } from '@nestjs/common';
import type { Origin } from '@threekeys/event-store';
import type { Call, CallOf } from '@threekeys/http';
import { actorOf, CommandOrigins } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import { CommandHandlers } from './command-handlers';
import { ImportMaking } from './import-making';
import { ImportedCases } from './imported-cases';
import type { ImportedAnswer } from './report.body';
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
    const { body: outside } = call;
    const by = actorOf(call.caller, this.origins.roleFor(call as Call, 'import'));
    const caseId = derivedId(outside.origin, outside.externalId);
    const existing = await this.stored.of(caseId);
    if (existing) await this.stored.assertUnchanged(existing, outside);
    const command = existing ? undefined : await this.making.command(outside, { caseId, by });
    const origin = (step: string, occurredAt: string): Origin => ({
      commandId: derivedId(caseId, step),
      correlationId: call.correlationId,
      by,
      occurredAt,
    });
    const stream = `case-${caseId}`;
    let last =
      command && (await this.handlers.case.handle(stream, command, origin('import', outside.reportedAt)));
    const known = existing?.notes.length ?? 0;
    for (const [index, note] of outside.notes.entries()) {
      if (index < known) continue;
      const data = { noteId: derivedId(caseId, 'note', String(index)), ...note };
      last = await this.handlers.case.handle(
        stream,
        { type: 'RecordExternalNote', data },
        origin(`note ${index}`, note.at),
      );
    }
    const { revision, position } = last ?? (await this.stored.head(caseId));
    return {
      caseId,
      number: existing?.number ?? (await this.stored.number(caseId)),
      created: existing === undefined,
      repeated: existing !== undefined,
      notes: Math.max(outside.notes.length, known),
      revision,
      position,
    };
  }
}
