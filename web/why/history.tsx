import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { paths } from '../../client/api.d.ts';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { readLive } from '../live/read.ts';
import { useSession } from '../session/session.tsx';
import { competitionTitle } from '../ui/competition-title.ts';
import { NoCompetition } from '../ui/no-competition.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { whyTexts } from './texts.ts';
import { scoreText } from './trace.ts';

type Settled =
  paths['/v1/players/{playerId}/history']['get']['responses'][200]['content']['application/json']['items'][number];

const Row = ({ settled, match }: { readonly settled: Settled; readonly match: string }) => {
  const t = useTexts(whyTexts);
  const scored = settled.outcome === 'scored' ? settled : undefined;
  return (
    <tr>
      <th scope="row">
        <Link href={`/why/${settled.predictionId}`}>{match}</Link>
      </th>
      <td>{scored ? scoreText(scored.predicted) : '–'}</td>
      <td>{scored ? scoreText(scored.actual) : '–'}</td>
      <td className="number">{scored ? scored.points : t('voided')}</td>
      <td className="number">{settled.total}</td>
    </tr>
  );
};

const useHistory = (competition: string, playerId: string) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['history', competition, playerId],
    initialPageParam: undefined as string | undefined,
    meta: { about: { competition } },
    queryFn: context =>
      readLive(context, {
        read: after => {
          const { pageParam: cursor } = context;
          const query = { competition, ...(cursor !== undefined && { cursor }), ...(after !== undefined && { after }) };
          return ask(api.GET('/v1/players/{playerId}/history', { params: { path: { playerId }, query } }));
        },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
};

/** The sides of each match, by its id. */
const useNames = (competition: string): ReadonlyMap<string, string> => {
  const t = useTexts(whyTexts);
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['matches', competition, 'names'],
    queryFn: () =>
      ask(
        api.GET('/v1/competitions/{competition}/matches', {
          params: { path: { competition }, query: { limit: '500' } },
        }),
      ),
  });
  return new Map(data?.items.map(({ fixture: { matchId, home, away } }) => [matchId, t('match', { home, away })]));
};

const HistoryTable = ({ competition, playerId }: { readonly competition: string; readonly playerId: string }) => {
  const t = useTexts(whyTexts);
  const names = useNames(competition);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(competition, playerId);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const items = data.pages.flatMap(page => page.items);
  if (items.length === 0) return <p className="muted">{t('none')}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('history')}>
        <table className="history">
          <caption>{t('historyLead')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('matchHead')}</th>
              <th scope="col">{t('pickHead')}</th>
              <th scope="col">{t('resultHead')}</th>
              <th scope="col" className="number">
                {t('pointsHead')}
              </th>
              <th scope="col" className="number">
                {t('totalHead')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(settled => (
              <Row key={settled.predictionId} settled={settled} match={names.get(settled.matchId) ?? settled.matchId} />
            ))}
          </tbody>
        </table>
      </section>
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

/** One's settled predictions in a competition, each with the way to its explanation. */
export const History = () => {
  const t = useTexts(whyTexts);
  const api = useApi();
  const { identity } = useSession();
  const [chosen, choose] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['competitions'],
    queryFn: () => ask(api.GET('/v1/competitions')),
  });
  const competition = chosen ?? data?.items[0]?.competition;
  return (
    <Page title={t('history')}>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <NoCompetition />}
      {data && data.items.length > 1 && (
        <label className="row">
          {t('competition')}
          <select value={competition} onChange={({ target }) => choose(target.value)}>
            {data.items.map(item => (
              <option key={item.competition} value={item.competition}>
                {competitionTitle(item.competition)}
              </option>
            ))}
          </select>
        </label>
      )}
      {competition !== undefined && identity && (
        <HistoryTable key={competition} competition={competition} playerId={identity.playerId} />
      )}
    </Page>
  );
};
