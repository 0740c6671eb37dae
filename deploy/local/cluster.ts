import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { moveDemoInto } from './cluster-demo';
import { clusterGreeting } from './cluster-greeting';
import { whyNoServers } from './jars';
import { LocalCluster } from './local-cluster';
import { root } from './local-process';

// npm run cluster: every engine and every process of a cluster on this machine, with the invented community, until Ctrl-C.

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'no-demo': { type: 'boolean', default: false } } });
  const missing = whyNoServers();
  if (missing !== undefined) throw new Error(`${missing}: Kafka and the MongoDB-compatible server need it`);
  const directory = resolve(process.env['THREEKEYS_CLUSTER_HOME'] ?? join(root, '.threekeys-cluster'));
  const port = Number(process.env['PORT'] ?? '3000');
  const complete = join(directory, 'complete');
  const isDone = existsSync(complete);
  // What was begun and not finished is begun anew.
  if (!isDone) rmSync(directory, { recursive: true, force: true });
  say('Starting Kafka, the MongoDB-compatible server and the EventStoreDB double …');
  const cluster = await LocalCluster.prepare({ directory, port });
  stopOnSignals(cluster);
  const password = isDone || values['no-demo'] ? undefined : await withDemo(cluster, directory);
  say('Starting relay, intake, dispatch, volunteer-matching and reporting …');
  await cluster.start();
  process.stdout.write(clusterGreeting(cluster.url, { directory, password }));
  // Not before: nobody has seen the password of a start that fails.
  writeFileSync(complete, '');
}

/** @returns everybody's password */
async function withDemo(cluster: LocalCluster, directory: string): Promise<string> {
  say('Making an invented community with a month of cases, and moving it into the cluster …');
  const password = process.env['THREEKEYS_DEMO_PASSWORD'] ?? randomBytes(9).toString('base64url');
  await moveDemoInto(cluster, { directory, password });
  return password;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function stopOnSignals(cluster: LocalCluster): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      say('Stopping …');
      cluster.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
}

function fail(error: unknown): never {
  process.stderr.write(`threekeys: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
