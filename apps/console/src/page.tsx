import { useEffect, useRef } from 'react';
import { useI18n } from './i18n';

/** The heading of a page: names the tab and takes the focus when the page opens, so that it is read first. */
export function PageTitle({ children, focus = true }: { children: string; focus?: boolean }) {
  const { t } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  useEffect(() => {
    document.title = `${children} · ${t.product}`;
  }, [children, t]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
