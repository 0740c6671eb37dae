import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n';
import type { Language } from '../i18n';

const ToastContext = createContext<(message: string) => void>(() => undefined);

/** Long enough to read a sentence twice. Nothing is said here alone: what is to be kept stands on its page. */
const shownMs = 15_000;

interface Said {
  readonly message: string;
  readonly language: Language;
}

/** What just happened, also read aloud: one polite live region for the whole console. It goes with its language, and by itself. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t, language } = useI18n();
  const [said, setSaid] = useState<Said | undefined>(undefined);
  const show = useCallback((message: string) => setSaid({ message, language }), [language]);
  const hide = () => setSaid(undefined);
  useEffect(() => {
    if (!said) return undefined;
    const timer = window.setTimeout(() => setSaid(undefined), shownMs);
    return () => window.clearTimeout(timer);
  }, [said]);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toast" role="status" aria-live="polite">
        {said?.language === language && (
          <p>
            {said.message}
            <button type="button" aria-label={t.close} onClick={hide}>
              ×
            </button>
          </p>
        )}
      </div>
    </ToastContext>
  );
}

export function useToast(): (message: string) => void {
  return useContext(ToastContext);
}
