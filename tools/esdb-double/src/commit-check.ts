import type { Expected, Generation, ProposedEvent, Written } from './records';
import type { Stream } from './stream';

/** What the server looks at before it writes. */
export interface CommitQuestion {
  readonly stream: Stream;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
  readonly generation: Generation;
  readonly softDeleted: boolean;
  readonly hasMetadata: boolean;
  /** Where an id was written since the server started. */
  readonly known: (id: string) => { readonly stream: string; readonly revision: bigint } | undefined;
}

/** The server's table of expected versions and repeats (`IndexWriter.CheckCommit`). */
export function checkCommit(question: CommitQuestion): Written | 'write' {
  const { stream, expected } = question;
  if (stream.isTombstoned) return { is: 'stream-deleted' };
  if (expected === 'any') return weakCheck(question);
  if (expected === 'stream_exists') return missing(question) ?? weakCheck(question);
  const version = expected === 'no_stream' ? -1n : expected;
  if (version < stream.lastRevision) return strongCheck(question, version);
  return version > stream.lastRevision ? wrong(stream) : 'write';
}

/** Of a soft-deleted stream, the two generations say different things. */
function missing({ stream, softDeleted, hasMetadata, generation }: CommitQuestion): Written | undefined {
  if (softDeleted) return generation === '24.10' ? { is: 'stream-deleted' } : wrong(stream);
  return stream.lastRevision < 0n && !hasMetadata ? wrong(stream) : undefined;
}

/** Ids are looked up among the recent commits only: nothing is known of them after a restart. */
function weakCheck({ stream, events, known }: CommitQuestion): Written | 'write' {
  let revision = -1n;
  for (const [index, { id }] of events.entries()) {
    const found = known(id);
    if (found?.stream !== stream.name) return index === 0 ? 'write' : wrong(stream);
    revision = found.revision;
  }
  return events.length === 0 ? 'write' : repeat(stream, revision);
}

/** The ids have to be those that are stored there. At the head nothing is compared: the same id is stored twice. */
function strongCheck(question: CommitQuestion, version: bigint): Written | 'write' {
  const { stream, events, expected, softDeleted } = question;
  let revision = version;
  for (const [index, { id }] of events.entries()) {
    revision += 1n;
    if (stream.at(revision)?.id === id) continue;
    return index === 0 && expected === 'no_stream' && softDeleted ? 'write' : wrong(stream);
  }
  return events.length === 0 ? wrong(stream) : repeat(stream, revision);
}

function repeat(stream: Stream, revision: bigint): Written {
  return { is: 'success', revision, position: stream.at(revision)?.position ?? -1 };
}

function wrong(stream: Stream): Written {
  return { is: 'wrong-expected-version', current: stream.lastRevision };
}
