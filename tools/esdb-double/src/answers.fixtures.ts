import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a real server answered to a rule, beside what is expected of it. */
export interface Answer {
  readonly id: string;
  readonly way: string;
  readonly expected: unknown;
  readonly answer: unknown;
}

/** One line for each answer, in `answers/<name>.jsonl`; the name is that of the server, from THREEKEYS_ESDB_NAME. */
export function recordAnswer(answer: Answer): void {
  const directory = join(__dirname, '..', 'answers');
  mkdirSync(directory, { recursive: true });
  const same = JSON.stringify(answer.expected) === JSON.stringify(answer.answer);
  const name = process.env.THREEKEYS_ESDB_NAME ?? 'server';
  appendFileSync(join(directory, `${name}.jsonl`), `${JSON.stringify({ ...answer, same })}\n`);
}
