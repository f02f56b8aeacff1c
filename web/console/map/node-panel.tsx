import { useMemo } from 'react';
import type { MapNode, SystemMap } from '../../../client/system-map.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { duration } from '../duration.ts';
import type { Load } from './load.ts';
import { useNames } from './names.ts';
import { type Neighbour, neighboursOf } from './neighbours.ts';
import { stationsOf } from './stations.ts';
import { mapTexts } from './texts.ts';

const Neighbours = ({
  title,
  neighbours,
  onChoose,
}: {
  readonly title: string;
  readonly neighbours: readonly Neighbour[];
  readonly onChoose: (id: string) => void;
}) => {
  const names = useNames();
  if (neighbours.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="neighbours">
        {neighbours.map(({ node, kind }) => (
          <li key={`${node.id} ${kind}`}>
            <span className="muted small">{names.ofEdge(kind)}</span>{' '}
            <button type="button" className="quiet" onClick={() => onChoose(node.id)}>
              {node.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

const Numbers = ({ load }: { readonly load: Load }) => {
  const t = useTexts(mapTexts);
  const format = useFormat();
  const { perMinute, runsPerMinute, errorRate, meanMs, waiting, inFlight, deadLetters } = load;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('rate'), perMinute === undefined ? undefined : format.number(perMinute, 1)],
    [t('runs'), runsPerMinute === undefined ? undefined : format.number(runsPerMinute, 1)],
    [t('errors'), errorRate === undefined ? undefined : format.percent(errorRate, 1)],
    [t('mean'), meanMs === undefined || meanMs === null ? undefined : duration(format, meanMs)],
    [t('waiting'), waiting === undefined ? undefined : format.number(waiting)],
    [t('inFlight'), inFlight === undefined ? undefined : format.number(inFlight)],
    [t('deadLetters'), deadLetters === undefined ? undefined : format.number(deadLetters)],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
};

export interface NodePanelProps {
  readonly map: SystemMap;
  readonly id: string;
  readonly load: Load | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** What one resource takes, when it runs, and what it answers. */
const About = ({ node, named }: { readonly node: MapNode; readonly named: boolean }) => {
  const t = useTexts(mapTexts);
  return (
    <>
      {node.pattern !== undefined && (
        <div>
          <h3>{named ? node.name : t('pattern')}</h3>
          <pre>{JSON.stringify(node.pattern, null, 2)}</pre>
        </div>
      )}
      {node.expression !== undefined && (
        <p>
          {t('schedule')} <code>{node.expression}</code>
        </p>
      )}
      {node.routes && (
        <details>
          <summary>
            {t('routes')} ({node.routes.length})
          </summary>
          <pre>{node.routes.join('\n')}</pre>
        </details>
      )}
    </>
  );
};

/** What a station of the map does: its numbers, what it takes, and what is around it. Rules of one queue are shown together. */
export const NodePanel = ({ map, id, load, onChoose }: NodePanelProps) => {
  const t = useTexts(mapTexts);
  const names = useNames();
  const nodes = useMemo(
    () => stationsOf(map).stations.find(station => station.nodes.some(node => node.id === id))?.nodes,
    [map, id],
  );
  if (!nodes) return null;
  const [first] = nodes;
  const many = nodes.length > 1;
  const name = many ? `${first.handler ?? ''} ${t('rules', { count: nodes.length })}`.trim() : first.name;
  const { into, out } = neighboursOf(
    map,
    nodes.map(node => node.id),
  );
  return (
    <section className="card stack node-panel" aria-label={name}>
      <div className="row">
        <h2>{name}</h2>
        <span className="tag">{names.ofKind(first.kind)}</span>
        <button type="button" onClick={() => onChoose(undefined)}>
          {t('close')}
        </button>
      </div>
      {load && <Numbers load={load} />}
      {many && <p className="muted">{t('pattern')}</p>}
      <div className="abouts">
        {nodes.map(node => (
          <About key={node.id} node={node} named={many} />
        ))}
      </div>
      <Neighbours title={t('into')} neighbours={into} onChoose={onChoose} />
      <Neighbours title={t('out')} neighbours={out} onChoose={onChoose} />
    </section>
  );
};
