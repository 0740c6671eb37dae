import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

const ToastContext = createContext<(message: string) => void>(() => undefined);

/** What just happened, also read aloud: one polite live region for the whole console. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState('');
  const show = useCallback((text: string) => setMessage(text), []);
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <div className="toast" role="status" aria-live="polite">
        {message && (
          <p>
            {message}
            <button type="button" aria-label="×" onClick={() => setMessage('')}>
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
