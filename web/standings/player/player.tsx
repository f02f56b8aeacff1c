import { Link, useParams, useSearchParams } from 'wouter';
import { DEFAULT_RULES } from '../../../shared/domain/scoring.ts';
import { useTexts } from '../../i18n/texts.ts';
import { usePlayerText } from '../../names/use-names.ts';
import { competitionTitle } from '../../ui/competition-title.ts';
import { Page } from '../../ui/page.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { searchOf, viewOf } from '../view.ts';
import { Calibration } from './calibration.tsx';
import { type RecordOf, useTrackRecord } from './data.ts';
import { History } from './history.tsx';
import { Summary } from './summary.tsx';
import { playerTexts } from './texts.ts';
import '../standings.css';

const PlayerRecord = (of: RecordOf) => {
  const t = useTexts(playerTexts);
  const { data, error, isPending, refetch } = useTrackRecord(of);
  return (
    <>
      <p className="muted">{t('in', { competition: competitionTitle(of.competition), rules: of.rules })}</p>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Loading />}
      {data?.settled === 0 && <p>{t('none')}</p>}
      {data && data.settled > 0 && (
        <>
          <Summary record={data} />
          <Calibration record={data} />
          <History {...of} />
        </>
      )}
    </>
  );
};

/** What somebody's predictions were, and what they come to. */
const Player = () => {
  const t = useTexts(playerTexts);
  const { playerId = '' } = useParams<{ readonly playerId: string }>();
  const player = usePlayerText(playerId);
  const { competition, rules = DEFAULT_RULES } = viewOf(useSearchParams()[0]);
  return (
    <Page title={t('title', { player })}>
      <p>
        <Link href={`/standings?${searchOf({ competition })}`}>{t('back')}</Link>
      </p>
      {competition === undefined ? (
        <p>{t('whichCompetition')}</p>
      ) : (
        <PlayerRecord playerId={playerId} competition={competition} rules={rules} />
      )}
    </Page>
  );
};

export default Player;
