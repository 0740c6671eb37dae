import type { Environment } from '@threekeys/runtime';
import { isIP } from 'node:net';
import { databaseDefaults } from './cluster-settings.table';

/** What a connection string says about itself, as far as it is one. */
interface Place {
  readonly hosts: readonly string[];
  readonly hasLogin: boolean;
  readonly scheme: string;
  readonly options: URLSearchParams;
}

/** What each value is good for alone and is wrong with another. Looks at the text only: whatever is wrong in it is said elsewhere. */
export function riskySettings(environment: Environment): readonly string[] {
  return [
    ...kafkaRisks(environment),
    ...esdbRisks(environment),
    ...mongoRisks('THREEKEYS_MONGO_URL', environment),
    ...mongoRisks('THREEKEYS_KEYS_URL', environment),
    ...sharedDatabases(environment),
  ];
}

/** A line, where it holds. */
const problemsOf = (found: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.keys(found).filter((line) => found[line]);

function kafkaRisks(environment: Environment): readonly string[] {
  const has = (name: string) => environment[`THREEKEYS_KAFKA_${name}`] !== undefined;
  const isPlain = environment['THREEKEYS_KAFKA_TLS'] !== 'on';
  const hosts = (environment['THREEKEYS_KAFKA_BROKERS'] ?? '').split(',').map(hostOf);
  return problemsOf({
    'THREEKEYS_KAFKA_PASSWORD: is missing, or its _FILE; THREEKEYS_KAFKA_USERNAME is given':
      has('USERNAME') && !has('PASSWORD'),
    'THREEKEYS_KAFKA_USERNAME: is missing; THREEKEYS_KAFKA_PASSWORD is given':
      has('PASSWORD') && !has('USERNAME'),
    'THREEKEYS_KAFKA_TLS: has to be on: a password goes to a broker on another machine':
      has('USERNAME') && isPlain && !hosts.every(isLoopback),
    'THREEKEYS_KAFKA_TLS_CA: has no meaning while THREEKEYS_KAFKA_TLS is off': has('TLS_CA') && isPlain,
  });
}

/** Without `tls=false` its client encrypts. */
function esdbRisks({ THREEKEYS_ESDB_URL: url }: Environment): readonly string[] {
  const place = placeIn(url);
  const isPlain = place?.options.get('tls')?.toLowerCase() === 'false';
  return place?.hasLogin && isPlain && !place.hosts.every(isLoopback)
    ? ['THREEKEYS_ESDB_URL: has to be without tls=false: a password goes to another machine']
    : [];
}

/** Its driver encrypts only where it is told to, or with `mongodb+srv`. */
function mongoRisks(name: string, environment: Environment): readonly string[] {
  const place = placeIn(environment[name]);
  if (!place?.hasLogin || place.hosts.every(isLoopback) || isEncrypted(place)) return [];
  return [`${name}: has to say tls=true: a password goes to another machine`];
}

function isEncrypted({ scheme, options }: Place): boolean {
  const said = options.get('tls') ?? options.get('ssl');
  return said === null ? scheme === 'mongodb+srv' : said === 'true';
}

/** What is in one database must never open what is in another. */
function sharedDatabases(environment: Environment): readonly string[] {
  const nameOf = (which: keyof typeof databaseDefaults) =>
    environment[`THREEKEYS_${which}_DATABASE`] ?? databaseDefaults[which];
  const server = serverOf(environment['THREEKEYS_MONGO_URL']);
  const isSameServer = (serverOf(environment['THREEKEYS_KEYS_URL']) ?? server) === server;
  return problemsOf({
    'THREEKEYS_KEYS_DATABASE: has to differ from THREEKEYS_MONGO_DATABASE on the same server':
      isSameServer && nameOf('KEYS') === nameOf('MONGO'),
    'THREEKEYS_KEYS_DATABASE: has to differ from THREEKEYS_ACCESS_DATABASE on the same server':
      isSameServer && nameOf('KEYS') === nameOf('ACCESS'),
    'THREEKEYS_ACCESS_DATABASE: has to differ from THREEKEYS_MONGO_DATABASE':
      nameOf('ACCESS') === nameOf('MONGO'),
  });
}

function serverOf(url: string | undefined): string | undefined {
  return placeIn(url)?.hosts.toSorted().join(',');
}

function placeIn(url: string | undefined): Place | undefined {
  const found = /^([a-z+]+):\/\/(?:([^@/]*)@)?([^/?]+)(?:\/[^?]*)?(?:\?(.*))?$/.exec(url ?? '');
  if (!found) return undefined;
  const [, scheme = '', login, hosts = '', options = ''] = found;
  return {
    scheme,
    hasLogin: login !== undefined,
    hosts: hosts.split(',').map(hostOf),
    options: new URLSearchParams(options),
  };
}

function hostOf(address: string): string {
  return address
    .trim()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
