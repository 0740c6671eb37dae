import { Injectable } from '@nestjs/common';
import type { CaseCommandOf, ReportedCase } from '@threekeys/domain';
import { currentRound, holdsSeat, sidesOf } from '@threekeys/domain';
import { Likeness, Opener } from '@threekeys/privacy';
import { CommandHandlers } from './command-handlers';

interface Named {
  readonly volunteerId?: string | undefined;
  readonly offerId?: string | undefined;
}

/** 回避: whether a volunteer has a part in a matter themselves. The decider gets the verdict and knows nobody's phone. */
@Injectable()
export class ConflictOfInterest {
  private readonly likeness: Likeness;

  constructor(
    private readonly handlers: CommandHandlers,
    opener: Opener,
  ) {
    this.likeness = new Likeness(opener);
  }

  /** Of the volunteer whom a command names, or of the one its offer was made to. */
  async between(state: ReportedCase, { volunteerId, offerId }: Named): Promise<boolean> {
    const id = volunteerId ?? volunteerOf(state, offerId);
    if (id === undefined) return false;
    const { state: volunteer } = await this.handlers.volunteer.load(`volunteer-${id}`);
    if (volunteer.status === 'unregistered') return false;
    if (isNamed(volunteer, state)) return true;
    const sides = await this.likeness.marksOfSides(sidesOf(state));
    if (sides.length === 0) return false;
    const [own = []] = await this.likeness.marksOf([volunteer]);
    return own.some((mark) => sides.includes(mark));
  }

  /** Volunteers who are asked or booked in this round, and are the respondent that a correction names; and their accounts. */
  async alike(
    state: ReportedCase,
    { respondent }: CaseCommandOf<'AmendReport'>['data']['fields'],
  ): Promise<readonly string[]> {
    if (!respondent) return [];
    const sides = await this.likeness.marksOfSides(sidesOf({ requesters: [], respondent }));
    if (sides.length === 0) return [];
    const offers = currentRound(state).orders.flatMap((order) => order.offers);
    const ids = offers
      .filter((each) => each.status === 'open' || holdsSeat(each))
      .map((each) => each.volunteerId);
    const found = await Promise.all([...new Set(ids)].map((id) => this.namesIfAlike(id, sides)));
    return found.flat();
  }

  private async namesIfAlike(volunteerId: string, sides: readonly string[]): Promise<readonly string[]> {
    const { state: volunteer } = await this.handlers.volunteer.load(`volunteer-${volunteerId}`);
    if (volunteer.status === 'unregistered') return [];
    const [own = []] = await this.likeness.marksOf([volunteer]);
    if (!own.some((mark) => sides.includes(mark))) return [];
    return volunteer.account === undefined ? [volunteerId] : [volunteerId, volunteer.account];
  }

  /** Whether one case tells whoever is complained about in another one by what they are known by there. */
  async knowsRespondent(
    state: ReportedCase,
    { respondent }: Pick<ReportedCase, 'respondent'>,
  ): Promise<boolean> {
    const [known, there] = await Promise.all([
      this.likeness.marksOfSides(sidesOf(state)),
      this.likeness.marksOfSides(sidesOf({ requesters: [], respondent })),
    ]);
    return there.every((mark) => known.includes(mark));
  }
}

/** By the account under which they sign in. */
function isNamed({ account }: { account?: string | undefined }, { respondent }: ReportedCase): boolean {
  return account !== undefined && respondent?.keptOut?.includes(account) === true;
}

function volunteerOf({ rounds }: ReportedCase, offerId: string | undefined): string | undefined {
  const offers = rounds.flatMap(({ orders }) => orders).flatMap((order) => order.offers);
  return offers.find((each) => each.offerId === offerId)?.volunteerId;
}
