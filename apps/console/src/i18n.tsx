import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useOffsetMinutes } from './community';
import { localClock } from './community-time';
import type { Messages } from './messages/zh';

export type Language = 'zh' | 'en';

export interface I18n {
  language: Language;
  setLanguage: (language: Language) => void;
  /** The text of the product in this language. A missing one does not compile. */
  t: Messages;
  /** By how much the community's clocks are ahead of UTC: what is shown and what is typed is meant by them. */
  offsetMinutes: number;
  /** Date and time of an instant, by the community's clocks. */
  time: (instant: string) => string;
  number: (value: number) => string;
}

const I18nContext = createContext<I18n | undefined>(undefined);
const stored = 'threekeys-language';

function firstLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang') ?? localStorage.getItem(stored);
  if (asked === 'zh' || asked === 'en') return asked;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
}

/** Each language is a file of its own: nobody loads both before they ask for it. */
const messagesOf: Readonly<Record<Language, () => Promise<Messages>>> = {
  zh: async () => (await import('./messages/zh')).zh,
  en: async () => (await import('./messages/en')).en,
};

export function I18nProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  /** What is shown: the language before, until the texts of the next one are there. */
  const [shown, setShown] = useState<{ language: Language; t: Messages }>();
  useEffect(() => {
    let isWanted = true;
    void messagesOf[language]().then((t) => {
      if (!isWanted) return;
      document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
      localStorage.setItem(stored, language);
      setShown({ language, t });
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  const offsetMinutes = useOffsetMinutes();
  const i18n = useMemo(
    () => shown && { ...shown, setLanguage, ...formatsOf(shown.language, offsetMinutes) },
    [shown, offsetMinutes],
  );
  return i18n && <I18nContext value={i18n}>{children}</I18nContext>;
}

function formatsOf(
  language: Language,
  offsetMinutes: number,
): Pick<I18n, 'offsetMinutes' | 'time' | 'number'> {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const times = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const numbers = new Intl.NumberFormat(locale);
  return {
    offsetMinutes,
    time: (instant) => times.format(localClock(instant, offsetMinutes)),
    number: (value) => numbers.format(value),
  };
}

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('useI18n() needs an I18nProvider around it');
  return i18n;
}
