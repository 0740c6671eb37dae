import type { SealedAt } from '@threekeys/domain';
import type { CaseRow } from '@threekeys/read-models';
import { cases } from '@threekeys/read-models';
import { kekFrom } from '@threekeys/privacy';
import { openDatabase } from '@threekeys/sqlite';
import { createDecipheriv, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerAsChild } from './child';
import { openViews } from './views';

export type RebuildTask =
  | { readonly measure: 'rebuild'; readonly home: string; readonly views: string }
  | { readonly measure: 'read-and-parse'; readonly home: string }
  | { readonly measure: 'read-parse-open-hmac'; readonly home: string; readonly views: string };

export interface Rebuilt {
  readonly events: number;
  readonly viewsMs: number;
  readonly indexMs: number;
  /** Megabytes that the views and then the index have sent to the disk, and both have read from it. */
  readonly disk: { readonly views: number; readonly index: number; readonly read: number };
  /** Processor time of all threads. */
  readonly cpuMs: { readonly views: number; readonly index: number };
}

export interface LimitAnswer {
  readonly ms: number;
  readonly cpuMs: number;
  readonly count: number;
}

const page = 1000;

answerAsChild((task) => measured(task as RebuildTask));

function measured(task: RebuildTask): Promise<Rebuilt | LimitAnswer> {
  switch (task.measure) {
    case 'rebuild':
      return rebuild(task.home, task.views);
    case 'read-and-parse':
      return readAndParse(task.home);
    case 'read-parse-open-hmac':
      return readParseOpenHmac(task.home, task.views);
  }
}

async function rebuild(home: string, viewsFile: string): Promise<Rebuilt> {
  const views = await openViews(home, viewsFile);
  const readRebuild = stopwatch();
  await views.projector.rebuild(undefined, { index: false });
  const rebuilt = readRebuild();
  const writtenByViews = transferred('write_bytes');
  const readIndex = stopwatch();
  await views.projector.reindex(cases.name);
  const indexed = readIndex();
  const { size } = await views.store.head();
  await views.close();
  const read = transferred('elapsedbytes');
  const disk = { views: writtenByViews, index: transferred('write_bytes') - writtenByViews, read };
  const cpuMs = { views: rebuilt.cpuMs, index: indexed.cpuMs };
  return { events: size, viewsMs: rebuilt.ms, indexMs: indexed.ms, disk, cpuMs };
}

/** Started now; read as often as needed. */
function stopwatch(): () => { ms: number; cpuMs: number } {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 };
  };
}

/** Megabytes between this process and the disk. */
function transferred(what: 'elapsedbytes' | 'write_bytes'): number {
  const found = new RegExp(`^${what}: (\\d+)$`, 'm').exec(readFileSync('/proc/self/io', 'utf8'));
  return Math.round(Number(found?.[1] ?? 0) / 1e6);
}

/** The least that any rebuild from the log does: every stored byte read in pages, every leaf parsed. */
async function readAndParse(home: string): Promise<LimitAnswer> {
  const database = openDatabase(join(home, 'log.sqlite'), 'log', { readOnly: true });
  const read = database.prepare<[number], [Buffer]>(
    `SELECT bytes FROM events WHERE position > ? ORDER BY position LIMIT ${page}`,
  );
  const elapsed = stopwatch();
  let count = 0;
  for (let rows = read.raw().all(0); rows.length > 0; rows = read.raw().all(count)) {
    for (const [bytes] of rows) JSON.parse(bytes.toString('utf8'));
    count += rows.length;
  }
  const taken = elapsed();
  database.close();
  return Promise.resolve({ ...taken, count });
}

/** The least that an index of sealed words needs: each row read and parsed, its key found, its words opened, their bigrams hashed. */
async function readParseOpenHmac(home: string, viewsFile: string): Promise<LimitAnswer> {
  const views = openDatabase(viewsFile, 'views', { readOnly: true });
  const keys = openDatabase(join(home, 'keys.sqlite'), 'keys', { readOnly: true });
  const kek = kekFrom(readFileSync(join(home, 'kek'), 'utf8'), 'kek');
  const read = views.prepare<[number], [number, string]>(
    `SELECT id, row FROM ${rowsOfCases(views)} WHERE id > ? ORDER BY id LIMIT ${page}`,
  );
  const wrapped = keys.prepare<[string], Buffer>('SELECT wrapped FROM keys WHERE kid = ?').pluck();
  const secret = Buffer.alloc(32, 7);
  const hmacs = new Map<string, string>();
  const elapsed = stopwatch();
  let [count, last] = [0, 0];
  for (let rows = read.raw().all(0); rows.length > 0; rows = read.raw().all(last)) {
    for (const [id, json] of rows) {
      const words = cases.search?.values(JSON.parse(json) as CaseRow) ?? [];
      hashBigrams(words, { secret, hmacs, keyOf: (kid) => unwrapped(kek, kid, wrapped.get(kid)) });
      count += words.length;
      last = id;
    }
  }
  const taken = elapsed();
  views.close();
  keys.close();
  return Promise.resolve({ ...taken, count });
}

function rowsOfCases(views: ReturnType<typeof openDatabase>): string {
  const names = views
    .prepare<[], string>(
      String.raw`SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'view\_cases\_%\_rows' ESCAPE '\'`,
    )
    .pluck()
    .all();
  const [table] = names;
  if (table === undefined || names.length > 1)
    throw new Error(`which table holds the cases: ${names.join(', ')}?`);
  return table;
}

interface Hashing {
  readonly secret: Buffer;
  /** Most bigrams recur; each is hashed once, as the product does. */
  readonly hmacs: Map<string, string>;
  keyOf(kid: string): Buffer;
}

function hashBigrams(values: readonly SealedAt[], { secret, hmacs, keyOf }: Hashing): void {
  const keys = new Map<string, Buffer>();
  for (const value of values) {
    const { kid } = value.$pii;
    const key = keys.get(kid) ?? keyOf(kid);
    keys.set(kid, key);
    const letters = Array.from(opened(value, key));
    for (let at = 1; at < letters.length; at++) {
      const bigram = `${letters[at - 1] ?? ''}${letters[at] ?? ''}`;
      if (hmacs.has(bigram)) continue;
      hmacs.set(bigram, createHmac('sha256', secret).update(bigram).digest('base64url'));
    }
  }
}

function opened({ $pii: { kid, ct }, $at }: SealedAt, key: Buffer): string {
  const cut = $at.indexOf('#');
  return decrypted(
    key,
    Buffer.from(ct, 'base64url'),
    `${$at.slice(0, cut)}|${$at.slice(cut + 1)}|${kid}`,
  ).toString('utf8');
}

function unwrapped(kek: Buffer, kid: string, wrapped: Buffer | undefined): Buffer {
  if (wrapped === undefined) throw new Error(`no key ${kid}`);
  return decrypted(kek, wrapped, kid);
}

/** AES-256-GCM: iv ‖ ciphertext ‖ tag. */
function decrypted(key: Buffer, body: Buffer, authenticated: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12)).setAAD(
    Buffer.from(authenticated),
  );
  decipher.setAuthTag(body.subarray(-16));
  return Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]);
}
