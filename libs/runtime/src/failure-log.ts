import { Problem } from '@threekeys/http';
import type { Logger } from './logs';

/** What is known of a request that was not answered as it should have been. */
export interface FailedRequest {
  readonly correlationId: string;
  readonly status: number;
}

const unavailable = 503;
const againAfterMs = 60_000;

/**
 * Requests that failed, in the log: a bug with the place where it is; an engine that is away, which every request meets, in
 * a line a minute.
 */
export class FailureLog {
  private readonly saidAtMs = new Map<string, number>();
  private readonly unsaid = new Map<string, number>();

  constructor(private readonly logs: Pick<Logger, 'warn' | 'error'>) {}

  readonly tell = (error: unknown, { correlationId, status }: FailedRequest): void => {
    if (status !== unavailable)
      this.logs.error({ correlationId, err: withoutWords(error) }, 'request failed');
    // Whoever refuses a request so has said why.
    else if (!(error instanceof Problem)) this.sayNowAndThen(codeOf(error), correlationId);
  };

  private sayNowAndThen(error: string, correlationId: string): void {
    const nowMs = performance.now();
    const before = this.unsaid.get(error) ?? 0;
    if (nowMs - (this.saidAtMs.get(error) ?? -Infinity) < againAfterMs) {
      this.unsaid.set(error, before + 1);
      return;
    }
    this.saidAtMs.set(error, nowMs);
    this.unsaid.delete(error);
    const others = before > 0 ? { others: before } : {};
    this.logs.warn({ correlationId, error, ...others }, 'not available: requests are answered with 503');
  }
}

function codeOf(error: unknown): string {
  const { name, code } = error as { name?: unknown; code?: unknown };
  return typeof code === 'string' ? code : String(name);
}

/** Errors of libraries may carry what somebody typed; their name and place are enough to find a bug. */
export function withoutWords(error: unknown): { name: string; stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, stack: frames.slice(0, 12).join('\n') };
}
