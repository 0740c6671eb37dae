import { HttpException } from '@nestjs/common';
import { sentenceOf } from '@threekeys/domain';
import type { EventStoreErrorCode } from '@threekeys/event-store';
import {
  CommandRefused,
  EventStoreError,
  OccurredAtOutOfBounds,
  RevisionNotAsExpected,
} from '@threekeys/event-store';
import type { ProblemAnswer } from './problem';
import { Problem, same } from './problem';
import type { ProblemCode } from './problems.table';
import { problems } from './problems.table';

/**
 * What an error is on the wire: a refusal (409), an operational failure, a request that was not right; everything else is
 * a bug (500) of which nothing is told but the correlation id.
 */
export function answerOf(error: unknown): ProblemAnswer {
  if (error instanceof Problem) return answerOfProblem(error);
  if (error instanceof CommandRefused) return refused(error);
  if (error instanceof EventStoreError) return ofCode(storeCodes[error.code]);
  if (error instanceof RevisionNotAsExpected || error instanceof OccurredAtOutOfBounds)
    return expected(error);
  if (error instanceof HttpException) return ofCode(codeOfStatus(error.getStatus()));
  return ofCode(namedCodes[nameOf(error)] ?? fastifyCode(error));
}

const storeCodes: Readonly<Record<EventStoreErrorCode, ProblemCode>> = {
  WrongExpectedRevision: 'store-busy',
  StreamNotFound: 'not-found',
  StreamGone: 'not-found',
  DuplicateEventId: 'internal',
  AppendOutcomeUnknown: 'store-unavailable',
  AppendTooLarge: 'body-too-large',
  InvalidPosition: 'position-unknown',
  InvalidAppend: 'internal',
  StoreUnavailable: 'store-unavailable',
  StoreFull: 'store-full',
  StoreReadOnly: 'store-read-only',
  AccessDenied: 'store-unavailable',
};

/** Errors of libraries that this one does not depend on, by their names. */
const namedCodes: Readonly<Record<string, ProblemCode>> = {
  InvalidCursor: 'invalid-cursor',
  AccessNotRecorded: 'access-not-recorded',
  AccountUnknown: 'not-found',
  NotParked: 'not-found',
  UsernameTaken: 'username-taken',
  TokenNameTaken: 'token-name-taken',
  TokenUnknown: 'not-found',
};

function answerOfProblem({ code, facts }: Problem): ProblemAnswer {
  const { detail, errors, retryAfterSeconds } = facts;
  return {
    ...ofCode(code),
    ...(detail ? { detail } : {}),
    ...(errors ? { errors } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

function refused({ refusal }: CommandRefused): ProblemAnswer {
  const title = sentenceOf(refusal);
  return {
    status: 409,
    code: refusal.refused,
    title,
    detail: title,
    ...(refusal.facts ? { facts: refusal.facts } : {}),
  };
}

function expected(error: RevisionNotAsExpected | OccurredAtOutOfBounds): ProblemAnswer {
  if (error instanceof RevisionNotAsExpected) {
    return {
      ...ofCode('revision-not-as-expected'),
      errors: [
        {
          pointer: '/headers/if-match',
          expected: same(String(error.actual)),
          got: same(String(error.expected)),
        },
      ],
    };
  }
  const { earliest, latest, occurredAt } = error;
  return {
    ...ofCode('occurred-at-out-of-bounds'),
    errors: [{ pointer: '/occurredAt', expected: same(`${earliest} … ${latest}`), got: same(occurredAt) }],
  };
}

function ofCode(code: ProblemCode): ProblemAnswer {
  return { code, ...problems[code] };
}

function codeOfStatus(status: number): ProblemCode {
  if (status === 413) return 'body-too-large';
  if (status === 415) return 'unsupported-media-type';
  if (status === 403 || status === 404 || status === 405) return 'not-found';
  return status < 500 ? 'invalid' : 'internal';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** Errors that Fastify throws before a route is reached carry a status of their own. */
function fastifyCode(error: unknown): ProblemCode {
  const { statusCode, code } = (error ?? {}) as { statusCode?: unknown; code?: unknown };
  const isFastify = typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number';
  return isFastify ? codeOfStatus(statusCode) : 'internal';
}
