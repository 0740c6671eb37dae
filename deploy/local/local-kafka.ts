import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jars } from './jars';
import { freePort, LocalServer } from './local-server';

const virtualMachine = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Apache Kafka, one broker that is its own controller (KRaft), on loopback. Its data stay in the directory. */
export async function startLocalKafka(directory: string, port: number): Promise<LocalServer> {
  const settings = join(directory, 'server.properties');
  mkdirSync(directory, { recursive: true });
  writeFileSync(settings, propertiesOf(directory, port, await freePort()));
  if (!existsSync(join(directory, 'data', 'meta.properties'))) format(settings);
  const logging = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];
  return LocalServer.start({
    name: 'Kafka',
    port,
    options: [...virtualMachine, ...logging],
    main: ['kafka.Kafka', settings],
  });
}

function format(settings: string): void {
  const cluster = randomBytes(16).toString('base64url');
  // One word: an id that begins with a dash would be taken for a flag.
  const arguments_ = [
    '-cp',
    jars(),
    'kafka.tools.StorageTool',
    'format',
    `--cluster-id=${cluster}`,
    '-c',
    settings,
  ];
  execFileSync('java', arguments_, { stdio: 'pipe' });
}

/** One broker has no second one for a copy; sessions are short, so that a killed broker is let back in soon. */
function propertiesOf(directory: string, port: number, controllerPort: number): string {
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': join(directory, 'data'),
    'auto.create.topics.enable': 'false',
    'group.initial.rebalance.delay.ms': '0',
    'broker.session.timeout.ms': '1500',
    'broker.heartbeat.interval.ms': '300',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
