import { Link, useLocation } from 'wouter';
import { useTexts } from '../i18n/texts.ts';
import { useSession } from '../session/session.tsx';
import { useInboxHints, useNewest } from './data.ts';
import { inboxTexts } from './texts.ts';
import { unreadOf, unreadText } from './unread.ts';
import './bell.css';

/** The way to the inbox, with how much is unread. Nothing for who has none. */
export const Bell = () => {
  const t = useTexts(inboxTexts);
  const { may } = useSession();
  const [location] = useLocation();
  const hasInbox = may('player') || may('organiser');
  useInboxHints(hasInbox);
  const { data } = useNewest(hasInbox);
  if (!hasInbox) return null;
  const unread = data && unreadOf(data);
  const text = unread && unread.count > 0 ? unreadText(unread) : undefined;
  return (
    <Link
      href="/inbox"
      className="bell"
      {...(location === '/inbox' && { 'aria-current': 'page' as const })}
      aria-label={text ? t('bellUnread', { unread: text }) : t('title')}
      title={t('title')}
    >
      <svg aria-hidden="true" viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor">
        <path d="M6 16v-5a6 6 0 0 1 12 0v5l2 2H4z M10 20a2 2 0 0 0 4 0" strokeWidth="2" strokeLinejoin="round" />
      </svg>
      {text && (
        <span aria-hidden="true" className="bell-count">
          {text}
        </span>
      )}
    </Link>
  );
};
