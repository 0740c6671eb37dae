import type { Command } from '../context';
import { badInput } from '../exit';
import { bar } from '../progress';

const casesMax = 100_000;

function wholeNumber(flag: string, value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  throw badInput(
    `--${flag}: a whole number${flag === 'cases' ? ` up to ${casesMax}` : ' of at most nine digits'}.`,
  );
}

export const demo: Command = {
  usage: 'demo [--seed n --cases n]',
  does: {
    zh: '在空的 THREEKEYS_HOME 中生成示范社区；--cases：一年里共多少个事件；种子相同，内容相同',
    en: 'play the invented community into an empty home; --cases: a whole year of so many in all; the same seed, the same year',
  },
  values: ['seed', 'cases'],
  run: async ({ flags, home, say, tell, language, signal }) => {
    const seed = wholeNumber('seed', flags.seed) ?? 1;
    const asked = wholeNumber('cases', flags.cases);
    if (asked !== undefined && asked > casesMax) throw badInput(`--cases: up to ${casesMax}.`);
    const { makeDemo } = await import('#embedded-demo');
    const { cases, events, accounts, password, recoverySecret } = await makeDemo({
      ...{ home, seed, signal, onProgress: bar('demo') },
      ...(asked === undefined ? {} : { cases: asked }),
    });
    const text = {
      zh: `${cases} 个事件、${events} 条记录，位于 ${home}。账号：${accounts.join('、')}`,
      en: `${cases} cases, ${events} events in ${home}. Accounts: ${accounts.join(', ')}`,
    };
    say(text[language]);
    tell({ zh: `密码（仅显示一次）：${password}`, en: `Password, shown once: ${password}` }[language]);
    if (recoverySecret !== undefined)
      tell(
        {
          zh: `主密钥的恢复码（请抄写，仅显示一次）：${recoverySecret}`,
          en: `Recovery secret of the key of all personal data; write it down, it is shown once: ${recoverySecret}`,
        }[language],
      );
    return { cases, events, seed };
  },
};
