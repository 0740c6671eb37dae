import type { Message, MessageSchemas } from '@threekeys/domain';
import type { Call, CommandRoute } from '@threekeys/http';
import { derivedFields } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';

/** The command that a request stands for: ids that were left out are derived from the command's own. */
export function commandOf(
  { command }: Pick<CommandRoute, 'command'>,
  { body }: Pick<Call, 'body'>,
  { messages, commandId, also }: CommandSources,
): Message {
  const { occurredAt: _, ...given } = body as Record<string, unknown>;
  const schema = messages[command];
  if (!schema) throw new Error(`there is no command ${command}`);
  const derived: [string, string][] = derivedFields(schema)
    .filter((field) => given[field] === undefined)
    .map((field) => [field, derivedId(commandId, field)]);
  return { type: command, data: { ...given, ...Object.fromEntries(derived), ...also } };
}

export interface CommandSources {
  readonly messages: MessageSchemas;
  readonly commandId: string;
  /** What the path or the service says. */
  readonly also?: Readonly<Record<string, unknown>>;
}
