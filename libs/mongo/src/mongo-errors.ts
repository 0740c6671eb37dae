import { EventStoreError } from '@threekeys/event-store';

/**
 * The server cannot be reached, or gave up: nothing is known to have been written. To be tried again. To who sends a
 * command (HTTP 503) or handles an event (nobody's fault: tried until it succeeds) it is as if the log could not be reached.
 */
export class DatabaseUnavailable extends EventStoreError {
  constructor(options?: ErrorOptions) {
    super('StoreUnavailable', 'the database cannot be reached', {}, options);
    this.name = 'DatabaseUnavailable';
  }
}

const duplicateKey = 11_000;

/** The key is there already: a rival was first, or this is a repeat. */
export function isDuplicateKey(error: unknown): boolean {
  return codeOf(error) === duplicateKey;
}

const unreachable =
  /^(MongoNetwork|MongoServerSelection|MongoTopologyClosed|MongoNotConnected|MongoPool|MongooseServerSelection|MongoExpiredSession|MongoWaitQueue|PoolCleared)/;
/**
 * Of a server that is no primary, is starting or is shutting down (MongoDB error codes); 43 and 175: what was being read was
 * dropped meanwhile.
 */
const notNow = new Set([6, 7, 43, 89, 91, 175, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436]);
/** Of a socket whose other end is gone: a call that is being sent then rejects with the system's own error. */
const disconnected = new Set(['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_STREAM_DESTROYED']);

/** By shape: what a socket throws may be of another realm. */
function isUnreachable(error: unknown): boolean {
  if (!isError(error)) return false;
  return unreachable.test(error.name) || notNow.has(codeOf(error) ?? 0) || isUnanswered(error);
}

type Failure = Pick<Error, 'name' | 'message'>;

function isError(error: unknown): error is Failure {
  return typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
}

/** Told by no name and no code: a call that waited for the first connection, and a bulk that got no answer. */
function isUnanswered(error: Failure): boolean {
  if (error.name === 'MongooseError') return error.message.includes('buffering timed out');
  if (error.name === 'MongoBulkWriteError') return codeOf(error) === undefined;
  return 'code' in error && typeof error.code === 'string' && disconnected.has(error.code);
}

function codeOf(error: unknown): number | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

/**
 * The same adapter, whose promises and asynchronous iterations reject with {@link DatabaseUnavailable} where the driver did
 * not reach its server.
 */
export function reachable<Adapter extends object>(adapter: Adapter): Adapter {
  return new Proxy(adapter, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, given);
        if (answer instanceof Promise) return answer.catch(rethrow);
        return isIteration(answer) ? iterated(answer) : answer;
      };
    },
  });
}

function isIteration(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

async function* iterated(iteration: AsyncIterable<unknown>): AsyncIterable<unknown> {
  try {
    yield* iteration;
  } catch (error) {
    rethrow(error);
  }
}

function rethrow(error: unknown): never {
  throw isUnreachable(error) ? new DatabaseUnavailable({ cause: error }) : error;
}
