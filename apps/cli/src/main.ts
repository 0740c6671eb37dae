import { resolve } from 'node:path';
import { helpText, parse } from './arguments';
import type { Parsed } from './arguments';
import { commands } from './commands';
import { exitCodes } from './exit';
import { failureOf } from './failure';
import { operatorToken, Server } from './server';

function languageOf(flag: string | boolean | undefined): 'zh' | 'en' {
  const asked = typeof flag === 'string' ? flag : (process.env.THREEKEYS_LANG ?? process.env.LANG ?? '');
  return asked.startsWith('zh') ? 'zh' : 'en';
}

/** npm runs scripts in the repository; paths are the caller's. */
const path = (relative: string) => resolve(process.env.INIT_CWD ?? process.cwd(), relative);

const home = () =>
  process.env.THREEKEYS_HOME ? path(process.env.THREEKEYS_HOME) : resolve(__dirname, '../../../.threekeys');

const onStandardOutput = (line: string) => void process.stdout.write(`${line}\n`);
const onStandardError = (line: string) => void process.stderr.write(`${line}\n`);

async function runCommand({ command, positionals, flags }: Parsed, signal: AbortSignal): Promise<void> {
  const json = flags.json === true;
  const language = languageOf(flags.lang);
  const server = new Server({
    url: process.env.THREEKEYS_URL ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`,
    token: process.env.THREEKEYS_TOKEN ?? operatorToken(home()),
    language,
    signal,
  });
  const result = await command.run({
    ...{ positionals, flags, language, server, path, signal },
    home: home(),
    say: json ? () => undefined : onStandardOutput,
    tell: json ? onStandardError : onStandardOutput,
  });
  if (json && result !== undefined) onStandardOutput(JSON.stringify(result));
}

function fail(error: unknown, json: boolean): number {
  const { message, facts, exitCode } = failureOf(error);
  onStandardError(message);
  if (json) onStandardOutput(JSON.stringify({ ...facts, error: message }));
  return exitCode;
}

async function main(argv: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  try {
    const parsed = parse(commands, argv);
    if ('help' in parsed) onStandardOutput(helpText(commands, languageOf(parsed.language), parsed.help));
    else await runCommand(parsed, interrupt.signal);
    return exitCodes.done;
  } catch (error) {
    return fail(error, argv.includes('--json'));
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  // What was interrupted may still hold a server or a timer.
  if (code === exitCodes.interrupted) process.exit();
});
