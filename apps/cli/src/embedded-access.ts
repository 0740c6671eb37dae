import type { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { SqliteAccessLog } from '@threekeys/privacy-sqlite';
import { accessesAgainstLog } from './access-proof';
import type { AccessesChecked, AccessMonth } from './access-proof';

/** The file of each month of who opened what, by itself. */
export async function verifyAccess(home: string): Promise<readonly AccessMonth[]> {
  const log = new SqliteAccessLog(home);
  return (await log.months()).map((month) => ({ month, ...log.check(month) }));
}

/** Those files against what the log says of them. */
export function verifyAccessAgainstLog(
  home: string,
  store: SqliteEventStore,
  access: readonly AccessMonth[],
): Promise<AccessesChecked> {
  return accessesAgainstLog(new SqliteAccessLog(home), store, access);
}
