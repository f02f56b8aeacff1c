import { type Content, contentOf, tenantOf } from './content.ts';
import type { DeadLetterQueues, HeldLetter, Place } from './ports.ts';

/** Messages of one queue that are looked at, at most: those of all tenants are in it. */
export const MOST_HELD = 1000;

/** Who looks. */
export interface Operator {
  /** Absent: every tenant's are theirs. For who is at a terminal, and could read the queues anyway. */
  readonly tenantId: string | undefined;
  readonly actor: string;
  /** Runs the platform, and so sees what is no tenant's. */
  readonly platform: boolean;
}

/** A dead letter with what it says. */
export interface OpenedLetter {
  readonly letter: HeldLetter;
  readonly content: Content;
}

const isTheirs = ({ tenantId, platform }: Operator, content: Content): boolean => {
  const owner = tenantOf(content);
  return owner === undefined ? platform : tenantId === undefined || owner === tenantId;
};

/** What is done with the letters that are held; it says which it removed. */
type Work<T> = (opened: readonly OpenedLetter[], removed: (letters: readonly HeldLetter[]) => void) => Promise<T>;

interface Search<T> {
  readonly place: Place;
  readonly operator: Operator;
  /** Whether what is held already is all that is looked for. */
  readonly enough: (held: ReadonlyMap<string, HeldLetter>) => boolean;
  readonly work: Work<T>;
}

/**
 * Receives messages of a queue until those that are looked for are among them, the queue has no more, or there are too many;
 * works on the operator's own; and lets all others go, whatever happens.
 *
 * @throws what the queues and the work throw
 */
export const withHeld = async <T>(
  queues: DeadLetterQueues,
  { place, operator, enough, work }: Search<T>,
): Promise<T> => {
  // By id: a queue may hand out a message twice, and only the last handle counts.
  const held = new Map<string, HeldLetter>();
  try {
    while (held.size < MOST_HELD && !enough(held)) {
      const more = await queues.hold(place);
      if (more.length === 0) break;
      for (const letter of more) held.set(letter.messageId, letter);
    }
    const opened = [...held.values()].map(letter => ({ letter, content: contentOf(letter) }));
    return await work(
      opened.filter(({ content }) => isTheirs(operator, content)),
      letters => {
        for (const { messageId } of letters) held.delete(messageId);
      },
    );
  } finally {
    // They come back by themselves after a minute: what was done is not undone by it.
    await queues.letGo([...held.values()]).catch(() => undefined);
  }
};
