import { isAltered } from '@threekeys/event-store';
import { notedLoss, SqliteEventStore, verifyLog } from '@threekeys/event-store-sqlite';
import { checkAccesses } from '@threekeys/privacy';
import { SqliteAccessLog } from '@threekeys/privacy-sqlite';
import { join } from 'node:path';
import type { CommandContext } from './context';
import { verifyAccess } from './embedded-verify';
import { CommandFailed, exitCodes } from './exit';
import type { OnProgress } from './home-folder';
import { accessProblems, logProblems } from './home-problems';
import { installationFacts } from './installation-facts';

export interface Proving {
  readonly onProgress: OnProgress;
  readonly language: CommandContext['language'];
}

const broken = {
  zh: '这份安装与其见证不符，未作迁移：到了新处，便再没有什么能揭示它。',
  en: 'This installation is not what its witness has seen; nothing was moved: where it went, nothing would show it any more.',
};

const undecided = {
  zh: '有一次认可的损失尚未记入日志：请先执行 threekeys recover --accept-loss。',
  en: 'A loss that was accepted is not recorded yet: give threekeys recover --accept-loss first.',
};

/**
 * A log that is moved gets another witness, and who opened what another chain: what contradicts the old ones has to be told
 * before. Nothing is written.
 * @throws CommandFailed where the history of this home is broken, or a decision about it not recorded
 */
export async function assertProved(home: string, { onProgress, language }: Proving): Promise<void> {
  if (notedLoss(home) !== undefined) throw new CommandFailed(exitCodes.unavailable, undecided[language]);
  const log = await verifyLog(join(home, 'log.sqlite'), join(home, 'anchor.log'), { onProgress });
  const access = await verifyAccess(home);
  const altered = log.problems.filter((problem) => isAltered([problem]));
  const problems = [...logProblems({ log: { ...log, problems: altered } }), ...accessProblems({ access })];
  if (altered.length === 0) problems.push(...(await contradictions(home)));
  if (problems.length === 0) return;
  const shown = problems.slice(0, 20);
  throw new CommandFailed(exitCodes.integrityBroken, `${broken[language]}\n✕ ${shown.join('\n✕ ')}`, {
    problems: shown,
  });
}

async function contradictions(home: string): Promise<readonly string[]> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  try {
    const { accesses } = await installationFacts(store);
    const accessContradicted = await checkAccesses(new SqliteAccessLog(home), accesses);
    return accessProblems({ access: [], accessContradicted });
  } finally {
    await store.close();
  }
}
