import type { Command } from '../context';
import { badInput } from '../exit';

interface User {
  readonly username: string;
  readonly disabled: boolean;
  readonly roles: readonly string[];
}

function nameFrom(positionals: readonly string[], usage: string): string {
  const [username] = positionals;
  if (username === undefined) throw badInput(`${usage}: which user?`);
  return username;
}

/** Passwords are read from the environment, never from the command line, where other users of the machine see them. */
function passwordFromEnvironment(): string {
  const password = process.env.THREEKEYS_PASSWORD;
  if (password === undefined) throw badInput('Set the password in THREEKEYS_PASSWORD.');
  return password;
}

const noRole = {
  zh: '尚无角色，授予之前无法办理任何事项',
  en: 'no role yet: it can do nothing until one is granted',
};

export const users: Readonly<Record<string, Command>> = {
  'users list': {
    usage: 'users list',
    does: { zh: '列出账号', en: 'list accounts' },
    run: async ({ server, say }) => {
      const answer = await server.get<{ users: readonly User[] }>('/api/users');
      for (const { username, disabled, roles } of answer.users) {
        say([username, disabled ? 'disabled' : 'active', roles.join(', ')].join('\t'));
      }
      return { users: answer.users };
    },
  },
  'users add': {
    usage: 'users add <name> [--role …]   (password in THREEKEYS_PASSWORD)',
    does: { zh: '新增账号', en: 'add an account' },
    values: ['role'],
    run: async ({ positionals, flags, server, say, language }) => {
      const username = nameFrom(positionals, 'users add <name>');
      await server.post('/api/users', { username, password: passwordFromEnvironment() });
      if (typeof flags.role === 'string') {
        const grant = { person: username, role: flags.role };
        await server.post('/api/organisation/commands/GrantRole', grant, crypto.randomUUID());
      }
      const role = typeof flags.role === 'string' ? flags.role : noRole[language];
      say({ zh: `已新增 ${username}：${role}`, en: `Added ${username}: ${role}` }[language]);
      return { username };
    },
  },
  'users disable': {
    usage: 'users disable <name>',
    does: { zh: '停用账号', en: 'disable an account and end its sessions' },
    run: async ({ positionals, server, say, language }) => {
      const username = nameFrom(positionals, 'users disable <name>');
      await server.post(`/api/users/${encodeURIComponent(username)}/disable`, {});
      say({ zh: `已停用 ${username}`, en: `Disabled ${username}` }[language]);
      return { username, disabled: true };
    },
  },
  'users enable': {
    usage: 'users enable <name>',
    does: {
      zh: '恢复已停用的账号（沿用原密码）',
      en: 'enable a disabled account again, with its password of before',
    },
    run: async ({ positionals, server, say, language }) => {
      const username = nameFrom(positionals, 'users enable <name>');
      await server.post(`/api/users/${encodeURIComponent(username)}/enable`, {});
      say({ zh: `已恢复 ${username}`, en: `Enabled ${username}` }[language]);
      return { username, disabled: false };
    },
  },
  'users password': {
    usage: 'users password <name>   (password in THREEKEYS_PASSWORD)',
    does: { zh: '设置密码', en: 'set a password and end all sessions of the account' },
    run: async ({ positionals, server }) => {
      const username = nameFrom(positionals, 'users password <name>');
      const password = passwordFromEnvironment();
      await server.post(`/api/users/${encodeURIComponent(username)}/password`, { password });
      return { username };
    },
  },
};
