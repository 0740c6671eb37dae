import type { Command } from '../context';
import { restoreHome } from '../embedded-restore';
import { badInput } from '../exit';
import { secondsSince, stoppableBar } from '../progress';
import { existsSync } from 'node:fs';

export const restore: Command = {
  usage: 'restore <dir> --kek <file or recovery secret>',
  does: { zh: '恢复到空的 THREEKEYS_HOME', en: 'check a backup and put it into an empty THREEKEYS_HOME' },
  values: ['kek'],
  run: async ({ positionals, flags, home, path, say, signal, language }) => {
    const [directory] = positionals;
    if (directory === undefined || typeof flags.kek !== 'string')
      throw badInput('restore <dir> --kek <file or recovery secret>: which backup, which key?');
    const startedMs = performance.now();
    const kek = existsSync(path(flags.kek)) ? path(flags.kek) : flags.kek;
    const restored = await restoreHome(
      { backup: path(directory), home, kek },
      stoppableBar('restore', signal),
    );
    const text = {
      zh: `已恢复 ${restored.events} 个事件到 ${home}。下次启动时重建视图，并生成新的 operator.token。`,
      en: `${restored.events} events restored to ${home}. Views are built and a new operator.token is made at the next start.`,
    };
    say(text[language]);
    return { ...restored, seconds: secondsSince(startedMs) };
  },
};
