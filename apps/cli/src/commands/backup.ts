import type { Command } from '../context';
import { badInput } from '../exit';
import { secondsSince, stoppableBar } from '../progress';

export const backup: Command = {
  usage: 'backup <dir>',
  does: {
    zh: '备份（运行中或停止时；不含主密钥 kek）',
    en: 'copy the home into an empty folder, running or stopped; never the kek',
  },
  run: async ({ positionals, home, path, say, signal, language }) => {
    const [directory] = positionals;
    if (directory === undefined) throw badInput('backup <dir>: into which folder?');
    const startedMs = performance.now();
    const { backupHome } = await import('#embedded-backup');
    const target = path(directory);
    const { files, events } = await backupHome(home, target, stoppableBar('backup', signal));
    const text = {
      zh: `已备份 ${events} 条记录到 ${target}。密钥文件 kek 不在其中：请与备份分开保管。`,
      en: `${events} events copied to ${target}. The key file kek is not in it: keep it elsewhere, or its recovery secret.`,
    };
    say(text[language]);
    return { events, files, directory: target, seconds: secondsSince(startedMs) };
  },
};
