import { Injectable } from '@nestjs/common';
import type { FieldGroup } from '@threekeys/auth';
import type { SealedAt } from '@threekeys/domain';
import type { CallOf } from '@threekeys/http';
import { Access, actorOf, notFound, relationsTo } from '@threekeys/http';
import { RevealGate } from '@threekeys/privacy';
import type { CaseRequester, CaseRow } from '@threekeys/read-models';
import { CaseFiles } from './case-file';
import type { Revealed } from './cases.responses';
import type { revealCase } from './routes';
import { standingOf } from './standing';

type Field = CallOf<typeof revealCase>['body']['fields'][number];
type Named = readonly { readonly name: string; readonly value: SealedAt }[];

/** Opens personal data for a purpose; the access is recorded before anything leaves. */
@Injectable()
export class Reveals {
  constructor(
    private readonly files: CaseFiles,
    private readonly access: Access,
    private readonly gate: RevealGate,
  ) {}

  /** @throws AccessNotRecorded; Problem `not-found` where this caller may not */
  async reveal({ params, body, caller }: CallOf<typeof revealCase>): Promise<Revealed> {
    const { row, caseId } = await this.files.read(params.caseId);
    const relations = relationsTo(caller, standingOf(row));
    const role = this.access.roleFor(caller, 'cases.reveal', relations);
    if (!role) throw notFound();
    const groups = this.access.sees(caller, relations);
    const fields = body.fields
      .filter((field) => groups.has(groupOf[field]))
      .flatMap((field) => valuesOf[field](row));
    const revealed = await this.gate.reveal({
      stream: `case-${caseId}`,
      caseId,
      fields,
      actor: actorOf(caller, role),
      purpose: body.purpose,
    });
    return { fields: revealed.map(({ name, value }) => ({ name, value: value ?? null })) };
  }
}

const groupOf: Readonly<Record<Field, FieldGroup>> = {
  requesters: 'identity',
  trackingCodes: 'identity',
  respondent: 'respondent',
  summary: 'words',
  place: 'door',
};

const valuesOf: Readonly<Record<Field, (row: CaseRow) => Named>> = {
  requesters: ({ requesters }) => requesters.flatMap(peopleOf),
  trackingCodes: ({ requesters }) =>
    requesters.map(({ trackingCode }, index) => ({
      name: `requesters/${index}/trackingCode`,
      value: trackingCode,
    })),
  respondent: ({ respondent }) => [
    ...named('respondent/name', respondent?.name),
    ...named('respondent/phone', respondent?.phone),
  ],
  summary: ({ summary }) => [{ name: 'summary', value: summary }],
  place: ({ place: { door, address } }) => [...named('place/door', door), ...named('place/address', address)],
};

function peopleOf({ subject, proxy }: CaseRequester, index: number): Named {
  const at = `requesters/${index}`;
  return [
    ...named(`${at}/name`, subject?.name),
    ...named(`${at}/phone`, subject?.phone),
    ...named(`${at}/proxy/name`, proxy?.name),
    ...named(`${at}/proxy/phone`, proxy?.phone),
  ];
}

function named(name: string, value: SealedAt | undefined): Named {
  return value === undefined ? [] : [{ name, value }];
}
