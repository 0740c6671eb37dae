import { kafkaMechanisms } from '@threekeys/messaging-kafka';
import { port, serviceSettings, serviceWants } from '@threekeys/runtime';
import { z } from 'zod';

const broker = /^[^\s,:]+:\d{1,5}$/;
const database = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const mongoUrl = z.string().regex(/^mongodb(?:\+srv)?:\/\/\S+$/);
const serviceUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));

/** Canonical base64: exactly what `openssl rand -base64` prints. */
function isBase64Of(text: string, bytes: number): boolean {
  const decoded = Buffer.from(text, 'base64');
  return decoded.length === bytes && decoded.toString('base64') === text;
}

/** Where Kafka is. The command line reads no more. */
export const kafkaSettings = {
  /** host:port, separated by commas. */
  THREEKEYS_KAFKA_BROKERS: z
    .string()
    .transform((text) => text.split(','))
    .refine((brokers) => brokers.every((each) => broker.test(each))),
  THREEKEYS_KAFKA_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9.-]{0,99}$/)
    .default('threekeys'),
  THREEKEYS_KAFKA_TLS: z.enum(['off', 'on']).default('off'),
  THREEKEYS_KAFKA_TLS_CA: z.string().min(1).optional(),
  THREEKEYS_KAFKA_USERNAME: z.string().min(1).optional(),
  THREEKEYS_KAFKA_PASSWORD: z.string().min(1).optional(),
  THREEKEYS_KAFKA_MECHANISM: z.enum(kafkaMechanisms).default('scram-sha-512'),
};

export const databaseDefaults = { MONGO: 'threekeys', KEYS: 'threekeys-keys', ACCESS: 'threekeys-access' };

/** Where MongoDB is, and in which databases things lie. */
export const mongoSettings = {
  THREEKEYS_MONGO_URL: mongoUrl,
  THREEKEYS_MONGO_DATABASE: database.default(databaseDefaults.MONGO),
  /** Default: the same server. */
  THREEKEYS_KEYS_URL: mongoUrl.optional(),
  THREEKEYS_KEYS_DATABASE: database.default(databaseDefaults.KEYS),
  THREEKEYS_ACCESS_DATABASE: database.default(databaseDefaults.ACCESS),
};

/** What every process reads. */
export const processSettings = {
  ...serviceSettings,
  ...kafkaSettings,
  ...mongoSettings,
  THREEKEYS_ESDB_URL: z.string().regex(/^esdb(?:\+discover)?:\/\/\S+$/),
  THREEKEYS_ESDB_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9.]{0,62}$/)
    .optional(),
  /** Default: 100 above PORT. */
  THREEKEYS_OPERATIONS_PORT: port.optional(),
};

/** What the services read besides: the relay never sees a key. */
export const secretSettings = {
  THREEKEYS_KEK: z
    .string()
    .refine((text) => isBase64Of(text, 32))
    .transform((text) => Buffer.from(text, 'base64')),
  THREEKEYS_OPERATOR_TOKEN: z.string().min(32).max(500),
};

/** Where reporting sends what the other services answer. */
export const forwardingSettings = {
  THREEKEYS_INTAKE_URL: serviceUrl,
  THREEKEYS_MATCHING_URL: serviceUrl,
};

/** Settings that hold a secret: each may be given as a file instead, under its name and `_FILE`. */
export const secretNames = [
  'THREEKEYS_ESDB_URL',
  'THREEKEYS_KAFKA_PASSWORD',
  'THREEKEYS_MONGO_URL',
  'THREEKEYS_KEYS_URL',
  'THREEKEYS_KEK',
  'THREEKEYS_OPERATOR_TOKEN',
] as const;

/** Of the command line and the tests: known, and nothing to these processes. */
const otherNames = [
  'THREEKEYS_CLUSTER_HOME',
  'THREEKEYS_DEMO_PASSWORD',
  'THREEKEYS_URL',
  'THREEKEYS_TOKEN',
  'THREEKEYS_PASSWORD',
  'THREEKEYS_TEST_DATA',
];

/** Every name of ours that may stand in the environment of a process of the cluster. */
export const knownNames: readonly string[] = [
  ...Object.keys(processSettings),
  ...Object.keys(secretSettings),
  ...Object.keys(forwardingSettings),
  ...secretNames.map((name) => `${name}_FILE`),
  ...otherNames,
];

const databaseWant = 'lower-case letters, digits and hyphens, at most 63';
const mongoWant = 'mongodb://user:password@host:27017/?tls=true';

/** What the value of each setting has to be. */
export const wants: Readonly<Record<string, string>> = {
  ...serviceWants,
  THREEKEYS_KAFKA_BROKERS: 'host:port, several separated by commas',
  THREEKEYS_KAFKA_PREFIX: 'lower-case letters, digits, dots and hyphens',
  THREEKEYS_KAFKA_TLS: 'on or off',
  THREEKEYS_KAFKA_TLS_CA: 'a file',
  THREEKEYS_KAFKA_USERNAME: 'a name',
  THREEKEYS_KAFKA_PASSWORD: 'a password',
  THREEKEYS_KAFKA_MECHANISM: kafkaMechanisms.join(', '),
  THREEKEYS_MONGO_URL: mongoWant,
  THREEKEYS_MONGO_DATABASE: databaseWant,
  THREEKEYS_KEYS_URL: mongoWant,
  THREEKEYS_KEYS_DATABASE: databaseWant,
  THREEKEYS_ACCESS_DATABASE: databaseWant,
  THREEKEYS_ESDB_URL: 'esdb://user:password@host:2113?tls=true, or esdb+discover://…',
  THREEKEYS_ESDB_PREFIX: 'lower-case letters, digits and dots',
  THREEKEYS_OPERATIONS_PORT: 'a port from 0 to 65535',
  THREEKEYS_KEK: 'the base64 of 32 bytes; make one with `openssl rand -base64 32`, and keep a copy elsewhere',
  THREEKEYS_OPERATOR_TOKEN: 'at least 32 characters; make one with `openssl rand -hex 32`',
  THREEKEYS_INTAKE_URL: 'http://host:port of intake',
  THREEKEYS_MATCHING_URL: 'http://host:port of volunteer-matching',
};
