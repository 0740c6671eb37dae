import { parseArgs } from 'node:util';
import type { Command } from './context';
import { badInput } from './exit';

type Commands = Readonly<Record<string, Command>>;

export interface Parsed {
  readonly command: Command;
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
}

export interface HelpAsked {
  /** The words of a command, or their beginning; empty: all of them. */
  readonly help: string;
  readonly language: string | undefined;
}

const common = { json: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean' } } as const;

/** Finds the command (`users add` before `users`) and reads its flags; an unknown one is bad input. */
export function parse(commands: Commands, argv: readonly string[]): Parsed | HelpAsked {
  const { words, language, help } = firstLook(argv);
  if (words.length === 0) return { help: '', language };
  if (words[0] === 'help') return helpFor(commands, words.slice(1), language);
  if (help) return helpFor(commands, words, language);
  const { name, command } = named(commands, words) ?? unknown(words);
  const { flags, positionals } = read(command, argv);
  return { command, positionals: positionals.slice(name.split(' ').length), flags };
}

/** Before the command is known, and with it its flags. */
function firstLook(argv: readonly string[]) {
  const { values, positionals: words } = parseArgs({
    args: [...argv],
    options: common,
    allowPositionals: true,
    strict: false,
  });
  return {
    words,
    language: typeof values.lang === 'string' ? values.lang : undefined,
    help: values.help === true,
  };
}

function named(commands: Commands, words: readonly string[]): { name: string; command: Command } | undefined {
  const [name] = [words.slice(0, 2).join(' '), words[0] ?? ''].filter((each) =>
    Object.hasOwn(commands, each),
  );
  const command = name === undefined ? undefined : commands[name];
  return name === undefined || command === undefined ? undefined : { name, command };
}

function unknown(words: readonly string[]): never {
  throw badInput(`Unknown command: ${words.slice(0, 2).join(' ')}. See threekeys help.`);
}

function helpFor(commands: Commands, words: readonly string[], language: string | undefined): HelpAsked {
  const help = named(commands, words)?.name ?? words.slice(0, 2).join(' ');
  if (namesUnder(commands, help).length === 0) unknown(words);
  return { help, language };
}

function namesUnder(commands: Commands, beginning: string): readonly string[] {
  return Object.keys(commands).filter(
    (name) => beginning === '' || name === beginning || name.startsWith(`${beginning} `),
  );
}

function read(command: Command, argv: readonly string[]): Pick<Parsed, 'positionals' | 'flags'> {
  const own = { ...flagsOf('string', command.values), ...flagsOf('boolean', command.switches) };
  try {
    const { values, positionals }: { values: Parsed['flags']; positionals: readonly string[] } = parseArgs({
      args: [...argv],
      options: { ...common, ...own },
      allowPositionals: true,
      strict: true,
    });
    return { positionals, flags: values };
  } catch (error) {
    throw badInput(`${(error as Error).message} Usage: threekeys ${command.usage}`);
  }
}

function flagsOf<Type extends 'string' | 'boolean'>(
  type: Type,
  names: readonly string[] = [],
): Readonly<Record<string, { readonly type: Type }>> {
  return Object.fromEntries(names.map((name) => [name, { type }] as const));
}

const tail = {
  zh: [
    '通用：--json（最后一行一个对象） --lang zh|en · help <命令>',
    '环境：THREEKEYS_HOME，THREEKEYS_URL，THREEKEYS_TOKEN（默认用 operator.token）',
    '退出码：0 完成 1 输入有误或部分失败 2 被拒绝 3 完整性受损 4 不可用 70 程序错误 130 中断',
  ],
  en: [
    'everywhere: --json (one object on the last line), --lang zh|en · help <command>',
    'environment: THREEKEYS_HOME, THREEKEYS_URL, THREEKEYS_TOKEN (default: operator.token of the home)',
    'exit: 0 done, 1 bad input or some entries failed, 2 refused, 3 integrity broken, 4 unavailable, 70 a bug, 130 interrupted',
  ],
};

/** @param beginning of the commands to list; empty: all */
export function helpText(commands: Commands, language: 'zh' | 'en', beginning = ''): string {
  const listed = namesUnder(commands, beginning).flatMap((name) => commands[name] ?? []);
  const width = Math.max(...listed.map(({ usage }) => Math.min(usage.length, 44)));
  const lines = listed.map(
    ({ usage, does }) =>
      `  ${usage.padEnd(width)}${usage.length > width ? `\n${' '.repeat(width + 2)}` : ''}  ${does[language]}`,
  );
  return ['threekeys <command>', ...lines, '', ...tail[language].map((line) => `  ${line}`)].join('\n');
}
