import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { Direction, Line, Placed } from './layout.ts';
import { layoutOf, NODE, stepFrom } from './layout.ts';
import type { Load } from './load.ts';
import { useNames } from './names.ts';
import type { SystemMap } from './system-map.ts';
import { mapTexts } from './texts.ts';
import './picture.css';

export interface PictureProps {
  readonly map: SystemMap;
  readonly loads: ReadonlyMap<string, Load>;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Characters of a name that a node has room for. */
const ROOM = 30;
const short = (name: string): string => (name.length > ROOM ? `${name.slice(0, ROOM - 1)}…` : name);

/** What happens at a node, in a few words. */
const useLoadText = (): ((load: Load) => readonly string[]) => {
  const t = useTexts(mapTexts);
  const { number } = useFormat();
  return ({ perMinute, waiting, deadLetters = 0 }) => [
    ...(perMinute === undefined ? [] : [t('perMinute', { count: number(perMinute, perMinute < 10 ? 1 : 0) })]),
    ...(waiting === undefined ? [] : [t('waits', { count: number(waiting) })]),
    ...(deadLetters > 0 ? [t('lie', { count: number(deadLetters) })] : []),
  ];
};

const Edge = ({
  line: { edge, points },
  lit,
  busy,
}: {
  readonly line: Line;
  readonly lit: boolean;
  readonly busy: boolean;
}) => (
  <polyline
    className={`edge ${edge.kind}${lit ? ' lit' : ''}${busy ? ' busy' : ''}`}
    points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
    markerEnd="url(#map-arrow)"
  />
);

interface NodeProps {
  readonly placed: Placed;
  readonly load: Load | undefined;
  readonly chosen: boolean;
  /** The one that Tab comes to. */
  readonly first: boolean;
  readonly onChoose: (id: string) => void;
}

const Node = ({ placed: { node, x, y }, load, chosen, first, onChoose }: NodeProps) => {
  const names = useNames();
  const says = useLoadText()(load ?? {});
  const trouble = (load?.deadLetters ?? 0) > 0 || (load?.errorRate ?? 0) > 0.05;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no buttons
    <g
      role="button"
      tabIndex={first ? 0 : -1}
      aria-pressed={chosen}
      data-node={node.id}
      className={`node ${node.kind}${chosen ? ' chosen' : ''}${trouble ? ' trouble' : ''}`}
      transform={`translate(${x - NODE.width / 2} ${y - NODE.height / 2})`}
      onClick={() => onChoose(node.id)}
    >
      <rect width={NODE.width} height={NODE.height} rx={node.kind === 'function' ? 8 : 2} />
      <text x={10} y={18}>
        {short(node.name)}
      </text>{' '}
      <text x={10} y={35} className="says">
        {[names.ofKind(node.kind), ...says].join(' · ')}
      </text>
    </g>
  );
};

/** The map as a picture. Tab comes to one node; arrow keys go on from there, Enter and Space choose. */
const Picture = ({ map, loads, chosen, onChoose }: PictureProps) => {
  const t = useTexts(mapTexts);
  const svg = useRef<SVGSVGElement>(null);
  const { width, height, nodes, lines } = useMemo(() => layoutOf(map), [map]);
  const first = nodes.some(({ node }) => node.id === chosen) ? chosen : nodes[0]?.node.id;
  useEffect(() => {
    const element = [...(svg.current?.querySelectorAll<SVGGElement>('[data-node]') ?? [])].find(
      each => each.dataset.node === chosen,
    );
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const id = (event.target as Element).getAttribute('data-node');
    if (id === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(id);
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const to = stepFrom(nodes, id, event.key as Direction);
    const element = [...(svg.current?.querySelectorAll<SVGGElement>('[data-node]') ?? [])].find(
      each => each.dataset.node === to?.node.id,
    );
    element?.focus();
  };
  return (
    <div className="map-scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        ref={svg}
        role="group"
        aria-label={`${t('caption')}. ${t('help')}`}
        viewBox={`0 0 ${width} ${height}`}
        className={`map${chosen === undefined ? '' : ' choosing'}`}
        onKeyDown={onKeyDown}
      >
        <defs>
          <marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 L8 4 L0 8 z" className="arrow" />
          </marker>
        </defs>
        {lines.map(line => (
          <Edge
            key={`${line.edge.from} ${line.edge.to} ${line.edge.kind}`}
            line={line}
            lit={line.edge.from === chosen || line.edge.to === chosen}
            busy={line.edge.kind === 'feeds' && (loads.get(line.edge.to)?.perMinute ?? 0) > 0}
          />
        ))}
        {nodes.map(placed => (
          <Node
            key={placed.node.id}
            placed={placed}
            load={loads.get(placed.node.id)}
            chosen={placed.node.id === chosen}
            first={placed.node.id === first}
            onChoose={onChoose}
          />
        ))}
      </svg>
    </div>
  );
};

export default Picture;
