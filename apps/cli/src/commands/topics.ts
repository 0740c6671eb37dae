import type { Command } from '../context';
import { badInput } from '../exit';

function numberFrom(flag: string | boolean | undefined, name: string): number | undefined {
  if (flag === undefined) return undefined;
  const number = Number(flag);
  if (!Number.isInteger(number) || number < 1) throw badInput(`--${name} needs a whole number above 0.`);
  return number;
}

export const topics: Readonly<Record<string, Command>> = {
  'topics create': {
    usage: 'topics create [--partitions 6] [--replication 3]   (brokers in THREEKEYS_KAFKA_BROKERS)',
    does: {
      zh: '建立 Kafka 主题（可重复执行；分区数不可再改）',
      en: 'make the Kafka topics (repeatable; the partitions are for ever)',
    },
    values: ['partitions', 'replication'],
    run: async ({ flags, say, language }) => {
      const partitions = numberFrom(flags.partitions, 'partitions');
      const replicationFactor = numberFrom(flags.replication, 'replication');
      const { makeTopics } = await import('#cluster-topics');
      const made = await makeTopics(
        {
          ...(partitions === undefined ? {} : { partitions }),
          ...(replicationFactor === undefined ? {} : { replicationFactor }),
        },
        process.env,
      );
      const words = { zh: { made: '已建立', there: '已存在' }, en: { made: 'made', there: 'there' } };
      for (const each of made) {
        const word = words[language][each.made ? 'made' : 'there'];
        say([each.topic, `${each.partitions}`, word].join('\t'));
      }
      return { topics: made };
    },
  },
};
