import type { Command, CommandContext, Result } from '../context';
import { verifyHome } from '../embedded-home';
import type { HomeReport } from '../embedded-home';
import { CommandFailed, exitCodes } from '../exit';
import { Progress } from '../progress';

function problemsOf({ log, views }: HomeReport): readonly string[] {
  return [
    ...log.problems.map(({ position, stream, revision, what }) =>
      [
        position !== undefined && `#${String(position)}`,
        stream && `${stream}@${String(revision ?? '?')}`,
        what,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    ...(views?.differences ?? []).map(
      ({ view, key, kind, fields }) => `${view}/${key}: ${kind}${fields ? ` (${fields.join(', ')})` : ''}`,
    ),
    ...(views?.halted ?? []).map((halted) => `halted: ${JSON.stringify(halted)}`),
  ];
}

function resultOf(report: HomeReport): Result {
  const { log, views } = report;
  const equal = views === undefined ? 'absent' : views.equal ? 'equal' : 'different';
  return {
    streams: log.streams,
    events: log.events,
    head: log.head.root,
    anchor: log.anchor === 'none' ? 'none' : { size: log.anchor.size, root: log.anchor.root },
    views: equal,
    ok: problemsOf(report).length === 0,
  };
}

function say({ say: line, language }: CommandContext, { streams, events, head, views }: Result): void {
  const text = {
    zh: `完好：${String(events)} 个事件，${String(streams)} 条流，视图 ${String(views)}，根 ${String(head)}`,
    en: `Unaltered: ${String(events)} events in ${String(streams)} streams, views ${String(views)}, root ${String(head)}`,
  };
  line(text[language]);
}

/** Proves that nothing was altered, removed or back-dated, from the files alone: running or stopped. */
export const verify: Command = {
  usage: 'verify',
  does: {
    zh: '核验：每个字节、链、根、视图',
    en: 'prove the history: every byte, chain, root, witness and view',
  },
  run: async (context) => {
    const progress: { bar?: Progress; of: number } = { of: 0 };
    const report = await verifyHome(context.home, (done, of) => {
      progress.bar ??= new Progress('verify', of);
      progress.bar.at(done);
    });
    progress.bar?.end();
    const result = resultOf(report);
    const problems = problemsOf(report);
    if (problems.length > 0) {
      throw new CommandFailed(exitCodes.integrityBroken, `✕ ${problems.join('\n✕ ')}`, {
        ...result,
        problems,
      });
    }
    say(context, result);
    return result;
  },
};
