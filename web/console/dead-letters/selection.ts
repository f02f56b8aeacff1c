import type { DeadLetter } from '../api-types.ts';

/** Names a dead letter in the API. */
export type LetterRef = Pick<DeadLetter, 'handler' | 'queue' | 'messageId'>;

/** What tells letters apart. */
export const keyOf = ({ handler, queue, messageId }: LetterRef): string => `${handler} ${queue} ${messageId}`;

/** The name of a letter in the API, and nothing else of it. */
export const refOf = ({ handler, queue, messageId }: LetterRef): LetterRef => ({ handler, queue, messageId });

/** With this one selected, or not. */
export const toggled = (selected: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
};

/** Whether its attempts are put on record: handlers of events do so. */
export const isOnRecord = ({ kind }: Pick<DeadLetter, 'kind'>): boolean => kind === 'event' || kind === 'unreadable';
