import type { Command } from '../context';
import type { Recovered } from '../embedded-recover';
import { badInput } from '../exit';
import { secondsSince } from '../progress';

function sentenceOf({ events, loss }: Recovered): { readonly zh: string; readonly en: string } {
  if (loss === undefined)
    return {
      zh: `日志与见证一致（${events} 条记录），无须认可。`,
      en: `Log and witness agree (${events} events): nothing to accept.`,
    };
  return {
    zh: `已认可损失：日志 ${loss.logSize} 条记录，曾见证 ${loss.anchorSize} 条。已记入日志；视图将在下次启动时重建。`,
    en: `Accepted: the log held ${loss.logSize} events, ${loss.anchorSize} were witnessed. Recorded as an event; views are built at the next start.`,
  };
}

/** Only by a flag that says what it does. */
export const recover: Command = {
  usage: 'recover --accept-loss',
  does: {
    zh: '日志尾部丢失后，认可损失并继续（须先停止）',
    en: 'go on with a log that lost its tail, and record that (stopped only)',
  },
  switches: ['accept-loss'],
  run: async ({ flags, home, say, language }) => {
    if (flags['accept-loss'] !== true)
      throw badInput(
        'recover --accept-loss takes the log as it is, without the events that its witness has seen and it no longer holds. Restore a backup instead if you have one.',
      );
    const startedMs = performance.now();
    const { recoverHome } = await import('#embedded-recover');
    const recovered = await recoverHome(home);
    say(sentenceOf(recovered)[language]);
    return { ...recovered, seconds: secondsSince(startedMs) };
  },
};
