import { eventSchemas } from '@threekeys/domain';
import type { EventStore } from '@threekeys/event-store';
import { checkKeys } from '@threekeys/privacy';
import type { KeyProblem, KeyStore } from '@threekeys/privacy';
import { checkKeyFile } from '@threekeys/privacy-sqlite';
import { join } from 'node:path';
import { keyProblems } from './home-problems';

/** What was sealed is lost. Of the others `verify` tells: they do not keep anybody from their data. */
const isLost: Readonly<Record<KeyProblem['kind'], boolean>> = {
  ...{ other: true, missing: true, damaged: true, unopened: true },
  ...{ erased: false, owner: false, reused: false, uncommitted: false },
};

/** Why the keys of a folder are not those of its log: with them people's data, or their tracking codes, would be lost. */
export async function unfitKeys(
  directory: string,
  keys: KeyStore,
  store: EventStore,
): Promise<readonly string[]> {
  const { problems, ...checked } = await checkKeys(keys, store, { schemas: eventSchemas });
  const lost = problems.filter(({ kind }) => isLost[kind]);
  return keyProblems({
    keyFile: checkKeyFile(join(directory, 'keys.sqlite')),
    keys: { ...checked, problems: lost, erased: 0, otherCodes: 0 },
  });
}
