import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Alerts } from './alerts';
import { api } from './api';
import { Freshness } from './freshness';
import { useI18n } from './i18n';
import { LanguageSwitch } from './language-switch';
import type { Messages } from './messages/zh';
import { paths } from './paths';
import { TextSizeSwitch } from './text-size-switch';
import type { Me } from './types';
import { Button } from './ui/button';

interface ShellProps {
  me: Me;
  children: ReactNode;
}

/** The register for staff; for a volunteer, themselves. */
function volunteerEntries({ may, volunteerId }: Me, t: Messages): readonly (readonly [string, string])[] {
  if (may.includes('volunteers.list')) return [[paths.volunteers, t.volunteers.title]];
  return volunteerId === undefined ? [] : [[paths.volunteer(volunteerId), t.volunteers.mine]];
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
    ...(me.may.includes('cases.list')
      ? [[paths.desk, t.desk.title] as const, [paths.cases, t.nav.cases] as const]
      : []),
    ...(me.may.includes('RecordFollowUp') ? [[paths.followUps, t.followUps.title] as const] : []),
    ...(me.may.includes('board.list') ? [[paths.board, t.board.title] as const] : []),
    ...volunteerEntries(me, t),
    ...(me.may.includes('community.read') ? [[paths.community, t.community.title] as const] : []),
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
        <span className="shell-tools">
          <TextSizeSwitch />
          <LanguageSwitch />
          <Button onClick={() => void signOut()}>{t.signOut}</Button>
        </span>
      </header>
      <Alerts me={me} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
