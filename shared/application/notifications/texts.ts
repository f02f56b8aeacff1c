import { type Score, sameScore } from '../../domain/score.ts';
import { type Scored, scoredUnder, type Verdict } from '../../domain/verdict.ts';
import type { Envelope } from '../../events/envelope.ts';
import type { FixtureNames } from './facts.ts';
import { inEach } from './language.ts';
import type { Movement } from './movement.ts';
import { competitionInbox, type Notification, playerInbox } from './notification.ts';
import { WORDS } from './words/by-language.ts';
import type { Words } from './words/words.ts';

/** Above this stated confidence a prediction is worth a word. The rule of the subscription filters by the same number. */
export const HIGH_CONFIDENCE = 0.8;

/** What may be known besides the event. Without it a text says less. */
export interface Context {
  readonly fixture?: FixtureNames | undefined;
  readonly movement?: Movement | undefined;
}

const show = ({ home, away }: Score): string => `${home}:${away}`;

type Evaluated = Extract<Envelope, { type: 'prediction.evaluated' }>['data'];

const nameOf = (matchId: string, fixture: FixtureNames | undefined): string =>
  fixture ? `${fixture.home} - ${fixture.away}` : matchId;

/** `Burnley FC 0:3 Manchester City FC` */
const resultOf = (words: Words, matchId: string, { home, away }: Partial<FixtureNames>, score: Score): string =>
  home === undefined || away === undefined ? words.ended(matchId, show(score)) : `${home} ${show(score)} ${away}`;

const scoredOf = (verdict: Verdict | undefined): Scored | undefined =>
  verdict?.kind === 'scored' ? scoredUnder('FT90', verdict) : undefined;

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const saidText = (words: Words, predicted: Score, { category, points }: Scored, was?: number): string =>
  words.said(show(predicted), words.categories[category], points, was);

const resultText = (words: Words, { matchId, predicted, verdict }: Evaluated, fixture?: FixtureNames): string => {
  if (verdict.kind === 'void') return sentence(words.doesNotCount(nameOf(matchId, fixture), verdict.reason));
  const scored = scoredUnder('FT90', verdict);
  return `${resultOf(words, matchId, fixture ?? {}, scored.actual)}. ${saidText(words, predicted, scored)}`;
};

const movementText = (words: Words, { before, after }: Movement, gained: number): readonly string[] => {
  if (before === undefined || after === undefined) return [];
  return [before === after ? words.stillAt(after) : words.moved(before, after, gained)];
};

/** The result that counts now, and what the pick brings under it. */
const scoredAnew = (words: Words, data: Evaluated, now: Scored, was: Scored | undefined, fixture?: FixtureNames) => {
  const result = resultOf(words, data.matchId, fixture ?? {}, now.actual);
  const shown = was && !sameScore(was.actual, now.actual) ? words.insteadOf(result, show(was.actual)) : result;
  const points = was && was.points !== now.points ? was.points : undefined;
  return [`${shown}.`, saidText(words, data.predicted, now, points)];
};

const correctedText = (words: Words, data: Evaluated, previous: Verdict, { fixture, movement }: Context): string => {
  const [now, was] = [scoredOf(data.verdict), scoredOf(previous)];
  const said = now
    ? scoredAnew(words, data, now, was, fixture)
    : [resultText(words, data, fixture), ...(was ? [words.hadBrought(was.points)] : [])];
  const moved = movement ? movementText(words, movement, (now?.points ?? 0) - (was?.points ?? 0)) : [];
  return words.corrected([...said, ...moved].join(' '));
};

const evaluatedText = (words: Words, data: Evaluated, context: Context): string =>
  data.previous === undefined
    ? resultText(words, data, context.fixture)
    : correctedText(words, data, data.previous, context);

/** The title, the same in every language, and a text in each. */
const saying = (title: string, text: (words: Words) => string): Notification['said'] =>
  inEach(language => ({ title, text: text(WORDS[language]) }));

/** What an event has to say, and to whom; undefined: nothing. Its place in the inbox does not depend on `context`. */
export const notificationOf = (event: Envelope, context: Context = {}): Notification | undefined => {
  const common = { tenantId: event.tenantId, eventId: event.id, at: event.occurredAt };
  switch (event.type) {
    case 'prediction.evaluated': {
      const { playerId, matchId } = event.data;
      const said = saying(nameOf(matchId, context.fixture), words => evaluatedText(words, event.data, context));
      const kind = event.data.previous === undefined ? 'prediction-result' : 'correction';
      return { ...common, inbox: playerInbox(playerId), kind, said };
    }
    case 'prediction.created': {
      const { playerId, matchId, predicted, confidence } = event.data;
      if (confidence === null || confidence <= HIGH_CONFIDENCE) return undefined;
      const title = nameOf(matchId, context.fixture);
      const said = saying(title, words => words.sure(Math.round(confidence * 100), show(predicted), title));
      return { ...common, inbox: playerInbox(playerId), kind: 'high-confidence', said };
    }
    case 'match.finished':
    case 'match.awarded':
    case 'match.result-corrected': {
      const { matchId, competition, home, away, result } = event.data;
      const said = saying(`${home} - ${away}`, words => {
        const text = resultOf(words, matchId, { home, away }, result.fullTime);
        if (event.type === 'match.finished') return sentence(text);
        return event.type === 'match.awarded' ? words.awarded(text) : words.resultCorrected(text);
      });
      return { ...common, inbox: competitionInbox(competition), kind: 'match-result', said };
    }
    default:
      return undefined;
  }
};
