import { Injectable } from '@nestjs/common';
import type { CaseCommand, CaseCommandOf, ReportedCase } from '@threekeys/domain';
import { caseCommands } from '@threekeys/domain';
import type { Call, CommandRoute, CommandService, Named, RecordedAnswer } from '@threekeys/http';
import { CommandOrigins, notFound, relationsTo } from '@threekeys/http';
import { commandOf } from './command-data';
import { commandOrRepeat } from './command-or-repeat';
import { CommandHandlers } from './command-handlers';
import { ConflictOfInterest } from './conflict-of-interest';
import { Corrections } from './corrections';
import { isDrawnForCheck } from './on-spot-check';
import { answerOf } from './recorded.answer';
import { standingOf } from './standing';

type Found = Readonly<Record<string, unknown>>;
type Offered = Parameters<ConflictOfInterest['between']>[1];

/** Every command on a case that is there. Who may give it depends on how they stand to the case. */
@Injectable()
export class CaseCommandService implements CommandService {
  constructor(
    readonly handlers: CommandHandlers,
    readonly origins: CommandOrigins,
    private readonly conflicts: ConflictOfInterest,
    private readonly corrections: Corrections,
  ) {}

  /** @throws Problem `not-found` where there is no such case, or none for this caller */
  async handle(route: CommandRoute, call: Call): Promise<RecordedAnswer> {
    const { caseId = '' } = call.params as { caseId?: string };
    const { state } = await this.handlers.case.load(`case-${caseId}`);
    if (state.status === 'unreported') throw notFound();
    const relations = relationsTo(call.caller, standingOf(state), call.body as Named);
    const { origin, before } = await commandOrRepeat(this, { route, call, caseId, relations });
    if (before) return answerOf(before);
    const also = await this.found(route, state, call);
    const { commandId } = origin;
    const command = commandOf(route, call, { messages: caseCommands, commandId, also }) as CaseCommand;
    return answerOf(await this.handlers.case.handle(`case-${caseId}`, command, origin));
  }

  private async foundOf(data: CaseCommandOf<'AmendReport'>['data'], state: ReportedCase): Promise<Found> {
    return {
      known: await this.corrections.isKnown(state.caseId, data),
      alike: await this.conflicts.alike(state, data.fields),
    };
  }

  /** What the decider cannot know. */
  private async found(
    { command }: CommandRoute,
    state: ReportedCase,
    { body, caller }: Call,
  ): Promise<Found> {
    switch (command) {
      case 'RecordHandledOnSpot':
        return { check: isDrawnForCheck(state.caseId, (await this.handlers.rules.current()).policy) };
      case 'AmendReport':
        return this.foundOf(body as CaseCommandOf<'AmendReport'>['data'], state);
      case 'OfferToVolunteer':
      case 'AcceptOffer':
        return { conflict: await this.conflicts.between(state, body as Offered) };
      case 'TurnKey':
      case 'RefuseKey':
        return caller.linkedBy === undefined ? {} : { linkedBy: caller.linkedBy };
      default:
        return {};
    }
  }
}
