import { useEffect, useRef } from 'react';
import { useI18n } from '../../i18n';
import type { DraftErrors } from './draft';

/** What to correct, said first. The focus goes to the first field that is wrong; where the server said no, here. */
export function ErrorSummary({ errors, failure }: { errors: DraftErrors; failure: string }) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const messages = [...Object.values(errors), ...(failure ? [failure] : [])];
  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);
  if (messages.length === 0) return null;
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
