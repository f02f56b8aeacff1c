import { useEffect } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { competitionTitle } from '../ui/competition-title.ts';
import { NoCompetition } from '../ui/no-competition.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { useCompetition, useCompetitions, useMatches, useMyPredictions } from './data.ts';
import { MatchCard } from './match-card.tsx';
import type { PickStore } from './pick-store.ts';
import { RoundBar } from './round-bar.tsx';
import { currentRound } from './rounds.ts';
import { playTexts } from './texts.ts';
import type { Match, Prediction } from './types.ts';
import { useNow } from './use-now.ts';
import { usePicks, useUnsaved } from './use-picks.ts';
import './play.css';

/** What the server has of my picks becomes what the page shows, unless it is older. */
const useSeen = (store: PickStore, predictions: readonly Prediction[] | undefined): void =>
  useEffect(() => {
    for (const { key, version, ...prediction } of predictions ?? []) {
      const pick =
        prediction.status === 'placed'
          ? { ...prediction.pick.predicted, confidence: prediction.pick.confidence }
          : null;
      store.tell(key.matchId, { type: 'seen', handed: { predictionId: key.predictionId, version, pick } });
    }
  }, [store, predictions]);

const Matches = ({
  matches,
  mine,
  store,
  now,
}: {
  readonly matches: readonly Match[];
  readonly mine: readonly Prediction[];
  readonly store: PickStore;
  readonly now: number;
}) => {
  const byMatch = new Map(mine.map(prediction => [prediction.key.matchId, prediction]));
  return (
    <ul className="matches">
      {matches.map(match => (
        <MatchCard
          key={match.fixture.matchId}
          match={match}
          mine={byMatch.get(match.fixture.matchId)}
          store={store}
          now={now}
        />
      ))}
    </ul>
  );
};

/** One competition: its matchdays, and the matches of one. */
const Competition = ({ competition }: { readonly competition: string }) => {
  const t = useTexts(playTexts);
  const format = useFormat();
  const store = usePicks();
  const unsaved = useUnsaved(store);
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useCompetition(competition);
  const now = useNow(data);
  const asked = search.get('round');
  const rounds = data?.rounds ?? [];
  const shown = rounds.find(({ round }) => (round ?? '') === asked) ?? (data && currentRound(rounds, data.now));
  const matches = useMatches(competition, shown?.round);
  const mine = useMyPredictions(competition, shown?.round, matches.data);
  useSeen(store, mine.data);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || !shown) return <Loading />;
  const failed = matches.error ?? mine.error;
  return (
    <div className="stack">
      <RoundBar rounds={rounds} shown={shown} now={data.now} choose={round => setSearch({ round: round ?? '' })} />
      {unsaved > 0 && (
        <p role="status" className="notice warn">
          {t('unsaved', { count: unsaved })}
        </p>
      )}
      {failed && <Failure error={failed} retry={() => void Promise.all([matches.refetch(), mine.refetch()])} />}
      {matches.data ? (
        <>
          <Matches matches={matches.data} mine={mine.data ?? []} store={store} now={now} />
          <p className="small muted">
            {t('zone', { zone: format.timeZone })} {t('keys')} {t('confidenceHint')}
          </p>
        </>
      ) : (
        !failed && <Loading />
      )}
    </div>
  );
};

/** The screen where one predicts. */
const Play = () => {
  const t = useTexts(playTexts);
  const { competition } = useParams<{ competition?: string }>();
  const [, go] = useLocation();
  const { data, error, refetch } = useCompetitions();
  const open = data?.find(({ matches }) => matches.scheduled + matches.started > 0) ?? data?.[0];
  const chosen = competition ?? open?.competition;
  return (
    <Page
      title={t('title')}
      actions={
        data && data.length > 1 ? (
          <label className="row">
            {t('competition')}
            <select value={chosen} onChange={({ target }) => go(`/play/${target.value}`)}>
              {data.map(({ competition: id }) => (
                <option key={id} value={id}>
                  {competitionTitle(id)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          chosen !== undefined && <span className="muted">{competitionTitle(chosen)}</span>
        )
      }
    >
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && chosen === undefined && <Loading />}
      {data?.length === 0 && <NoCompetition />}
      {chosen !== undefined && <Competition key={chosen} competition={chosen} />}
    </Page>
  );
};

export default Play;
