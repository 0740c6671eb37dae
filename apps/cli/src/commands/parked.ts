import type { Command } from '../context';
import { badInput } from '../exit';

interface Parked {
  readonly consumer: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly error: string;
  readonly attempts: number;
  readonly parkedAt: string;
}

function which(positionals: readonly string[], usage: string): { consumer: string; stream: string } {
  const [consumer, stream] = positionals;
  if (consumer === undefined || stream === undefined)
    throw badInput(`${usage}: which consumer, which stream?`);
  return { consumer, stream };
}

const list =
  (query: string): Command['run'] =>
  async ({ server, say }) => {
    const { parked } = await server.get<{ parked: readonly Parked[] }>(`/api/parked${query}`);
    for (const { consumer, stream, revision, type, attempts, error } of parked) {
      say([consumer, `${stream}@${String(revision)}`, type, `${String(attempts)}×`, error].join('\t'));
    }
    return { parked };
  };

export const parked: Readonly<Record<string, Command>> = {
  'parked list': {
    usage: 'parked list',
    does: { zh: '列出搁置的消息', en: 'messages that a consumer could not handle' },
    run: list(''),
  },
  'parked show': {
    usage: 'parked show <consumer> <stream>',
    does: { zh: '查看一个搁置的流', en: 'what is parked of one stream, with its errors' },
    run: (context) => {
      const { consumer, stream } = which(context.positionals, 'parked show <consumer> <stream>');
      return list(`?consumer=${encodeURIComponent(consumer)}&stream=${encodeURIComponent(stream)}`)(context);
    },
  },
  'parked retry': {
    usage: 'parked retry <consumer> <stream>',
    does: { zh: '重试', en: 'handle it again, in order' },
    run: async ({ positionals, server }) =>
      server.post('/api/parked/retry', which(positionals, 'parked retry <consumer> <stream>')),
  },
  'parked skip': {
    usage: 'parked skip <consumer> <stream> --reason …',
    does: { zh: '跳过（须写理由）', en: 'give the first parked message up, with a reason' },
    values: ['reason'],
    run: async ({ positionals, flags, server }) => {
      if (typeof flags.reason !== 'string') throw badInput('parked skip needs --reason.');
      const target = which(positionals, 'parked skip <consumer> <stream> --reason …');
      return server.post('/api/parked/skip', { ...target, reason: flags.reason });
    },
  },
};
