import { movementsSince } from '../../shared/domain/movement.ts';
import type { PoolRules } from '../../shared/domain/pool.ts';
import type { RuleSetName } from '../../shared/domain/scoring.ts';
import type { Row } from './data.ts';
import { type Supposed, underRules, whatIf } from './recount.ts';

/** Against what the arrows of a table are drawn. */
export type MovedBy = 'movedSince' | 'movedRules' | 'movedMark' | 'movedWhatIf';

/** What is made of a table before it is shown. */
export interface Making {
  readonly rows: readonly Row[];
  /** The table's own rules. */
  readonly own: PoolRules;
  /** Others; absent: its own. */
  readonly rules?: RuleSetName | undefined;
  readonly supposed: readonly Supposed[];
  readonly pool: boolean;
  /** The whole table at the place before, when it is one of an instant. */
  readonly before?: readonly Row[] | undefined;
}

const moved = (before: readonly Row[], now: readonly Row[]): readonly Row[] => {
  const movements = movementsSince(before, now);
  return now.map(row => {
    const movement = movements.get(row.playerId);
    return movement ? { ...row, movement } : row;
  });
};

/** The rows as they are shown, and what their arrows mean; other rules and suppositions need the whole table. */
export const shownRows = ({
  rows,
  own,
  rules = own.rules,
  supposed,
  pool,
  before,
}: Making): { readonly rows: readonly Row[]; readonly movedBy: MovedBy | undefined } => {
  const ranking = { rules, tieBreaks: own.tieBreaks };
  const recounted = rules === own.rules ? rows : underRules(rows, ranking);
  if (supposed.length > 0)
    return { rows: moved(recounted, whatIf(rows, supposed, { ...ranking, pool })), movedBy: 'movedWhatIf' };
  if (rules !== own.rules) return { rows: moved(rows, recounted), movedBy: 'movedRules' };
  if (before) return { rows: moved(before, rows), movedBy: 'movedMark' };
  return { rows, movedBy: rows.some(({ movement }) => movement) ? 'movedSince' : undefined };
};
