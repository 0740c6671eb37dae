import { recoverAssignments, writeAssignments } from '@threekeys/privacy';
import type { CaseRow } from '@threekeys/read-models';
import { cases } from '@threekeys/read-models';
import type { Logger, Part } from '@threekeys/runtime';
import type { EmbeddedEngine } from './embedded-engine';
import { recordAcceptedLoss } from './embedded-loss';
import { eventSchemas } from './event-schemas';
import { openInstallation } from './opening';
import type { InstallationPlan } from './opening';

const flushEveryMs = 1000;
/** So often the key store is told how far the log has been read for it: after a crash no more is read again. */
const flushesPerMark = 60;

/** Everything that runs beside the requests, in the order in which it starts; it stops in the reverse. */
export function partsOf(engine: EmbeddedEngine, logs: Logger, plan: InstallationPlan): readonly Part[] {
  const { stores, projector, messaging } = engine;
  return [
    { name: 'stores', stop: () => stores.close() },
    receiptsPart(engine),
    keysPart(engine, logs),
    { name: 'accepted loss', start: () => recordAcceptedLoss(engine) },
    { name: 'opening', start: () => openInstallation(engine, plan) },
    rulesPart(engine, logs),
    { name: 'views', start: () => projector.start(), stop: () => projector.stop() },
    { name: 'case numbers', start: () => continueNumbers(engine) },
    { name: 'reactions', start: () => messaging.start(), stop: () => messaging.stop() },
    timersPart(engine),
  ];
}

function receiptsPart({ receipts }: EmbeddedEngine): Part {
  return {
    name: 'receipts',
    stop: () => {
      receipts.flush();
      return Promise.resolve();
    },
  };
}

function timersPart({ wheel }: EmbeddedEngine): Part {
  return {
    name: 'timers',
    start: () => {
      wheel.start();
      return Promise.resolve();
    },
    stop: () => wheel.stop(),
  };
}

/** Whose keys are is written down late and in batches; after a crash the log says it. */
function keysPart({ stores: { keys, store }, ring }: EmbeddedEngine, logs: Logger): Part {
  let flushing: NodeJS.Timeout | undefined;
  let flushes = 0;
  const flush = async () => {
    try {
      if (++flushes % flushesPerMark === 0) await writeAssignments(ring, keys, store);
      else await ring.flush();
    } catch (error) {
      logs.error({ part: 'keys', error: nameOf(error) }, 'will be tried again; the log says it too');
    }
  };
  return {
    name: 'keys',
    start: async () => {
      await recoverAssignments(keys, store, eventSchemas);
      const soon = () => {
        flushing = setTimeout(() => void flush().then(soon), flushEveryMs).unref();
      };
      soon();
    },
    stop: async () => {
      clearTimeout(flushing);
      await writeAssignments(ring, keys, store);
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

function rulesPart({ rules }: EmbeddedEngine, logs: Logger): Part {
  const stopping = new AbortController();
  let following: Promise<void> | undefined;
  return {
    name: 'rules',
    start: async () => {
      await rules.refresh();
      following = rules.follow(stopping.signal).catch((error: unknown) => {
        logs.error({ part: 'rules', error: nameOf(error) }, 'read at each command');
      });
    },
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
}

/** After a restore the log may know higher numbers than ops.sqlite does: none is given twice. */
async function continueNumbers({ stores: { models }, sequences }: EmbeddedEngine): Promise<void> {
  const { rows } = await models.find<CaseRow>(cases.name, {
    sort: [{ column: 'number', direction: 'descending' }],
    limit: 1,
  });
  const [year, count] = rows[0]?.row.number.split('-') ?? [];
  if (year !== undefined && count !== undefined) await sequences.atLeast(`cases-${year}`, Number(count) + 1);
}
