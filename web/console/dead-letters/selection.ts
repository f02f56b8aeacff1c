import type { DeadLetter } from '../api-types.ts';

/** Names a dead letter in the API. */
export type LetterRef = Pick<DeadLetter, 'handler' | 'queue' | 'messageId'>;

/** What tells letters apart. */
export const keyOf = ({ handler, queue, messageId }: LetterRef): string => `${handler} ${queue} ${messageId}`;

/** The name of a letter in the API, and nothing else of it. */
export const refOf = ({ handler, queue, messageId }: LetterRef): LetterRef => ({ handler, queue, messageId });

/** What a letter is about, in a name. */
export const nameOf = ({ event, subject, messageId }: DeadLetter): string => event?.id ?? subject ?? messageId;

/** With this one selected, or not. */
export const toggled = (selected: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
};

/** The last error of a letter, in words: of its handler, of the bus, its own, or why it cannot be read. */
export const reasonOf = ({ history, refusal, why, unreadable }: DeadLetter): string => {
  const failure = history.findLast(({ what }) => what === 'failed' || what === 'dead-lettered');
  if (failure) return [failure.error, failure.reason].filter(text => text !== undefined).join(': ');
  if (refusal) return `${refusal.code}: ${refusal.message}`;
  return why ?? unreadable ?? '';
};

/** Attempts of the handler that are on record. */
export const attemptsOf = ({ history }: Pick<DeadLetter, 'history'>): number =>
  history.filter(({ what }) => what === 'failed' || what === 'dead-lettered').length;

/** Whether its attempts are put on record: handlers of events do so. */
export const isOnRecord = ({ kind }: Pick<DeadLetter, 'kind'>): boolean => kind === 'event' || kind === 'unreadable';
