import type { Load } from './load.ts';
import type { Placed } from './places.ts';
import { isTrouble, useWords } from './says.ts';
import { Backlog, Shape } from './shapes.tsx';

/** Pixels that a character takes, about. */
const CHARACTER = { title: 6.4, says: 5.9, low: 5.6 } as const;

/** Cut after a word, where there is one: half a word on view is none of the words that the label says. */
const short = (text: string, room: number): string => {
  const most = Math.floor(room);
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
};

export interface StationProps {
  readonly placed: Placed;
  readonly load: Load;
  readonly chosen: boolean;
  /** The one that Tab comes to. */
  readonly first: boolean;
  /** Whether it is where facts begin, come by, or do not. */
  readonly place: 'ledger' | 'way' | 'beside';
  readonly onChoose: (id: string) => void;
}

/** A station of the map, with what happens there. */
export const StationNode = ({ placed, load, chosen, first, place, onChoose }: StationProps) => {
  const { station, left, right, top, bottom, above } = placed;
  const [width, height] = [right - left, bottom - top];
  const { title, says, label } = useWords()(station, load, above?.kind);
  const bad = isTrouble(load);
  const standing = station.kind === 'bus';
  const drum = station.kind === 'table' || station.kind === 'bucket';
  const low = height < 30;
  const state = `${chosen ? ' chosen' : ''}${bad ? ' trouble' : ''}`;
  const middle = { x: width / 2, y: height / 2 };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no buttons
    <g
      role="button"
      tabIndex={first ? 0 : -1}
      aria-pressed={chosen}
      aria-label={label}
      data-node={station.id}
      className={`node ${station.kind} ${place}${state}`}
      transform={`translate(${left} ${top})`}
      onClick={() => onChoose(station.id)}
    >
      <Shape kind={station.kind} width={width} height={height} />
      {(load.waiting ?? 0) > 0 && <Backlog waiting={load.waiting ?? 0} width={width} height={height} />}
      {standing ? (
        <text {...middle} className="standing" transform={`rotate(-90 ${middle.x} ${middle.y})`}>
          {title}
        </text>
      ) : low || says === '' ? (
        <text x={8} y={middle.y + 4} className={low ? 'says' : undefined}>
          {short(title, (width - 12) / CHARACTER[low ? 'low' : 'title'])}
        </text>
      ) : (
        <>
          <text x={8} y={drum ? 22 : 18}>
            {short(title, (width - 12) / CHARACTER.title)}
          </text>{' '}
          <text x={8} y={drum ? 34 : 32} className="says">
            {short(says, (width - 10) / CHARACTER.says)}
          </text>
        </>
      )}
    </g>
  );
};
