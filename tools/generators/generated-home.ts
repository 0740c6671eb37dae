import { eventSchemas } from '@threekeys/domain';
import { StoredRules } from '@threekeys/event-store';
import type { Clock } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { SqliteConsumerState } from '@threekeys/messaging-sqlite';
import { FieldSealer, KeyRing, plansOf, searchSecretName, trackingSecretName } from '@threekeys/privacy';
import { loadOrCreateKek, SqliteKeyStore } from '@threekeys/privacy-sqlite';
import { openDatabase } from '@threekeys/sqlite';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { consumers } from '../../apps/cli/src/consumers';
import { foundCommunity } from './community';
import { generateCases, LogClock } from './generate-cases';
import { registerVolunteers } from './volunteers';

export interface HomeParameters {
  readonly cases: number;
  /** Share of cases that are still open at the end. Default 6. */
  readonly openPercent?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** The parts of a home that recording and opening need. */
export interface OpenHome {
  readonly directory: string;
  readonly store: SqliteEventStore;
  readonly keys: SqliteKeyStore;
  readonly ring: KeyRing;
  readonly sealer: FieldSealer;
  close(): Promise<void>;
}

export const generatedSeed = 1;
/** Where syncing costs nothing: a million keys and events are made there and copied. */
const memoryDirectory = '/dev/shm';
/** What the bytes of a home depend on; another version of it makes other homes. */
const formats = [
  'libs/event-store-sqlite/src/schema.ts',
  'libs/privacy/src/envelope.ts',
  'libs/privacy/src/tracking-code.ts',
  'libs/privacy-sqlite/src/sqlite-key-store.ts',
];

/**
 * A home with a log of so many cases and the keys to it. Made once: later calls with the same parameters, on the same
 * generator and the same sealing, find it in the temporary directory. Callers that write take {@link workingCopy}.
 */
export async function generatedHome(parameters: HomeParameters): Promise<string> {
  const { cases, openPercent = 6, seed = generatedSeed } = parameters;
  const directory = join(tmpdir(), 'threekeys-generated', `${cases}-${openPercent}-${seed}-${fingerprint()}`);
  if (existsSync(directory)) return directory;
  const made = mkdtempSync(
    join(existsSync(memoryDirectory) ? memoryDirectory : tmpdir(), 'threekeys-generating-'),
  );
  const partial = `${directory}.${process.pid}.partial`;
  try {
    await fill(made, { cases, openPercent, seed });
    cpSync(made, partial, { recursive: true });
    takePlace(partial, directory);
  } finally {
    rmSync(made, { recursive: true, force: true });
    rmSync(partial, { recursive: true, force: true });
  }
  return directory;
}

/** Of two that are made at once the first stays. */
function takePlace(made: string, directory: string): void {
  try {
    renameSync(made, directory);
  } catch (error) {
    if (!existsSync(directory)) throw error;
  }
}

/** A copy to write to; the caller removes it. */
export async function workingCopy(parameters: HomeParameters, into: string): Promise<string> {
  const original = await generatedHome(parameters);
  rmSync(into, { recursive: true, force: true });
  cpSync(original, into, { recursive: true });
  return into;
}

export async function openHome(
  directory: string,
  {
    durability = 'as-the-kind-needs',
    clock,
  }: { durability?: 'as-the-kind-needs' | 'driver-default'; clock?: Clock } = {},
): Promise<OpenHome> {
  const store = await SqliteEventStore.open(directory, {
    ...{ durability, ballastBytes: 0 },
    ...(clock ? { clock } : {}),
  });
  const keys = await SqliteKeyStore.open(
    join(directory, 'keys.sqlite'),
    loadOrCreateKek(join(directory, 'kek')).kek,
  );
  const ring = new KeyRing(keys);
  const sealer = new FieldSealer(ring, plansOf(eventSchemas));
  const close = async (): Promise<void> => {
    await ring.flush();
    await keys.close();
    await store.close();
  };
  return { directory, store, keys, ring, sealer, close };
}

async function fill(directory: string, options: Required<HomeParameters>): Promise<void> {
  const clock = new LogClock();
  const home = await openHome(directory, { clock });
  const rules = new StoredRules(home.store);
  const founding = { store: home.store, sealer: home.sealer, clock, rules };
  await foundCommunity(founding);
  await registerVolunteers(founding);
  const ports = {
    store: home.store,
    sealer: home.sealer,
    rules: await rules.current(),
    clock,
    afterBatch: () => home.ring.flush(),
  };
  // Both are there, or `verify` and `move` would miss them.
  await home.keys.secret(searchSecretName);
  const trackingSecret = await home.keys.secret(trackingSecretName);
  await generateCases(ports, { ...options, trackingSecret, onProgress: showProgress(options.cases) });
  await home.ring.flush();
  await countAsHandled(home);
  await home.close();
}

/** Services that start on this home go on after it: what the scripts recorded needs no reactions. */
async function countAsHandled({ directory, store, keys }: OpenHome): Promise<void> {
  const { position } = await store.head();
  if (position === undefined) return;
  await keys.markAssigned(position);
  const operations = openDatabase(join(directory, 'ops.sqlite'), 'operations');
  const state = SqliteConsumerState.open(operations);
  for (const consumer of consumers) await state.advance(consumer, [], position);
  operations.close();
}

function showProgress(cases: number): (started: number, events: number) => void {
  let shown = 0;
  return (started, events) => {
    const percent = Math.floor((100 * started) / cases);
    if (percent < shown + 20) return;
    shown = percent;
    process.stderr.write(`generating: ${percent} %, ${events} events\n`);
  };
}

function fingerprint(): string {
  const root = resolve(__dirname, '..', '..');
  const generators = readdirSync(__dirname).map((file) => join(__dirname, file));
  const hash = createHash('sha256');
  for (const file of [...generators.sort(), ...formats.map((format) => join(root, format))])
    hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}
