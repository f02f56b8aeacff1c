import type { QueueLook, ShownLetter } from '../../shared/application/dead-letters/list.ts';

/** What was found dead. */
export interface Found {
  /** Queues that are not empty. */
  readonly queues: readonly QueueLook[];
  readonly letters: readonly ShownLetter[];
}

/** What a letter is about, in a name. */
export const aboutOf = ({ event, subject, letter }: ShownLetter): string => event?.id ?? subject ?? letter.messageId;

/** The last error of a letter, in words. */
export const reasonOf = ({ incidents, letter: { refusal }, why, unreadable }: ShownLetter): string => {
  const failure = incidents.findLast(({ what }) => what === 'failed' || what === 'dead-lettered');
  if (failure) return [failure.error, failure.reason].filter(text => text !== undefined).join(': ');
  if (refusal) return `${refusal.code}: ${refusal.message}`;
  return why ?? unreadable ?? 'no attempt is on record';
};

/** How many are dead, with those that are not shown. */
export const deadOf = ({ queues }: Pick<Found, 'queues'>): number =>
  queues.reduce((sum, { waiting, inFlight }) => sum + waiting + inFlight, 0);

/** Named under a reason: more are counted. */
const NAMED = 3;

const linesOfQueue = ({ handler, queue, ...depth }: QueueLook, found: Found): readonly string[] => {
  const all = deadOf({ queues: [{ handler, queue, ...depth }] });
  const own = found.letters.filter(({ letter }) => letter.handler === handler && letter.queue === queue);
  const stuck = own.some(({ redrivable }) => !redrivable) ? ', can only be discarded' : '';
  const hidden = all - own.length;
  return [
    `${handler} ${queue}: ${all}${stuck}`,
    ...[...Map.groupBy(own, reasonOf)].map(([reason, letters]) => {
      const names = letters.slice(0, NAMED).map(aboutOf).join(', ');
      return `  ${letters.length} × ${reason} (${names}${letters.length > NAMED ? ', …' : ''}), since ${letters[0]?.letter.sentAt}`;
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
  letters: letters.map(shown => {
    const { letter, kind, event, redrivable, incidents } = shown;
    const { handler, queue, messageId, sentAt, received } = letter;
    return {
      ...{ handler, queue, messageId, kind, about: aboutOf(shown), type: event?.type ?? null },
      ...{ sentAt, received, redrivable, reason: reasonOf(shown), attempts: incidents.length },
    };
  }),
});
