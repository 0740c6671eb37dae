import { Controller } from '@nestjs/common';
import { CaseNumber } from '@threekeys/domain';
import type { CallOf } from '@threekeys/http';
import { Input, Serve } from '@threekeys/http';
import { AccessLog } from '@threekeys/privacy';
import type { AccessRecord } from '@threekeys/privacy';
import { CaseFiles } from './case-file';
import type { AccessPageAnswer } from './operator.responses';
import { listAccess } from './routes';

const limitDefault = 50;

/** Who opened personal data, of what, why and when; never what they saw. */
@Controller()
export class AccessController {
  constructor(
    private readonly log: AccessLog,
    private readonly files: CaseFiles,
  ) {}

  /** @throws Problem `not-found` where there is no case of this number */
  @Serve(listAccess)
  async list(@Input() { query }: CallOf<typeof listAccess>): Promise<AccessPageAnswer> {
    const { caseId: asked, limit = limitDefault, ...filter } = query;
    const isNumber = CaseNumber.safeParse(asked).success;
    const caseId = asked !== undefined && isNumber ? (await this.files.read(asked)).caseId : asked;
    const { records, next } = await this.log.page({ ...filter, caseId, limit });
    return { accesses: records.map(shown), ...(next === undefined ? {} : { next }) };
  }
}

function shown({ at, actor, caseId, stream, fields, purpose }: AccessRecord) {
  const { id, role } = actor;
  return {
    at,
    actor: { id, role },
    ...(caseId === undefined ? {} : { caseId }),
    stream,
    fields: [...fields],
    purpose,
  };
}
