import { Injectable } from '@nestjs/common';
import type { CaseCommandOf } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { KeyStore, Once, trackingCode } from '@threekeys/privacy';
import type { RequesterBody } from './report.body';

type Requester = CaseCommandOf<'ReportCase'>['data']['requester'];
type Subject = NonNullable<Requester['subject']>;

export interface RequesterOfCommand {
  readonly requester: Requester;
  readonly trackingCode: string;
}

/** Builds requesters: ids that belong to this case alone, and the code by which they follow it. */
@Injectable()
export class Requesters {
  private readonly secret = new Once(() => this.keys.secret('tracking-codes'));

  constructor(private readonly keys: KeyStore) {}

  /** @param commandId of the command that brings them in: the same command gives the same ids and the same code */
  async from(
    body: RequesterBody | undefined,
    { commandId, confidential }: { commandId: string; confidential: boolean },
  ): Promise<RequesterOfCommand> {
    const requesterId = derivedId(commandId, 'requester');
    const code = await this.codeOf(requesterId);
    const people = body ? peopleOf(body, commandId) : { relation: 'self' as const };
    return { requester: { requesterId, ...people, confidential, trackingCode: code }, trackingCode: code };
  }

  /** The code by which a requester follows their matter. */
  async codeOf(requesterId: string): Promise<string> {
    return trackingCode(await this.secret.get(), requesterId);
  }
}

function peopleOf(
  { relation, proxy, callBack, ...person }: RequesterBody,
  commandId: string,
): Pick<Requester, 'relation' | 'subject' | 'proxy' | 'callBack'> {
  return {
    relation: relation ?? (proxy ? 'proxy' : 'self'),
    subject: subjectOf(person, derivedId(commandId, 'subject')),
    ...(proxy ? { proxy: subjectOf(proxy, derivedId(commandId, 'proxy')) } : {}),
    ...(callBack === undefined ? {} : { callBack }),
  };
}

function subjectOf({ name, phone }: Pick<RequesterBody, 'name' | 'phone'>, subjectId: string): Subject {
  return { subjectId, name, ...(phone === undefined ? {} : { phone }) };
}
