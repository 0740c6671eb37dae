import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ServerSaidNo } from './api';
import { communityQuery } from './community';
import { useI18n } from './i18n';
import { useMe } from './me';
import { IntakePage } from './pages/intake';
import { NotFoundPage } from './pages/not-found';
import { SignInPage } from './pages/sign-in';
import { paths, patterns } from './paths';
import { Shell } from './shell';
import type { Community, Me } from './types';

const CasePage = lazy(async () => ({ default: (await import('./pages/case')).CasePage }));
const CasesPage = lazy(async () => ({ default: (await import('./pages/cases')).CasesPage }));
const DeskPage = lazy(async () => ({ default: (await import('./pages/desk')).DeskPage }));
const FollowUpsPage = lazy(async () => ({ default: (await import('./pages/follow-ups')).FollowUpsPage }));
const ReplayPage = lazy(async () => ({ default: (await import('./pages/replay')).ReplayPage }));
const BoardPage = lazy(async () => ({ default: (await import('./pages/board')).BoardPage }));
const BoardCasePage = lazy(async () => ({ default: (await import('./pages/board/case')).BoardCasePage }));
const VolunteersPage = lazy(async () => ({ default: (await import('./pages/volunteers')).VolunteersPage }));
const VolunteerPage = lazy(async () => ({ default: (await import('./pages/volunteer')).VolunteerPage }));
const CommunityPage = lazy(async () => ({ default: (await import('./pages/community')).CommunityPage }));

/** Where there is no address to work at yet, whoever sets the community up has that to do first. Who may see no case keeps the community. */
function homeOf({ roles, may }: Me, community: Community | undefined): string {
  if (may.includes('RegisterCompound') && community?.compounds.length === 0) return paths.community;
  if (!may.includes('cases.list') && may.includes('community.read')) return paths.community;
  if (roles.some(({ role }) => role === 'intake-clerk')) return paths.intake;
  return roles.length > 0 && roles.every(({ role }) => role === 'auditor') ? paths.cases : paths.desk;
}

export function App() {
  const { t } = useI18n();
  const client = useQueryClient();
  const me = useMe();
  // Before its clocks are known, no time is shown and none is typed.
  const community = useQuery(communityQuery);
  if (me.isPending) return <p className="loading">{t.loading}</p>;
  if (me.error instanceof ServerSaidNo && me.error.status === 401)
    return <SignInPage onSignedIn={() => void client.invalidateQueries()} />;
  if (me.error) return <p role="alert">{me.error.message}</p>;
  if (!community.data && community.isFetching) return <p className="loading">{t.loading}</p>;
  return (
    <Shell me={me.data}>
      <Suspense fallback={<p className="loading">{t.loading}</p>}>
        <Switch>
          <Route path="/">
            <Redirect to={homeOf(me.data, community.data)} replace />
          </Route>
          <Route path={paths.signIn}>
            <Redirect to={homeOf(me.data, community.data)} replace />
          </Route>
          <Route path={paths.intake} component={IntakePage} />
          <Route path={paths.cases} component={CasesPage} />
          <Route path={paths.desk} component={DeskPage} />
          <Route path={paths.followUps} component={FollowUpsPage} />
          <Route path={patterns.case}>
            {({ number }) => <CasePage key={number} number={decodeURIComponent(number)} />}
          </Route>
          <Route path={patterns.replay}>
            {({ number }) => <ReplayPage key={number} number={decodeURIComponent(number)} />}
          </Route>
          <Route path={paths.board} component={BoardPage} />
          <Route path={patterns.boardCase}>
            {({ number }) => <BoardCasePage key={number} number={decodeURIComponent(number)} />}
          </Route>
          <Route path={paths.volunteers} component={VolunteersPage} />
          <Route path={patterns.volunteer}>
            {({ volunteerId }) => <VolunteerPage key={volunteerId} volunteerId={volunteerId} />}
          </Route>
          <Route path={paths.community} component={CommunityPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Shell>
  );
}
