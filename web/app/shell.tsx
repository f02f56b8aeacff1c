import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/texts.ts';
import { Bell } from '../inbox/bell.tsx';
import { LiveBadge } from '../live/live-badge.tsx';
import { useSession } from '../session/session.tsx';
import { SessionMenu } from '../session/session-menu.tsx';
import { useCurrentInView } from '../ui/use-current-in-view.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { SchemeSwitch } from './scheme.tsx';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';
import { appTexts } from './texts.ts';
import './shell.css';

/** Whether a screen is for this visitor. */
const useVisible = (): readonly Screen[] => {
  const { config, may } = useSession();
  return screens.filter(
    ({ nav, scopes, demoOnly }) =>
      nav !== undefined && (!demoOnly || config.demo) && (scopes === undefined || scopes.some(may)),
  );
};

const isAt = (location: string, href: string): boolean => location === href || location.startsWith(`${href}/`);

const Navigation = () => {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const [location] = useLocation();
  const list = useCurrentInView(location);
  return (
    <nav aria-label={t('navigation')}>
      <ul ref={list} className="nav">
        {useVisible().map(({ path, nav }) => (
          <li key={path}>
            <Link
              href={nav?.href ?? path}
              {...(isAt(location, nav?.href ?? path) && { 'aria-current': 'page' as const })}
            >
              {nav?.label[language]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** What is around every screen. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const t = useTexts(appTexts);
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>Matchday</span>
        </Link>
        <Navigation />
        <LiveBadge />
        <Bell />
        <SessionMenu />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="bottom row">
        <LanguageSwitch />
        <SchemeSwitch />
      </footer>
    </>
  );
};
