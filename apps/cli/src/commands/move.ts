import type { Moved } from '@threekeys/engine';
import { moveInstallation, TargetNotEmpty } from '@threekeys/engine';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openClusterSide } from '../cluster-movable';
import type { OpenSide } from '../embedded-movable';
import { openHomeToFill, openHomeToMove } from '../embedded-movable';
import { badInput, CommandFailed, exitCodes } from '../exit';
import type { Command, CommandContext } from '../context';
import { bar, secondsSince } from '../progress';

const sides = ['embedded', 'cluster'] as const;

/** Stable for ever: what each of them has done is kept under its name. */
const consumers = ['intake', 'dispatch', 'volunteer-matching'];

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
    const moving = movedFrom(from === 'embedded', { home, tell, language, signal });
    const moved = await orInterrupted(moving, { signal, language });
    const text = {
      zh: `已迁移 ${moved.events} 个事件（根 ${moved.root.slice(0, 16)}…）、${moved.keys} 把密钥、${moved.accounts} 个账号，用时 ${secondsSince(startedMs)} 秒。请勿再启动原来的一份。`,
      en: `${moved.events} events (root ${moved.root.slice(0, 16)}…), ${moved.keys} keys and ${moved.accounts} accounts moved in ${secondsSince(startedMs)} s. Do not start the old one again.`,
    };
    say(text[language]);
    return { ...moved };
  },
};

type Outside = Pick<CommandContext, 'home' | 'tell' | 'language' | 'signal'>;

async function movedFrom(isFromHome: boolean, { home, tell, language, signal }: Outside): Promise<Moved> {
  const words = {
    zh: '主密钥的恢复码（请抄写，仅显示一次）：',
    en: 'Recovery secret of the key of all personal data; write it down, it is shown once: ',
  };
  const cluster = await openClusterSide(process.env);
  try {
    const embedded = isFromHome
      ? await openHomeToMove(home)
      : await openHomeToFill(home, (secret) => tell(words[language] + secret));
    const [from, to] = isFromHome ? [embedded, cluster] : [cluster, embedded];
    try {
      const moved = await filled(from, to, AbortSignal.any([signal, cluster.lost]));
      if (isFromHome) await cluster.beginRelay(consumers);
      await to.complete();
      return moved;
    } finally {
      await embedded.close();
    }
  } finally {
    await cluster.close();
  }
}

async function filled(from: OpenSide, to: OpenSide, signal: AbortSignal): Promise<Moved> {
  try {
    return await moveInstallation(from.installation, to.installation, {
      ...{ consumers, signal, onProgress: bar('move') },
      onBegin: () => to.begin(),
    });
  } catch (error) {
    throw error instanceof TargetNotEmpty ? new CommandFailed(exitCodes.badInput, error.message) : error;
  }
}

/** What is under way is given a second to end in order; cut off anywhere, the same move goes on where it was. */
const endsWithinMs = 1000;

const interrupted = {
  zh: '已中断。目标只填了一部分，在迁移完成前不会启动；原来的一份未改动。请用同样的命令继续，从中断处接着迁移。',
  en: 'Interrupted. The target is filled in part, and does not start until the move has come to its end; the old one is unchanged. Give the same command again: it goes on where it was.',
};

/** @throws CommandFailed soon after Ctrl-C, whatever still waits */
async function orInterrupted(
  moving: Promise<Moved>,
  { signal, language }: Pick<CommandContext, 'signal' | 'language'>,
): Promise<Moved> {
  const outcome = moving.catch((error: unknown) => {
    throw signal.aborted ? new CommandFailed(exitCodes.interrupted, interrupted[language]) : error;
  });
  const cutOff = async (): Promise<never> => {
    if (!signal.aborted) await once(signal, 'abort');
    await pause(endsWithinMs, undefined, { ref: false });
    throw new CommandFailed(exitCodes.interrupted, interrupted[language]);
  };
  return Promise.race([outcome, cutOff()]);
}
