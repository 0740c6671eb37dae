import type { Receipts } from '@threekeys/auth';
import type { Message } from '@threekeys/domain';
import type { CommandHandler, Origin, Recorded, StreamName } from '@threekeys/event-store';

type Handles<State, Command extends Message> = Pick<
  CommandHandler<State, Command, Message>,
  'handle' | 'load' | 'recordedBy'
>;

/**
 * A command handler that answers a repeat the same where nothing was recorded either. What was recorded the log knows by
 * the command's id; that there was nothing new only the receipts do, and by the time of the repeat the state may have moved
 * on, so that deciding anew would record it after all.
 */
export class RememberingHandler<State, Command extends Message> {
  constructor(
    private readonly handler: Handles<State, Command>,
    private readonly receipts: Receipts,
  ) {}

  /** @throws what {@link CommandHandler.handle} throws, and what the receipts do */
  async handle(stream: StreamName, command: Command, origin: Origin): Promise<Recorded> {
    const before = await this.nothingNew(origin.commandId, stream);
    if (before) return before;
    const recorded = await this.handler.handle(stream, command, origin);
    if (recorded.events.length > 0) return recorded;
    const { revision, leafHash, position } = recorded;
    const kept = await this.receipts.rememberNothingNew(origin.commandId, { revision, leafHash, position });
    return { ...recorded, ...kept };
  }

  /** What a command has answered already, if only that there was nothing new. */
  async recordedBy(commandId: string, stream: StreamName): Promise<Recorded | undefined> {
    return (await this.nothingNew(commandId, stream)) ?? (await this.handler.recordedBy(commandId, stream));
  }

  private async nothingNew(commandId: string, stream: StreamName): Promise<Recorded | undefined> {
    const before = await this.receipts.nothingNew(commandId);
    return before && { stream, ...before, events: [], repeated: true };
  }

  load(stream: StreamName): ReturnType<Handles<State, Command>['load']> {
    return this.handler.load(stream);
  }
}
