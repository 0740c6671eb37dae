import { Controller, Req } from '@nestjs/common';
import { LoginLimiter } from '@threekeys/auth';
import type { CallOf } from '@threekeys/http';
import { Input, notFound, Problem, Serve } from '@threekeys/http';
import type { AccessRecord } from '@threekeys/privacy';
import type { FastifyRequest } from 'fastify';
import { AccessPages } from './access-pages';
import type { AccessPageAnswer, OwnAccessesAnswer } from './operator.responses';
import { OwnAccesses } from './own-accesses';
import { listAccess, ownAccesses } from './routes';

const limitDefault = 50;

/** Who opened personal data, of what, why and when; never what they saw. */
@Controller()
export class AccessController {
  constructor(
    private readonly pages: AccessPages,
    private readonly own: OwnAccesses,
    private readonly limiter: LoginLimiter,
  ) {}

  /** @throws Problem `not-found` where there is no case of this number or id for who asks */
  @Serve(listAccess)
  async list(@Input() { caller, query }: CallOf<typeof listAccess>): Promise<AccessPageAnswer> {
    const { limit = limitDefault, ...asked } = query;
    const { records, next } = await this.pages.page(caller, { ...asked, limit });
    return { accesses: records.map(shown), ...(next === undefined ? {} : { next }) };
  }

  /** A code that is tried for a case is limited like a password. @throws Problem `not-found` for a wrong one, as for no case */
  @Serve(ownAccesses)
  async ofRequester(
    @Input() { body }: CallOf<typeof ownAccesses>,
    @Req() { ip }: FastifyRequest,
  ): Promise<OwnAccessesAnswer> {
    const attempt = { username: `case ${body.number}`, address: ip };
    const retryAfterSeconds = this.limiter.begin(attempt);
    if (retryAfterSeconds > 0) throw new Problem('too-many-requests', { retryAfterSeconds });
    const accesses = await this.own.of(body);
    if (!accesses) throw notFound();
    this.limiter.succeeded(attempt);
    return { accesses: [...accesses] };
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
