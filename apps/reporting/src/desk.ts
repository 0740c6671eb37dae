import { Injectable } from '@nestjs/common';
import type { Party, Rules } from '@threekeys/domain';
import { Clock, RulesSource } from '@threekeys/event-store';
import type { Caller } from '@threekeys/http';
import { ViewsWait } from '@threekeys/http';
import { desks } from '@threekeys/read-models';

/** Who looks at their desk, when, and by which rules. */
export interface Desk {
  readonly caller: Caller;
  readonly rules: Rules;
  readonly now: string;
  /** As cases name it: of the person, of their posts, roles, organisations and keys. */
  readonly names: readonly string[];
}

/** The desks of those who call. */
@Injectable()
export class Desks {
  constructor(
    private readonly rules: RulesSource,
    private readonly wait: ViewsWait,
    private readonly clock: Clock,
  ) {}

  /** @param atLeast position that the views have to have reached */
  async of(caller: Caller, atLeast: string | undefined): Promise<Desk> {
    await this.wait.atLeast(atLeast);
    const rules = await this.rules.current();
    return { caller, rules, now: this.clock.now(), names: desksOf(caller, rules) };
  }
}

/** All desks of somebody. */
export function desksOf({ id, posts, grants, volunteerId }: Caller, { compounds }: Rules): readonly string[] {
  const roles = (['dispatcher', 'secretary'] as const).filter((role) =>
    grants.some((grant) => grant.role === role),
  );
  const parties = Object.entries(compounds).flatMap(([compound, register]) =>
    Object.entries(register.parties)
      .filter(([, { holder }]) => holder === id)
      .map(([party]) => desks.party(compound, party as Party)),
  );
  return [
    desks.person(id),
    ...posts.map(({ post }) => desks.post(post)),
    ...grants.flatMap(({ scope }) => (scope === undefined ? [] : [desks.organisation(scope)])),
    ...roles.map(desks.role),
    ...parties,
    ...(volunteerId === undefined ? [] : [desks.volunteer(volunteerId)]),
  ];
}
