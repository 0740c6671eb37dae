import { Injectable } from '@nestjs/common';
import type { CaseCommandType } from '@threekeys/domain';
import type { Caller, RecordedAnswer } from '@threekeys/http';
import { fieldErrors, Problem } from '@threekeys/http';
import { z } from 'zod';
import { CaseCommandService } from '../case-commands';
import { caseCommandRoutes } from '../routes';
import type { SentForm, Visit } from './visit';

/** A command on the case of a link, by whom the link was made for. */
export interface LinkCommand {
  readonly command: CaseCommandType;
  readonly caseId: string;
  readonly caller: Caller;
  readonly data: Readonly<Record<string, unknown>>;
}

const Key = z.uuid();

/** Gives commands as if they had come by the API: the same validation, permissions, idempotency and decider. */
@Injectable()
export class LinkCommands {
  constructor(private readonly cases: CaseCommandService) {}

  /** @throws Problem `invalid`, `key-reused`, …; CommandRefused */
  async send(
    { command, caseId, caller, data }: LinkCommand,
    { key }: SentForm,
    { language, correlationId }: Visit,
  ): Promise<RecordedAnswer> {
    const route = caseCommandRoutes.find((each) => each.command === command);
    if (!route?.body) throw new Error(`people give no command ${command}`);
    const body = route.body.safeParse(data);
    if (!body.success) throw new Problem('invalid', { errors: fieldErrors(body.error, data) });
    if (!Key.safeParse(key).success) throw new Problem('invalid');
    return this.cases.handle(route, {
      ...{ params: { caseId }, query: {}, body: body.data, caller, correlationId, language },
      idempotencyKey: key,
    });
  }
}
