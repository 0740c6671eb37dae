import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, CommandContext } from '../context';
import { badInput } from '../exit';

interface Token {
  readonly name: string;
  readonly account: string;
  readonly createdAt: string;
  readonly createdBy?: string;
}

const fileOf = (home: string): string => join(home, 'operator.token');

function nameFrom(positionals: readonly string[], usage: string): string {
  const [name] = positionals;
  if (name === undefined) throw badInput(`${usage}: which token?`);
  return name;
}

/** The account that a token acts as: a given one, a new one of this role, else the one of the same name. */
async function accountFor(name: string, { flags, server }: CommandContext): Promise<string> {
  const { role, account } = flags;
  if (typeof role === 'string' && typeof account === 'string')
    throw badInput('tokens add: --role makes a new account, --account names one that is there: not both.');
  if (typeof role !== 'string') return typeof account === 'string' ? account : name;
  // Nobody knows this password: the account is used by its token alone.
  await server.post('/api/users', { username: name, password: randomBytes(32).toString('base64url') });
  const grant = { person: name, role };
  await server.post('/api/organisation/commands/GrantRole', grant, crypto.randomUUID());
  return name;
}

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
  'tokens add': {
    usage: 'tokens add <name> [--account <username> | --role …]',
    does: {
      zh: '新增脚本令牌：以现有账号，或新建该角色的账号',
      en: 'a token for a script, shown once: acts as an account, or as a new one of a role',
    },
    values: ['account', 'role'],
    run: async (context) => {
      const name = nameFrom(context.positionals, 'tokens add <name>');
      const account = await accountFor(name, context);
      const added = await context.server.post<{ token: string }>('/api/tokens', { name, account });
      const text = {
        zh: '令牌（仅显示一次，用于 THREEKEYS_TOKEN）',
        en: 'Token, shown once, for THREEKEYS_TOKEN',
      };
      context.tell(`${text[context.language]}: ${added.token}`);
      return { name, account };
    },
  },
  'tokens list': {
    usage: 'tokens list',
    does: { zh: '列出脚本令牌', en: 'list the tokens of scripts' },
    run: async ({ server, say }) => {
      const answer = await server.get<{ tokens: readonly Token[] }>('/api/tokens');
      for (const { name, account, createdAt, createdBy = '—' } of answer.tokens)
        say([name, account, createdAt, createdBy].join('\t'));
      return { tokens: answer.tokens };
    },
  },
  'tokens revoke': {
    usage: 'tokens revoke <name>',
    does: { zh: '撤销脚本令牌', en: 'end a token at once' },
    run: async ({ positionals, server }) => {
      const name = nameFrom(positionals, 'tokens revoke <name>');
      await server.send('DELETE', `/api/tokens/${encodeURIComponent(name)}`);
      return { name, revoked: true };
    },
  },
  'tokens rotate': {
    usage: 'tokens rotate',
    does: { zh: '更换操作员令牌（须先停止）', en: 'replace the operator token (stopped only)' },
    run: async ({ home, say, language }) => {
      const file = fileOf(home);
      const { rotateToken } = await import('#embedded-tokens');
      await rotateToken(home, file);
      say({ zh: `已更换：${file}`, en: `Replaced: ${file}` }[language]);
      return { file, rotated: true };
    },
  },
};
