import 'reflect-metadata';
import { configFrom, ConfigInvalid, openLogs, stopOnSignals } from '@threekeys/runtime';
import { runAllInOne } from './embedded-run';
import { greeting, prepareFirstStart } from './first-start';
import { firstAccount } from './opening';
import { optionsFrom } from './options';

/** What somebody who starts it can set right; its message says how. */
const expected = ['DatabaseRefused', 'AddressInUse', 'KeyEncryptionKeyUnfit'];

async function main(): Promise<void> {
  const config = configFrom(process.env);
  const options = optionsFrom(process.argv.slice(2));
  const logs = openLogs(config);
  const firstStart = await prepareFirstStart(config, logs, options);
  const running = await runAllInOne(config, logs, {
    ...(firstStart && { accounts: { names: [firstAccount], password: firstStart.password } }),
  });
  stopOnSignals(() => running.close(), logs);
  const isDemo = (await running.engine.accounts.list()).some(({ username }) => username === 'clerk');
  const recoverySecret = firstStart?.recoverySecret ?? running.engine.stores.recoverySecret;
  process.stdout.write(`${greeting(running.url, { isDemo, firstStart, recoverySecret }).join('\n')}\n`);
}

main().catch((error: unknown) => {
  const isExpected =
    error instanceof ConfigInvalid || (error instanceof Error && expected.includes(error.name));
  process.stderr.write(
    `threekeys: ${isExpected ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exit(isExpected ? 1 : 70);
});
