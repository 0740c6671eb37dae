import { commands } from '../../apps/cli/src/commands';
import type { RelayConfig } from '@threekeys/cluster';
import {
  clusterConfigFrom,
  kafkaConfigFrom,
  mongoConfigFrom,
  relayConfigFrom,
  reportingConfigFrom,
} from '@threekeys/cluster';
import { kafkaDefaults } from '@threekeys/messaging-kafka';
import Ajv2020 from 'ajv/dist/2020';
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComposeService } from './compose-file';
import { knownNames, secretNames } from '../../libs/cluster/src/cluster-settings.table';
import { composeFile, engineNames, processNames, root, secretNamesOf, textOf } from './compose-file';

const compose = composeFile();
const services = Object.entries(compose.services);
const ours = services.filter(([name]) => !(engineNames as readonly string[]).includes(name));
const service = (name: string): ComposeService => compose.services[name]!;
const isComposeFile = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(textOf('tests/deploy/compose-spec/compose-spec.json')) as object,
);

describe('docker-compose.yml', () => {
  it('is what the Compose Specification allows', () => {
    const schema = readFileSync(join(root, 'tests/deploy/compose-spec/compose-spec.json'));
    const sum = createHash('sha256').update(schema).digest('hex');
    expect(textOf('tests/deploy/compose-spec/README.md')).toContain(sum);
    isComposeFile(compose);
    expect(isComposeFile.errors ?? []).toEqual([]);
  });

  it.each([
    ['a misspelt key', { services: { kafka: { image: 'apache/kafka:4.3.1', enviroment: {} } } }],
    ['a number as a list', { services: { kafka: { image: 'apache/kafka:4.3.1', ports: 9092 } } }],
    ['a condition that there is not', { services: { a: { depends_on: { b: { condition: 'ready' } } } } }],
  ])('would not be with %s', (_name, wrong) => expect(isComposeFile(wrong)).toBe(false));

  it('runs the engines, a preparation that ends, and every process', () =>
    expect(Object.keys(compose.services)).toEqual([...engineNames, 'prepare', ...processNames]));

  it('names only secrets, networks and volumes that it declares, and uses each', () => {
    const used = (of: (each: ComposeService) => readonly string[]) =>
      [...new Set(services.flatMap(([, each]) => of(each)))].sort();
    expect(used(secretNamesOf)).toEqual(Object.keys(compose.secrets).sort());
    expect(used(({ networks = [] }) => networks)).toEqual(Object.keys(compose.networks).sort());
    const named = ({ volumes = [] }: ComposeService) =>
      volumes.map((each) => each.split(':')[0]!).filter((from) => !from.startsWith('.'));
    expect(used(named)).toEqual(Object.keys(compose.volumes).sort());
    for (const [, { depends_on: before = {} }] of services)
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(before)));
  });

  it('mounts files that are in the repository', () => {
    const files = services.flatMap(([, { volumes = [] }]) => volumes).filter((each) => each.startsWith('.'));
    expect(files).toHaveLength(2);
    for (const each of files) {
      expect(existsSync(join(root, each.split(':')[0]!))).toBe(true);
      expect(each).toMatch(/:ro$/);
    }
  });

  it('publishes nothing but reporting, on this machine only', () => {
    const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(published).toEqual(['reporting 127.0.0.1:3000:3000']);
    expect(compose.networks['engines']).toEqual({ internal: true });
    for (const [name, { networks }] of services)
      expect(networks).toEqual(name === 'reporting' ? ['engines', 'front'] : ['engines']);
  });

  it('gives the processes as little as they need', () => {
    for (const [name, each] of ours) {
      expect([name, each.read_only, each.cap_drop]).toEqual([name, true, ['ALL']]);
      expect(each.security_opt).toEqual(['no-new-privileges:true']);
    }
    const keys = ['kek', 'keys-url', 'operator-token'];
    expect(secretNamesOf(service('relay')).filter((each) => keys.includes(each))).toEqual([]);
    expect(secretNamesOf(service('prepare'))).not.toContain('kek');
    expect(Object.keys(service('relay').environment!).join()).not.toMatch(/_KEK|_KEYS_|_OPERATOR_TOKEN/);
  });

  it('holds no secret itself: each is a file that nobody commits', () => {
    for (const [name, { file }] of Object.entries(compose.secrets)) expect(file).toBe(`secrets/${name}`);
    for (const [name, { environment = {} }] of services)
      for (const variable of Object.keys(environment))
        expect([name, variable, (secretNames as readonly string[]).includes(variable)]).toEqual([
          name,
          variable,
          false,
        ]);
    expect(textOf('docker-compose.yml')).not.toMatch(/:\/\/[^/\s:]*:[^/\s@]*@/);
    expect(textOf('.gitignore').split('\n')).toContain('/secrets/');
    expect(textOf('.dockerignore').split('\n')).toContain('secrets');
  });

  it('pins every image to a version', () => {
    for (const [, { image }] of services) expect(image).toMatch(/^[a-z/]+:\d+\.\d+\.\d+$/);
  });
});

describe('what docker-compose.yml shares with the code', () => {
  let folder: string;

  /** As the container sees it, with the secrets where the script has put them. */
  const environmentOf = (name: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(service(name).environment ?? {}).map(([key, value]) => [
        key,
        value.replace(/^\/run\/secrets\//, `${folder}/`),
      ]),
    );

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-secrets-')));
    execFileSync('sh', [join(root, 'deploy/docker/make-secrets.sh'), folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are settings that there are', () => {
    for (const [, { environment = {} }] of ours) {
      const names = Object.keys(environment).filter((each) => !each.startsWith('OTEL_'));
      expect(names.filter((each) => !knownNames.includes(each))).toEqual([]);
    }
  });

  it('is right as a configuration, with the secrets that the script makes', () => {
    const processes: readonly RelayConfig[] = [
      relayConfigFrom(environmentOf('relay')),
      ...['intake', 'dispatch', 'volunteer-matching'].map((name) => clusterConfigFrom(environmentOf(name))),
      reportingConfigFrom(environmentOf('reporting')),
    ];
    const [first] = processes;
    for (const each of processes) {
      expect([each.host, each.port, each.operationsPort]).toEqual(['0.0.0.0', 3000, 3100]);
      expect([each.kafka, each.log]).toEqual([first!.kafka, first!.log]);
      expect(each.mongo.views).toEqual(first!.mongo.views);
    }
    expect(kafkaConfigFrom(environmentOf('prepare'))).toEqual(first!.kafka);
    expect(mongoConfigFrom(environmentOf('prepare')).views).toEqual(first!.mongo.views);
  });

  it('is not right without any one of its secrets', () => {
    const { environment = {} } = service('intake');
    const files = Object.keys(environment).filter((name) => name.endsWith('_FILE'));
    expect(files).toHaveLength(6);
    // The keys may lie on the server of the views.
    for (const name of files.filter((each) => each !== 'THREEKEYS_KEYS_URL_FILE')) {
      const { [name]: _left, ...others } = environmentOf('intake');
      expect(() => clusterConfigFrom(others)).toThrow(name.replace('_FILE', ''));
    }
  });

  it('are the secrets that a process is given, and no others', () => {
    for (const [name, each] of ours) {
      const read = Object.values(each.environment ?? {}).filter((value) => value.startsWith('/run/secrets/'));
      // What a connection string names.
      const files = new Set([...read.map((value) => value.slice('/run/secrets/'.length)), 'ca.crt']);
      expect([name, [...secretNamesOf(each)].sort()]).toEqual([name, [...files].sort()]);
    }
  });

  it('is where the other services and the engines listen', () => {
    const config = reportingConfigFrom(environmentOf('reporting'));
    const hosts = Object.keys(compose.services);
    for (const [url, name] of [
      [config.intakeUrl, 'intake'],
      [config.matchingUrl, 'volunteer-matching'],
    ] as const)
      expect(new URL(url)).toMatchObject({ hostname: name, port: service(name).environment!['PORT'] });
    expect(config.kafka.brokers).toEqual(['kafka:9092']);
    for (const url of [config.log.connectionString, config.mongo.views.url, config.mongo.keys.url])
      expect(hosts).toContain(new URL(url).hostname);
    expect(textOf('deploy/docker/kafka.properties')).toContain(
      `advertised.listeners=CLIENT://${config.kafka.brokers[0]!}`,
    );
  });

  it('are the defaults of the code, where it has some', () => {
    const { environment = {} } = service('intake');
    const needed = Object.fromEntries(
      Object.entries(environmentOf('intake')).filter(([name]) =>
        /_FILE$|BROKERS|KAFKA_(TLS|USER)/.test(name),
      ),
    );
    const byDefault = clusterConfigFrom(needed);
    expect(environment['THREEKEYS_KAFKA_PREFIX']).toBe(kafkaDefaults.prefix);
    expect(byDefault.kafka.prefix).toBe(kafkaDefaults.prefix);
    expect(byDefault.mongo).toEqual(clusterConfigFrom(environmentOf('intake')).mongo);
    expect([byDefault.port, byDefault.operationsPort]).toEqual([3000, 3100]);
  });

  it('are the databases that the users of MongoDB may write to', () => {
    const { mongo } = clusterConfigFrom(environmentOf('intake'));
    const script = textOf('deploy/docker/mongo-users.js');
    const users = script.matchAll(
      /user: '([^']+)',\s+pwd: passwordIn\('([^']+)'\),\s+roles: writes\(([^)]*)\)/g,
    );
    const granted = new Map(
      [...users].map(([, user, secret, names]) => [user!, { secret: secret!, databases: names! }]),
    );
    const databases = (url: string) => granted.get(new URL(url).username)?.databases;
    expect(databases(mongo.views.url)).toBe(`'${mongo.views.name}', '${mongo.access.name}'`);
    expect(databases(mongo.keys.url)).toBe(`'${mongo.keys.name}'`);
    const secrets = [...granted.values()].map(({ secret }) => secret);
    expect(secretNamesOf(service('mongodb'))).toEqual(expect.arrayContaining(secrets));
  });

  it('are the versions of the engines that the tests run against', () => {
    const pom = textOf('deploy/local/pom.xml');
    const kafka = /<artifactId>kafka_2\.13<\/artifactId><version>([^<]+)</.exec(pom)?.[1];
    expect(service('kafka').image).toBe(`apache/kafka:${kafka!}`);
    // The double speaks for 24.x, the driver wants 5.0 or newer; neither engine can be had for the tests.
    expect(service('eventstoredb').image).toMatch(/^eventstore\/eventstore:24\.10\./);
    expect(service('mongodb').image).toMatch(/^mongo:8\.0\./);
  });

  it('are the programs that the image holds', () => {
    const mains = processNames.map((name) => `apps/${name}/src/main.ts`);
    for (const name of processNames) {
      expect(service(name).command).toEqual(['node', `apps/${name}/dist/main.js`]);
      const { compilerOptions } = JSON.parse(textOf(`apps/${name}/tsconfig.json`)) as {
        compilerOptions: { rootDir: string; outDir: string };
      };
      expect([compilerOptions.rootDir, compilerOptions.outDir]).toEqual(['src', 'dist']);
    }
    // All of them, or none yet.
    const there = mains.filter((main) => existsSync(join(root, main)));
    expect([0, mains.length]).toContain(there.length);
    const prepared = [...service('prepare').command![2]!.matchAll(/main\.js (\w+ \w+)/g)].map(
      ([, name]) => name!,
    );
    expect(prepared).toEqual(['topics create', 'indexes create']);
    const known = there.length === 0 ? prepared.slice(0, 1) : prepared;
    expect(Object.keys(commands)).toEqual(expect.arrayContaining(known));
  });

  it('waits for what it needs, and says whether it is ready', () => {
    for (const name of processNames) {
      expect(service(name).depends_on).toEqual({ prepare: { condition: 'service_completed_successfully' } });
      expect(service(name).healthcheck?.test).toEqual(['CMD', 'node', 'healthy.mjs']);
    }
    for (const name of engineNames) {
      expect(service('prepare').depends_on?.[name]).toEqual({ condition: 'service_healthy' });
      expect(service(name).healthcheck?.test?.[0]).toBe('CMD');
    }
  });
});

describe('the secrets that the script makes', () => {
  let folder: string;
  const run = (environment: Record<string, string> = {}) =>
    execFileSync('sh', [join(root, 'deploy/docker/make-secrets.sh'), folder], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const all = () => Object.fromEntries(readdirSync(folder).map((name) => [name, read(name)]));

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-secrets-')));
    run();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are all that the file names, in a folder that only its owner enters', () => {
    const names = readdirSync(folder);
    expect(names).toEqual(expect.arrayContaining(Object.keys(compose.secrets)));
    expect(names).toEqual(
      expect.arrayContaining(service('eventstoredb').env_file!.map((each) => each.replace('secrets/', ''))),
    );
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of names)
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o444]);
  });

  it('do not change when it runs again; certificates are renewed alone', () => {
    const before = all();
    expect(run()).toBe('');
    expect(all()).toEqual(before);
    rmSync(join(folder, 'ca.crt'));
    expect(run()).toBe('made the certificates\n');
    const changed = Object.keys(before).filter((name) => before[name] !== read(name));
    expect(changed.sort()).toEqual([
      'ca.crt',
      'eventstoredb.crt',
      'eventstoredb.key',
      'kafka.pem',
      'mongodb.pem',
    ]);
  });

  it.each([
    ['eventstoredb', 'eventstoredb.crt'],
    ['kafka', 'kafka.pem'],
    ['mongodb', 'mongodb.pem'],
  ])('let %s be known by its name, and nobody else sign for it', (host, file) => {
    const certificate = new X509Certificate(/-----BEGIN CERTIFICATE-----[^]*/.exec(read(file))![0]);
    const authority = new X509Certificate(read('ca.crt'));
    expect(certificate.checkHost(host)).toBe(host);
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkHost('elsewhere')).toBeUndefined();
    expect(certificate.verify(authority.publicKey)).toBe(true);
    expect([authority.ca, certificate.ca]).toEqual([true, false]);
    expect(readdirSync(folder)).not.toContain('ca.key');
  });

  it('give EventStoreDB the password that its connection has', () =>
    expect(read('eventstoredb.env')).toContain(
      `EVENTSTORE_DEFAULT_ADMIN_PASSWORD=${/admin:([^@]+)@/.exec(read('esdb-url'))![1]!}\n`,
    ));
});
