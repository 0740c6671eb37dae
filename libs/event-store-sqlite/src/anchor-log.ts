import { makePrivateFile, syncDirectory } from '@threekeys/sqlite';
import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** One line of the witness: so many events had this RFC 6962 root at that time. */
export interface Anchor {
  readonly size: number;
  readonly root: string;
  readonly time: string;
}

/** `missing`: no file. `unreadable`: no file, or one with something in it and no valid line. */
export interface AnchorFile {
  readonly found: 'missing' | 'empty' | 'unreadable' | 'anchors';
  /** Every valid line, the oldest first. */
  readonly anchors: readonly Anchor[];
}

export type NewestAnchor =
  | { readonly found: 'missing' | 'empty' | 'unreadable' }
  | { readonly found: 'anchor'; readonly anchor: Anchor };

/** The disk took only a part of a line, which it does when it is full. The next line begins on a new one. */
export class AnchorTorn extends Error {
  constructor() {
    super('anchor.log: only a part of the line was written');
    this.name = 'AnchorTorn';
  }
}

const bytesMax = 1024 * 1024;
const linesKept = 100;

/** What a witness has seen. A torn line has no right check and is passed over. */
export function readAnchors(file: string): AnchorFile {
  if (!existsSync(file)) return { found: 'missing', anchors: [] };
  if (!statSync(file).isFile()) return { found: 'unreadable', anchors: [] };
  const text = readFileSync(file, 'latin1');
  const anchors = text
    .split('\n')
    .map(anchorOf)
    .filter((anchor) => anchor !== undefined);
  if (anchors.length > 0) return { found: 'anchors', anchors };
  return { found: text.length === 0 ? 'empty' : 'unreadable', anchors };
}

export function newestAnchor(file: string): NewestAnchor {
  const { found, anchors } = readAnchors(file);
  const anchor = anchors.at(-1);
  if (anchor !== undefined) return { found: 'anchor', anchor };
  return { found: found === 'anchors' ? 'empty' : found };
}

/** `size root time check`; check = the first 16 hex digits of SHA-256 of what stands before it. */
export function lineOf({ size, root, time }: Anchor): string {
  const words = `${size} ${root} ${time}`;
  return `${words} ${checkOf(words)}`;
}

/** Appends lines, each on disk when {@link AnchorLog.write} returns. Of a file that has grown long, the newest are kept. */
export class AnchorLog {
  private descriptor: number;
  private bytes: number;
  private torn: boolean;

  constructor(private readonly file: string) {
    if (!existsSync(file)) makePrivateFile(file);
    this.descriptor = openSync(file, 'a', 0o600);
    this.bytes = statSync(file).size;
    this.torn = this.bytes > 0 && !readFileSync(file, 'latin1').endsWith('\n');
  }

  write(anchor: Anchor): void {
    if (this.bytes > bytesMax) this.shorten();
    this.append(`${this.torn ? '\n' : ''}${lineOf(anchor)}\n`);
    fdatasyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private append(text: string): void {
    const written = writeSync(this.descriptor, text);
    this.bytes += written;
    this.torn = written < text.length;
    if (this.torn) throw new AnchorTorn();
  }

  private shorten(): void {
    const lines = readFileSync(this.file, 'latin1').split('\n').filter(anchorOf).slice(-linesKept);
    const next = `${this.file}.next`;
    rmSync(next, { force: true });
    const descriptor = openSync(next, 'ax', 0o600);
    const bytes = writeSync(descriptor, lines.map((line) => `${line}\n`).join(''));
    fdatasyncSync(descriptor);
    renameSync(next, this.file);
    syncDirectory(dirname(this.file));
    closeSync(this.descriptor);
    this.descriptor = descriptor;
    this.bytes = bytes;
  }
}

const lineShape = /^((\d{1,16}) ([0-9a-f]{64}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)) ([0-9a-f]{16})$/;

function anchorOf(line: string): Anchor | undefined {
  const [, words, size, root, time, check] = lineShape.exec(line) ?? [];
  if (words === undefined || root === undefined || time === undefined || checkOf(words) !== check)
    return undefined;
  return { size: Number(size), root, time };
}

function checkOf(words: string): string {
  return hash('sha256', words, 'hex').slice(0, 16);
}
