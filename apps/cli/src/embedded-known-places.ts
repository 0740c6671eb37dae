import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import { isPlaceOf } from '@threekeys/messaging';
import { progressBeyond } from '@threekeys/messaging-sqlite';
import type { KeyStore } from '@threekeys/privacy';
import { openDatabase } from '@threekeys/sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What consumers have handled, or parked, and the log does not hold: it was cut, or is another one. */
export async function progressProblems(
  home: string,
  store: EventStore,
  readOnly: boolean,
): Promise<readonly string[]> {
  const file = join(home, 'ops.sqlite');
  if (!existsSync(file)) return [];
  const operations = openDatabase(file, 'operations', { readOnly });
  try {
    const { consumers, streams } = await progressBeyond(operations, store);
    return [
      ...consumers.map((consumer) => `ops.sqlite: ${consumer} has handled more than this log holds`),
      ...streams.map(
        ({ stream, lastRevision }) => `ops.sqlite knows ${stream} further than revision ${lastRevision}`,
      ),
    ];
  } finally {
    operations.close();
  }
}

/** Keys are copied after the log: beside a backup, which has no key-encryption key, they may know of more. */
export async function keyMarkProblems(keys: KeyStore, store: EventStore): Promise<readonly string[]> {
  const mark = await keys.assignedUpTo();
  if (mark === undefined || isPlaceOf(store, mark as GlobalPosition)) return [];
  return ['keys.sqlite has written down whose keys are further than this log goes'];
}
