import 'reflect-metadata';
import { assertAddressFree, configFrom, ConfigInvalid, openLogs, stopOnSignals } from '@threekeys/runtime';
import { runAllInOne } from './embedded-run';
import type { ShownOnce } from './embedded-run';
import { greeting, newPassword, prepareFirstStart, secretLines } from './first-start';
import { firstAccount } from '@threekeys/engine';
import { optionsFrom } from './options';

/** What somebody who starts it can set right; its message says how. */
const expected = [
  'DatabaseRefused',
  'AddressInUse',
  'KeyEncryptionKeyUnfit',
  'HomeHalfMoved',
  'ClockBehind',
  'EventStoreError',
];

async function main(): Promise<void> {
  const config = configFrom(process.env);
  const options = optionsFrom(process.argv.slice(2));
  await assertAddressFree(config);
  const logs = openLogs(config);
  const password = config.demoPassword ?? newPassword();
  let shown: ShownOnce = await prepareFirstStart(config, logs, { ...options, password });
  const running = await runAllInOne(config, logs, {
    acceptClock: options.acceptClock,
    accounts: { names: [firstAccount], password },
    onMade: (made) => (shown = { ...shown, ...made }),
  }).catch((error: unknown) => {
    say(secretLines(shown));
    throw error;
  });
  stopOnSignals(() => running.close(), logs);
  const isDemo = (await running.engine.accounts.list()).some(({ username }) => username === 'clerk');
  say(greeting(running.url, { isDemo, shown }));
}

const say = (lines: readonly string[]) => process.stdout.write(lines.map((line) => `${line}\n`).join(''));

main().catch((error: unknown) => {
  const isExpected =
    error instanceof ConfigInvalid || (error instanceof Error && expected.includes(error.name));
  process.stderr.write(
    `threekeys: ${isExpected ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exit(isExpected ? 1 : 70);
});
