import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { useApi } from '../../api/api.tsx';
import { ask } from '../../api/problem.ts';
import { useTexts } from '../../i18n/texts.ts';
import { useSession } from '../../session/session.tsx';
import { Page } from '../../ui/page.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import type { EventsHealth } from '../api-types.ts';
import { Bill } from '../bill/bill.tsx';
import { useHealth } from '../use-health.ts';
import { HandlerTable } from './handler-table.tsx';
import { MinuteTable } from './minute-table.tsx';
import { seriesOf, totalsOf } from './series.ts';
import { handlersTexts } from './texts.ts';

const Charts = lazy(() => import('./charts.tsx'));

/** Minutes that one can look back. */
const SPANS = [15, 60, 180] as const;
/** Milliseconds between two looks. */
const AGAIN_MS = 5000;

const useRates = (minutes: number) => {
  const api = useApi();
  return useQuery({
    queryKey: ['console', 'rates', minutes],
    queryFn: () => ask(api.GET('/v1/operations/rates', { params: { query: { minutes: String(minutes) } } })),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
};

const Status = ({ health }: { readonly health: EventsHealth }) => {
  const t = useTexts(handlersTexts);
  return (
    <div className={`notice${health.status === 'ok' ? '' : ' warn'}`}>
      <p>{t(`status_${health.status}`)}</p>
      {health.reasons.length > 0 && (
        <ul>
          {health.reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

const Span = ({ minutes, onMinutes }: { readonly minutes: number; readonly onMinutes: (minutes: number) => void }) => {
  const t = useTexts(handlersTexts);
  const id = useId();
  return (
    <div className="row">
      <label htmlFor={id}>{t('minutes')}</label>
      <select id={id} value={minutes} onChange={event => onMinutes(Number(event.target.value))}>
        {SPANS.map(span => (
          <option key={span} value={span}>
            {t('lastMinutes', { count: span })}
          </option>
        ))}
      </select>
    </div>
  );
};

/** What each handler does: rates, times and errors. */
const Handlers = () => {
  const t = useTexts(handlersTexts);
  const { config } = useSession();
  const [minutes, setMinutes] = useState<number>(SPANS[1]);
  const [chosen, setChosen] = useState<string>();
  const { data: rates, error, isPending, refetch } = useRates(minutes);
  const { data: health } = useHealth();
  const points = useMemo(() => (rates ? seriesOf(rates, chosen) : []), [rates, chosen]);
  const totals = useMemo(() => (rates ? totalsOf(rates) : []), [rates]);
  const name = chosen ?? t('all');
  return (
    <Page title={t('title')} actions={<Span minutes={minutes} onMinutes={setMinutes} />}>
      <p className="muted">{t('lead')}</p>
      {config.demo && <p className="muted small">{t('played')}</p>}
      {health && <Status health={health} />}
      {isPending && <Loading />}
      {error && <Failure error={error} retry={() => void refetch()} />}
      {rates && (
        <>
          <HandlerTable totals={totals} health={health} chosen={chosen} onChoose={setChosen} />
          <Suspense fallback={<Loading />}>
            <Charts points={points} handler={name} />
          </Suspense>
          <MinuteTable points={points} caption={name} />
        </>
      )}
      <Bill />
    </Page>
  );
};

export default Handlers;
