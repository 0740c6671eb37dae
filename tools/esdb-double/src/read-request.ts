import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { LogRecord } from './records';

/** Where in the log or in a stream to begin. */
export type From = 'start' | 'end' | { readonly commit: bigint; readonly prepare: bigint } | bigint;

export interface Scan {
  readonly passes: (record: LogRecord) => boolean;
  /** A checkpoint is due after so many records, whether they passed or not. Undefined: no filter, no checkpoints. */
  readonly checkpointEvery: number | undefined;
}

/** What the server searches at once where the client does not say (`ReadBatchSize`). */
const searchWindow = 32;

/** A read, as the client asked for it. `stream` undefined: everything. */
export class ReadRequest {
  readonly stream: string | undefined;
  readonly from: From;
  readonly backwards: boolean;
  readonly isSubscription: boolean;
  readonly max: bigint;
  readonly scan: Scan;

  constructor(request: ReadReq) {
    const options = request.getOptions() as ReadReq.Options;
    const [stream, all] = [options.getStream(), options.getAll()];
    const name = stream?.getStreamIdentifier()?.getStreamName();
    this.stream = name === undefined ? undefined : Buffer.from(name as Uint8Array).toString('utf8');
    this.from = stream ? fromOfStream(stream) : fromOfAll(all as ReadReq.Options.AllOptions);
    this.backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
    this.isSubscription = options.hasSubscription();
    this.max = this.isSubscription ? 0n : BigInt(options.getCount());
    this.scan = scanOf(options.getFilter());
  }
}

function fromOfStream(options: ReadReq.Options.StreamOptions): From {
  if (options.hasStart()) return 'start';
  return options.hasEnd() ? 'end' : BigInt(options.getRevision());
}

function fromOfAll(options: ReadReq.Options.AllOptions): From {
  const position = options.getPosition();
  if (!position) return options.hasEnd() ? 'end' : 'start';
  return { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) };
}

function scanOf(filter: ReadReq.Options.FilterOptions | undefined): Scan {
  if (!filter) return { passes: () => true, checkpointEvery: undefined };
  const byStream = filter.getStreamIdentifier();
  const passes = expressionOf(
    (byStream ?? filter.getEventType()) as ReadReq.Options.FilterOptions.Expression,
  );
  const window = filter.hasMax() ? filter.getMax() : searchWindow;
  return {
    passes: ({ stream, type }) => passes(byStream ? stream : type),
    checkpointEvery: window * filter.getCheckpointintervalmultiplier(),
  };
}

function expressionOf(expression: ReadReq.Options.FilterOptions.Expression): (text: string) => boolean {
  const pattern = expression.getRegex();
  if (pattern !== '') {
    const regex = new RegExp(pattern, 'u');
    return (text) => regex.test(text);
  }
  const prefixes = expression.getPrefixList();
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}
