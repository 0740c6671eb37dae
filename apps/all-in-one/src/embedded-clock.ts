import type { Clock } from '@threekeys/event-store';
import { CommandHandler, installationAggregate, isBehind } from '@threekeys/event-store';
import { clockReached } from '@threekeys/event-store-sqlite';
import { randomUUID } from 'node:crypto';
import type { EmbeddedEngine } from './embedded-engine';
import type { EmbeddedStores } from './embedded-stores';

/** What would be recorded now, everybody would have to take for back-dated, and so would `verify`. */
export class ClockBehind extends Error {
  constructor(now: string, newest: string) {
    super(
      `the clock of this machine says ${now}, and the log with its witness has come to ${newest}: set the clock right and ` +
        'start again. If the clock was wrong before and is right now: npm start -- --accept-clock; that is recorded, and ' +
        'every verify will tell it.',
    );
    this.name = 'ClockBehind';
  }
}

/**
 * A machine without a battery starts in the past.
 * @param isAccepted somebody wants to start all the same
 * @throws ClockBehind, with the stores closed
 */
export async function assertClockFits(
  stores: EmbeddedStores,
  clock: Clock,
  isAccepted = false,
): Promise<void> {
  const behind = isAccepted ? undefined : await clockBehind(stores, clock);
  if (behind === undefined) return;
  await stores.close();
  throw new ClockBehind(behind.clock, behind.newest);
}

/** Records that an operator takes the clock for right though it stands behind, before anything else is dated by it. */
export async function recordAcceptedClock({ stores, ports, sealer, rules }: EmbeddedEngine): Promise<void> {
  const { clock } = ports;
  const data = await clockBehind(stores, clock);
  if (data === undefined) return;
  const handler = new CommandHandler(installationAggregate, { store: stores.store, sealer, clock, rules });
  const commandId = randomUUID();
  const origin = { commandId, correlationId: commandId, by: { id: 'operator', role: 'service' } } as const;
  await handler.handle('installation-main', { type: 'AcceptClock', data }, origin);
}

async function clockBehind({ store, home }: Pick<EmbeddedStores, 'store' | 'home'>, clock: Clock) {
  const reached = await clockReached(store, home.directory);
  const now = clock.now();
  return reached && isBehind(now, reached.newest) ? { ...reached, clock: now } : undefined;
}
