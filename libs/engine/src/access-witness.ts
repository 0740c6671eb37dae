import { service } from '@threekeys/domain';
import { CommandHandler, installationAggregate } from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import { accessesSeen } from '@threekeys/privacy';
import type { AccessesSeen } from '@threekeys/privacy';
import type { Logger, Part } from '@threekeys/runtime';
import type { Engine } from './engine';
import { nameOf } from './parts';

const everyMs = 3_600_000;
/** Where several processes open, a line that is given its place is on the disk long before. */
const settledMs = 600_000;
const stream = 'installation-main';

/**
 * How long the access log is goes into the log, which has a witness of its own: every hour in which something was opened,
 * and at the end (docs/decisions/0016). Whoever cuts or rewrites what was opened before is found by `verify`.
 * @param isAlone no other process opens anything: all that is there counts, also when it stops
 */
export function accessWitnessPart(
  engine: Engine,
  logs: Logger,
  { isAlone }: { readonly isAlone: boolean },
): Part {
  let waiting: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const witness = async () => {
    try {
      await witnessAccesses(engine, isAlone ? 0 : settledMs);
    } catch (error) {
      logs.error({ part: 'access witness', error: nameOf(error) }, 'will be tried again');
    }
  };
  const soon = () => {
    waiting = setTimeout(() => {
      working = witness();
      void working.then(soon);
    }, everyMs).unref();
  };
  return {
    name: 'access witness',
    start: () => {
      soon();
      return Promise.resolve();
    },
    stop: async () => {
      clearTimeout(waiting);
      await working;
      clearTimeout(waiting);
      if (isAlone) await witness();
    },
  };
}

/** Months before the newest that was witnessed have ended, unless a clock has gone back into them. @param youngerMs lines that are younger wait for the next time */
export async function witnessAccesses(engine: Engine, youngerMs: number): Promise<void> {
  const { store, clock, accessLog } = engine.ports;
  const { sealer, rules } = engine;
  const installation = new CommandHandler(installationAggregate, { store, sealer, clock, rules });
  const { accessLines } = (await installation.load(stream)).state;
  const newest = Object.keys(accessLines).sort().at(-1) ?? '';
  const now = clock.now();
  const from = newest < now ? newest : now.slice(0, 7);
  const before = youngerMs === 0 ? undefined : new Date(Date.parse(now) - youngerMs).toISOString();
  for (const month of (await accessLog.months()).filter((each) => each >= from)) {
    const seen = await accessesSeen(accessLog, month, before);
    if (seen === undefined || seen.lines <= (accessLines[month] ?? 0)) continue;
    await installation.handle(stream, { type: 'WitnessAccessLog', data: seen }, originOf(seen));
  }
}

/** Several processes may see the same: it is recorded once. */
function originOf({ month, hash }: AccessesSeen) {
  const commandId = derivedId('access-witness', month, hash);
  return { commandId, correlationId: commandId, by: service('reporting') };
}
