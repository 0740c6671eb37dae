import { ConfigInvalid } from '@threekeys/runtime';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  clusterConfigFrom,
  kafkaConfigFrom,
  mongoConfigFrom,
  relayConfigFrom,
  reportingConfigFrom,
} from './cluster-config';

const kek = Buffer.alloc(32, 7);
const engines = {
  THREEKEYS_ESDB_URL: 'esdb://127.0.0.1:2113?tls=false',
  THREEKEYS_KAFKA_BROKERS: 'one:9092,two:9092',
  THREEKEYS_MONGO_URL: 'mongodb://127.0.0.1:27017',
};
const needed = {
  ...engines,
  THREEKEYS_KEK: kek.toString('base64'),
  THREEKEYS_OPERATOR_TOKEN: 'o'.repeat(32),
};

function problemsOf(environment: Record<string, string>, from: (environment: never) => unknown): string[] {
  try {
    from(environment as never);
  } catch (error) {
    if (error instanceof ConfigInvalid) return [...error.problems];
    throw error;
  }
  return [];
}

const problemsOfService = (differently: Record<string, string>) =>
  problemsOf({ ...needed, ...differently }, clusterConfigFrom);

describe('the configuration of a cluster', () => {
  it('has defaults for everything but the engines and the secrets', () => {
    const mongo = (name: string) => ({ url: 'mongodb://127.0.0.1:27017', name });
    expect(clusterConfigFrom(needed)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      language: 'zh',
      logLevel: 'info',
      operationsPort: 3100,
      log: { connectionString: 'esdb://127.0.0.1:2113?tls=false' },
      kafka: { brokers: ['one:9092', 'two:9092'], prefix: 'threekeys' },
      mongo: {
        views: mongo('threekeys'),
        keys: mongo('threekeys-keys'),
        access: mongo('threekeys-access'),
      },
      kek,
      operatorToken: 'o'.repeat(32),
    });
  });

  it('names everything that is missing at once, and says how a key is made', () => {
    const problems = problemsOf({}, reportingConfigFrom);
    const names = problems.map((each) => each.split(':')[0]);
    expect(names.sort()).toEqual([
      'THREEKEYS_ESDB_URL',
      'THREEKEYS_INTAKE_URL',
      'THREEKEYS_KAFKA_BROKERS',
      'THREEKEYS_KEK',
      'THREEKEYS_MATCHING_URL',
      'THREEKEYS_MONGO_URL',
      'THREEKEYS_OPERATOR_TOKEN',
    ]);
    expect(problems.join('\n')).toContain('openssl rand -base64 32');
  });

  it('names what is wrong and what does not fit together at once, without repeating a value', () => {
    const problems = problemsOfService({
      PORT: '70000',
      THREEKEYS_KEK: 'c2hvcnQ=',
      THREEKEYS_KAFKA_USERNAME: 'threekeys',
      THREEKEYS_MONGO_DATABSE: 'x',
      THREEKEYS_OPERATOR_TOKEN: 'hunter2',
    });
    expect(problems.map((each) => each.split(':')[0]).sort()).toEqual([
      'PORT',
      'THREEKEYS_KAFKA_PASSWORD',
      'THREEKEYS_KAFKA_TLS',
      'THREEKEYS_KEK',
      'THREEKEYS_MONGO_DATABSE',
      'THREEKEYS_OPERATOR_TOKEN',
    ]);
    expect(problems.join()).not.toMatch(/hunter2|c2hvcnQ/);
  });

  it.each([
    ['43 characters without the last', kek.toString('base64').slice(0, -1)],
    ['base64 of the web', Buffer.alloc(32, 255).toString('base64url') + '='],
    ['hex', kek.toString('hex')],
    ['33 bytes', Buffer.alloc(33).toString('base64')],
  ])('refuses as a key: %s', (_name, text) =>
    expect(problemsOfService({ THREEKEYS_KEK: text })).toHaveLength(1),
  );

  it('gives the relay no key and asks for none', () => {
    expect(Object.keys(relayConfigFrom(needed))).not.toEqual(expect.arrayContaining(['kek']));
    expect(relayConfigFrom(engines).operationsPort).toBe(3100);
  });

  it('tells reporting where the others are', () => {
    const urls = { THREEKEYS_INTAKE_URL: 'http://intake:3000/', THREEKEYS_MATCHING_URL: 'https://m:3000' };
    const { intakeUrl, matchingUrl } = reportingConfigFrom({ ...needed, ...urls });
    expect([intakeUrl, matchingUrl]).toEqual(['http://intake:3000', 'https://m:3000']);
    expect(
      problemsOf({ ...needed, ...urls, THREEKEYS_INTAKE_URL: 'intake:3000' }, reportingConfigFrom),
    ).toHaveLength(1);
  });

  it('puts health and metrics 100 above the API, where nothing else is said', () => {
    const at = (differently: Record<string, string>) =>
      clusterConfigFrom({ ...needed, ...differently }).operationsPort;
    expect(at({ PORT: '3002' })).toBe(3102);
    expect(at({ PORT: '0' })).toBe(0);
    expect(at({ THREEKEYS_OPERATIONS_PORT: '9464' })).toBe(9464);
    expect(problemsOfService({ PORT: '65500' })).toEqual([
      'THREEKEYS_OPERATIONS_PORT: has to be given: PORT + 100 is no port',
    ]);
  });

  it('refuses the databases of an engine that lie in each other', () => {
    expect(problemsOfService({ THREEKEYS_KEYS_DATABASE: 'threekeys' })).toHaveLength(1);
    expect(problemsOfService({ THREEKEYS_ACCESS_DATABASE: 'threekeys' })).toHaveLength(1);
    expect(problemsOfService({ THREEKEYS_KEYS_DATABASE: 'threekeys-access' })).toHaveLength(1);
    const elsewhere = { THREEKEYS_KEYS_URL: 'mongodb://127.0.0.2:27017' };
    expect(problemsOfService({ ...elsewhere, THREEKEYS_KEYS_DATABASE: 'threekeys' })).toEqual([]);
  });
});

describe('the command line', () => {
  it('reads what it needs of it, beside names of its own', () => {
    const home = { THREEKEYS_HOME: '/home', THREEKEYS_KAFKA_BROKERS: 'one:9092' };
    expect(kafkaConfigFrom(home)).toEqual({ brokers: ['one:9092'], prefix: 'threekeys' });
    expect(problemsOfService(home)).toEqual(['THREEKEYS_HOME: there is no such setting']);
  });
});

describe('a password on its way', () => {
  const kafka = { THREEKEYS_KAFKA_USERNAME: 'threekeys', THREEKEYS_KAFKA_PASSWORD: 'secret' };
  const local = { THREEKEYS_KAFKA_BROKERS: '127.0.0.1:9092,localhost:9093' };

  it('goes to a broker on another machine encrypted only', () => {
    expect(problemsOfService(kafka)).toEqual([
      'THREEKEYS_KAFKA_TLS: has to be on: a password goes to a broker on another machine',
    ]);
    expect(problemsOfService({ ...kafka, THREEKEYS_KAFKA_TLS: 'on' })).toEqual([]);
    expect(problemsOfService({ ...kafka, ...local })).toEqual([]);
    expect(problemsOfService({ ...kafka, THREEKEYS_KAFKA_BROKERS: '127.0.0.1:9092,far:9092' })).toHaveLength(
      1,
    );
    expect(problemsOfService({ ...kafka, THREEKEYS_KAFKA_BROKERS: '127.evil.example:9092' })).toHaveLength(1);
  });

  it.each([
    ['THREEKEYS_ESDB_URL', 'esdb://a:b@far:2113?tls=false', 'esdb://a:b@far:2113?tls=true&tlsCAFile=/ca'],
    ['THREEKEYS_ESDB_URL', 'esdb://a:b@127.0.0.1,far?tls=False', 'esdb://a:b@localhost:2113?tls=false'],
    ['THREEKEYS_ESDB_URL', 'esdb+discover://a:b@far?tls=false', 'esdb://far:2113?tls=false'],
    ['THREEKEYS_MONGO_URL', 'mongodb://a:b@far:27017/', 'mongodb://a:b@far:27017/?tls=true'],
    ['THREEKEYS_MONGO_URL', 'mongodb+srv://a:b@far/?tls=false', 'mongodb+srv://a:b@far/'],
    ['THREEKEYS_KEYS_URL', 'mongodb://a:b@far/x?ssl=false', 'mongodb://a:b@[::1]:27017'],
  ])('of %s: %s is refused, %s is not', (name, refused, allowed) => {
    expect(problemsOfService({ [name]: refused })).toEqual([expect.stringMatching(`^${name}: `)]);
    expect(problemsOfService({ [name]: allowed })).toEqual([]);
  });

  it('is given to the client as it wants it', () => {
    const login = { ...engines, ...kafka };
    expect(kafkaConfigFrom({ ...login, THREEKEYS_KAFKA_TLS: 'on' })).toEqual({
      brokers: ['one:9092', 'two:9092'],
      prefix: 'threekeys',
      security: {
        ssl: true,
        sasl: { mechanism: 'scram-sha-512', username: 'threekeys', password: 'secret' },
      },
    });
    const plain = { ...login, ...local, THREEKEYS_KAFKA_MECHANISM: 'plain' };
    expect(kafkaConfigFrom(plain).security).toEqual({
      sasl: { mechanism: 'plain', username: 'threekeys', password: 'secret' },
    });
  });

  it('needs a name, and a name needs it', () => {
    const { THREEKEYS_KAFKA_USERNAME, THREEKEYS_KAFKA_PASSWORD } = kafka;
    expect(problemsOfService({ ...local, THREEKEYS_KAFKA_USERNAME })).toHaveLength(1);
    expect(problemsOfService({ ...local, THREEKEYS_KAFKA_PASSWORD })).toHaveLength(1);
  });
});

describe('a secret in a file', () => {
  let folder: string;
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-config-')));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is as good as in the environment, without the line end of an editor', () => {
    const { THREEKEYS_KEK: inFile, ...others } = needed;
    const given = { ...others, THREEKEYS_KEK_FILE: file('kek', `${inFile}\n`) };
    expect(clusterConfigFrom(given).kek).toEqual(kek);
    const url = { ...needed, THREEKEYS_MONGO_URL_FILE: file('mongo', 'mongodb://a:b@localhost') };
    const { THREEKEYS_MONGO_URL: _url, ...without } = url;
    expect(mongoConfigFrom(without).keys.url).toBe('mongodb://a:b@localhost');
  });

  it('is looked at like any other', () => {
    const password = file('password', 'secret');
    const given = { THREEKEYS_KAFKA_USERNAME: 'threekeys', THREEKEYS_KAFKA_PASSWORD_FILE: password };
    expect(problemsOfService(given)).toEqual([expect.stringMatching(/^THREEKEYS_KAFKA_TLS: /)]);
  });

  it('is refused where it is given twice, cannot be read, or is the file of something that is no secret', () => {
    expect(problemsOfService({ THREEKEYS_KEK_FILE: file('kek', needed.THREEKEYS_KEK) })).toEqual([
      'THREEKEYS_KEK: is given twice, also as THREEKEYS_KEK_FILE',
    ]);
    const { THREEKEYS_KEK: _kek, ...others } = needed;
    expect(problemsOf({ ...others, THREEKEYS_KEK_FILE: join(folder, 'none') }, clusterConfigFrom)).toEqual([
      'THREEKEYS_KEK_FILE: cannot be read (ENOENT)',
    ]);
    expect(problemsOfService({ THREEKEYS_KAFKA_PREFIX_FILE: '/x' })).toEqual([
      'THREEKEYS_KAFKA_PREFIX_FILE: there is no such setting',
    ]);
  });

  it('holds whom a broker is signed by', () => {
    const authority = { THREEKEYS_KAFKA_TLS: 'on', THREEKEYS_KAFKA_TLS_CA: file('ca.pem', 'the authority') };
    expect(kafkaConfigFrom({ ...engines, ...authority }).security).toEqual({
      ssl: { ca: ['the authority'] },
    });
    expect(problemsOfService({ ...authority, THREEKEYS_KAFKA_TLS: 'off' })).toHaveLength(1);
    expect(problemsOfService({ ...authority, THREEKEYS_KAFKA_TLS_CA: join(folder, 'none') })).toEqual([
      'THREEKEYS_KAFKA_TLS_CA: cannot be read (ENOENT)',
    ]);
  });
});
