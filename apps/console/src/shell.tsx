import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { api } from './api';
import { Freshness } from './freshness';
import { useI18n } from './i18n';
import { LanguageSwitch } from './language-switch';
import { paths } from './paths';
import type { Me } from './types';
import { Button } from './ui/button';

interface ShellProps {
  me: Me;
  children: ReactNode;
}

export function Shell({ me, children }: ShellProps) {
  const { t } = useI18n();
  const [location] = useLocation();
  const client = useQueryClient();
  const signOut = async () => {
    await api.delete('/api/sessions/current');
    client.clear();
    window.location.assign(paths.signIn);
  };
  const entries = [
    ...(me.may.includes('ReportCase') ? [[paths.intake, t.nav.intake] as const] : []),
    [paths.cases, t.nav.cases] as const,
  ];
  return (
    <>
      <a className="skip" href="#main">
        {t.skipToMain}
      </a>
      <header className="shell-header">
        <strong>{t.product}</strong>
        <nav aria-label={t.navigation}>
          {entries.map(([to, label]) => (
            <Link key={to} href={to} aria-current={location.startsWith(to) ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        <span className="spacer" />
        <Freshness />
        <span>{me.username}</span>
        <LanguageSwitch />
        <Button onClick={() => void signOut()}>{t.signOut}</Button>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
