import type { Environment } from '@threekeys/runtime';
import { readFileSync } from 'node:fs';
import { secretNames } from './cluster-settings.table';

export interface ReadEnvironment {
  readonly environment: Environment;
  readonly problems: readonly string[];
  /** Whose file could not be read: that they are missing is no problem of its own. */
  readonly unread: readonly string[];
}

/** Secrets that lie in files (`<NAME>_FILE`, as Docker and Kubernetes give them) put where they are looked for. */
export function withSecretFiles(given: Environment): ReadEnvironment {
  const environment: Record<string, string | undefined> = { ...given };
  const problems: string[] = [];
  const unread: string[] = [];
  for (const name of secretNames) {
    const file = given[`${name}_FILE`];
    if (file === undefined) continue;
    if (given[name] !== undefined) problems.push(`${name}: is given twice, also as ${name}_FILE`);
    const read = fileText(file);
    if (read.text === undefined) {
      problems.push(`${name}_FILE: cannot be read (${read.code})`);
      unread.push(name);
    }
    environment[name] = read.text;
  }
  return { environment, problems, unread };
}

/** Without the line end that an editor puts behind it. */
export function fileText(file: string): { text?: string; code?: string } {
  try {
    return { text: readFileSync(file, 'utf8').replace(/\r?\n$/, '') };
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}
