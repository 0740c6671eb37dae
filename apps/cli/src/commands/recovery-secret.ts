import type { Command } from '../context';

export const recoverySecret: Command = {
  usage: 'recovery-secret',
  does: {
    zh: '再次显示主密钥的恢复码（须能读取 kek 文件）',
    en: 'show the recovery secret again, to who can read the file kek (running or stopped)',
  },
  run: async ({ home, say, language }) => {
    const { recoverySecretIn } = await import('#embedded-keys');
    const secret = recoverySecretIn(home);
    const text = {
      zh: '主密钥的恢复码（请抄写）',
      en: 'Recovery secret of the key that wraps all personal data; write it down',
    };
    say(`${text[language]}:\n  ${secret}`);
    return { recoverySecret: secret };
  },
};
