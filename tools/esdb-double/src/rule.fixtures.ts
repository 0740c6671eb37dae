import type { AppendResult, EventStoreDBClient, ResolvedEvent } from '@eventstore/db-client';
import { binaryEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import type { EsdbDouble } from './esdb-double';
import type { Generation } from './records';

/** What a rule is asked with. Streams have names of their own in every run, so that a server may be used again. */
export interface Asked {
  readonly client: EventStoreDBClient;
  readonly generation: Generation;
  readonly stream: (name: string) => string;
  readonly append: Append;
}

/** The driver's two ways to append. */
export type Way = 'BatchAppend' | 'Append';
export type Append = (
  stream: string,
  ids: readonly string[],
  expectedRevision?: bigint | 'any' | 'no_stream' | 'stream_exists',
) => Promise<AppendResult>;

export interface Rule {
  readonly id: string;
  readonly rule: string;
  /** Where the server says so: a file of its source, or a page of its documentation. */
  readonly source: string;
  /** Asks the server through the driver, and tells what it answered, without names and places of this run. */
  readonly ask: (asked: Asked) => Promise<unknown>;
  readonly answer: unknown;
  /** Default: both. */
  readonly generations?: readonly Generation[];
}

/** A rule about what only the double can be made to do. */
export interface DoubleRule extends Omit<Rule, 'ask'> {
  readonly ask: (asked: Asked, double: EsdbDouble) => Promise<unknown>;
}

export const ids = (count: number) => Array.from({ length: count }, () => randomUUID());

/** With credentials the driver takes the older way. Without TLS it does not send them. */
export function appendVia(client: EventStoreDBClient, way: Way): Append {
  const credentials = { username: 'admin', password: process.env.THREEKEYS_ESDB_PASSWORD ?? 'changeit' };
  return (stream, eventIds, expectedRevision = 'any') =>
    client.appendToStream(stream, eventIds.map(eventOf), {
      expectedRevision,
      ...(way === 'Append' && { credentials }),
    });
}

export function eventOf(id: string, index = 0) {
  return binaryEvent({ id, type: index % 2 === 0 ? 'Even' : 'Odd', data: Buffer.from(String(index)) });
}

/** The revision that was answered, or the kind of the refusal. */
export async function answerTo(promise: Promise<unknown>): Promise<unknown> {
  try {
    const answer = await promise;
    return isAppend(answer) ? { revision: Number(answer.nextExpectedRevision) } : 'done';
  } catch (error) {
    const { type, actualVersion, code } = error as {
      type?: string;
      actualVersion?: bigint | string;
      code?: number;
    };
    return {
      error: type,
      ...(actualVersion !== undefined && { actual: String(actualVersion) }),
      ...(type === 'unknown' && code !== undefined && { code }),
    };
  }
}

function isAppend(answer: unknown): answer is AppendResult {
  return typeof answer === 'object' && answer !== null && 'nextExpectedRevision' in answer;
}

/** Revisions in the order in which they come. */
export async function revisionsOf(events: AsyncIterable<ResolvedEvent>): Promise<unknown> {
  const revisions: number[] = [];
  try {
    for await (const { event } of events) revisions.push(Number(event?.revision));
    return revisions;
  } catch (error) {
    return { error: (error as { type?: string }).type };
  }
}

/** The first so many that satisfy, of a stream that does not end. */
export async function first<Item>(
  count: number,
  items: AsyncIterable<Item>,
  which: (item: Item) => boolean = () => true,
): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) {
    if (which(item)) found.push(item);
    if (found.length === count) break;
  }
  return found;
}
