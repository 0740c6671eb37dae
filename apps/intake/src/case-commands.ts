import { Injectable } from '@nestjs/common';
import type { CaseCommand, ReportedCase } from '@threekeys/domain';
import { caseCommands, isAssigned } from '@threekeys/domain';
import type {
  Call,
  CaseStanding,
  CommandRoute,
  CommandService,
  Named,
  RecordedAnswer,
} from '@threekeys/http';
import { CommandOrigins, notFound, relationsTo } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import { commandOf } from './command-data';
import { CommandHandlers } from './command-handlers';
import { ConflictOfInterest } from './conflict-of-interest';
import { answerOf } from './recorded.answer';

type Found = Readonly<Record<string, unknown>>;
type Offered = Parameters<ConflictOfInterest['between']>[1];

/** Every command on a case that is there. Who may give it depends on how they stand to the case. */
@Injectable()
export class CaseCommandService implements CommandService {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly origins: CommandOrigins,
    private readonly conflicts: ConflictOfInterest,
  ) {}

  /** @throws Problem `not-found` where there is no such case, or none for this caller */
  async handle(route: CommandRoute, call: Call): Promise<RecordedAnswer> {
    const { caseId = '' } = call.params as { caseId?: string };
    const { state } = await this.handlers.case.load(`case-${caseId}`);
    if (state.status === 'unreported') throw notFound();
    const relations = relationsTo(call.caller, standingOf(state), call.body as Named);
    const origin = await this.origins.of(route, call, relations);
    const also = await this.found(route, state, call);
    const { commandId } = origin;
    const command = commandOf(route, call, { messages: caseCommands, commandId, also }) as CaseCommand;
    return answerOf(await this.handlers.case.handle(`case-${caseId}`, command, origin));
  }

  /** What the decider cannot know. */
  private async found({ command }: CommandRoute, state: ReportedCase, { body }: Call): Promise<Found> {
    switch (command) {
      case 'RecordHandledOnSpot':
        return { check: await this.isDrawn(state.caseId) };
      case 'OfferToVolunteer':
      case 'AcceptOffer':
        return { conflict: await this.conflicts.between(state, body as Offered) };
      default:
        return {};
    }
  }

  /** Whether this case is of the policy's share of on-the-spot cases that are checked: drawn by its id, not by a person. */
  private async isDrawn(caseId: string): Promise<boolean> {
    const { policy } = await this.handlers.rules.current();
    const drawn = parseInt(derivedId(caseId, 'on-spot-check').slice(0, 8), 16) % 100;
    return drawn < policy.onSpotCheckPercent;
  }
}

function standingOf({ accountable, unit, place, rounds }: ReportedCase): CaseStanding {
  // Whatever became of the order: a command sent again is answered as it was.
  const orders = rounds
    .flatMap((round) => round.orders)
    .map((order) => ({ ...order, assigned: order.offers.filter(isAssigned) }));
  return { accountable, unit, compound: place.compound, orders };
}
