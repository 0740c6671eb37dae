import type { Config, Logger } from '@threekeys/runtime';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accountsToTry, seedDemo } from './demo';
import type { ShownOnce } from './embedded-run';
import { firstAccount } from '@threekeys/engine';

/** Made at random where the environment names none. */
export const newPassword = (): string => randomBytes(9).toString('base64url');

interface FirstStart {
  readonly demo: boolean;
  readonly password: string;
}

/** Plays the invented community into a home that is not there yet, where that is wished. @returns what was made */
export async function prepareFirstStart(
  config: Config,
  logs: Logger,
  { demo, password }: FirstStart,
): Promise<ShownOnce> {
  if (!demo || existsSync(join(config.home, 'log.sqlite'))) return {};
  process.stderr.write('Making an invented community with a month of cases: about ten seconds …\n');
  const endsAt = new Date().toISOString();
  const quiet = logs.child({}, { level: 'warn' });
  return { password, ...(await seedDemo({ config, logs: quiet, password, seed: 1, endsAt })) };
}

const passwordLine = ({ password }: ShownOnce) =>
  password === undefined ? 'with the password shown at the first start' : `password ${password} (shown once)`;

const demoLines = (url: string, shown: ShownOnce): readonly string[] => [
  '',
  `Accounts, ${passwordLine(shown)}:`,
  `  ${accountsToTry.join(', ')}`,
  '',
  'Three things to try:',
  `  1. Sign in as clerk and take a report: ${url}/intake`,
  `  2. Sign in as dispatcher, open a case, and step through its history: ${url}/cases`,
  '  3. Prove to a sceptic that nothing was altered: npm run threekeys -- verify',
];

const accountLines = (shown: ShownOnce): readonly string[] =>
  shown.password === undefined ? [] : ['', `Sign in as ${firstAccount}, ${passwordLine(shown)}`];

const recoveryLines = ({ recoverySecret }: ShownOnce): readonly string[] =>
  recoverySecret === undefined
    ? []
    : [
        '',
        'Recovery secret of the key that wraps all personal data. Write it down, it is shown once:',
        `  ${recoverySecret}`,
      ];

/** What exists by now and nobody could say again, where the start came no further. */
export const secretLines = (shown: ShownOnce): readonly string[] => [
  ...accountLines(shown),
  ...recoveryLines(shown),
];

/** The ready line, and what somebody who has just started wants to know. */
export function greeting(
  url: string,
  { isDemo, shown }: { readonly isDemo: boolean; readonly shown: ShownOnce },
): readonly string[] {
  return [
    `Threekeys is ready at ${url}`,
    ...(isDemo ? demoLines(url, shown) : accountLines(shown)),
    ...recoveryLines(shown),
  ];
}
