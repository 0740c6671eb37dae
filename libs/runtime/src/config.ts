import { isIP } from 'node:net';
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** 0: any free one. */
export const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

/** An address, or a network as `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const bitsMax = isIP(address) === 4 ? 32 : 128;
  const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= bitsMax);
  return isIP(address) !== 0 && fits && rest.length === 0;
}

const networks = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine((list) => list.every(isNetwork));

/** What every process that serves requests reads, whatever it keeps its data in. */
export const serviceSettings = {
  PORT: port.default(3000),
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  THREEKEYS_TRUSTED_PROXY: networks.optional(),
  THREEKEYS_LANG: z.enum(['zh', 'en']).default('zh'),
  THREEKEYS_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
};

const Settings = z.object({
  ...serviceSettings,
  THREEKEYS_HOME: z.string().min(1).default('.threekeys'),
  THREEKEYS_DEMO_PASSWORD: z.string().min(8).max(200).optional(),
});

/** Names of the CLI and the tests: known, and nothing to this process. */
const knownElsewhere = ['THREEKEYS_URL', 'THREEKEYS_TOKEN', 'THREEKEYS_PASSWORD', 'THREEKEYS_TEST_DATA'];

/** Settings of a cluster, which say nothing to a process that has its own files. */
const ofACluster =
  /^THREEKEYS_(?:ACCESS|CLUSTER|ESDB|INTAKE|KAFKA|KEK|KEYS|MATCHING|MONGO|OPERATIONS|OPERATOR)(?:_|$)/;

export interface ServiceConfig {
  readonly port: number;
  readonly host: string;
  /** Who may say for whom a request comes. Absent: nobody. */
  readonly trustedProxies?: readonly string[];
  readonly language: 'zh' | 'en';
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

export interface Config extends ServiceConfig {
  readonly home: string;
  readonly demoPassword?: string;
}

/** Everything that is wrong with the environment, one line each. */
export class ConfigInvalid extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not right:\n${problems.map((each) => `  ${each}`).join('\n')}`);
    this.name = 'ConfigInvalid';
  }
}

/** @throws ConfigInvalid with all problems at once; values are not repeated, they may be secret */
export function configFrom(environment: Environment): Config {
  const read = Settings.safeParse(environment);
  const elsewhere = Object.keys(environment).filter((name) => ofACluster.test(name));
  const known = [...Object.keys(Settings.shape), ...knownElsewhere, ...elsewhere];
  const problems = [
    ...unknownNames(environment, known),
    ...(read.success ? [] : read.error.issues.map((issue) => problemOf(issue, wants))),
  ];
  if (!read.success || problems.length > 0) throw new ConfigInvalid(problems);
  const { THREEKEYS_HOME: home, THREEKEYS_DEMO_PASSWORD: demoPassword } = read.data;
  return {
    ...serviceConfigOf(read.data),
    home,
    ...(demoPassword === undefined ? {} : { demoPassword }),
  };
}

type ServiceSettings = z.output<z.ZodObject<typeof serviceSettings>>;

/** The settings of {@link serviceSettings}, read, by the names of the code. */
export function serviceConfigOf(read: ServiceSettings): ServiceConfig {
  const { PORT: port, HOST: host, THREEKEYS_LANG: language, THREEKEYS_LOG: logLevel } = read;
  const { THREEKEYS_TRUSTED_PROXY: trustedProxies } = read;
  return { port, host, language, logLevel, ...(trustedProxies === undefined ? {} : { trustedProxies }) };
}

/** One line for each name of ours that nobody reads: most likely it is misspelt. */
export function unknownNames(environment: Environment, known: readonly string[]): readonly string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('THREEKEYS_') && !known.includes(name))
    .map((name) => `${name}: there is no such setting`);
}

/** What the value of each setting has to be. */
export const serviceWants = {
  PORT: 'a port from 0 to 65535',
  HOST: 'a host name or address',
  THREEKEYS_TRUSTED_PROXY: 'addresses or networks (10.0.0.0/8), separated by commas',
  THREEKEYS_LANG: 'zh or en',
  THREEKEYS_LOG: 'silent, error, warn, info or debug',
};

const wants: Readonly<Record<string, string>> = {
  ...serviceWants,
  THREEKEYS_HOME: 'a directory',
  THREEKEYS_DEMO_PASSWORD: 'at least 8 characters',
};

/** The line about one problem that zod found. */
export function problemOf(
  { path }: { path: readonly PropertyKey[] },
  wanted: Readonly<Record<string, string>>,
): string {
  const name = String(path[0]);
  return `${name}: has to be ${wanted[name] ?? 'something else'}`;
}
