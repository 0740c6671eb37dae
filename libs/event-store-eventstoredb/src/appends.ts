import type { AppendResult, ExpectedHead, Leaf, StreamName } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import { BackOff } from './back-off';
import { EsdbFailure, isPassing, storeErrorOf } from './esdb-failure';
import type { KnownHeads } from './known-heads';
import type { LogAccess, LogReader } from './log-reader';

/** An append as the port was asked for it. */
interface Append {
  readonly stream: StreamName;
  readonly expected: ExpectedHead;
  readonly leaves: readonly Leaf[];
}

/**
 * Appends. EventStoreDB compares revisions and ids only: that the caller rests on the right hash is looked up before,
 * and what stands there in the end is read back, because its answer to a repeat is no other than to a first write.
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
      const failure = await send(Math.max(end - performance.now(), 1)).catch(passing(append.stream));
      if (!(failure instanceof EsdbFailure)) return failure;
      this.heads.forget();
      maySent ||= failure.kind !== 'not-sent';
      if (failure.kind === 'silence' || performance.now() >= end)
        throw outcome(maySent, append.stream, failure);
      await backOff.pause();
    }
  }

  private sender({ stream, expected, leaves }: Append): (deadlineMs: number) => Promise<AppendResult> {
    const { client, events } = this.log;
    const messages = leaves.map((leaf) => events.toStore(leaf));
    const after = expected === 'no-stream' ? 'no_stream' : BigInt(expected.revision);
    return async (deadlineMs) => {
      const sent = { events: messages, deadlineMs };
      const { revision } = await client.append(events.nameOf(stream), after, sent);
      if (revision !== leaves.at(-1)?.revision) throw begunAnew(stream, revision);
      return this.stored(stream, revision);
    };
  }

  /** @throws EsdbFailure where it cannot be read back: the same bytes again will tell */
  private async stored(stream: StreamName, revision: number): Promise<AppendResult> {
    const event = await this.reader.at(stream, revision).catch((error: unknown) => {
      if (!(error instanceof EventStoreError && error.code === 'StoreUnavailable')) throw error;
      throw new EsdbFailure('connection', error.message, undefined, { cause: error });
    });
    if (event === undefined) throw new EsdbFailure('connection', 'EventStoreDB: it is not there yet');
    this.heads.see(stream, event);
    return { revision, leafHash: event.leafHash, position: event.position };
  }
}

/** The failure, where nobody has said no. */
function passing(stream: StreamName): (error: unknown) => EsdbFailure {
  return (error) => {
    if (error instanceof EsdbFailure && isPassing(error)) return error;
    throw storeErrorOf(error, stream);
  };
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
