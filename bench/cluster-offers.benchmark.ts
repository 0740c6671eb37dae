import { Logger } from '@nestjs/common';
import { whyNoServers } from '../deploy/local/jars';
import type { Benchmark, BenchmarkOptions, Figure } from './benchmark';
import { ClusterTown } from './cluster-town';
import { roundTrips } from './kafka-round-trip';
import { shared } from './processes';
import { quantile } from './rounds';

const paces = [2, 10, 50] as const;
/** What may be added to one round trip of the broker. */
const ownMsMax = 50;

/** From an acceptance that is stored until the offers of its first wave are, through Kafka and every process of a cluster. */
export const clusterOffers: Benchmark = { name: 'cluster-offers', run };

async function run(options: BenchmarkOptions): Promise<readonly Figure[]> {
  const missing = whyNoServers();
  if (missing !== undefined) {
    process.stderr.write(`cluster-offers: skipped, ${missing}\n`);
    return [];
  }
  Logger.overrideLogger(false);
  const town = await ClusterTown.open(options.directory);
  try {
    // Whatever is slow once, is slow here.
    await town.acceptEvenly(20, 10);
    const figures: Figure[] = [];
    for (const pace of paces) figures.push(await offersAt(pace, town, options));
    return figures;
  } finally {
    await town.close();
  }
}

async function offersAt(
  casesPerSecond: number,
  town: ClusterTown,
  { quick, note }: BenchmarkOptions,
): Promise<Figure> {
  const count = Math.max(20, casesPerSecond * (quick ? 3 : 12));
  const broker = town.cluster.environment['THREEKEYS_KAFKA_BROKERS'] ?? '';
  const trips = await roundTrips(broker, { count, perSecond: casesPerSecond });
  let waits: readonly number[] = [];
  const { seconds, coresUsed } = await shared({ ...town.pids, ...town.servers }, async () => {
    waits = await town.acceptEvenly(count, casesPerSecond);
  });
  note(`at ${casesPerSecond} cases/s`, {
    ...{ cases: count, offers: spread(waits), roundTrip: spread(trips), seconds, coresUsed },
  });
  return {
    ...{ name: `cluster: accepted → offers stored, p99 at ${casesPerSecond} cases/s`, unit: 'ms' },
    ...{ measured: quantile(waits, 0.99), limit: quantile(trips, 0.99) + ownMsMax },
    mustReach: { atMost: 1 },
  };
}

const spread = (samples: readonly number[]) => ({
  p50: quantile(samples, 0.5),
  p95: quantile(samples, 0.95),
  p99: quantile(samples, 0.99),
  max: Math.max(...samples),
});
