import { Logger } from '@nestjs/common';
import type { KafkaConfig, logCreator, RetryOptions, SASLOptions } from 'kafkajs';
import { Kafka, logLevel } from 'kafkajs';

/** How its clients encrypt and log in. Absent: neither. */
interface Secured {
  readonly security?: Pick<KafkaConfig, 'ssl' | 'sasl'>;
}

export const kafkaMechanisms = ['scram-sha-512', 'scram-sha-256', 'plain'] as const;

export interface KafkaLogin {
  readonly username: string;
  readonly password: string;
  readonly mechanism: (typeof kafkaMechanisms)[number];
}

/**
 * TLS and login as the client takes them. The certificate of a broker is always checked, by name too.
 * @param ca PEM of who has signed it; absent: whom Node trusts
 */
export function kafkaSecurity(
  tls: 'on' | 'off',
  { ca, login }: { ca?: string | undefined; login?: KafkaLogin | undefined },
): Secured {
  const ssl = tls === 'on' ? { ssl: ca === undefined ? true : { ca: [ca] } } : {};
  const sasl = login && { sasl: { ...login } as SASLOptions };
  return tls === 'off' && !login ? {} : { security: { ...ssl, ...sasl } };
}

/** Where Kafka is and how patient its clients are. */
export interface KafkaSettings extends Secured {
  readonly brokers: readonly string[];
  /** Topics and groups begin with it. */
  readonly prefix: string;
  /** A member that is silent so long has its partitions given to others. */
  readonly sessionTimeoutMs: number;
  readonly heartbeatEveryMs: number;
  /** So long a group waits for a member that does not join again. */
  readonly rebalanceTimeoutMs: number;
  /** So long the broker holds a fetch that finds nothing; closing waits for it. */
  readonly fetchWaitMs: number;
  /**
   * So often, about once a second, a member tries to reach the broker before it begins anew. Who begins anew is another
   * member: the group first waits for the session of the one that it was (6.4 s, instead of under one).
   */
  readonly memberRetriesMax: number;
}

/**
 * With the client's own session of 30 s a consumer was silent for 41 s after 11 s without broker: it waited for its own
 * dead session. With these it is back 1–2 s after the broker listens.
 */
export const kafkaDefaults: Omit<KafkaSettings, 'brokers'> = {
  prefix: 'threekeys',
  sessionTimeoutMs: 10_000,
  heartbeatEveryMs: 1000,
  rebalanceTimeoutMs: 20_000,
  fetchWaitMs: 500,
  memberRetriesMax: 300,
};

/** A minute of trying. The client's own five tries were used up by 11 s without broker. */
export const patientClient: RetryOptions = { retries: 60, initialRetryTime: 100, maxRetryTime: 1000 };
/** For reaching a broker at all: who is not reached is tried anew, by whoever wanted it. */
const quickClient: RetryOptions = { retries: 3, initialRetryTime: 100, maxRetryTime: 1000 };
export const clientOfMember = ({ memberRetriesMax: retries }: KafkaSettings): RetryOptions => ({
  ...patientClient,
  retries,
});

export function clientOf({ brokers, prefix, security }: KafkaSettings, retry = quickClient): KafkaConfig {
  // Said once per client, about the partitioner that we name.
  process.env['KAFKAJS_NO_PARTITIONER_WARNING'] = '1';
  return {
    ...security,
    brokers: [...brokers],
    clientId: prefix,
    connectionTimeout: 3000,
    requestTimeout: 30_000,
    retry,
    logLevel: logLevel.WARN,
    logCreator: toProcessLog,
  };
}

/** What the client calls an error is retried (“coordinator is loading”): a warning. It names topics and brokers, no content. */
const toProcessLog: logCreator = () => {
  const log = new Logger('kafkajs');
  return ({ namespace, log: { message } }) => log.warn(`${namespace}: ${message}`);
};

/** @throws Error where no broker answers, after a second or two */
export async function assertReachable(settings: KafkaSettings): Promise<void> {
  const admin = new Kafka(clientOf(settings)).admin();
  await admin.connect();
  await admin.disconnect();
}
