import { useTexts } from '../i18n/texts.ts';
import { NoCompetition } from '../ui/no-competition.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { Board } from './board.tsx';
import { useCompetitions, usePool } from './data.ts';
import './standings.css';
import { DEFAULT_RULES } from '../../shared/domain/scoring.ts';
import { standingsTexts } from './texts.ts';
import { useView } from './use-view.ts';

/** Tables: of a competition or a pool, of now or of then, by these rules or by others. */
const Standings = () => {
  const t = useTexts(standingsTexts);
  const [view, show] = useView();
  const competitions = useCompetitions();
  const pool = usePool(view.pool);
  const first =
    competitions.data?.find(({ matches }) => matches.finished + matches.started > 0) ?? competitions.data?.[0];
  const competition = view.pool === undefined ? (view.competition ?? first?.competition) : pool.data?.competition;
  const own = view.pool === undefined ? DEFAULT_RULES : pool.data?.rules.rules;
  const failure = pool.error ?? (view.competition === undefined ? competitions.error : null);
  return (
    <Page title={pool.data && view.pool !== undefined ? pool.data.name : t('title')}>
      {failure && <Failure error={failure} retry={() => void (pool.error ? pool.refetch() : competitions.refetch())} />}
      {!failure &&
        competition === undefined &&
        (competitions.isSuccess && view.pool === undefined ? <NoCompetition /> : <Loading />)}
      {competition !== undefined && (
        <Board key={`${view.pool} ${competition}`} view={{ ...view, competition }} own={own} show={show} />
      )}
    </Page>
  );
};

export default Standings;
