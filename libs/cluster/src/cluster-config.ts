import type { EventStoreDbOptions } from '@threekeys/event-store-eventstoredb';
import type { KafkaSettings } from '@threekeys/messaging-kafka';
import { kafkaSecurity } from '@threekeys/messaging-kafka';
import type { MongoOptions } from '@threekeys/mongo';
import type { Environment, ServiceConfig } from '@threekeys/runtime';
import { ConfigInvalid, problemOf, serviceConfigOf, unknownNames } from '@threekeys/runtime';
import { z } from 'zod';
import * as settings from './cluster-settings.table';
import { riskySettings } from './risky-settings';
import { fileText, withSecretFiles } from './secret-files';

/** Where Kafka is, as the command line needs it too. */
export type KafkaConfig = Pick<KafkaSettings, 'brokers' | 'prefix' | 'security'>;

export interface MongoConfig {
  readonly views: Pick<MongoOptions, 'url' | 'name'>;
  readonly keys: Pick<MongoOptions, 'url' | 'name'>;
  readonly access: Pick<MongoOptions, 'url' | 'name'>;
}

/** What the relay needs: no key, no token. */
export interface RelayConfig extends ServiceConfig {
  readonly log: Pick<EventStoreDbOptions, 'connectionString' | 'prefix'>;
  readonly kafka: KafkaConfig;
  readonly mongo: MongoConfig;
  /** Of health and metrics. They are not on the port of the API, which is to be published: metrics are for operators. */
  readonly operationsPort: number;
}

/** What a service needs. */
export interface ClusterConfig extends RelayConfig {
  readonly kek: Buffer;
  readonly operatorToken: string;
}

/** What reporting needs besides: where it sends what the others answer. No slash at the end. */
export interface ReportingConfig extends ClusterConfig {
  readonly intakeUrl: string;
  readonly matchingUrl: string;
}

const portAbove = 100;

/** @throws ConfigInvalid with all problems at once; values are not repeated, they may be secret */
export function clusterConfigFrom(environment: Environment): ClusterConfig {
  return serviceOf(readAll({ ...settings.processSettings, ...settings.secretSettings }, environment));
}

/** @throws ConfigInvalid */
export function relayConfigFrom(environment: Environment): RelayConfig {
  return processOf(readAll(settings.processSettings, environment));
}

/** @throws ConfigInvalid */
export function reportingConfigFrom(environment: Environment): ReportingConfig {
  const { processSettings, secretSettings, forwardingSettings } = settings;
  const data = readAll({ ...processSettings, ...secretSettings, ...forwardingSettings }, environment);
  const { THREEKEYS_INTAKE_URL: intakeUrl, THREEKEYS_MATCHING_URL: matchingUrl } = data;
  return { ...serviceOf(data), intakeUrl, matchingUrl };
}

/** For the command line, which makes topics. @throws ConfigInvalid */
export function kafkaConfigFrom(environment: Environment): KafkaConfig {
  return kafkaOf(read(settings.kafkaSettings, environment));
}

/** For the command line, which makes collections. @throws ConfigInvalid */
export function mongoConfigFrom(environment: Environment): MongoConfig {
  return mongoOf(read(settings.mongoSettings, environment));
}

type Output<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

/** For a process: a name of ours that none of them reads is a problem too. The command line has names of its own. */
function readAll<Shape extends z.ZodRawShape>(shape: Shape, given: Environment): Output<Shape> {
  return read(shape, given, unknownNames(given, settings.knownNames));
}

/** Everything is looked at, also behind the first problem. */
function read<Shape extends z.ZodRawShape>(
  shape: Shape,
  given: Environment,
  unknown: readonly string[] = [],
): Output<Shape> {
  const { environment, problems: inFiles, unread } = withSecretFiles(given);
  const result = z.object(shape).safeParse(environment);
  const issues = result.success ? [] : result.error.issues;
  const problems = [
    ...unknown,
    ...inFiles,
    ...issues
      .filter(({ path }) => !unread.includes(String(path[0])))
      .map((issue) => problemOf(issue, settings.wants)),
    ...riskySettings(onlyOf(shape, environment)),
    ...unreadableFiles(onlyOf(shape, environment)),
    ...portTooHigh(onlyOf(shape, environment)),
  ];
  if (!result.success || problems.length > 0) throw new ConfigInvalid(problems);
  return result.data;
}

/** What is not read by this process is none of its problems. */
function onlyOf(shape: z.ZodRawShape, environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => Object.hasOwn(shape, name)));
}

function unreadableFiles({ THREEKEYS_KAFKA_TLS_CA: file }: Environment): readonly string[] {
  const code = file === undefined ? undefined : fileText(file).code;
  return code === undefined ? [] : [`THREEKEYS_KAFKA_TLS_CA: cannot be read (${code})`];
}

function portTooHigh({ PORT, THREEKEYS_OPERATIONS_PORT }: Environment): readonly string[] {
  const port = Number(PORT);
  const isTooHigh = port <= 65_535 && port + portAbove > 65_535 && THREEKEYS_OPERATIONS_PORT === undefined;
  return isTooHigh ? [`THREEKEYS_OPERATIONS_PORT: has to be given: PORT + ${portAbove} is no port`] : [];
}

function serviceOf(
  data: Output<typeof settings.processSettings & typeof settings.secretSettings>,
): ClusterConfig {
  const { THREEKEYS_KEK: kek, THREEKEYS_OPERATOR_TOKEN: operatorToken } = data;
  return { ...processOf(data), kek, operatorToken };
}

function processOf(data: Output<typeof settings.processSettings>): RelayConfig {
  const { THREEKEYS_ESDB_URL: connectionString, THREEKEYS_ESDB_PREFIX: prefix } = data;
  const { PORT: port, THREEKEYS_OPERATIONS_PORT: operationsPort } = data;
  return {
    ...serviceConfigOf(data),
    log: { connectionString, ...(prefix === undefined ? {} : { prefix }) },
    kafka: kafkaOf(data),
    mongo: mongoOf(data),
    // Several processes on one machine differ in PORT, so they differ here; with any free one, any free one.
    operationsPort: operationsPort ?? (port === 0 ? 0 : port + portAbove),
  };
}

function kafkaOf(data: Output<typeof settings.kafkaSettings>): KafkaConfig {
  const { THREEKEYS_KAFKA_BROKERS: brokers, THREEKEYS_KAFKA_PREFIX: prefix } = data;
  const { THREEKEYS_KAFKA_USERNAME: username, THREEKEYS_KAFKA_PASSWORD: password } = data;
  const { THREEKEYS_KAFKA_MECHANISM: mechanism, THREEKEYS_KAFKA_TLS_CA: file } = data;
  const isLogin = username !== undefined && password !== undefined;
  const login = isLogin ? { username, password, mechanism } : undefined;
  const ca = file === undefined ? undefined : fileText(file).text;
  return { brokers, prefix, ...kafkaSecurity(data.THREEKEYS_KAFKA_TLS, { ca, login }) };
}

function mongoOf(data: Output<typeof settings.mongoSettings>): MongoConfig {
  const { THREEKEYS_MONGO_URL: url, THREEKEYS_KEYS_URL: keysUrl = url } = data;
  return {
    views: { url, name: data.THREEKEYS_MONGO_DATABASE },
    keys: { url: keysUrl, name: data.THREEKEYS_KEYS_DATABASE },
    access: { url, name: data.THREEKEYS_ACCESS_DATABASE },
  };
}
