import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../context';
import { rotateToken } from '../embedded-tokens';

const fileOf = (home: string): string => join(home, 'operator.token');

export const tokens: Readonly<Record<string, Command>> = {
  tokens: {
    usage: 'tokens',
    does: {
      zh: '操作员令牌在何处',
      en: 'where the operator token lies that this command line signs in with',
    },
    run: ({ home, say, language }) => {
      const file = fileOf(home);
      const exists = existsSync(file);
      const fromEnvironment = process.env.THREEKEYS_TOKEN !== undefined;
      const text = {
        zh: fromEnvironment
          ? '使用环境变量 THREEKEYS_TOKEN'
          : `${file}${exists ? '' : '（尚无，首次启动时生成）'}`,
        en: fromEnvironment
          ? 'THREEKEYS_TOKEN of the environment is used'
          : `${file}${exists ? '' : ' (not there yet: made at the first start)'}`,
      };
      say(text[language]);
      return Promise.resolve({ tokens: [{ file, exists }], from: fromEnvironment ? 'environment' : 'file' });
    },
  },
  'tokens rotate': {
    usage: 'tokens rotate',
    does: { zh: '更换操作员令牌（须先停止）', en: 'replace the operator token (stopped only)' },
    run: async ({ home, say, language }) => {
      const file = fileOf(home);
      await rotateToken(home, file);
      say({ zh: `已更换：${file}`, en: `Replaced: ${file}` }[language]);
      return { file, rotated: true };
    },
  },
};
