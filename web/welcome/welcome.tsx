import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../i18n/texts.ts';
import { useSession } from '../session/session.tsx';
import { SignInButton } from '../session/session-menu.tsx';
import { Page } from '../ui/page.tsx';
import { Loading } from '../ui/states.tsx';
import { welcomeTexts } from './texts.ts';

/** Where nobody signs up, one is somebody at a click. */
const DemoChoice = lazy(() => import('../demo/choice.tsx'));

/** What this is, for who comes for the first time. */
const Welcome = () => {
  const t = useTexts(welcomeTexts);
  const { config, identity } = useSession();
  return (
    <Page title={t('title')}>
      <p>{t('lead')}</p>
      <p>{t('fact')}</p>
      <div>
        {identity ? (
          <Link className="button primary" href="/play">
            {t('start')}
          </Link>
        ) : (
          !config.demo && <SignInButton />
        )}
      </div>
      {config.demo && (
        <Suspense fallback={<Loading />}>
          <DemoChoice />
        </Suspense>
      )}
    </Page>
  );
};

export default Welcome;
