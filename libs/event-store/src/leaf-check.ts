import { canonicalJson, leafHashOf, noHash, NotCanonical } from '@threekeys/integrity';

/** A leaf as it lies in a store, beside what the store says of it: all of it untrusted. */
export interface StoredLeaf {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly leafHash: string;
  readonly bytes: Buffer;
}

/** Where a stream ended before a leaf. */
export interface StreamEnd {
  readonly revision: number;
  readonly leafHash: string;
  readonly recordedAt: string;
}

export const beforeTheFirst: StreamEnd = { revision: -1, leafHash: noHash, recordedAt: '' };

const columns = ['id', 'stream', 'revision', 'type', 'recordedAt'] as const;

/** Everything that is wrong with one leaf, and the hash of the bytes that lie there now. */
export function checkLeaf(
  row: StoredLeaf,
  end: StreamEnd,
): { problems: readonly string[]; leafHash: string } {
  const leafHash = leafHashOf(row.bytes);
  const problems = [
    ...(leafHash === row.leafHash ? [] : ['the bytes do not have the leaf hash of their row']),
    ...placeProblems(row, end),
    ...contentProblems(row, end),
  ];
  return { problems, leafHash };
}

function placeProblems({ revision, recordedAt }: StoredLeaf, end: StreamEnd): string[] {
  return [
    ...(revision === end.revision + 1
      ? []
      : [`revision ${revision} follows revision ${end.revision} of its stream`]),
    ...(recordedAt >= end.recordedAt ? [] : [`recorded at ${recordedAt}, before the event that it follows`]),
  ];
}

function contentProblems(row: StoredLeaf, end: StreamEnd): string[] {
  const leaf = membersOf(row.bytes);
  if (leaf === undefined) return ['the bytes are not a JSON object'];
  return [
    ...(happenedAfter(leaf) ? ['it happened after it was recorded'] : []),
    ...(isCanonical(leaf, row.bytes) ? [] : ['the bytes are not canonical JSON']),
    ...columns
      .filter((name) => leaf[name] !== row[name])
      .map((name) => `${name} of the row is not that of the leaf: ${String(row[name])}`),
    ...(leaf['prev'] === end.leafHash
      ? []
      : ['prev is not the leaf hash of the event before it in its stream']),
  ];
}

/** `occurredAt` ≤ `recordedAt`: the handler has never stored anything else. */
function happenedAfter({ occurredAt, recordedAt }: Readonly<Record<string, unknown>>): boolean {
  return typeof occurredAt === 'string' && typeof recordedAt === 'string' && occurredAt > recordedAt;
}

/** Undefined where the bytes are no JSON object. */
export function membersOf(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Compared as bytes: text that is not UTF-8 would be equal after decoding. */
function isCanonical(leaf: Readonly<Record<string, unknown>>, bytes: Buffer): boolean {
  try {
    return Buffer.from(canonicalJson(leaf), 'utf8').equals(bytes);
  } catch (error) {
    if (error instanceof NotCanonical) return false;
    throw error;
  }
}
