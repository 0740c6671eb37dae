import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n';
import { Button } from './button';
import { giveFocusBack, successorsOf } from './focus';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A modal dialog on the native element. It opens on its first field, and gives the focus back to what opened it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useI18n();
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const successors = successorsOf(opener);
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('input, select, textarea, .button-primary')?.focus();
    return () => {
      dialog?.close();
      giveFocusBack(opener, successors);
    };
  }, []);
  return (
    <dialog ref={element} className="dialog" aria-labelledby={id} onCancel={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <Button onClick={onClose} aria-label={t.close}>
          ×
        </Button>
      </header>
      {children}
    </dialog>
  );
}
