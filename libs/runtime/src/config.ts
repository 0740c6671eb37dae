import { isIP } from 'node:net';
import { z } from 'zod';

const port = z
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

const Settings = z.object({
  /** 0: any free one. */
  PORT: port.default(3000),
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  THREEKEYS_HOME: z.string().min(1).default('.threekeys'),
  THREEKEYS_DEMO_PASSWORD: z.string().min(8).max(200).optional(),
  THREEKEYS_TRUSTED_PROXY: networks.optional(),
  THREEKEYS_LANG: z.enum(['zh', 'en']).default('zh'),
  THREEKEYS_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** Names of the CLI and the tests: known, and nothing to this process. */
const knownElsewhere = [
  'THREEKEYS_URL',
  'THREEKEYS_TOKEN',
  'THREEKEYS_PASSWORD',
  'THREEKEYS_TEST_DATA',
  'THREEKEYS_KEK',
  'THREEKEYS_KAFKA_BROKERS',
  'THREEKEYS_KAFKA_PREFIX',
];

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly home: string;
  readonly demoPassword?: string;
  /** Who may say for whom a request comes. Absent: nobody. */
  readonly trustedProxies?: readonly string[];
  readonly language: 'zh' | 'en';
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Everything that is wrong with the environment, one line each. */
export class ConfigInvalid extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not right:\n${problems.map((each) => `  ${each}`).join('\n')}`);
    this.name = 'ConfigInvalid';
  }
}

/** @throws ConfigInvalid with all problems at once; values are not repeated, they may be secret */
export function configFrom(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = Settings.safeParse(environment);
  const problems = [...unknownNames(environment), ...(read.success ? [] : read.error.issues.map(lineOf))];
  if (!read.success || problems.length > 0) throw new ConfigInvalid(problems);
  const { PORT, HOST, THREEKEYS_HOME, THREEKEYS_LANG, THREEKEYS_LOG } = read.data;
  const { THREEKEYS_DEMO_PASSWORD: demoPassword, THREEKEYS_TRUSTED_PROXY: trustedProxies } = read.data;
  return {
    port: PORT,
    host: HOST,
    home: THREEKEYS_HOME,
    ...(demoPassword === undefined ? {} : { demoPassword }),
    ...(trustedProxies === undefined ? {} : { trustedProxies }),
    language: THREEKEYS_LANG,
    logLevel: THREEKEYS_LOG,
  };
}

function unknownNames(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known = [...Object.keys(Settings.shape), ...knownElsewhere];
  return Object.keys(environment)
    .filter((name) => name.startsWith('THREEKEYS_') && !known.includes(name))
    .map((name) => `${name}: there is no such setting`);
}

const wants: Readonly<Record<string, string>> = {
  PORT: 'a port from 0 to 65535',
  HOST: 'a host name or address',
  THREEKEYS_HOME: 'a directory',
  THREEKEYS_DEMO_PASSWORD: 'at least 8 characters',
  THREEKEYS_TRUSTED_PROXY: 'addresses or networks (10.0.0.0/8), separated by commas',
  THREEKEYS_LANG: 'zh or en',
  THREEKEYS_LOG: 'silent, error, warn, info or debug',
};

function lineOf({ path }: { path: readonly PropertyKey[] }): string {
  const name = String(path[0]);
  return `${name}: has to be ${wants[name] ?? 'something else'}`;
}
