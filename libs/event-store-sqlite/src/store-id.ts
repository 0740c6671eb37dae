import { openDatabase } from '@threekeys/sqlite';
import { randomUUID } from 'node:crypto';
import { setMeta, storeIdOf } from './schema';

/** With what the positions of a log began, and with what they begin from now on. */
export interface StoreIdRenewed {
  readonly from: string;
  readonly to: string;
}

/**
 * Makes a copied log a log of its own: a position of the one that it was copied from is none of its own, where both have
 * gone on differently. The file must not be in use.
 * @throws EventStoreError `StoreUnavailable`; DatabaseRefused
 */
export function renewStoreId(file: string): StoreIdRenewed {
  const database = openDatabase(file, 'log');
  try {
    const renewed = { from: storeIdOf(database), to: randomUUID().replaceAll('-', '') };
    setMeta(database, 'storeId', renewed.to);
    return renewed;
  } finally {
    database.close();
  }
}
