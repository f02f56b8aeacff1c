import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { duration } from '../duration.ts';
import type { Load } from './load.ts';
import { useNames } from './names.ts';
import { type Neighbour, neighboursOf, type SystemMap } from './system-map.ts';
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
  const { perMinute, errorRate, meanMs, waiting, inFlight, deadLetters } = load;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('rate'), perMinute === undefined ? undefined : format.number(perMinute, 1)],
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

/** What a node of the map does: its numbers, what it takes, and what is around it. */
export const NodePanel = ({ map, id, load, onChoose }: NodePanelProps) => {
  const t = useTexts(mapTexts);
  const names = useNames();
  const node = map.nodes.find(each => each.id === id);
  if (!node) return null;
  const { into, out } = neighboursOf(map, id);
  return (
    <section className="card stack node-panel" aria-label={node.name}>
      <div className="row">
        <h2>{node.name}</h2>
        <span className="tag">{names.ofKind(node.kind)}</span>
        <button type="button" onClick={() => onChoose(undefined)}>
          {t('close')}
        </button>
      </div>
      {load && <Numbers load={load} />}
      {node.pattern !== undefined && (
        <div>
          <h3>{t('pattern')}</h3>
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
      <Neighbours title={t('into')} neighbours={into} onChoose={onChoose} />
      <Neighbours title={t('out')} neighbours={out} onChoose={onChoose} />
    </section>
  );
};
