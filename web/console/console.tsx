import { Suspense } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/texts.ts';
import { Loading } from '../ui/states.tsx';
import { useCurrentInView } from '../ui/use-current-in-view.ts';
import { sections } from './sections.ts';
import { consoleTexts } from './texts.ts';
import './console.css';

const Navigation = () => {
  const t = useTexts(consoleTexts);
  const language = useLanguage();
  const [location] = useLocation();
  const list = useCurrentInView(location);
  return (
    <nav aria-label={t('sections')} className="console-nav">
      <ul ref={list} className="nav">
        {sections.flatMap(({ nav }) =>
          nav
            ? [
                <li key={nav.href}>
                  <Link href={nav.href} {...(location.startsWith(nav.href) && { 'aria-current': 'page' as const })}>
                    {nav.label[language]}
                  </Link>
                </li>,
              ]
            : [],
        )}
      </ul>
    </nav>
  );
};

/** The operator's console: a navigation of its own, and one of its sections. */
const Console = () => {
  const t = useTexts(consoleTexts);
  return (
    <div className="console stack">
      <Navigation />
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/console">
            <Redirect to="/console/events" replace />
          </Route>
          {sections.map(({ path, component: Section }) => (
            <Route key={path} path={path}>
              <Section />
            </Route>
          ))}
          <Route>
            <p>{t('noSection')}</p>
          </Route>
        </Switch>
      </Suspense>
    </div>
  );
};

export default Console;
