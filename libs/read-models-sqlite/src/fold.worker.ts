// A thread that folds stretches of the log, until it is told to end.
import type { KnownEvents, Projection } from '@threekeys/read-models';
import { parentPort, workerData } from 'node:worker_threads';
import { StretchFold } from './fold-stretch';
import type { Stretch } from './log-streams';
import { LogStreams } from './log-streams';

/** What a thread needs to know. Projections are named, since functions do not travel. */
export interface FoldThreadData {
  readonly logFile: string;
  readonly firstId: string;
  readonly upTo: number;
  readonly known: KnownEvents;
  readonly halted: ReadonlyMap<string, number>;
  readonly projections: readonly { readonly module: string; readonly name: string }[];
}

const { logFile, firstId, projections, ...task } = workerData as FoldThreadData;
const log = LogStreams.open(logFile, firstId);
if (log === undefined) throw new Error(`${logFile} is not the log any more`);
const fold = new StretchFold(log, { ...task, projections: projections.map(found) });
parentPort?.on('message', (stretch: Stretch) => parentPort?.postMessage(fold.run(stretch)));

function found({ module, name }: FoldThreadData['projections'][number]): Projection {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- which modules is known when the thread starts
  const exported = Object.values(require(module) as Record<string, unknown>);
  const projection = exported.find((each) => isObject(each) && each['name'] === name && 'evolve' in each);
  if (projection === undefined) throw new Error(`${module} exports no projection ${name}`);
  return projection as Projection;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
