import { Injectable } from '@nestjs/common';
import type { FieldGroup } from '@threekeys/auth';
import type { SealedAt } from '@threekeys/domain';
import { isSealed } from '@threekeys/domain';
import type { Call } from '@threekeys/http';
import { Access, actorOf, notFound, relationsTo } from '@threekeys/http';
import type { Purpose } from '@threekeys/privacy';
import { maskedName, maskedPhone, Opener, RevealGate } from '@threekeys/privacy';
import type { CaseRow } from '@threekeys/read-models';
import { standingOf } from './standing';

/** What a caller sees of one case: people masked, words opened through the gate, the rest absent. */
export interface Sight {
  readonly relations: readonly string[];
  sees(group: FieldGroup): boolean;
  /** Whether the permission table allows it to who stands so to the case. */
  may(what: string): boolean;
  /** Opens words at once, so that one access is recorded. Undefined: not for them, or erased. */
  words(values: readonly WordsAt[]): Promise<readonly (string | undefined)[]>;
  name(value: SealedAt | undefined, group?: FieldGroup): Promise<string | undefined>;
  phone(value: SealedAt | undefined, group?: FieldGroup): Promise<string | undefined>;
  /** Whether the caller is this volunteer. */
  isSelf(volunteerId: string): boolean;
}

export interface WordsAt {
  readonly group: FieldGroup;
  /** As the access log names it. */
  readonly name: string;
  readonly value: unknown;
}

/** Decides what of a case somebody sees, and opens it for them. */
@Injectable()
export class Sights {
  constructor(
    private readonly access: Access,
    private readonly gate: RevealGate,
    private readonly opener: Opener,
  ) {}

  /** @param what the route's permission @throws Problem `not-found` where the case is none for this caller */
  of({ caller }: Pick<Call, 'caller'>, row: CaseRow, what: string, purpose: Purpose = 'case-work'): Sight {
    const relations = relationsTo(caller, standingOf(row));
    const role = this.access.roleFor(caller, what, relations);
    if (!role) throw notFound();
    const groups = this.access.sees(caller, relations);
    const stream = `case-${row.caseId}`;
    const actor = actorOf(caller, role);
    const masked = async (value: SealedAt | undefined, group: FieldGroup, mask: (text: string) => string) => {
      const text = value && groups.has(group) ? await this.opener.open(value) : undefined;
      return text === undefined ? undefined : mask(text);
    };
    return {
      relations,
      sees: (group) => groups.has(group),
      may: (what) => this.access.roleFor(caller, what, relations) !== undefined,
      words: (values) =>
        this.opened(
          values.map((each) => (groups.has(each.group) ? each : { ...each, value: undefined })),
          (fields) => this.gate.reveal({ stream, caseId: row.caseId, fields, actor, purpose }),
        ),
      name: (value, group = 'identity') => masked(value, group, maskedName),
      phone: (value, group = 'identity') => masked(value, group, maskedPhone),
      isSelf: (volunteerId) => volunteerId === caller.volunteerId,
    };
  }

  /** What a caller sees of a case that stands in a list of theirs. */
  inList({ caller }: Pick<Call, 'caller'>, row: CaseRow): Pick<Sight, 'sees'> & { isOtherSide: boolean } {
    const relations = relationsTo(caller, standingOf(row));
    return {
      sees: (group) => this.access.sees(caller, relations).has(group),
      isOtherSide: relations.includes('other-side'),
    };
  }

  private async opened(
    values: readonly WordsAt[],
    reveal: (
      fields: { name: string; value: SealedAt }[],
    ) => Promise<readonly { value: string | undefined }[]>,
  ): Promise<readonly (string | undefined)[]> {
    const sealed = values.flatMap(({ name, value }) =>
      isSealed(value) ? [{ name, value: value as SealedAt }] : [],
    );
    const texts = [...(await reveal(sealed))];
    return values.map(({ value }) => (isSealed(value) ? texts.shift()?.value : undefined));
  }
}
