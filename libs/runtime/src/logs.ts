import type { LoggerService } from '@nestjs/common';
import type { DestinationStream, Logger } from 'pino';
import { destination, pino } from 'pino';
import type { Config } from './config';

export type { Logger } from 'pino';

const stderr = 2;

/**
 * Structured logs, one JSON object a line, on stderr: stdout belongs to what people read. No personal data: bodies, queries
 * and headers are never logged, only ids, codes and numbers.
 */
export function openLogs(
  { logLevel }: Pick<Config, 'logLevel'>,
  { to, service = 'threekeys' }: { readonly to?: DestinationStream; readonly service?: string } = {},
): Logger {
  const stream = to ?? destination({ dest: stderr, sync: true });
  return pino({ level: logLevel, base: { service } }, stream);
}

/** Nest's own words, at debug; its warnings and errors as they are. */
export function nestLogger(logs: Logger): LoggerService {
  const at = (level: 'debug' | 'warn' | 'error') => (message: unknown, context?: unknown) =>
    logs[level]({ context }, String(message));
  return {
    log: at('debug'),
    debug: at('debug'),
    verbose: at('debug'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('error'),
  };
}
