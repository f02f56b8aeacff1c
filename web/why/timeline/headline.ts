import type { DomainEvent } from '../../../shared/events/catalog.ts';
import type { Values } from '../../i18n/texts.ts';
import { type Step, scoreText } from '../trace.ts';
import type { timelineTexts } from './texts.ts';

type Key = NonNullable<(typeof timelineTexts)['keys']>;

/** An event in a line: a text, and what goes into it. Instants are in `at`, shares in `sure`: they are put into words later. */
export interface Headline {
  readonly key: Key;
  readonly values: Values;
}

const say = (key: Key, values: Values = {}): Headline => ({ key, values });

/** What an event says, in a line. */
export const headlineOf = ({ event: { type, data }, reasons }: Pick<Step, 'event' | 'reasons'>): Headline => {
  const event = { type, data } as DomainEvent;
  switch (event.type) {
    case 'match.scheduled':
      return say('scheduled', { at: event.data.kickOff.at });
    case 'match.rescheduled':
      return say('rescheduled', { at: event.data.kickOff.at });
    case 'match.reinstated':
      return say('reinstated', { at: event.data.kickOff.at });
    case 'match.postponed':
      return say('postponed', { reason: event.data.reason });
    case 'match.started':
      return say('started');
    case 'match.finished':
      return say('finished', { score: scoreText(event.data.result.fullTime) });
    case 'match.result-corrected': {
      const { result, previous, reason } = event.data;
      return say('corrected', { score: scoreText(result.fullTime), before: scoreText(previous.fullTime), reason });
    }
    case 'match.result-withdrawn':
      return say('resultWithdrawn', { reason: event.data.reason });
    case 'match.cancelled':
      return say('matchCancelled', { reason: event.data.reason });
    case 'match.awarded':
      return say('awarded', { score: scoreText(event.data.result.fullTime), reason: event.data.reason });
    case 'prediction.created': {
      const { predicted, confidence } = event.data;
      const pick = scoreText(predicted);
      return confidence === null ? say('created', { pick }) : say('createdSure', { pick, sure: confidence });
    }
    case 'prediction.revised':
      return say('revised', {
        pick: scoreText(event.data.predicted),
        before: scoreText(event.data.previous.predicted),
      });
    case 'prediction.cancelled':
      return say('cancelled', { reason: event.data.reason });
    case 'prediction.evaluated':
      return event.data.verdict.kind === 'void'
        ? say('voided', { reason: event.data.verdict.reason })
        : say('evaluated', { count: reasons[0]?.points ?? 0 });
    case 'prediction.reopened':
      return say('reopened');
    default:
      return say('other', { type });
  }
};
