import { parseArgs } from 'node:util';
import type { Command } from './context';
import { badInput } from './exit';

export interface Parsed {
  readonly command: Command;
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
}

const common = { json: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean' } } as const;

/** Finds the command (`users add` before `users`) and reads its flags; an unknown one is bad input. */
export function parse(commands: Readonly<Record<string, Command>>, argv: readonly string[]): Parsed | 'help' {
  const words = argv.filter((each) => !each.startsWith('-'));
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((each) => each in commands);
  const command = name === undefined ? undefined : commands[name];
  if (name === undefined || command === undefined) {
    if (words.length === 0 || words[0] === 'help') return 'help';
    throw badInput(`Unknown command: ${words.join(' ')}. See threekeys help.`);
  }
  const { flags, positionals } = read(command, argv);
  if (flags.help) return 'help';
  return { command, positionals: positionals.slice(name.split(' ').length), flags };
}

function read(command: Command, argv: readonly string[]): Pick<Parsed, 'positionals' | 'flags'> {
  const own = Object.fromEntries([
    ...(command.values ?? []).map((flag) => [flag, { type: 'string' }] as const),
    ...(command.switches ?? []).map((flag) => [flag, { type: 'boolean' }] as const),
  ]);
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...common, ...own },
      allowPositionals: true,
      strict: true,
    });
    return { positionals, flags: values as Parsed['flags'] };
  } catch (error) {
    throw badInput(`${(error as Error).message} Usage: threekeys ${command.usage}`);
  }
}

export function helpText(commands: Readonly<Record<string, Command>>, language: 'zh' | 'en'): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => Math.min(usage.length, 44)));
  const lines = Object.values(commands).map(
    ({ usage, does }) =>
      `  ${usage.padEnd(width)}${usage.length > width ? `\n${' '.repeat(width + 2)}` : ''}  ${does[language]}`,
  );
  const tail = {
    zh: '  通用：--json（最后一行一个对象） --lang zh|en。退出码：0 完成 1 输入有误 2 被拒绝 3 完整性受损 4 不可用 70 程序错误 130 中断',
    en: '  everywhere: --json (one object on the last line), --lang zh|en. Exit: 0 done, 1 bad input, 2 refused, 3 integrity broken, 4 unavailable, 70 a bug, 130 interrupted',
  };
  return ['threekeys <command>', ...lines, '', tail[language]].join('\n');
}
