import { unitWords } from '@threekeys/api-client/unit-words';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import type { Messages } from '../../messages/zh';
import type { Community } from '../../types';

/** The way to a value of the policy or of a category, in words. */
export function pathWords(path: readonly string[], t: Messages): string {
  const [first = ''] = path;
  return [t.community.fields[first] ?? first, memberWords(path, t)].filter(Boolean).join(' · ');
}

/** The same without its first step. */
export function memberWords([first, ...rest]: readonly string[], t: Messages): string {
  const names = rest.map((name) => {
    const ofDeadline = first === 'deadlineHours' ? t.deadlineNames[name] : undefined;
    const own = t.community.fields[`${String(first)}/${name}`];
    return ofDeadline ?? own ?? t.urgencies[name] ?? t.parties[name] ?? t.community.fields[name] ?? name;
  });
  return names.join(' · ');
}

/** Before the community is read. */
const nothing = { skills: {}, interests: {}, certificates: {}, postKinds: {} } as Community['vocabulary'];

/** A code of them, by its name. */
function useCodeWords(): (code: string, path: readonly string[]) => string {
  const { t, language } = useI18n();
  const { skills, interests, certificates, postKinds } = useCommunity()?.vocabulary ?? nothing;
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: t.community.kinds,
    handledBy: t.community.handledBy,
    level: t.community.levels,
    urgency: t.urgencies,
    defaultUrgency: t.urgencies,
    decisionRule: t.community.decisionRules,
    companyWorkCheckedBy: t.parties,
  };
  const kinds: Readonly<Record<string, Community['vocabulary']['skills'] | undefined>> = {
    ...{ skills, interests, certificates },
    ...{ postKind: postKinds, dutyPostKind: postKinds },
    ...{ escalationPostKinds: postKinds, standInPostKinds: postKinds },
  };
  return (code, path) => {
    const names = path.map((each) => kinds[each]).find((each) => each !== undefined);
    return texts[path.at(-1) ?? '']?.[code] ?? names?.[code]?.[language] ?? t.codes[code] ?? code;
  };
}

/** A number of them, by what the policy counts there. */
function useNumberWords(): (value: number, path: readonly string[]) => string {
  const { language, number } = useI18n();
  const terms = useCommunity()?.policyTerms ?? [];
  return (value, path) => {
    const term = terms.find((each) => each.path === `/${path.join('/')}`);
    return term?.kind === 'number' && term.unit ? unitWords(value, term.unit, language) : number(value);
  };
}

/** A value of them, in words. */
export function useValueWords(): (value: unknown, path: readonly string[]) => string {
  const { t, language } = useI18n();
  const codeWords = useCodeWords();
  const numberWords = useNumberWords();
  return (value, path) => {
    if (value === undefined) return t.community.absent;
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') return numberWords(value, path);
    const codes = (Array.isArray(value) ? value : [value]).map(String);
    return codes.map((code) => codeWords(code, path)).join(language === 'zh' ? '、' : ', ') || t.none;
  };
}
