import type { Held } from '@threekeys/auth';
import type { Origin, Recorded } from '@threekeys/event-store';
import type { Call, CommandOrigins, Route } from '@threekeys/http';
import type { CommandHandlers } from './command-handlers';

interface Ports {
  readonly origins: CommandOrigins;
  readonly handlers: Pick<CommandHandlers, 'case'>;
}

interface Sent {
  readonly route: Route;
  readonly call: Call;
  readonly caseId: string;
  readonly relations: readonly Held[];
}

export type CommandOrRepeat =
  | { readonly origin: Origin; readonly before?: never }
  | { readonly origin?: never; readonly before: Recorded };

/**
 * Where a command comes from; or, where its caller may not give it any longer, what it has recorded already. Escalating a
 * case, returning an order or handing the case on ends how somebody stands to it: who then sends it once more, because the
 * answer was lost, hears the same answer again.
 * @throws Problem `not-found` where they may not give it and never did, `key-reused`
 */
export async function commandOrRepeat(
  { origins, handlers }: Ports,
  { route, call, caseId, relations }: Sent,
): Promise<CommandOrRepeat> {
  if (origins.may(route, call, relations)) return { origin: await origins.of(route, call, relations) };
  const before = await handlers.case.recordedBy(origins.idOf(route, call), `case-${caseId}`);
  // Nobody learns by it that there is such a case.
  if (!before) return { origin: await origins.of(route, call, relations) };
  await origins.assertSameBody(route, call);
  return { before };
}
