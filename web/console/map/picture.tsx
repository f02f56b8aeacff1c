import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { SystemMap } from '../../../client/system-map.ts';
import { useTexts } from '../../i18n/texts.ts';
import { layoutOf } from './layout.ts';
import { Edges } from './lines.tsx';
import type { Load } from './load.ts';
import type { Placed } from './places.ts';
import { StationNode } from './station.tsx';
import { type Direction, stepFrom } from './steps.ts';
import { mapTexts } from './texts.ts';
import './picture.css';

export interface PictureProps {
  readonly map: SystemMap;
  readonly loads: ReadonlyMap<string, Load>;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

const NOTHING: Load = {};

const isBusy = ({ perMinute = 0, runsPerMinute = 0 }: Load = {}): boolean => perMinute + runsPerMinute > 0;

const elementOf = (svg: SVGSVGElement | null, id: string): SVGGElement | undefined =>
  [...(svg?.querySelectorAll<SVGGElement>('[data-node]') ?? [])].find(each => each.dataset.node === id);

/** The map as a picture. Tab comes to one node; arrow keys go on from there, Enter and Space choose. */
const Picture = ({ map, loads, chosen, onChoose }: PictureProps) => {
  const t = useTexts(mapTexts);
  const svg = useRef<SVGSVGElement>(null);
  const { width, height, placed, columns, besideTop, lines } = useMemo(() => layoutOf(map), [map]);
  // Of rules that are one station, any may have been chosen.
  const shown = placed.find(({ station }) => station.nodes.some(({ id }) => id === chosen))?.station.id;
  const first = shown ?? placed[0]?.station.id;
  useEffect(() => {
    if (shown !== undefined) elementOf(svg.current, shown)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  const placeOf = ({ isLedger, top }: Placed): 'ledger' | 'way' | 'beside' => {
    if (isLedger) return 'ledger';
    return besideTop !== undefined && top >= besideTop ? 'beside' : 'way';
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const id = (event.target as Element).getAttribute('data-node');
    if (id === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(id);
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const to = stepFrom(placed, id, event.key as Direction);
    if (to) elementOf(svg.current, to.station.id)?.focus();
  };
  return (
    <div className="map-scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        ref={svg}
        role="group"
        aria-label={`${t('caption')}. ${t('help')}`}
        viewBox={`0 0 ${width} ${height}`}
        className={`map${shown === undefined ? '' : ' choosing'}`}
        onKeyDown={onKeyDown}
      >
        <defs>
          <marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0.5 L8 4 L0 7.5 z" className="arrow" />
          </marker>
        </defs>
        {columns.map(({ column, left }) => (
          <text key={column} x={left} y={20} className="column">
            {t(`col-${column}`)}
          </text>
        ))}
        {besideTop !== undefined && (
          <g>
            <path className="band" d={`M0 ${besideTop - 26} H${width}`} />
            <text x={8} y={besideTop - 10} className="column">
              {t('rest')}
            </text>
          </g>
        )}
        <Edges
          lines={lines}
          chosen={shown}
          isBusy={({ edge }) => edge.kind === 'feeds' && isBusy(loads.get(edge.to))}
        />
        {placed.map(one => (
          <StationNode
            key={one.station.id}
            placed={one}
            load={loads.get(one.station.id) ?? NOTHING}
            chosen={one.station.id === shown}
            first={one.station.id === first}
            place={placeOf(one)}
            onChoose={onChoose}
          />
        ))}
      </svg>
    </div>
  );
};

export default Picture;
