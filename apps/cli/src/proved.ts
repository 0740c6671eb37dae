import { isAltered } from '@threekeys/event-store';
import type { CommandContext } from './context';
import type { HomeReport } from './embedded-verify';
import { CommandFailed, exitCodes } from './exit';
import type { OnProgress } from './home-folder';
import { accessProblems, logProblems } from './home-problems';

export interface Proving {
  readonly onProgress: OnProgress;
  readonly language: CommandContext['language'];
}

/** What has to be whole before an installation is moved; a date in question is told wherever it is. */
export interface Proof extends Pick<HomeReport, 'log' | 'access' | 'accessContradicted'> {
  /** Why the keys are not those of the log; absent: not compared. */
  readonly unfitKeys?: readonly string[];
}

const broken = {
  zh: '这份安装的历史已不是当初所记，未作迁移：到了新处，便再没有什么能揭示它。',
  en: 'The history of this installation is not what was recorded; nothing was moved: where it went, nothing would show it any more.',
};

/**
 * A log that is moved gets another witness, and who opened what another chain: what contradicts the old ones has to be told
 * before.
 * @throws CommandFailed where the history is broken
 */
export function assertWhole(
  { log, access, accessContradicted = [], unfitKeys = [] }: Proof,
  language: CommandContext['language'],
): void {
  const problems = log.problems.filter((problem) => isAltered([problem]));
  const shown = [
    ...logProblems({ log: { ...log, problems } }),
    ...accessProblems({ access, accessContradicted }),
    ...unfitKeys,
  ].slice(0, 20);
  if (shown.length === 0) return;
  throw new CommandFailed(exitCodes.integrityBroken, `${broken[language]}\n✕ ${shown.join('\n✕ ')}`, {
    problems: shown,
  });
}
