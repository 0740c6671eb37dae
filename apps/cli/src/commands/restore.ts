import type { Command } from '../context';
import { badInput } from '../exit';
import { secondsSince, stoppableBar } from '../progress';
import { existsSync } from 'node:fs';

/**
 * The recovery secret opens all personal data: like a password it belongs into the environment, not on the command line,
 * where other users of the machine see it.
 */
function keyGiven(flag: string | boolean | undefined): string {
  const given = typeof flag === 'string' ? flag : process.env.THREEKEYS_KEK;
  if (given) return given;
  throw badInput(
    'restore <dir>: name the file of the key with --kek, or put it or the recovery secret into THREEKEYS_KEK.',
  );
}

function anchorGiven(
  flag: string | boolean | undefined,
  path: (relative: string) => string,
): string | undefined {
  return typeof flag === 'string' ? path(flag) : undefined;
}

export const restore: Command = {
  usage:
    'restore <dir> [--kek <file>] [--anchor <newer anchor.log>]   (else file or recovery secret in THREEKEYS_KEK)',
  does: { zh: '恢复到空的 THREEKEYS_HOME', en: 'check a backup and put it into an empty THREEKEYS_HOME' },
  values: ['kek', 'anchor'],
  run: async ({ positionals, flags, home, path, say, signal, language }) => {
    const [directory] = positionals;
    if (directory === undefined) throw badInput('restore <dir>: which backup?');
    const startedMs = performance.now();
    const given = keyGiven(flags.kek);
    const kek = existsSync(path(given)) ? path(given) : given;
    const { restoreHome } = await import('#embedded-restore');
    const restored = await restoreHome(
      { backup: path(directory), home, kek, anchor: anchorGiven(flags.anchor, path) },
      stoppableBar('restore', signal),
    );
    const { missing } = restored;
    const text = {
      zh: `已恢复 ${restored.events} 条记录到 ${home}，并已记入日志${missing ? `；备份之后的 ${missing} 条记录不在其中` : ''}。事件编号将跳过一段，以免重复。下次启动时重建视图，并生成新的 operator.token。`,
      en: `${restored.events} events restored to ${home}, which the log says${missing ? `; ${missing} that were recorded after the backup are not in it` : ''}. Numbers of cases go on further up, so that none is given twice. Views are built and a new operator.token is made at the next start.`,
    };
    say(text[language]);
    return { ...restored, seconds: secondsSince(startedMs) };
  },
};
