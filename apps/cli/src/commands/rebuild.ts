import type { Command } from '../context';
import { bar, secondsSince } from '../progress';

export const rebuild: Command = {
  usage: 'rebuild [view]',
  does: { zh: '从日志重建视图（须先停止）', en: 'build the views anew from the log (stopped only)' },
  run: async ({ positionals, home, signal, say, language }) => {
    const [view] = positionals;
    const startedMs = performance.now();
    const { rebuildViews } = await import('#embedded-rebuild');
    const { events, views } = await rebuildViews(
      { home, signal, ...(view === undefined ? {} : { view }) },
      bar('rebuild'),
    );
    const text = {
      zh: `已由 ${events} 条记录重建：${views.join('、')}`,
      en: `Built from ${events} events: ${views.join(', ')}`,
    };
    say(text[language]);
    return { events, views, seconds: secondsSince(startedMs) };
  },
};
