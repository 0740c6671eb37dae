import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the recorder has written down, see recorder.c. */
export type Operation =
  | { readonly op: 'W'; readonly file: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly op: 'T'; readonly file: string; readonly length: number }
  | { readonly op: 'S'; readonly file: string }
  | { readonly op: 'A'; readonly line: string };

/** Contents of the files of a folder, by name. */
export type Files = ReadonlyMap<string, Buffer>;

/**
 * What the disk may hold after the cut.
 * `drop`: nothing that was not synced. `some`: each unsynced write with p = 1/2, one in five of them torn at a sector.
 */
export type Loss = 'drop' | 'some';

const headBytes = 80;
const sectorBytes = 512;

export function readRecord(path: string): Operation[] {
  const record = readFileSync(path);
  const operations: Operation[] = [];
  for (let at = 0; at + headBytes <= record.length;) {
    const op = record.toString('latin1', at, at + 1);
    const file = record.toString('utf8', at + 1, record.indexOf(0, at + 1));
    const offset = Number(record.readBigInt64LE(at + 64));
    const length = Number(record.readBigUInt64LE(at + 72));
    at += headBytes;
    const bytes = record.subarray(at, at + length);
    at += length;
    operations.push(operationOf(op, file, offset, bytes));
  }
  return operations;
}

export function filesOf(folder: string): Files {
  const names = readdirSync(folder).filter((name) => !name.endsWith('-shm'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** What the disk holds where the power is cut before one operation. */
export function cut(start: Files, operations: readonly Operation[], loss: Loss, random: () => number): Files {
  const images = new Map([...start].map(([name, bytes]) => [name, new Image(bytes)]));
  const lastSync = new Map<string, number>();
  operations.forEach((operation, index) => {
    if (operation.op === 'S') lastSync.set(operation.file, index);
  });
  operations.forEach((operation, index) => {
    if (operation.op === 'S' || operation.op === 'A') return;
    const isSynced = index < (lastSync.get(operation.file) ?? -1);
    const arrived = isSynced ? operation : survivor(operation, loss, random);
    if (arrived) apply(images, arrived);
  });
  return new Map([...images].map(([name, image]) => [name, image.contents()]));
}

/** What was said to the outside before the cut: commands and their positions. */
export function acknowledgedIn(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const acknowledged = new Map<string, string>();
  for (const operation of operations) {
    if (operation.op !== 'A') continue;
    const [, commandId = '', position = ''] = operation.line.trim().split(' ');
    acknowledged.set(commandId, position);
  }
  return acknowledged;
}

export function writeFiles(folder: string, files: Files): void {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes, { mode: 0o600 });
}

type Change = Extract<Operation, { op: 'W' | 'T' }>;

function survivor(change: Change, loss: Loss, random: () => number): Change | undefined {
  if (loss === 'drop' || random() < 0.5) return undefined;
  if (change.op === 'T' || random() >= 0.2) return change;
  const sectors = Math.floor(change.bytes.length / sectorBytes);
  return { ...change, bytes: change.bytes.subarray(0, Math.floor(random() * (sectors + 1)) * sectorBytes) };
}

function apply(images: Map<string, Image>, change: Change): void {
  const image = images.get(change.file) ?? new Image(Buffer.alloc(0));
  images.set(change.file, image);
  if (change.op === 'T') image.resize(change.length);
  else image.write(change.offset, change.bytes);
}

/** A file that grows by doubling: it is written to thousands of times. */
class Image {
  private bytes: Buffer;
  private length: number;

  constructor(contents: Buffer) {
    this.bytes = Buffer.from(contents);
    this.length = contents.length;
  }

  contents(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  write(offset: number, bytes: Buffer): void {
    if (offset + bytes.length > this.length) this.resize(offset + bytes.length);
    bytes.copy(this.bytes, offset);
  }

  resize(length: number): void {
    if (length > this.bytes.length) {
      const larger = Buffer.alloc(2 * length);
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    if (length < this.length) this.bytes.fill(0, length, this.length);
    this.length = length;
  }
}

function operationOf(op: string, file: string, offset: number, bytes: Buffer): Operation {
  switch (op) {
    case 'W':
      return { op, file, offset, bytes };
    case 'T':
      return { op, file, length: offset };
    case 'S':
      return { op, file };
    case 'A':
      return { op, line: bytes.toString('utf8') };
    default:
      throw new Error(`the record is damaged at an operation ${JSON.stringify(op)}`);
  }
}
