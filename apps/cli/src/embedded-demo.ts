import { openDatabase } from '@threekeys/sqlite';
import { configFrom, openLogs } from '@threekeys/runtime';
import { SystemClock } from '@threekeys/event-store';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { assertEmpty } from './home-folder';
import type { OnProgress } from './home-folder';

export interface DemoRequest {
  readonly home: string;
  readonly seed: number;
  /** The lived-in ones at least. */
  readonly cases?: number;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export interface DemoMade {
  readonly cases: number;
  readonly events: number;
  readonly accounts: readonly string[];
  readonly password: string;
  readonly recoverySecret?: string;
}

/**
 * Plays the invented community into an empty home, on the real services under a simulated clock that ends where the office
 * closed last. What is being made lies beside the home until it is whole; nothing of it stays where that is interrupted.
 * @throws CommandFailed where the home holds something; ConfigInvalid
 */
export async function makeDemo({ home, signal, ...played }: DemoRequest): Promise<DemoMade> {
  assertEmpty(home);
  const config = configFrom({ THREEKEYS_LOG: 'warn', ...process.env, PORT: '0', THREEKEYS_HOME: home });
  const password = config.demoPassword ?? randomBytes(9).toString('base64url');
  // Loaded late: the whole application, which no other command needs.
  const { accountsToTry, seedDemo } = await import('@threekeys/all-in-one');
  const endsAt = lastOfficeClosing(new SystemClock().now());
  const made = { config, logs: openLogs(config), password, endsAt, signal };
  const { recoverySecret } = await seedDemo({ ...made, ...played });
  return {
    ...countedIn(home),
    accounts: accountsToTry,
    password,
    ...(recoverySecret === undefined ? {} : { recoverySecret }),
  };
}

const dayMs = 86_400_000;
/** Five in the afternoon in the invented community. */
const closingMs = 9 * 3_600_000;

/** When the office closed last: who makes the demo again on the same day gets the same times, too. */
function lastOfficeClosing(now: string): string {
  const today = Math.floor((Date.parse(now) - closingMs) / dayMs) * dayMs + closingMs;
  return new Date(today).toISOString();
}

function countedIn(home: string): { cases: number; events: number } {
  const log = openDatabase(join(home, 'log.sqlite'), 'log');
  try {
    const { cases, events } = log
      .prepare<[], { cases: number; events: number }>(
        "SELECT count(*) AS events, count(*) FILTER (WHERE type = 'CaseReported') AS cases FROM events",
      )
      .get() ?? { cases: 0, events: 0 };
    return { cases, events };
  } finally {
    log.close();
  }
}
