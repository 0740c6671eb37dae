import { useState } from 'react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n';
import { Button } from './button';
import { TextField } from './field';

interface CopyFieldProps {
  label: string;
  value: string;
  /** What the button that copies it says. */
  copy: string;
  /** Buttons behind that one. */
  children?: ReactNode;
}

/** A text to be taken elsewhere: whoever comes to it finds it selected, and a button copies it. */
export function CopyField({ label, value, copy, children }: CopyFieldProps) {
  const { t } = useI18n();
  const [isCopied, setCopied] = useState(false);
  const onCopy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true));
  return (
    <>
      <TextField label={label} readOnly value={value} onFocus={({ target }) => target.select()} />
      <p className="actions">
        {/* Over plain HTTP a browser lets no page write there: the selected text is copied by hand. */}
        {window.isSecureContext && (
          <Button kind="primary" onClick={onCopy}>
            {isCopied ? t.copied : copy}
          </Button>
        )}
        {children}
      </p>
    </>
  );
}
