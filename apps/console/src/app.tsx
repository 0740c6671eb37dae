import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ServerSaidNo } from './api';
import { useI18n } from './i18n';
import { useMe } from './me';
import { CasePage } from './pages/case';
import { CasesPage } from './pages/cases';
import { IntakePage } from './pages/intake';
import { NotFoundPage } from './pages/not-found';
import { SignInPage } from './pages/sign-in';
import { paths, patterns } from './paths';
import { Shell } from './shell';
import type { Me } from './types';

const ReplayPage = lazy(async () => ({ default: (await import('./pages/replay')).ReplayPage }));

function homeOf({ roles }: Me): string {
  return roles.some(({ role }) => role === 'intake-clerk') ? paths.intake : paths.cases;
}

export function App() {
  const { t } = useI18n();
  const me = useMe();
  if (me.isPending) return <p className="loading">{t.loading}</p>;
  if (me.error instanceof ServerSaidNo && me.error.status === 401)
    return <SignInPage onSignedIn={() => void me.refetch()} />;
  if (me.error) return <p role="alert">{me.error.message}</p>;
  return (
    <Shell me={me.data}>
      <Suspense fallback={<p className="loading">{t.loading}</p>}>
        <Switch>
          <Route path="/">
            <Redirect to={homeOf(me.data)} replace />
          </Route>
          <Route path={paths.signIn}>
            <Redirect to={homeOf(me.data)} replace />
          </Route>
          <Route path={paths.intake} component={IntakePage} />
          <Route path={paths.cases} component={CasesPage} />
          <Route path={patterns.case}>
            {({ number }) => <CasePage key={number} number={decodeURIComponent(number)} />}
          </Route>
          <Route path={patterns.replay}>
            {({ number }) => <ReplayPage key={number} number={decodeURIComponent(number)} />}
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Shell>
  );
}
