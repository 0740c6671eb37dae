import { Injectable } from '@nestjs/common';
import type {
  CatalogueCommand,
  CompoundCommand,
  Message,
  MessageSchemas,
  OrganisationCommand,
  PolicyCommand,
} from '@threekeys/domain';
import { catalogueCommands, compoundCommands, organisationCommands, policyCommands } from '@threekeys/domain';
import type { Origin } from '@threekeys/event-store';
import type { Call, CommandRoute, CommandService, RecordedAnswer } from '@threekeys/http';
import { CommandOrigins } from '@threekeys/http';
import { commandOf } from './command-data';
import { CommandHandlers } from './command-handlers';
import { OrganisationFacts } from './organisation-facts';
import { answerOf } from './recorded.answer';

/** A request as the command of its aggregate, and where it comes from. */
interface Asked<Command> {
  readonly command: Command;
  readonly origin: Origin;
}

@Injectable()
export class CommunityCommands {
  constructor(private readonly origins: CommandOrigins) {}

  async asked<Command extends Message>(
    route: CommandRoute,
    call: Call,
    messages: MessageSchemas,
    found: Readonly<Record<string, unknown>> = {},
  ): Promise<Asked<Command>> {
    const origin = await this.origins.of(route, call);
    const also = messages[route.command]?.shape['compound'] ? call.params : found;
    const { commandId } = origin;
    return { origin, command: commandOf(route, call, { messages, commandId, also }) as Command };
  }
}

@Injectable()
export class OrganisationCommandService implements CommandService {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly commands: CommunityCommands,
    private readonly facts: OrganisationFacts,
  ) {}

  async handle(route: CommandRoute, call: Call): Promise<RecordedAnswer> {
    const { command, origin } = await this.commands.asked<OrganisationCommand>(
      route,
      call,
      organisationCommands,
      await this.facts.about(route, call),
    );
    return answerOf(await this.handlers.organisation.handle('organisation-main', command, origin));
  }
}

@Injectable()
export class CompoundCommandService implements CommandService {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly commands: CommunityCommands,
  ) {}

  async handle(route: CommandRoute, call: Call): Promise<RecordedAnswer> {
    const { compound = '' } = call.params as { compound?: string };
    const { command, origin } = await this.commands.asked<CompoundCommand>(route, call, compoundCommands);
    return answerOf(await this.handlers.compound.handle(`compound-${compound}`, command, origin));
  }
}

@Injectable()
export class CatalogueCommandService implements CommandService {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly commands: CommunityCommands,
  ) {}

  async handle(route: CommandRoute, call: Call): Promise<RecordedAnswer> {
    const { command, origin } = await this.commands.asked<CatalogueCommand>(route, call, catalogueCommands);
    return answerOf(await this.handlers.catalogue.handle('catalogue-main', command, origin));
  }
}

@Injectable()
export class PolicyCommandService implements CommandService {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly commands: CommunityCommands,
  ) {}

  async handle(route: CommandRoute, call: Call): Promise<RecordedAnswer> {
    const { command, origin } = await this.commands.asked<PolicyCommand>(route, call, policyCommands);
    return answerOf(await this.handlers.policy.handle('policy-main', command, origin));
  }
}
