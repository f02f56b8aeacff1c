import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { type Notification, useInbox, useMarkRead } from './data.ts';
import { PreferencesForm } from './preferences-form.tsx';
import { inboxTexts } from './texts.ts';
import { useServerNow } from './use-server-now.ts';
import './inbox.css';

const Item = ({ item, now }: { readonly item: Notification; readonly now: Date }) => {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  const mark = useMarkRead();
  const { id, kind, at, title, text, language, read } = item;
  return (
    <li className={read ? 'note' : 'note unread'}>
      <p className="row">
        <span className="tag">{t(kind)}</span>
        <time className="small muted" dateTime={at} title={format.dateTime(at)}>
          {format.relative(at, now)}
        </time>
        {!read && <strong className="small">{t('unread')}</strong>}
      </p>
      {/* What is old is in English, whatever is spoken. */}
      <div lang={language}>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {!read && (
        <div>
          <button type="button" className="quiet" disabled={mark.isPending} onClick={() => mark.mutate([id])}>
            {t('markRead')}
            <span className="hidden"> {title}</span>
          </button>
        </div>
      )}
      {mark.error && (
        <p role="alert" className="small">
          {t('notMarked')}
        </p>
      )}
    </li>
  );
};

const Notifications = () => {
  const t = useTexts(inboxTexts);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInbox();
  const mark = useMarkRead();
  const now = useServerNow(data?.pages[0]?.items[0]?.at);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const items = data.pages.flatMap(page => page.items);
  const unread = items.filter(({ read }) => !read).map(({ id }) => id);
  if (items.length === 0) return <p>{t('empty')}</p>;
  return (
    <>
      {unread.length > 0 && (
        <div>
          <button type="button" disabled={mark.isPending} onClick={() => mark.mutate(unread)}>
            {t('markAll', { count: unread.length })}
          </button>
        </div>
      )}
      {mark.error && <Failure error={mark.error} />}
      <ul className="notes">
        {items.map(item => (
          <Item key={item.id} item={item} now={now} />
        ))}
      </ul>
      {hasNextPage && (
        <div>
          <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </button>
        </div>
      )}
    </>
  );
};

/** What somebody was told, and what they want to be told. */
const Inbox = () => {
  const t = useTexts(inboxTexts);
  return (
    <Page title={t('title')}>
      <details className="card">
        <summary>{t('preferences')}</summary>
        <PreferencesForm />
      </details>
      <Notifications />
    </Page>
  );
};

export default Inbox;
