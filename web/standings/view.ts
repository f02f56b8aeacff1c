import { SCORE_BASES, type ScoreBasis } from '../../shared/domain/score.ts';
import { RULE_SET_NAMES, type RuleSetName } from '../../shared/domain/scoring.ts';
import { ID } from '../../shared/events/id.ts';

/** What the screen shows. All of it stands in the address, so that a link shows the same. */
export interface View {
  /** Absent: the first that there is. */
  readonly competition?: string | undefined;
  /** Among the members of this pool. */
  readonly pool?: string | undefined;
  /** What this matchday alone brought. */
  readonly round?: string | undefined;
  /** As the table was at this instant. */
  readonly at?: string | undefined;
  /** Counted by these rules; absent: the table's own. */
  readonly rules?: RuleSetName | undefined;
  readonly basis?: ScoreBasis | undefined;
  /** Whose lines the chart has; absent: the first and mine. */
  readonly players?: readonly string[] | undefined;
}

/** Lines of the chart: what the API answers at once. */
export const MAX_PLAYERS = 12;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const text = (value: string | null, pattern?: RegExp): string | undefined =>
  value && (!pattern || pattern.test(value)) ? value : undefined;
const oneOf = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find(one => one === value);

/** The view of an address. What makes no sense there is passed over: links are written by people, too. */
export const viewOf = (search: URLSearchParams): View => {
  const players = search
    .get('players')
    ?.split(',')
    .filter(id => ID.test(id));
  const at = text(search.get('at'), INSTANT);
  return {
    competition: text(search.get('competition'), ID),
    pool: text(search.get('pool'), ID),
    round: at === undefined ? text(search.get('round')) : undefined,
    at,
    rules: oneOf(RULE_SET_NAMES, search.get('rules')),
    basis: oneOf(SCORE_BASES, search.get('basis')),
    players: players?.length ? [...new Set(players)].slice(0, MAX_PLAYERS) : undefined,
  };
};

/** The address of a view: `viewOf` reads it back. */
export const searchOf = ({ players, ...view }: View): URLSearchParams => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) search.set(name, value);
  if (players?.length) search.set('players', players.join());
  return search;
};
