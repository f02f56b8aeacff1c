import { nameOf, reasonOf } from '../../client/dead-letters.ts';
import type { QueueLook } from '../../shared/application/dead-letters/list.ts';
import type { showLetter } from '../../shared/lambda/http/dead-letter-schemas.ts';

/** What was found dead. */
export interface Found {
  /** Queues that are not empty. */
  readonly queues: readonly QueueLook[];
  /** As the API answers them. */
  readonly letters: readonly ReturnType<typeof showLetter>[];
}

/** How many are dead, with those that are not shown. */
export const deadOf = ({ queues }: Pick<Found, 'queues'>): number =>
  queues.reduce((sum, { waiting, inFlight }) => sum + waiting + inFlight, 0);

const UNKNOWN = 'no attempt is on record';

/** Named under a reason: more are counted. */
const NAMED = 3;

const linesOfQueue = ({ handler, queue, ...depth }: QueueLook, found: Found): readonly string[] => {
  const all = deadOf({ queues: [{ handler, queue, ...depth }] });
  const own = found.letters.filter(letter => letter.handler === handler && letter.queue === queue);
  const stuck = own.some(({ redrivable }) => !redrivable) ? ', can only be discarded' : '';
  const hidden = all - own.length;
  return [
    `${handler} ${queue}: ${all}${stuck}`,
    ...[...Map.groupBy(own, letter => reasonOf(letter) || UNKNOWN)].map(([reason, letters]) => {
      const names = letters.slice(0, NAMED).map(nameOf).join(', ');
      return `  ${letters.length} × ${reason} (${names}${letters.length > NAMED ? ', …' : ''}), since ${letters[0]?.sentAt}`;
    }),
    ...(hidden > 0 ? [`  ${hidden} not shown: about picks that are open, or somebody holds them`] : []),
  ];
};

/** What is dead, by queue and reason, for a person. */
export const linesOf = (found: Found): readonly string[] =>
  found.queues.length === 0 ? ['Nothing is dead.'] : found.queues.flatMap(queue => linesOfQueue(queue, found));

/** The same for a program. Nothing of what an event says: that is in the ledger. */
export const jsonOf = ({ queues, letters }: Found) => ({
  dead: deadOf({ queues }),
  queues,
  letters: letters.map(letter => {
    const { handler, queue, messageId, kind, event, sentAt, received, redrivable, history } = letter;
    return {
      ...{ handler, queue, messageId, kind, about: nameOf(letter), type: event?.type ?? null },
      ...{ sentAt, received, redrivable, reason: reasonOf(letter) || UNKNOWN, attempts: history.length },
    };
  }),
});
