import { resolve } from 'node:path';
import { helpText, parse } from './arguments';
import type { Parsed } from './arguments';
import { commands } from './commands';
import { CommandFailed, exitCodes } from './exit';
import { operatorToken, Server } from './server';

function languageOf(flag: string | boolean | undefined): 'zh' | 'en' {
  const asked = typeof flag === 'string' ? flag : (process.env.THREEKEYS_LANG ?? process.env.LANG ?? '');
  return asked.startsWith('zh') ? 'zh' : 'en';
}

/** npm runs scripts in the repository; paths are the caller's. */
const path = (relative: string) => resolve(process.env.INIT_CWD ?? process.cwd(), relative);

const home = () =>
  process.env.THREEKEYS_HOME ? path(process.env.THREEKEYS_HOME) : resolve(__dirname, '../../../.threekeys');

async function runCommand({ command, positionals, flags }: Parsed, signal: AbortSignal): Promise<void> {
  const json = flags.json === true;
  const language = languageOf(flags.lang);
  const server = new Server({
    url: process.env.THREEKEYS_URL ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`,
    token: process.env.THREEKEYS_TOKEN ?? operatorToken(home()),
    language,
  });
  const say = (line: string) => {
    if (!json) process.stdout.write(`${line}\n`);
  };
  const result = await command.run({ positionals, flags, language, home: home(), server, path, say, signal });
  if (json && result !== undefined) process.stdout.write(`${JSON.stringify(result)}\n`);
}

function fail(error: unknown, json: boolean): number {
  if (!(error instanceof CommandFailed)) {
    process.stderr.write(
      `A bug of Threekeys, please report it: ${(error as Error).stack ?? String(error)}\n`,
    );
    return exitCodes.bug;
  }
  process.stderr.write(`${error.message}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ ...error.facts, error: error.message })}\n`);
  return error.exitCode;
}

async function main(argv: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  try {
    const parsed = parse(commands, argv);
    if (parsed === 'help') process.stdout.write(`${helpText(commands, languageOf(undefined))}\n`);
    else await runCommand(parsed, interrupt.signal);
    return exitCodes.done;
  } catch (error) {
    return fail(error, argv.includes('--json'));
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
