import { answerOf } from '@threekeys/http';
import type { Visit } from './visit';
import { FormIncomplete, ThingOver } from './visit';

/** Why something was not taken, to be said at its form. */
export interface RefusalInWords {
  readonly status: number;
  readonly problem: string;
}

/** @throws the error itself, where it is a failure of ours, or the thing is not there: neither is said at a form */
export function refusalIn(error: unknown, { language }: Visit): RefusalInWords {
  if (error instanceof FormIncomplete) return { status: 422, problem: error.message };
  if (error instanceof ThingOver) return { status: 409, problem: error.message };
  const { status, code, title, detail, errors = [] } = answerOf(error);
  if (code === 'not-found' || code === 'internal') throw error;
  const expected = errors.map((each) => each.expected[language]).join(', ');
  const sentence = (detail ?? title)[language];
  return { status, problem: expected === '' ? sentence : `${sentence} ${expected}` };
}
