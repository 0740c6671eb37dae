import type { Command } from '../context';

export const indexes: Command = {
  usage: 'indexes create   (MongoDB in THREEKEYS_MONGO_URL)',
  does: {
    zh: '在 MongoDB 中建立集合与索引（可重复执行）',
    en: 'make the collections and indexes in MongoDB (repeatable)',
  },
  run: async ({ say, language }) => {
    const { makeIndexes } = await import('#cluster-indexes');
    await makeIndexes(process.env);
    say({ zh: '集合与索引已就绪。', en: 'Collections and indexes are there.' }[language]);
    return {};
  },
};
