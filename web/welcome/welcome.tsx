import { Link } from 'wouter';
import { useTexts } from '../i18n/texts.ts';
import { useSession } from '../session/session.tsx';
import { SignInButton } from '../session/session-menu.tsx';
import { Page } from '../ui/page.tsx';
import { welcomeTexts } from './texts.ts';

/** What this is, for who comes for the first time. */
const Welcome = () => {
  const t = useTexts(welcomeTexts);
  const { identity } = useSession();
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
          <SignInButton />
        )}
      </div>
    </Page>
  );
};

export default Welcome;
