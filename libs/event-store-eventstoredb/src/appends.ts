import type { AppendResult, ExpectedHead, Leaf, RecordedEvent, StreamName } from '@threekeys/event-store';
import { EventStoreError, firstRevision } from '@threekeys/event-store';
import { BackOff } from './back-off';
import { EsdbFailure, isPassing, storeErrorOf } from './esdb-failure';
import type { KnownHeads } from './known-heads';
import type { LogAccess, LogReader } from './log-reader';
import { isPosition } from './stored-events';

/** An append as the port was asked for it. */
interface Append {
  readonly stream: StreamName;
  readonly expected: ExpectedHead;
  readonly leaves: readonly Leaf[];
}

/**
 * Appends. EventStoreDB compares revisions and ids only: that the caller rests on the right hash is looked up before. Its
 * ids are those of the bytes ({@link StoredEvents}), so that what it says yes to is there as it was sent, now or before;
 * where it says no, the same ids with other bytes may be there.
 */
export class Appends {
  constructor(
    private readonly log: LogAccess,
    private readonly reader: LogReader,
    private readonly heads: KnownHeads,
  ) {}

  /** @throws EventStoreError */
  async append(append: Append): Promise<AppendResult> {
    const { stream, expected } = append;
    if (!this.heads.has(stream, expected)) await this.assertHead(stream, expected);
    return this.sent(append);
  }

  /**
   * A deleted stream may be begun again, but its numbering goes on: the leaves would be at other revisions than they say.
   * Where nothing stands at a revision, the server names the conflict.
   */
  private async assertHead(stream: StreamName, head: ExpectedHead): Promise<void> {
    if (head === 'no-stream') return this.reader.assertNotDeleted(stream);
    const last = await this.reader.last(stream);
    if (last === undefined || last.revision < head.revision) return;
    const there = last.revision === head.revision ? last : await this.reader.at(stream, head.revision);
    if (there?.leafHash === head.leafHash) return;
    const message = `${stream} has another leaf at ${head.revision}`;
    throw new EventStoreError('WrongExpectedRevision', message, { stream, actual: last.revision });
  }

  /**
   * The same bytes again, until somebody says yes or no or the deadline has passed: a broken connection says nothing
   * of what was sent on it.
   */
  private async sent(append: Append): Promise<AppendResult> {
    const { settings } = this.log;
    const backOff = new BackOff(settings.backOffMs);
    const end = performance.now() + settings.appendDeadlineMs;
    const send = this.sender(append);
    for (let maySent = false; ;) {
      const failure = await send(Math.max(end - performance.now(), 1)).catch(this.unless(append));
      if (!(failure instanceof EsdbFailure)) return failure;
      this.heads.forget();
      maySent ||= failure.kind !== 'not-sent';
      if (failure.kind === 'silence' || performance.now() >= end)
        throw outcome(maySent, append.stream, failure);
      await backOff.pause();
    }
  }

  private sender(append: Append): (deadlineMs: number) => Promise<AppendResult> {
    const { client, events, positions } = this.log;
    const { stream, expected, leaves } = append;
    const messages = leaves.map((leaf) => events.toStore(leaf));
    const after = expected === 'no-stream' ? 'no_stream' : BigInt(expected.revision);
    return async (deadlineMs) => {
      const sent = { events: messages, deadlineMs };
      const { revision, position } = await client.append(events.nameOf(stream), after, sent);
      const last = leaves.at(-1);
      if (revision !== last?.revision) throw begunAnew(stream, revision);
      if (!isPosition(position)) return this.surelyThere(append);
      this.heads.see(stream, last);
      return { revision, leafHash: last.leafHash, position: positions.of(position) };
    };
  }

  /** The failure, where nobody has said no; what is there already, where it has the same ids. */
  private unless(append: Append): (error: unknown) => Promise<AppendResult | EsdbFailure> {
    return async (error) => {
      if (error instanceof EsdbFailure && isPassing(error)) return error;
      const isConflict = error instanceof EsdbFailure && error.kind === 'conflict';
      const there = isConflict ? await this.there(append).catch(asPassing) : undefined;
      if (there === undefined) throw storeErrorOf(error, append.stream);
      return there;
    };
  }

  private async surelyThere(append: Append): Promise<AppendResult> {
    const there = await this.there(append).catch(asPassing);
    if (there === undefined) throw new EsdbFailure('connection', 'EventStoreDB: it is not there yet');
    if (there instanceof EsdbFailure) throw there;
    return there;
  }

  /** What stands where it would, if it has the same ids. */
  private async there({ stream, expected, leaves }: Append): Promise<AppendResult | undefined> {
    const range = { from: firstRevision(expected), max: leaves.length };
    const found: RecordedEvent[] = [];
    for await (const page of this.reader.stream(stream, range))
      for (const { event } of page) found.push(event);
    const last = found.at(-1);
    const isRepeat = leaves.every(({ id }, index) => found[index]?.id === id);
    if (last === undefined || !isRepeat) return undefined;
    this.heads.see(stream, last);
    return { revision: last.revision, leafHash: last.leafHash, position: last.position };
  }
}

/** Nothing, where there is no stream; where it cannot be read, the same bytes again will tell. */
function asPassing(error: unknown): EsdbFailure | undefined {
  if (!(error instanceof EventStoreError)) throw error;
  if (error.code === 'StreamNotFound') return undefined;
  if (error.code !== 'StoreUnavailable') throw error;
  return new EsdbFailure('connection', error.message, undefined, { cause: error });
}

/** It was deleted after the look-up: what has just been written stands at other revisions than it says. */
function begunAnew(stream: StreamName, revision: number): EventStoreError {
  const message = `somebody has deleted ${stream}; an append that met it is stored up to ${revision}, out of its chain`;
  return new EventStoreError('StreamGone', message, { stream });
}

function outcome(maySent: boolean, stream: StreamName, cause: EsdbFailure): unknown {
  return maySent ? unknownOutcome(stream, cause) : storeErrorOf(cause, stream);
}

function unknownOutcome(stream: StreamName, cause: unknown): EventStoreError {
  const message = `nobody knows whether the append to ${stream} was stored`;
  return new EventStoreError('AppendOutcomeUnknown', message, { stream }, { cause });
}
