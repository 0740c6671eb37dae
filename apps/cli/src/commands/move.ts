import type { Command } from '../context';
import { badInput } from '../exit';
import { secondsSince } from '../progress';

const sides = ['embedded', 'cluster'] as const;

function assertSides(from: unknown, to: unknown): void {
  const isKnown = (side: unknown) => sides.some((each) => each === side);
  if (!isKnown(from) || !isKnown(to) || from === to)
    throw badInput('move --from embedded --to cluster, or --from cluster --to embedded.');
}

export const move: Command = {
  usage: 'move --from embedded --to cluster   (or back; home in THREEKEYS_HOME, servers in the environment)',
  does: {
    zh: '把已停止的安装整体迁到空的另一引擎：日志、密钥、账号、进度；可中断后重来',
    en: 'move a stopped installation to the other engine, which is empty: log, keys, accounts, progress; may be given again',
  },
  values: ['from', 'to'],
  run: async ({ flags: { from, to }, home, say, tell, language, signal }) => {
    assertSides(from, to);
    const startedMs = performance.now();
    const { movedFrom } = await import('#move');
    const moved = await movedFrom(from === 'embedded', { home, tell, language, signal });
    const text = {
      zh: `已迁移 ${moved.events} 条记录（根 ${moved.root.slice(0, 16)}…）、${moved.keys} 把密钥、${moved.accounts} 个账号，用时 ${secondsSince(startedMs)} 秒。请勿再启动原来的一份。`,
      en: `${moved.events} events (root ${moved.root.slice(0, 16)}…), ${moved.keys} keys and ${moved.accounts} accounts moved in ${secondsSince(startedMs)} s. Do not start the old one again.`,
    };
    say(text[language]);
    return { ...moved };
  },
};
