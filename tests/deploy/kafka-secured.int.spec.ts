import { kafkaConfigFrom } from '@threekeys/cluster';
import type { KafkaSettings } from '@threekeys/messaging-kafka';
import { createTopics, kafkaDefaults, topicNames } from '@threekeys/messaging-kafka';
import { Logger } from '@nestjs/common';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jars, whyNoServers } from '../../deploy/local/jars';
import { freePort, LocalServer } from '../../deploy/local/local-server';
import { composeFile, root, textOf } from './compose-file';

const describeWithKafka = whyNoServers() === undefined ? describe : describe.skip;

/** The broker of docker-compose.yml on this machine: its own settings and secrets, other ports and folders. */
class ComposedKafka {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-kafka-tls-')));
  readonly secrets = join(this.folder, 'secrets');
  port = 0;
  private server: LocalServer | undefined;

  async start(): Promise<void> {
    execFileSync('sh', [join(root, 'deploy/docker/make-secrets.sh'), this.secrets]);
    this.port = await freePort();
    const settings = join(this.folder, 'server.properties');
    mkdirSync(join(this.folder, 'data'));
    writeFileSync(settings, await this.settings());
    const storage = ['kafka.tools.StorageTool', 'format', '-t', 'AAAAAAAAAAAAAAAAAAAAAQ', '-c', settings];
    execFileSync('java', ['-cp', jars(), ...storage], { stdio: 'pipe' });
    const options = [
      '-Xmx512m',
      '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
    ];
    const main = ['kafka.Kafka', settings];
    this.server = await LocalServer.start({ name: 'Kafka with TLS', port: this.port, options, main });
  }

  async stop(): Promise<void> {
    await this.server?.kill();
    rmSync(this.folder, { recursive: true });
  }

  /** As a process of the compose file is configured, but for where the broker and the files are. */
  settingsOf(differently: Record<string, string | undefined> = {}): KafkaSettings {
    const { environment = {} } = composeFile().services['intake']!;
    const here = Object.entries({ ...environment, ...differently })
      .filter(([name, value]) => name.startsWith('THREEKEYS_KAFKA_') && value !== undefined)
      .map(([name, value]) => [name, value!.replace('/run/secrets', this.secrets)] as const);
    const brokers = { THREEKEYS_KAFKA_BROKERS: `localhost:${this.port}` };
    return { ...kafkaDefaults, ...kafkaConfigFrom({ ...Object.fromEntries(here), ...brokers }) };
  }

  private async settings(): Promise<string> {
    const [internal, controller] = [await freePort(), await freePort()];
    return textOf('deploy/docker/kafka.properties')
      .replaceAll('/run/secrets', this.secrets)
      .replace('/var/lib/kafka/data', join(this.folder, 'data'))
      .replace('CLIENT://0.0.0.0:9092', `CLIENT://127.0.0.1:${this.port}`)
      .replace('CLIENT://kafka:9092', `CLIENT://localhost:${this.port}`)
      .replaceAll('localhost:9093', `localhost:${controller}`)
      .replaceAll('localhost:9094', `localhost:${internal}`);
  }
}

describeWithKafka('the broker of docker-compose.yml', () => {
  const kafka = new ComposedKafka();
  const make = (settings: KafkaSettings) => createTopics(settings, { partitions: 1, replicationFactor: 1 });
  beforeAll(async () => {
    Logger.overrideLogger(false);
    await kafka.start();
  });
  afterAll(() => kafka.stop());

  it('lets in who has the password, over TLS', async () => {
    const settings = kafka.settingsOf();
    expect(settings.security).toMatchObject({ sasl: { mechanism: 'plain', username: 'threekeys' } });
    const made = await make(settings);
    expect(made.map(({ topic }) => topic)).toEqual(topicNames('threekeys'));
  });

  it.each([
    ['a wrong password', { THREEKEYS_KAFKA_PASSWORD: 'another', THREEKEYS_KAFKA_PASSWORD_FILE: undefined }],
    ['another name', { THREEKEYS_KAFKA_USERNAME: 'somebody' }],
    ['no login', { THREEKEYS_KAFKA_USERNAME: undefined, THREEKEYS_KAFKA_PASSWORD_FILE: undefined }],
    ['no TLS', { THREEKEYS_KAFKA_TLS: 'off', THREEKEYS_KAFKA_TLS_CA: undefined }],
  ])('keeps out who comes with %s', async (_name, differently) => {
    await expect(make(kafka.settingsOf(differently))).rejects.toThrow();
  });

  it('is not trusted where somebody else has signed for it', async () => {
    const settings = kafka.settingsOf({ THREEKEYS_KAFKA_TLS_CA: undefined });
    await expect(make(settings)).rejects.toThrow(/certificate/);
  });
});
