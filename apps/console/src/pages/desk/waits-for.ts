import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import type { DeskLine } from '../../types';

type WaitsFor = NonNullable<DeskLine['waitsFor']>;

/** Whom a case waits for, in words. */
export function useWaitsForWords(): (waitsFor: WaitsFor) => string {
  const { t, language } = useI18n();
  const posts = useCommunity()?.posts;
  const list = new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { type: 'conjunction' });
  const holderOf = ({ post, person, organisation }: WaitsFor) => {
    const held = posts?.find((each) => each.post === post)?.names[language] ?? post;
    return [held, person, organisation].filter(Boolean).join(' · ');
  };
  return (waitsFor) => {
    const { volunteers, parties = [], body = '' } = waitsFor;
    const who = [
      holderOf(waitsFor),
      volunteers ? t.desk.volunteers : '',
      ...parties.map((party) => t.parties[party] ?? party),
      t.codes[body] ?? body,
    ].filter(Boolean);
    return who.length === 0 ? t.desk.othersAct : t.desk.waitsFor(list.format(who));
  };
}
