import { Frontier } from '@threekeys/integrity';
import type { EventStore } from './event-store';
import type { StreamEnd } from './leaf-check';
import { beforeTheFirst, checkLeaf } from './leaf-check';
import { LogTimes } from './log-times';

/** One thing that is not as it was written, and where. */
export interface StoreProblem {
  readonly stream: string;
  readonly revision: number;
  readonly what: string;
}

export interface StoreReport {
  readonly streams: number;
  readonly events: number;
  /** RFC 6962 over all leaf hashes in global order. */
  readonly head: { readonly size: number; readonly root: string };
  readonly problems: readonly StoreProblem[];
}

const problemsMax = 1000;

/**
 * Reads every leaf of a store in global order and computes everything anew: hashes, chains, revisions, canonical form,
 * times, the Merkle root. What a whole stream or the end of the log has lost shows only beside a witness.
 */
export async function verifyStore(
  store: EventStore,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<StoreReport> {
  const { size } = await store.head();
  const frontier = new Frontier();
  const ends = new Map<string, StreamEnd>();
  const times = new LogTimes();
  const problems: StoreProblem[] = [];
  for await (const event of store.readAll()) {
    const { stream, revision, recordedAt } = event;
    const checked = checkLeaf(event, ends.get(stream) ?? beforeTheFirst);
    for (const what of [...checked.problems, ...times.take(recordedAt)])
      problems.push({ stream, revision, what });
    if (problems.length >= problemsMax) break;
    ends.set(stream, { revision, leafHash: checked.leafHash, recordedAt });
    frontier.append(checked.leafHash);
    onProgress(frontier.size, Math.max(size, frontier.size));
  }
  const head = { size: frontier.size, root: frontier.root() };
  return { streams: ends.size, events: head.size, head, problems };
}
