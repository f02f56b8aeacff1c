import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { ApiProvider } from '../api/api.tsx';
import { createQueryClient } from '../api/query-client.ts';
import { startI18n } from '../i18n/language.ts';
import { useTexts } from '../i18n/texts.ts';
import { LiveProvider } from '../live/live.tsx';
import { SessionProvider, useSession } from '../session/session.tsx';
import { SignInButton } from '../session/session-menu.tsx';
import { Announcer } from '../ui/announce.tsx';
import { Page } from '../ui/page.tsx';
import { Loading } from '../ui/states.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { startScheme } from './scheme.tsx';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';
import { Shell } from './shell.tsx';
import { appTexts } from './texts.ts';
import { useScrollToTop } from './use-scroll-to-top.ts';

startI18n();
startScheme();
const queries = createQueryClient();

/** A screen for whom it is meant; others are told what they lack. */
const Guarded = ({ screen: { scopes, component: Component } }: { readonly screen: Screen }) => {
  const t = useTexts(appTexts);
  const { identity, may } = useSession();
  if (scopes === undefined || scopes.some(may)) return <Component />;
  return (
    <Page title="Matchday">
      <p>{identity ? t('otherRole', { scopes: scopes.join(', ') }) : t('signInFirst')}</p>
      {!identity && (
        <div>
          <SignInButton />
        </div>
      )}
    </Page>
  );
};

const NoPage = () => {
  const t = useTexts(appTexts);
  return (
    <Page title={t('noPage')}>
      <p>
        <Link href="/">{t('home')}</Link>
      </p>
    </Page>
  );
};

const Screens = () => {
  const t = useTexts(appTexts);
  const [location] = useLocation();
  useScrollToTop(location);
  const { config } = useSession();
  return (
    <ErrorBoundary
      at={location}
      fallback={(error, retry) => (
        <div role="alert" className="notice bad stack">
          <p>{t('crashed')}</p>
          <p className="small muted">{error.message}</p>
          <div>
            <button type="button" onClick={retry}>
              {t('retry')}
            </button>
          </div>
        </div>
      )}
    >
      <Suspense fallback={<Loading />}>
        <Switch>
          {screens
            .filter(({ demoOnly }) => !demoOnly || config.demo)
            .map(screen => (
              <Route key={screen.path} path={screen.path}>
                <Guarded screen={screen} />
              </Route>
            ))}
          <Route>
            <NoPage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
};

const LazyDemoBar = lazy(() => import('../demo/bar.tsx'));

/** Controls of the season, where one is played. That they do not come is no reason to show nothing. */
const DemoControls = () => {
  const { config } = useSession();
  if (!config.demo) return null;
  return (
    <ErrorBoundary at="demo" fallback={() => null}>
      <Suspense fallback={null}>
        <LazyDemoBar />
      </Suspense>
    </ErrorBoundary>
  );
};

const NoService = ({ retry }: { readonly retry: () => void }) => {
  const t = useTexts(appTexts);
  return (
    <main>
      <div role="alert" className="notice bad stack">
        <p>{t('noService')}</p>
        <div>
          <button type="button" onClick={retry}>
            {t('retry')}
          </button>
        </div>
      </div>
    </main>
  );
};

/** The page. */
export const App = () => (
  <QueryClientProvider client={queries}>
    <SessionProvider waiting={<Loading />} failed={retry => <NoService retry={retry} />}>
      <ApiProvider>
        <LiveProvider>
          <Announcer>
            <Shell>
              <Screens />
            </Shell>
            <DemoControls />
          </Announcer>
        </LiveProvider>
      </ApiProvider>
    </SessionProvider>
  </QueryClientProvider>
);
