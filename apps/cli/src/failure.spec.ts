import { EventStoreError } from '@threekeys/event-store';
import { KeyEncryptionKeyUnfit } from '@threekeys/privacy';
import { ConfigInvalid } from '@threekeys/runtime';
import { DatabaseRefused, openDatabase } from '@threekeys/sqlite';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandFailed } from './exit';
import { failureOf } from './failure';

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** Of a driver that is loaded only where it is needed. */
const named = (name: string, message: string) => Object.assign(new Error(message), { name });

describe('whatever a command throws', () => {
  it.each([
    [new CommandFailed(2, 'refused'), 2],
    [new DatabaseRefused('in-use', 'held by another process'), 4],
    [new EventStoreError('StoreReadOnly', 'the log can only be read'), 4],
    [new KeyEncryptionKeyUnfit('not this key'), 1],
    [new ConfigInvalid(['PORT: has to be a port']), 1],
    [named('CollectionsMissing', 'Run: threekeys indexes create'), 4],
    [named('DatabaseUnavailable', 'the database cannot be reached'), 4],
    [named('MongoParseError', 'Invalid connection string'), 1],
    [named('MongoServerSelectionError', 'connect ECONNREFUSED'), 4],
    [AbortSignal.abort().reason, 130],
    [thrownBy(() => readFileSync('/nowhere/at/all')), 4],
    [new TypeError('x is not a function'), 70],
    ['a word', 70],
  ])('has an exit code and a sentence: %s', (thrown, exitCode) => {
    const failure = failureOf(thrown);
    expect(failure.exitCode).toBe(exitCode);
    expect(failure.message).not.toBe('');
  });

  it('is broken integrity where a file is no database', () => {
    const folder = mkdtempSync(join(tmpdir(), 'threekeys-failure-'));
    writeFileSync(join(folder, 'log.sqlite'), 'these are words, and no database at all'.repeat(100));
    const error = thrownBy(() => openDatabase(join(folder, 'log.sqlite'), 'log'));
    expect(failureOf(error)).toMatchObject({ exitCode: 3, facts: { code: 'SQLITE_NOTADB' } });
    rmSync(folder, { recursive: true });
  });
});
