import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n';
import type { Messages } from '../messages/zh';

/** What is said, in the language that is shown: who changes it hears it again in the other one. */
export type Saying = (t: Messages) => string;

const ToastContext = createContext<(say: Saying) => void>(() => undefined);

/** Long enough to read a sentence twice. Nothing is said here alone: what is to be kept stands on its page. */
const shownMs = 15_000;

/** What just happened, also read aloud: one polite live region for the whole console. It goes by itself. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const [said, setSaid] = useState<{ readonly say: Saying } | undefined>(undefined);
  const [show] = useState(() => (say: Saying) => setSaid({ say }));
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
        {said && (
          <p>
            {said.say(t)}
            <button type="button" aria-label={t.close} onClick={hide}>
              ×
            </button>
          </p>
        )}
      </div>
    </ToastContext>
  );
}

export function useToast(): (say: Saying) => void {
  return useContext(ToastContext);
}
