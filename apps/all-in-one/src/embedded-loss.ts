import { recordNotedLoss } from '@threekeys/event-store-sqlite';
import type { EmbeddedEngine } from './embedded-engine';

/** `recover --accept-loss` was cut off before it could record the loss: then it is the first event of this start. */
export async function recordAcceptedLoss({ stores, ports, sealer, rules }: EmbeddedEngine): Promise<void> {
  await recordNotedLoss(stores.home.directory, { store: stores.store, sealer, clock: ports.clock, rules });
}
