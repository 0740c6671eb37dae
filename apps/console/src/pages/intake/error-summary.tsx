import { useEffect, useRef } from 'react';
import { useI18n } from '../../i18n';
import type { DraftErrors } from './draft';

/** What to correct, said first: takes the focus when it appears. */
export function ErrorSummary({ errors, failure }: { errors: DraftErrors; failure: string }) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const messages = [...Object.values(errors), ...(failure ? [failure] : [])];
  const shown = messages.join('\n');
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="error-summary">
      <strong>{t.errorSummary}</strong>
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
