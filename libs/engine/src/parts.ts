import { eventSchemas } from '@threekeys/domain';
import { caseAggregate, CommandHandler, volunteerAggregate } from '@threekeys/event-store';
import { NotNow } from '@threekeys/messaging';
import { recoverAssignments, writeAssignments } from '@threekeys/privacy';
import type { CaseRow, Views } from '@threekeys/read-models';
import { cases } from '@threekeys/read-models';
import type { Logger, Part } from '@threekeys/runtime';
import { TimerWheel } from '@threekeys/timers';
import type { Engine } from './engine';
import { openInstallation } from './opening';
import type { InstallationPlan } from './opening';

const flushEveryMs = 1000;
/** So often the key store is told how far the log has been read for it: after a crash no more is read again. */
const flushesPerMark = 60;

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** The first events, where there are none. */
export const openingPart = (engine: Engine, plan: InstallationPlan): Part => ({
  name: 'opening',
  start: () => openInstallation(engine, plan),
});

/**
 * Whose keys are is written down late and in batches; after a crash the log says it.
 * @param isAlone no other process seals: only then is nothing left to recover below what this one has written
 */
export function keysPart(
  { ring, ports: { keys, store } }: Engine,
  logs: Logger,
  { isAlone }: { readonly isAlone: boolean },
): Part {
  let flushing: NodeJS.Timeout | undefined;
  let flushes = 0;
  const marked = () => (isAlone ? writeAssignments(ring, keys, store) : ring.flush());
  const flush = async () => {
    try {
      if (++flushes % flushesPerMark === 0) await marked();
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
      await marked();
    },
  };
}

/** Policy, catalogue and organisation, as they are now. */
export function rulesPart({ rules }: Engine, logs: Logger): Part {
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

const viewsWithinMs = 30_000;

/** After a restore or a move the log may know higher numbers than the sequences do: none is given twice. */
export const caseNumbersPart = ({ ports: { store, models }, sequences }: Engine, views: Views): Part => ({
  name: 'case numbers',
  start: async () => {
    const position = await store.end();
    if (position !== undefined && !(await views.waitFor(position, viewsWithinMs)))
      throw new NotNow('the views do not know yet which numbers were given');
    const { rows } = await models.find<CaseRow>(cases.name, {
      sort: [{ column: 'number', direction: 'descending' }],
      limit: 1,
    });
    const [year, count] = rows[0]?.row.number.split('-') ?? [];
    if (year !== undefined && count !== undefined)
      await sequences.atLeast(`cases-${year}`, Number(count) + 1);
  },
});

/** Timers fire as commands to cases and volunteers. */
export function timerWheelOn(
  { ports, sealer, rules }: Engine,
  { views, onFailure }: { readonly views: Views; readonly onFailure: (error: unknown) => void },
): TimerWheel {
  const { store, models, clock } = ports;
  const handling = { store, sealer, clock, rules };
  return new TimerWheel(
    {
      ...{ store, models, rules, clock, views },
      cases: new CommandHandler(caseAggregate, handling),
      volunteers: new CommandHandler(volunteerAggregate, handling),
    },
    { onFailure },
  );
}

export const timersPart = (wheel: TimerWheel): Part => ({
  name: 'timers',
  start: () => {
    wheel.start();
    return Promise.resolve();
  },
  stop: () => wheel.stop(),
});
