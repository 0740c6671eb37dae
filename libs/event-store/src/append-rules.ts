import { leafHashOf, noHash } from '@threekeys/integrity';
import type { ExpectedHead, Leaf, StreamName } from './event-store';
import { EventStoreError } from './event-store';

/** The most that one append takes: leaves, and bytes of all of them together. */
export const appendLimits = { leavesMax: 1_000, bytesMax: 1_048_576 } as const;

const streamNamePattern = /^[a-z][a-z0-9]{0,39}-[A-Za-z0-9][A-Za-z0-9._:-]{0,159}$/;

/** Revision of the first leaf that is appended after this head. */
export function firstRevision(expected: ExpectedHead): number {
  return expected === 'no-stream' ? 0 : expected.revision + 1;
}

/** The category of a stream: the text before the first `-`. */
export function categoryOf(stream: StreamName): string {
  return stream.slice(0, stream.indexOf('-'));
}

/**
 * What every adapter asks of an append before it looks at what is stored: limits, names, revisions, ids, the chain.
 * @throws EventStoreError `InvalidAppend`, `AppendTooLarge`
 */
export function checkAppend(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): void {
  if (!streamNamePattern.test(stream)) throw invalid(stream, `not a stream name: ${JSON.stringify(stream)}`);
  if (leaves.length === 0) throw invalid(stream, 'an append of nothing');
  checkHead(stream, expected);
  checkSize(stream, leaves);
  checkChain(stream, expected, leaves);
  if (new Set(leaves.map(({ id }) => id)).size < leaves.length) throw invalid(stream, 'the same id twice');
}

function checkHead(stream: StreamName, expected: ExpectedHead): void {
  if (expected === 'no-stream') return;
  if (!Number.isSafeInteger(expected.revision) || expected.revision < 0) {
    throw invalid(stream, `not a revision: ${expected.revision}`);
  }
}

function checkSize(stream: StreamName, leaves: readonly Leaf[]): void {
  const bytes = leaves.reduce((sum, leaf) => sum + leaf.bytes.length, 0);
  if (leaves.length <= appendLimits.leavesMax && bytes <= appendLimits.bytesMax) return;
  throw new EventStoreError('AppendTooLarge', `${leaves.length} leaves, ${bytes} bytes in one append`, {
    stream,
  });
}

function checkChain(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): void {
  let prev = expected === 'no-stream' ? noHash : expected.leafHash;
  let revision = firstRevision(expected);
  for (const leaf of leaves) {
    if (leaf.stream !== stream) throw invalid(stream, `a leaf of ${leaf.stream}`);
    if (leaf.revision !== revision)
      throw invalid(stream, `revision ${leaf.revision} in place of ${revision}`);
    if (leaf.prev !== prev) throw invalid(stream, `prev of revision ${revision} is not the hash before it`);
    if (leaf.leafHash !== leafHashOf(leaf.bytes)) {
      throw invalid(stream, `leafHash of revision ${revision} is not that of its bytes`);
    }
    prev = leaf.leafHash;
    revision += 1;
  }
}

function invalid(stream: StreamName, message: string): EventStoreError {
  return new EventStoreError('InvalidAppend', message, { stream });
}
