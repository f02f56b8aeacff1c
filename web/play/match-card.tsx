import { Link } from 'wouter';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/texts.ts';
import { spanOf, spanText } from './countdown.ts';
import { Everybody } from './everybody.tsx';
import { PickForm } from './pick-form.tsx';
import { PickStatus } from './pick-status.tsx';
import type { PickStore } from './pick-store.ts';
import { playTexts } from './texts.ts';
import type { Match, Prediction } from './types.ts';
import { useEntry } from './use-picks.ts';
import { categoryOf, pointsOf } from './verdict.ts';

/** Whether picks are open, by the server's time: the rule is `isLocked` of shared/domain/match.ts, and the server has the last word. */
const isOpen = ({ status, kickOff }: Match, now: number): boolean =>
  status === 'postponed' || (status === 'scheduled' && now < Date.parse(kickOff.at));

const When = ({ match, now }: { readonly match: Match; readonly now: number }) => {
  const t = useTexts(playTexts);
  const format = useFormat();
  const language = useLanguage();
  const { status, kickOff } = match;
  if (status === 'postponed') return <p className="small">{t('postponed')}</p>;
  if (status === 'cancelled') return <p className="small">{t('cancelled')}</p>;
  const at = kickOff.timeKnown ? format.dateTime(kickOff.at) : format.date(kickOff.at);
  const left = Date.parse(kickOff.at) - now;
  return (
    <p className="small muted">
      <time dateTime={kickOff.at}>{t(kickOff.timeKnown ? 'kickOff' : 'dayOnly', { at })}</time>
      {status === 'scheduled' && left > 0 && (
        <>
          {' · '}
          <span role="timer">{t('locksIn', { time: spanText(spanOf(left), language) })}</span>
        </>
      )}
    </p>
  );
};

const Result = ({ match }: { readonly match: Match }) => {
  const t = useTexts(playTexts);
  if (match.status !== 'finished' && match.status !== 'awarded') return null;
  const { home, away } = match.result.fullTime;
  return (
    <p className="match-result">
      {match.status === 'awarded' ? (
        t('awarded', { home, away })
      ) : (
        <>
          <span className="hidden">{t('result')} </span>
          {home}:{away}
        </>
      )}
    </p>
  );
};

/** My pick once it is locked, what it brought, and the way to ask why. */
const Locked = ({
  match,
  mine,
  store,
}: {
  readonly match: Match;
  readonly mine: Prediction | undefined;
  readonly store: PickStore;
}) => {
  const t = useTexts(playTexts);
  const { matchId, home, away } = match.fixture;
  const entry = useEntry(store, matchId);
  const points = mine && pointsOf(mine);
  const category = mine && categoryOf(mine);
  return (
    <div className="locked">
      {match.status === 'started' && <p className="small">{t('running')}</p>}
      {match.status === 'scheduled' && <p className="small">{t('lockedNow')}</p>}
      <p>
        {t('myPick')}:{' '}
        <strong>
          {mine?.status === 'placed' ? `${mine.pick.predicted.home}:${mine.pick.predicted.away}` : t('noPick')}
        </strong>
        {mine && points !== undefined && category !== undefined && (
          <>
            {' · '}
            <strong data-points={points}>{t('points', { count: points })}</strong> ({t(category)}){' '}
            <Link href={`/why/${mine.key.predictionId}`} aria-label={t('whyOf', { match: `${home} – ${away}` })}>
              {t('why')}
            </Link>
          </>
        )}
      </p>
      {entry.draft && (
        <PickStatus
          entry={{ ...entry, status: 'locked' }}
          onRetry={() => undefined}
          onDrop={() => store.tell(matchId, { type: 'dropped' })}
          onChoose={() => undefined}
          onWithdraw={() => undefined}
        />
      )}
      <Everybody matchId={matchId} />
    </div>
  );
};

/** A match: open to be predicted, or locked and open to be looked at. */
export const MatchCard = ({
  match,
  mine,
  store,
  now,
}: {
  readonly match: Match;
  readonly mine: Prediction | undefined;
  readonly store: PickStore;
  /** The server's time, epoch milliseconds. */
  readonly now: number;
}) => {
  const { matchId, home, away } = match.fixture;
  return (
    <li className="card match" data-match={matchId} data-state={match.status}>
      <div className="match-head">
        <h2>
          {home} – {away}
        </h2>
        <Result match={match} />
      </div>
      <When match={match} now={now} />
      {isOpen(match, now) ? (
        <PickForm match={match} store={store} />
      ) : (
        <Locked match={match} mine={mine} store={store} />
      )}
    </li>
  );
};
