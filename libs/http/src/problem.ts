import type { RefusalCode } from '@threekeys/domain';
import type { Text } from './language';
import type { ProblemCode } from './problems.table';
import { problems } from './problems.table';

/** One field that is not as it has to be. `pointer` is a JSON pointer into the body, or begins with `/path`, `/query`, `/headers`. */
export interface FieldError {
  readonly pointer: string;
  readonly expected: Text;
  readonly got: Text;
}

export interface ProblemFacts {
  readonly detail?: Text;
  readonly errors?: readonly FieldError[];
  /** Seconds for `Retry-After`. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** Thrown where a request ends in a problem of the table. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
  ) {
    super(facts.detail?.en ?? problems[code].title.en, { cause: facts.cause });
    this.name = 'Problem';
  }
}

/** What a problem says on the wire (RFC 9457), before a language is chosen. */
export interface ProblemAnswer {
  readonly status: number;
  readonly code: ProblemCode | RefusalCode;
  readonly title: Text;
  readonly detail?: Text;
  readonly errors?: readonly FieldError[];
  /** What completes a refusal's sentence: ids, codes, numbers and instants. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly retryAfterSeconds?: number;
}

export const notFound = (): Problem => new Problem('not-found');

/** The same words in both languages: names, codes, numbers. */
export const same = (text: string): Text => ({ zh: text, en: text });
