import { SqliteEventStore, verifyLog } from '@threekeys/event-store-sqlite';
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ledger, makeWriter, Writer } from '../crash/tally';
import type { Job } from '../crash/tally.writer';
import type { Files, Loss, Operation } from './record';
import { acknowledgedIn, cut, filesOf, readRecord, writeFiles } from './record';

/** The recorder is compiled when it is needed. */
export const hasCompiler = spawnSync('gcc', ['--version']).status === 0;

export interface Recording {
  readonly folder: string;
  readonly name: string;
  readonly start: Files;
  readonly operations: readonly Operation[];
}

/** Writes to a log that was made, closed and opened again, and dies; everything it does to its files is recorded. */
export async function record(folder: string, name: string, options: Job['options']): Promise<Recording> {
  const home = join(folder, name);
  await (await SqliteEventStore.open(home, { ballastBytes: 0, walBytes: 0 })).close();
  const start = filesOf(home);
  const path = join(folder, `${name}.record`);
  const writer = new Writer(makeWriter(folder), new Ledger(), {
    RECORDED_FOLDER: home,
    RECORD: path,
    LD_PRELOAD: recorder(folder),
  });
  const ended = writer.ended();
  writer.begin({ home, again: [], acknowledgementsMax: 2500, options: { anchorIntervalMs: 25, ...options } });
  await ended;
  return { folder, name, start, operations: readRecord(path) };
}

export interface Fallen {
  readonly acknowledged: number;
  /** Acknowledged commands that are not there. */
  readonly lost: readonly string[];
  readonly problems: readonly string[];
  readonly status: 'matches' | 'mismatch';
  readonly size: number;
  /** What the witness has seen; 0 where there is no line. */
  readonly anchorSize: number;
}

/** Puts on the disk what is left, and looks at it as the next start does. */
export async function fall(
  { folder, name, start, operations }: Recording,
  at: number,
  loss: Loss,
): Promise<Fallen> {
  const before = operations.slice(0, at);
  const home = join(folder, `${name}-${at}-${loss}`);
  writeFiles(home, cut(start, before, loss, Math.random));
  const acknowledged = acknowledgedIn(before);
  const { problems, anchor } = await verifyLog(join(home, 'log.sqlite'), join(home, 'anchor.log'));
  const store = await SqliteEventStore.open(home, { ballastBytes: 0, walBytes: 0 });
  const positions = new Set<string>();
  for await (const { position } of store.readAll()) positions.add(position);
  const { status } = store.anchorState;
  await store.close();
  rmSync(home, { recursive: true });
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged]
      .filter(([, position]) => !positions.has(position))
      .map(([commandId]) => commandId),
    problems: problems.map(({ what }) => what),
    status,
    size: positions.size,
    anchorSize: anchor === 'none' ? 0 : anchor.size,
  };
}

/** Anywhere after the first acknowledgement, spread over the whole run. */
export function cutPoints({ operations }: Recording, cuts: number): number[] {
  const first = operations.findIndex(({ op }) => op === 'A') + 1;
  expect(first).toBeGreaterThan(0);
  const part = (operations.length - first) / cuts;
  return Array.from({ length: cuts }, (_, index) => Math.floor(first + (index + Math.random()) * part));
}

function recorder(folder: string): string {
  const library = join(folder, 'recorder.so');
  execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', library, join(__dirname, 'recorder.c'), '-ldl']);
  return library;
}

/** @throws where anything acknowledged is missing after a cut, or the log is not as it should be */
export async function cutAndFindAll(folder: string, cuts: number): Promise<void> {
  const recording = await record(folder, 'as-it-should-be', {});
  expect(recording.operations).toContainEqual(expect.objectContaining({ op: 'W', file: 'log.sqlite' }));
  for (const [index, at] of cutPoints(recording, cuts).entries()) {
    const fallen = await fall(recording, at, index % 2 === 0 ? 'drop' : 'some');
    expect({ at, ...fallen }).toMatchObject({ at, lost: [], problems: [], status: 'matches' });
    expect(fallen.acknowledged).toBeGreaterThan(0);
  }
}
