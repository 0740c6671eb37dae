import { Injectable } from '@nestjs/common';
import type { Relation } from '@threekeys/auth';
import type { VolunteerCommand } from '@threekeys/domain';
import { volunteerCommands } from '@threekeys/domain';
import type { Call, CallOf, CommandRoute, CommandService, RecordedAnswer } from '@threekeys/http';
import { CommandOrigins, notFound } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import { AccountOwners } from './account-owners';
import { commandOf } from './command-data';
import { CommandHandlers } from './command-handlers';
import { answerOf } from './recorded.answer';
import { registerVolunteer } from './routes';

/** Registers volunteers, and runs their commands: their own, and those of staff. */
@Injectable()
export class VolunteerCommandService implements CommandService {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly origins: CommandOrigins,
    private readonly accounts: AccountOwners,
  ) {}

  async register(call: CallOf<typeof registerVolunteer>): Promise<RecordedAnswer & { volunteerId: string }> {
    const origin = await this.origins.of(registerVolunteer, call);
    const body = call.body as Record<string, unknown> & { volunteerId?: string; account?: string };
    const volunteerId = body.volunteerId ?? derivedId(call.caller.id, call.idempotencyKey);
    const { account } = body;
    const accountTaken = account !== undefined && (await this.accounts.isTaken(account, volunteerId));
    const data = { ...body, volunteerId, accountTaken };
    const command = { type: 'RegisterVolunteer', data } as VolunteerCommand;
    const recorded = await this.handlers.volunteer.handle(`volunteer-${volunteerId}`, command, origin);
    return { volunteerId, ...answerOf(recorded) };
  }

  /** @throws Problem `not-found` where there is no such volunteer, or none for this caller */
  async handle(route: CommandRoute, call: Call): Promise<RecordedAnswer> {
    const { volunteerId = '' } = call.params as { volunteerId?: string };
    const { revision } = await this.handlers.volunteer.load(`volunteer-${volunteerId}`);
    if (revision < 0) throw notFound();
    const relations: Relation[] = call.caller.volunteerId === volunteerId ? ['any', 'self'] : ['any'];
    const origin = await this.origins.of(route, call, relations);
    const { commandId } = origin;
    const command = commandOf(route, call, { messages: volunteerCommands, commandId }) as VolunteerCommand;
    return answerOf(await this.handlers.volunteer.handle(`volunteer-${volunteerId}`, command, origin));
  }
}
