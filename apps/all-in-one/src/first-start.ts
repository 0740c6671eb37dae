import type { Config, Logger } from '@threekeys/runtime';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demoAccounts, seedDemo } from './demo';
import { firstAccount } from './opening';

/** What is shown once, at the first start of a home. */
export interface FirstStart {
  readonly password: string;
  readonly recoverySecret?: string;
}

export const isNewHome = (home: string): boolean => !existsSync(join(home, 'log.sqlite'));

/** Made at random where the environment names none. */
const newPassword = (): string => randomBytes(9).toString('base64url');

/** Prepares what an empty home begins with: the invented community, or one account. Undefined: the home is in use already. */
export async function prepareFirstStart(
  config: Config,
  logs: Logger,
  { demo }: { readonly demo: boolean },
): Promise<FirstStart | undefined> {
  if (!isNewHome(config.home)) return undefined;
  const password = config.demoPassword ?? newPassword();
  if (!demo) return { password };
  process.stderr.write('Making an invented community with a month of cases: about ten seconds …\n');
  const endsAt = new Date().toISOString();
  const quiet = logs.child({}, { level: 'warn' });
  return { password, ...(await seedDemo({ config, logs: quiet, password, seed: 1, endsAt })) };
}

const passwordLine = (firstStart: FirstStart | undefined) =>
  firstStart ? `password ${firstStart.password} (shown once)` : 'with the password shown at the first start';

const demoLines = (url: string, firstStart: FirstStart | undefined): readonly string[] => [
  '',
  `Accounts, ${passwordLine(firstStart)}:`,
  `  ${Object.keys(demoAccounts).join(', ')}`,
  '',
  'Three things to try:',
  `  1. Sign in as clerk and take a report: ${url}/intake`,
  `  2. Sign in as dispatcher, open a case, and step through its history: ${url}/cases`,
  '  3. Prove to a sceptic that nothing was altered: npm run threekeys -- verify',
];

const emptyLines = (firstStart: FirstStart | undefined): readonly string[] =>
  firstStart ? ['', `Sign in as ${firstAccount}, ${passwordLine(firstStart)}`] : [];

const recoveryLines = ({ recoverySecret }: Pick<FirstStart, 'recoverySecret'>): readonly string[] =>
  recoverySecret === undefined
    ? []
    : [
        '',
        'Recovery secret of the key that wraps all personal data. Write it down, it is shown once:',
        `  ${recoverySecret}`,
      ];

/** The ready line, and what somebody who has just started wants to know. */
export function greeting(
  url: string,
  {
    isDemo,
    firstStart,
    recoverySecret,
  }: { isDemo: boolean; firstStart: FirstStart | undefined; recoverySecret: string | undefined },
): readonly string[] {
  return [
    `Threekeys is ready at ${url}`,
    ...(isDemo ? demoLines(url, firstStart) : emptyLines(firstStart)),
    ...recoveryLines(recoverySecret === undefined ? {} : { recoverySecret }),
  ];
}
