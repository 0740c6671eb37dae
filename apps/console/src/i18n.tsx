import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { en } from './messages/en';
import { zh } from './messages/zh';
import type { Messages } from './messages/zh';

export type Language = 'zh' | 'en';

export interface I18n {
  language: Language;
  setLanguage: (language: Language) => void;
  /** The text of the product in this language. A missing one does not compile. */
  t: Messages;
  /** Local date and time of an instant, in the community's language and time zone. */
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

export function I18nProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    localStorage.setItem(stored, language);
  }, [language]);
  const i18n = useMemo<I18n>(() => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const times = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Asia/Shanghai',
    });
    const numbers = new Intl.NumberFormat(locale);
    return {
      language,
      setLanguage,
      t: language === 'zh' ? zh : en,
      time: (instant) => times.format(new Date(instant)),
      number: (value) => numbers.format(value),
    };
  }, [language]);
  return <I18nContext value={i18n}>{children}</I18nContext>;
}

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('useI18n() needs an I18nProvider around it');
  return i18n;
}
