import { Link } from 'wouter';
import { useTexts } from '../i18n/texts.ts';
import { usePlayerText } from '../names/use-names.ts';
import { useSession } from '../session/session.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { ReceiptButtons } from './receipt-buttons.tsx';
import { Summary } from './summary.tsx';
import { whyTexts } from './texts.ts';
import { Timeline } from './timeline/timeline.tsx';
import { type Trace, useTrace } from './trace.ts';

/** How one knows that it is true: for who has never heard of events. */
const HowDoYouKnow = () => {
  const t = useTexts(whyTexts);
  return (
    <details className="card">
      <summary>{t('know')}</summary>
      <div className="stack">
        <p>{t('know1')}</p>
        <p>{t('know2')}</p>
        <p>{t('know3')}</p>
      </div>
    </details>
  );
};

const Receipts = ({ predictionId }: { readonly predictionId: string }) => {
  const t = useTexts(whyTexts);
  return (
    <section className="card stack no-print" aria-labelledby="receipts-heading">
      <h2 id="receipts-heading">{t('receipts')}</h2>
      <p>{t('receiptsLead')}</p>
      <ReceiptButtons predictionId={predictionId} label={t('download')} />
    </section>
  );
};

const Found = ({ trace, predictionId }: { readonly trace: Trace; readonly predictionId: string }) => {
  const t = useTexts(whyTexts);
  const { identity } = useSession();
  const { key } = trace.prediction;
  const player = usePlayerText(key.playerId);
  const { home, away } = trace.match.fixture;
  return (
    <>
      <p className="fixture">{t('match', { home, away })}</p>
      <Summary trace={trace} player={key.playerId === identity?.playerId ? undefined : player} />
      <HowDoYouKnow />
      <Timeline trace={trace} predictionId={predictionId} />
      <Receipts predictionId={predictionId} />
    </>
  );
};

/** Why a prediction has the points it has. */
export const Explanation = ({ predictionId }: { readonly predictionId: string }) => {
  const t = useTexts(whyTexts);
  const { data, error, refetch } = useTrace(predictionId);
  const history = (
    <Link href="/why" className="no-print">
      {t('toHistory')}
    </Link>
  );
  return (
    <Page title={t('title')} actions={history}>
      {data && <Found trace={data} predictionId={predictionId} />}
      {!data && !error && <Loading />}
      {error && <Failure error={error} retry={() => void refetch()} />}
    </Page>
  );
};
