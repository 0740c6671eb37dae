import type { Database } from '@threekeys/sqlite';
import { SqliteConsumerState } from './sqlite-consumer-state';

/**
 * The log has another id from now on, and its events stand where they stood: so do its consumers.
 * @param renewed with what the positions began, and begin
 */
export function renameProgress(
  database: Database,
  renewed: { readonly from: string; readonly to: string },
): void {
  SqliteConsumerState.open(database);
  database
    .transaction(() => {
      for (const table of ['consumer_checkpoints', 'parked_messages'])
        database.prepare(`UPDATE ${table} SET position = replace(position, @from, @to)`).run(renewed);
    })
    .immediate();
}
