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
export function desksOf(
  { id, posts, grants, volunteerId }: Caller,
  { compounds, organisation }: Rules,
): readonly string[] {
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
    ...roles.flatMap((role) => passesOn[role](organisation)),
    ...parties,
    ...(volunteerId === undefined ? [] : [desks.volunteer(volunteerId)]),
  ];
}

/** Both pass on what somebody answers for; the dispatcher, also the work that they have. */
const passesOn = {
  dispatcher: (organisation: Rules['organisation']) => [
    ...leftBehind(organisation).flatMap((each) => [desks.answers(each), desks.works(each)]),
    ...ofOrganisations(organisation).flatMap((each) => [desks.sidedAnswers(each), desks.sidedWorks(each)]),
  ],
  secretary: (organisation: Rules['organisation']) => [
    ...leftBehind(organisation).map(desks.answers),
    ...ofOrganisations(organisation).map(desks.sidedAnswers),
  ],
};

/** Whoever acts for an organisation. */
function ofOrganisations({ grants }: Rules['organisation']) {
  return grants.flatMap(({ scope, person }) =>
    scope === undefined ? [] : [{ organisation: scope, person }],
  );
}

/** Whoever holds a post no more, by leaving it or because their term is over. */
function leftBehind({ posts }: Rules['organisation']) {
  return Object.entries(posts).flatMap(([post, { formerHolders = [], outOfOffice }]) =>
    [...formerHolders, ...(outOfOffice === undefined ? [] : [outOfOffice])].map((person) => ({
      post,
      person,
    })),
  );
}
