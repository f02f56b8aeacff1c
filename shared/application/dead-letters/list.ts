import type { Envelope } from '../../events/envelope.ts';
import type { QueueDepth } from '../health.ts';
import type { Locks } from '../locks.ts';
import { inParallel } from '../parallel.ts';
import { type Content, eventAtHandler, payloadOf } from './content.ts';
import { withoutOpenPicks } from './open-picks.ts';
import type { DeadLetterQueues, HeldLetter, Incident, Incidents, Place } from './ports.ts';
import { MOST_HELD, type OpenedLetter, type Operator, withHeld } from './search.ts';

/** What looking takes. */
export interface DeadLetterSources extends Locks {
  readonly queues: DeadLetterQueues;
  readonly incidents: Incidents;
}

/** How much is in a queue, of all tenants, and how much of that was looked at. */
export interface QueueLook extends Place, QueueDepth {
  readonly seen: number;
}

/** What was found: the operator's own that may be shown, the oldest first. */
export interface Look {
  readonly letters: readonly OpenedLetter[];
  /** The queues that are not empty. */
  readonly queues: readonly QueueLook[];
}

/** A dead letter as an operator may see it. */
export interface ShownLetter {
  readonly letter: HeldLetter;
  readonly kind: Content['kind'];
  /** What it is about, when it is no event; null: that is not known. */
  readonly subject: string | null;
  /** Whether it may go to its handler once more. */
  readonly redrivable: boolean;
  /** Why it is here, when it says so itself. */
  readonly why: string | null;
  /** Null: it is none, or cannot be read. */
  readonly event: Envelope | null;
  /** Why it cannot be read. */
  readonly unreadable: string | null;
  /** What it says instead of an event, if that may be shown. */
  readonly payload: unknown;
  readonly incidents: readonly Incident[];
}

/** Queues that are looked into at the same time, and histories that are read. */
const PARALLEL = 16;

/** The place of a letter in the order of age. */
export const placeInTime = ({ sentAt, messageId }: HeldLetter): string => `${sentAt}#${messageId}`;

/** The queues of one handler, or of all. */
export const placesOf = (queues: DeadLetterQueues, handler?: string): readonly Place[] =>
  queues.places().filter(place => handler === undefined || place.handler === handler);

/**
 * Looks into dead-letter queues. What others hold at the same time is not seen, nor what is beyond the first 1,000 of a queue:
 * the depths say so. Nor is what would tell a pick that is open.
 *
 * @throws what the queues throw
 */
export const lookAround = async (
  { queues, ...locks }: DeadLetterSources,
  operator: Operator,
  handler?: string,
): Promise<Look> => {
  const [letters, looks]: [OpenedLetter[], QueueLook[]] = [[], []];
  await inParallel(PARALLEL, placesOf(queues, handler), async place => {
    const depth = await queues.depth(place);
    const total = depth.waiting + depth.inFlight;
    if (total === 0) return;
    let seen = 0;
    const enough = (held: ReadonlyMap<string, HeldLetter>): boolean => {
      seen = held.size;
      return seen >= Math.min(total, MOST_HELD);
    };
    letters.push(...(await withHeld(queues, { place, operator, enough, work: async opened => opened })));
    looks.push({ ...place, ...depth, seen });
  });
  const nameOf = ({ handler, queue }: Place): string => `${handler} ${queue}`;
  const shown = await withoutOpenPicks(locks, letters);
  return {
    letters: shown.toSorted((a, b) => (placeInTime(a.letter) < placeInTime(b.letter) ? -1 : 1)),
    queues: looks.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
};

/** Letters with what they say and what happened to each. */
export const showLetters = async (
  { queues, incidents }: Pick<DeadLetterSources, 'queues' | 'incidents'>,
  opened: readonly OpenedLetter[],
): Promise<readonly ShownLetter[]> => {
  const histories = new Map<string, readonly Incident[]>();
  await inParallel(PARALLEL, opened, async ({ letter, content }) => {
    histories.set(letter.messageId, await incidents.of(eventAtHandler(letter, content)));
  });
  return opened.map(({ letter, content }) => ({
    letter,
    kind: content.kind,
    subject: 'subject' in content ? content.subject : null,
    redrivable: queues.redrivable(letter),
    why: ('subject' in content && content.why) || null,
    event: content.kind === 'event' ? content.event : null,
    unreadable: content.kind === 'unreadable' ? content.why : null,
    payload: payloadOf(content),
    incidents: histories.get(letter.messageId) ?? [],
  }));
};
