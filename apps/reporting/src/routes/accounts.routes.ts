import { route } from '@threekeys/http';
import { z } from 'zod';
import { NewToken, TokenList, Users } from '../operator.responses';

const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);

const Password = z.string().min(8).max(200);

const UserPath = z.strictObject({ username: Username });

export const listUsers = route({
  operation: 'listUsers',
  method: 'get',
  path: '/api/users',
  permission: 'users.list',
  summary: { zh: '账号列表', en: 'Accounts' },
  group: 'accounts',
  answer: Users,
});

export const addUser = route({
  operation: 'addUser',
  method: 'post',
  path: '/api/users',
  permission: 'users.add',
  summary: { zh: '新增账号', en: 'Add an account' },
  group: 'accounts',
  body: z.strictObject({ username: Username, password: Password }),
  status: 204,
  problems: ['username-taken', 'access-not-recorded'],
});

export const disableUser = route({
  operation: 'disableUser',
  method: 'post',
  path: '/api/users/{username}/disable',
  permission: 'users.disable',
  summary: { zh: '停用账号', en: 'Disable an account and end its sessions' },
  group: 'accounts',
  params: UserPath,
  status: 204,
  problems: ['access-not-recorded'],
});

export const enableUser = route({
  operation: 'enableUser',
  method: 'post',
  path: '/api/users/{username}/enable',
  permission: 'users.enable',
  summary: { zh: '恢复账号', en: 'Enable a disabled account again, without its tokens of before' },
  group: 'accounts',
  params: UserPath,
  status: 204,
  problems: ['access-not-recorded'],
});

export const setPassword = route({
  operation: 'setPassword',
  method: 'post',
  path: '/api/users/{username}/password',
  permission: 'users.password',
  summary: { zh: '设置密码', en: 'Set a password and end all sessions of the account' },
  group: 'accounts',
  params: UserPath,
  body: z.strictObject({ password: Password }),
  status: 204,
  problems: ['access-not-recorded'],
});

export const listTokens = route({
  operation: 'listTokens',
  method: 'get',
  path: '/api/tokens',
  permission: 'tokens.list',
  summary: { zh: '脚本令牌列表', en: 'Tokens of scripts, without the tokens themselves' },
  group: 'accounts',
  answer: TokenList,
});

export const addToken = route({
  operation: 'addToken',
  method: 'post',
  path: '/api/tokens',
  permission: 'tokens.add',
  summary: {
    zh: '新增脚本令牌（仅显示一次）',
    en: 'A token with which a script acts as an account; shown once',
  },
  group: 'accounts',
  body: z.strictObject({ name: Username, account: Username }),
  answer: NewToken,
  status: 201,
  problems: ['token-name-taken', 'access-not-recorded'],
});

export const revokeToken = route({
  operation: 'revokeToken',
  method: 'delete',
  path: '/api/tokens/{name}',
  permission: 'tokens.revoke',
  summary: { zh: '撤销脚本令牌', en: 'End a token' },
  group: 'accounts',
  params: z.strictObject({ name: Username }),
  status: 204,
  problems: ['access-not-recorded'],
});

export const accountRoutes = [
  listUsers,
  addUser,
  disableUser,
  enableUser,
  setPassword,
  listTokens,
  addToken,
  revokeToken,
] as const;
