import type { Moved } from '@threekeys/engine';
import { moveInstallation, TargetNotEmpty } from '@threekeys/engine';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openClusterSide } from './cluster-movable';
import { consumers } from './consumers';
import type { CommandContext } from './context';
import type { OpenSide } from './embedded-movable';
import { openHomeToFill, openHomeToMove } from './embedded-movable';
import { CommandFailed, exitCodes } from './exit';
import { bar } from './progress';

type Outside = Pick<CommandContext, 'home' | 'tell' | 'language' | 'signal'>;

/** Moves a stopped installation to the other engine. @throws CommandFailed soon after Ctrl-C, whatever still waits */
export function movedFrom(isFromHome: boolean, outside: Outside): Promise<Moved> {
  return orInterrupted(movedWhole(isFromHome, outside), outside);
}

async function movedWhole(isFromHome: boolean, { home, tell, language, signal }: Outside): Promise<Moved> {
  const words = {
    zh: '主密钥的恢复码（请抄写，仅显示一次）：',
    en: 'Recovery secret of the key of all personal data; write it down, it is shown once: ',
  };
  const cluster = await openClusterSide(process.env);
  try {
    const proving = { onProgress: bar('verify'), language };
    if (!isFromHome) await cluster.prove(proving);
    const embedded = isFromHome
      ? await openHomeToMove(home, proving)
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

async function orInterrupted(moving: Promise<Moved>, { signal, language }: Outside): Promise<Moved> {
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
