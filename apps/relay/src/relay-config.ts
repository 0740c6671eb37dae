import type { Config } from '@threekeys/runtime';
import { ConfigInvalid } from '@threekeys/runtime';
import { z } from 'zod';

const broker = /^[^\s,:]+:\d{1,5}$/;

const Settings = z.object({
  /** host:port, separated by commas. */
  THREEKEYS_KAFKA_BROKERS: z
    .string()
    .transform((text) => text.split(','))
    .refine((brokers) => brokers.every((each) => broker.test(each))),
  THREEKEYS_KAFKA_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9.-]{0,99}$/)
    .default('threekeys'),
  /** Of the readiness; 0: any free one. */
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3009),
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  THREEKEYS_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

const wants: Readonly<Record<string, string>> = {
  THREEKEYS_KAFKA_BROKERS: 'host:port, several separated by commas',
  THREEKEYS_KAFKA_PREFIX: 'lower-case letters, digits, dots and hyphens',
  PORT: 'a port from 0 to 65535',
  HOST: 'a host name or address',
  THREEKEYS_LOG: 'silent, error, warn, info or debug',
};

export interface RelayConfig extends Pick<Config, 'port' | 'host' | 'logLevel'> {
  readonly brokers: readonly string[];
  readonly prefix: string;
}

/** @throws ConfigInvalid with all problems at once */
export function relayConfigFrom(environment: Readonly<Record<string, string | undefined>>): RelayConfig {
  const read = Settings.safeParse(environment);
  if (!read.success) {
    const names = read.error.issues.map(({ path }) => String(path[0]));
    throw new ConfigInvalid(names.map((name) => `${name}: has to be ${wants[name] ?? 'something else'}`));
  }
  const { data } = read;
  return {
    brokers: data.THREEKEYS_KAFKA_BROKERS,
    prefix: data.THREEKEYS_KAFKA_PREFIX,
    port: data.PORT,
    host: data.HOST,
    logLevel: data.THREEKEYS_LOG,
  };
}
