import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { SystemMap } from '../../../client/system-map.ts';
import { NetworkError } from '../../api/problem.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Page } from '../../ui/page.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { useHealth } from '../use-health.ts';
import { useDemoLoads } from './demo-loads.ts';
import { List } from './list.tsx';
import { loadsOf } from './load.ts';
import { NodePanel } from './node-panel.tsx';
import { type MapView, shownMap } from './shown-map.ts';
import { mapTexts } from './texts.ts';
import './map.css';

const Picture = lazy(() => import('./picture.tsx'));

/** Null where the deployment has none: a page under work, perhaps. */
const readMap = async (): Promise<SystemMap | null> => {
  const response = await fetch('/map.json').catch((cause: unknown) => {
    throw new NetworkError('nobody answered', { cause });
  });
  if (!response.ok || !/json/.test(response.headers.get('content-type') ?? '')) return null;
  return (await response.json()) as SystemMap;
};

/** A picture as wide as this is for wide screens. */
const isNarrow = (): boolean => matchMedia('(max-width: 50rem)').matches;

interface Options extends MapView {
  readonly picture: boolean;
}

const Choices = ({
  options,
  onOptions,
}: {
  readonly options: Options;
  readonly onOptions: (options: Options) => void;
}) => {
  const t = useTexts(mapTexts);
  return (
    <div className="row">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset looks like a box of its own */}
      <div className="row" role="group" aria-label={t('show')}>
        <button type="button" aria-pressed={options.picture} onClick={() => onOptions({ ...options, picture: true })}>
          {t('picture')}
        </button>
        <button type="button" aria-pressed={!options.picture} onClick={() => onOptions({ ...options, picture: false })}>
          {t('list')}
        </button>
      </div>
      {(['reads', 'failures', 'rest'] as const).map(name => (
        <label key={name} className="row">
          <input
            type="checkbox"
            checked={options[name]}
            onChange={event => onOptions({ ...options, [name]: event.target.checked })}
          />
          {t(name)}
        </label>
      ))}
    </div>
  );
};

const Drawn = ({ whole }: { readonly whole: SystemMap }) => {
  const t = useTexts(mapTexts);
  const { data: health, error, refetch } = useHealth();
  const [options, setOptions] = useState<Options>({ picture: !isNarrow(), reads: false, failures: false, rest: false });
  const [chosen, setChosen] = useState<string>();
  const { reads, failures, rest } = options;
  const map = useMemo(() => shownMap(whole, { reads, failures, rest }), [whole, reads, failures, rest]);
  const known = useMemo(() => loadsOf(whole, health), [whole, health]);
  const loads = useDemoLoads(whole, known);
  return (
    <>
      <Choices options={options} onOptions={setOptions} />
      {error && <Failure error={error} retry={() => void refetch()} />}
      <div className="map-and-panel">
        {options.picture ? (
          <div>
            <Suspense fallback={<Loading />}>
              <Picture map={map} loads={loads} chosen={chosen} onChoose={setChosen} />
            </Suspense>
            <p className="muted small">{t('legend')}</p>
          </div>
        ) : (
          <List map={map} loads={loads} onChoose={setChosen} />
        )}
        {chosen === undefined ? (
          <p className="muted">{t('choose')}</p>
        ) : (
          <NodePanel map={whole} id={chosen} load={loads.get(chosen)} onChoose={setChosen} />
        )}
      </div>
    </>
  );
};

/** Rules, queues, handlers and tables, as the template has them, with what happens there now. */
const MapPage = () => {
  const t = useTexts(mapTexts);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['console', 'map'],
    queryFn: readMap,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page title={t('title')}>
      <p className="muted">{t('lead')}</p>
      {isPending && <Loading />}
      {error && <Failure error={error} retry={() => void refetch()} />}
      {data === null && <p>{t('missing')}</p>}
      {data && <Drawn whole={data} />}
    </Page>
  );
};

export default MapPage;
