import { useTexts } from '../i18n/texts.ts';
import type { Row } from './data.ts';
import { standingsTexts } from './texts.ts';

const SIGNS = { up: '▲', down: '▼', same: '=', new: '★' } as const;

/** How a row's rank changed: an arrow with the number of places, and words for who does not see it. */
export const Movement = ({ movement, rank }: Pick<Row, 'movement' | 'rank'>) => {
  const t = useTexts(standingsTexts);
  if (!movement) return null;
  const { direction, previousRank: from } = movement;
  const count = from === null ? 0 : Math.abs(from - rank);
  const words = direction === 'up' || direction === 'down' ? t(direction, { count, from: from ?? '' }) : t(direction);
  return (
    <span className={`movement ${direction}`} title={words}>
      <span aria-hidden="true">
        {SIGNS[direction]}
        {count > 0 && ` ${count}`}
      </span>
      <span className="hidden">{words}</span>
    </span>
  );
};
