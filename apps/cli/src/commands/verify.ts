import type { Command, CommandContext, Result } from '../context';
import type { HomeReport } from '../embedded-verify';
import type { Restore } from '../installation-facts';
import { CommandFailed, exitCodes } from '../exit';
import { problemsOf } from '../home-problems';
import { Progress } from '../progress';

/** Of the commitments that were compared; without the key-encryption key nothing can be. */
function keysOf({ keys }: HomeReport): Result | 'not-compared' {
  if (keys === undefined) return 'not-compared';
  return { compared: keys.keys, erased: keys.erased, values: keys.values };
}

function viewsOf({ restores, views, damagedViews, outdatedViews }: HomeReport): string {
  // The log is broken: nothing was compared with it.
  if (restores === undefined) return 'not-compared';
  if (damagedViews !== undefined || views?.equal === false) return 'different';
  if (outdatedViews !== undefined) return 'outdated';
  if (views === undefined) return 'absent';
  return views.behind.length > 0 ? 'behind' : 'equal';
}

function resultOf(report: HomeReport): Result {
  const { log } = report;
  return {
    streams: log.streams,
    events: log.events,
    head: log.head.root,
    anchor: log.anchor === 'none' ? 'none' : { size: log.anchor.size, root: log.anchor.root },
    access: report.access.length,
    accessUnwitnessed: report.accessTimes?.unwitnessed ?? 'not-compared',
    keys: keysOf(report),
    views: viewsOf(report),
    losses: log.losses.map((loss) => ({ ...loss })),
    clocks: log.clocks.map((clock) => ({ ...clock })),
    restores: (report.restores ?? []).map((restore) => ({ ...restore })),
    ok: problemsOf(report).length === 0,
  };
}

const withoutKey = {
  zh: '此处没有主密钥文件 kek：个人数据的密钥和检索词未作比对。',
  en: 'The file kek is not here: the keys of personal data and the search tokens were not compared.',
};

const unwitnessed = {
  zh: (lines: string) => `查看个人数据的记录中有 ${lines} 条尚无见证：仅能由其自身的链证明。`,
  en: (lines: string) =>
    `Of who opened what, ${lines} lines have no witness yet: only their own chain proves them.`,
};

const leftTexts = {
  outdated: (views: string): Accepted => ({
    zh: `以下视图由另一版本生成，未作比对，下次启动时重建：${views}。`,
    en: `Made by another version and not compared, built anew at the next start: ${views}.`,
  }),
  behind: (views: string): Accepted => ({
    zh: `以下视图尚未跟上日志，只比对到其所及之处：${views}。`,
    en: `Behind the log, and compared as far as they are: ${views}.`,
  }),
};

/** What of the views was not compared to the end of the log. */
function leftOf({ views, outdatedViews = [] }: HomeReport): readonly Accepted[] {
  const left = { outdated: outdatedViews, behind: views?.behind ?? [] };
  const kinds = (['outdated', 'behind'] as const).filter((kind) => left[kind].length > 0);
  return kinds.map((kind) => leftTexts[kind](left[kind].join(', ')));
}

interface Accepted {
  readonly zh: string;
  readonly en: string;
}

function lossText({ logSize, anchorSize, recordedAt, isWitnessed }: Loss): Accepted {
  const said =
    anchorSize > logSize
      ? {
          zh: `第 ${logSize + 1} 至 ${anchorSize} 条记录已丢失，${recordedAt} 由操作者认可`,
          en: `Events ${logSize + 1} to ${anchorSize} were lost; an operator accepted that at ${recordedAt}`,
        }
      : {
          zh: `见证缺失或与日志不符，${recordedAt} 由操作者认可，当时日志有 ${logSize} 条记录`,
          en: `The witness was gone, or another than the log; an operator accepted that at ${recordedAt}, with ${logSize} events`,
        };
  if (isWitnessed) return { zh: `${said.zh}。`, en: `${said.en}.` };
  return {
    zh: `${said.zh}；现有见证中没有与之对应的记录。`,
    en: `${said.en}. No line of the witness that is here bears it out.`,
  };
}

const clockText = ({ logSize, clock, newest }: Clock): Accepted => ({
  zh: `第 ${logSize + 1} 条记录：操作者认可了 ${clock} 的时钟，而日志及其见证已到 ${newest}；此后按该时钟记录。`,
  en: `Event ${logSize + 1}: an operator accepted a clock that said ${clock}, though log and witness had come to ${newest}; what follows is dated by it.`,
});

type Loss = HomeReport['log']['losses'][number];
type Clock = HomeReport['log']['clocks'][number];

const acceptedIn = ({ losses, clocks }: HomeReport['log']): readonly Accepted[] => [
  ...losses.map(lossText),
  ...clocks.map(clockText),
];

const restoreText = {
  zh: ({ logSize, recordedAt, witnessedAt, beyond }: Restore) =>
    `本日志于 ${recordedAt} 由备份恢复，备份含 ${logSize} 条记录${witnessedAt ? `（见证至 ${witnessedAt}）` : ''}；${
      beyond
        ? `原日志至 ${beyond.time} 曾有 ${beyond.size} 个：第 ${logSize + 1} 至 ${beyond.size} 个不在其中。`
        : '备份之后受理的内容不在其中。'
    }`,
  en: ({ logSize, recordedAt, witnessedAt, beyond }: Restore) =>
    `Restored at ${recordedAt} from a backup of ${logSize} events${witnessedAt ? ` (witnessed until ${witnessedAt})` : ''}: ${
      beyond
        ? `the log had ${beyond.size} at ${beyond.time}, events ${logSize + 1} to ${beyond.size} are not in it.`
        : 'what was accepted after it is not in it.'
    }`,
};

const noWitness = {
  zh: '此日志之外没有见证：整条流或日志尾部若被整体删除，此处无从发现；只有留存回执的人能够证明。',
  en: 'There is no witness beside this log: what was removed as a whole, a stream or the end of the log, cannot be seen here; only who kept a receipt can show it.',
};

function say({ say: line, language }: CommandContext, report: HomeReport, result: Result): void {
  const { log, restores = [] } = report;
  const { streams, events, head, keys, views, accessUnwitnessed } = result;
  if (log.anchor === 'none') line(noWitness[language]);
  for (const restore of restores) line(restoreText[language](restore));
  if (keys === 'not-compared') line(withoutKey[language]);
  if (accessUnwitnessed !== 0) line(unwitnessed[language](String(accessUnwitnessed)));
  for (const each of [...acceptedIn(log), ...leftOf(report)]) line(each[language]);
  const text = {
    zh: `完好：${String(events)} 条记录，${String(streams)} 条流，视图 ${String(views)}，根 ${String(head)}`,
    en: `Unaltered: ${String(events)} events in ${String(streams)} streams, views ${String(views)}, root ${String(head)}`,
  };
  line(text[language]);
}

/** Where the environment names the server of the log, that is what is meant. */
const isCluster = (environment: Readonly<Record<string, string | undefined>>): boolean =>
  Boolean(environment['THREEKEYS_ESDB_URL'] ?? environment['THREEKEYS_ESDB_URL_FILE']);

/** Proves that nothing was altered, removed or back-dated, from the files alone: running or stopped. */
export const verify: Command = {
  usage: 'verify   (THREEKEYS_HOME; or the servers of a cluster, where THREEKEYS_ESDB_URL is set)',
  does: {
    zh: '核验：每个字节、链、根、密钥、视图',
    en: 'prove the history: every byte, chain, root, witness, key and view',
  },
  run: async (context) => {
    const progress: { bar?: Progress; of: number } = { of: 0 };
    const onProgress = (done: number, of: number): void => {
      progress.bar ??= new Progress('verify', of);
      progress.bar.at(done);
    };
    const report = isCluster(process.env)
      ? await (await import('#cluster-verify')).verifyCluster(process.env, onProgress)
      : await (await import('#embedded-verify')).verifyHome(context.home, onProgress);
    progress.bar?.end();
    const result = resultOf(report);
    const problems = problemsOf(report);
    if (problems.length > 0) {
      throw new CommandFailed(exitCodes.integrityBroken, `✕ ${problems.join('\n✕ ')}`, {
        ...result,
        problems,
      });
    }
    say(context, report, result);
    return result;
  },
};
