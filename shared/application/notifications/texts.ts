import { type Score, sameScore } from '../../domain/score.ts';
import type { Category } from '../../domain/scoring.ts';
import { type Scored, scoredUnder, type Verdict } from '../../domain/verdict.ts';
import type { Envelope } from '../../events/envelope.ts';
import type { FixtureNames } from './facts.ts';
import type { Movement } from './movement.ts';
import { competitionInbox, type Notification, playerInbox } from './notification.ts';

/** Above this stated confidence a prediction is worth a word. The rule of the subscription filters by the same number. */
export const HIGH_CONFIDENCE = 0.8;

/** What may be known besides the event. Without it a text says less. */
export interface Context {
  readonly fixture?: FixtureNames | undefined;
  readonly movement?: Movement | undefined;
}

const show = ({ home, away }: Score): string => `${home}:${away}`;
const count = (points: number): string => `${points} ${points === 1 ? 'point' : 'points'}`;

const WORDS: Readonly<Record<Category, string>> = {
  exact: 'the exact score',
  goal_diff: 'the right goal difference',
  draw_not_exact: 'a draw, but another one',
  tendency_only: 'the right tendency',
  miss: 'a miss',
};

const ORDINALS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const RULES = new Intl.PluralRules('en', { type: 'ordinal' });
/** `1st`, `22nd`, `113th` */
export const ordinal = (n: number): string => `${n}${ORDINALS[RULES.select(n)] ?? 'th'}`;

type Evaluated = Extract<Envelope, { type: 'prediction.evaluated' }>['data'];

const nameOf = (matchId: string, fixture: FixtureNames | undefined): string =>
  fixture ? `${fixture.home} - ${fixture.away}` : matchId;

/** `Burnley FC 0:3 Manchester City FC` */
const resultOf = (matchId: string, { home, away }: Partial<FixtureNames>, score: Score): string =>
  home === undefined || away === undefined ? `${matchId} ended ${show(score)}` : `${home} ${show(score)} ${away}`;

const scoredOf = (verdict: Verdict | undefined): Scored | undefined =>
  verdict?.kind === 'scored' ? scoredUnder('FT90', verdict) : undefined;

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const resultText = ({ matchId, predicted, verdict }: Evaluated, fixture: FixtureNames | undefined): string => {
  if (verdict.kind === 'void') return sentence(`${nameOf(matchId, fixture)} does not count: ${verdict.reason}`);
  const { actual, category, points } = scoredUnder('FT90', verdict);
  const said = `You said ${show(predicted)}: ${WORDS[category]}, ${count(points)}.`;
  return `${resultOf(matchId, fixture ?? {}, actual)}. ${said}`;
};

/** Why a rank changed. */
const reason = (gained: number): string => {
  if (gained === 0) return 'because it brought others more or less';
  return gained > 0 ? `because it brought you ${count(gained)} more` : `because it cost you ${count(-gained)}`;
};

const movementText = ({ before, after }: Movement, gained: number): string => {
  if (before === undefined || after === undefined) return '';
  if (before === after) return ` You are still ${ordinal(after)}.`;
  return ` You went from ${ordinal(before)} to ${ordinal(after)}, ${reason(gained)}.`;
};

const correctedText = (data: Evaluated & { readonly previous: Verdict }, { fixture, movement }: Context): string => {
  const { matchId, predicted, verdict, previous } = data;
  const [now, was] = [scoredOf(verdict), scoredOf(previous)];
  const moved = movement ? movementText(movement, (now?.points ?? 0) - (was?.points ?? 0)) : '';
  if (!now)
    return `Corrected: ${resultText(data, fixture)}${was ? ` It had brought you ${count(was.points)}.` : ''}${moved}`;
  const result = resultOf(matchId, fixture ?? {}, now.actual);
  const other = was && !sameScore(was.actual, now.actual) ? ` instead of ${show(was.actual)}` : '';
  const instead = was && was.points !== now.points ? ` instead of ${was.points}` : '';
  const said = `You said ${show(predicted)}: ${WORDS[now.category]}, ${count(now.points)}${instead}.`;
  return `Corrected: ${result}${other}. ${said}${moved}`;
};

const evaluatedText = (data: Evaluated, context: Context): Pick<Notification, 'kind' | 'text'> => {
  const { previous } = data;
  return previous === undefined
    ? { kind: 'prediction-result', text: resultText(data, context.fixture) }
    : { kind: 'correction', text: correctedText({ ...data, previous }, context) };
};

/** What an event has to say, and to whom; undefined: nothing. Its place in the inbox does not depend on `context`. */
export const notificationOf = (event: Envelope, context: Context = {}): Notification | undefined => {
  const common = { tenantId: event.tenantId, eventId: event.id, at: event.occurredAt };
  switch (event.type) {
    case 'prediction.evaluated': {
      const { playerId, matchId } = event.data;
      const title = nameOf(matchId, context.fixture);
      return { ...common, inbox: playerInbox(playerId), title, ...evaluatedText(event.data, context) };
    }
    case 'prediction.created': {
      const { playerId, matchId, predicted, confidence } = event.data;
      if (confidence === null || confidence <= HIGH_CONFIDENCE) return undefined;
      const title = nameOf(matchId, context.fixture);
      const text = `You are ${Math.round(confidence * 100)} % sure of ${show(predicted)} in ${title}.`;
      return { ...common, inbox: playerInbox(playerId), kind: 'high-confidence', title, text };
    }
    case 'match.finished':
    case 'match.awarded':
    case 'match.result-corrected': {
      const { matchId, competition, home, away, result } = event.data;
      const what = { 'match.finished': '', 'match.awarded': ', awarded', 'match.result-corrected': ', corrected' }[
        event.type
      ];
      const [title, text] = [`${home} - ${away}`, `${resultOf(matchId, { home, away }, result.fullTime)}${what}.`];
      return { ...common, inbox: competitionInbox(competition), kind: 'match-result', title, text };
    }
    default:
      return undefined;
  }
};
