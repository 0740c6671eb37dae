import type { EventStore } from '@threekeys/event-store';
import type { Anchor } from '@threekeys/event-store-sqlite';
import { readAnchors } from '@threekeys/event-store-sqlite';
import { Frontier } from '@threekeys/integrity';
import { badInput } from './exit';

/**
 * What a newer witness of a log has seen beyond a backup of it.
 * @param file the anchor.log of the installation that was backed up
 * @returns its newest line; undefined where the backup holds all that it has seen
 * @throws CommandFailed where it is no witness, or not of this log
 */
export async function witnessedBeyond(store: EventStore, file: string): Promise<Anchor | undefined> {
  const { anchors } = readAnchors(file);
  const newest = anchors.at(-1);
  if (newest === undefined) throw badInput(`${file} holds no line of a witness.`);
  const { size } = await store.head();
  const shared = anchors.findLast((anchor) => anchor.size <= size);
  if (shared && shared.root !== (await rootOfFirst(store, shared.size)))
    throw badInput(`${file} is not a witness of the log in this backup.`);
  return newest.size > size ? newest : undefined;
}

async function rootOfFirst(store: EventStore, count: number): Promise<string> {
  const frontier = new Frontier();
  if (count > 0)
    for await (const { leafHash } of store.readAll(undefined, {}, count)) frontier.append(leafHash);
  return frontier.root();
}
