import type { Type } from '@nestjs/common';
import { Controller, Inject } from '@nestjs/common';
import type { Call } from './call';
import { Input, Serve } from './call';
import type { CommandRoute, RecordedAnswer } from './command-routes';

/** Runs the commands of one aggregate. */
export interface CommandService {
  handle(route: CommandRoute, call: Call): Promise<RecordedAnswer>;
}

/** A controller with one method per route, each of them the same call to the service. */
export function commandController(routes: readonly CommandRoute[], service: Type<CommandService>): Type {
  class CommandsController {
    constructor(readonly commands: CommandService) {}
  }
  for (const route of routes) {
    const method = {
      value(this: CommandsController, call: Call) {
        return this.commands.handle(route, call);
      },
      writable: true,
      configurable: true,
    };
    Object.defineProperty(CommandsController.prototype, route.operation, method);
    Serve(route)(CommandsController.prototype, route.operation, method);
    Input()(CommandsController.prototype, route.operation, 0);
  }
  Inject(service)(CommandsController, undefined, 0);
  Controller()(CommandsController);
  return CommandsController;
}
