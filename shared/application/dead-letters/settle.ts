import { inParallel } from '../parallel.ts';
import { eventAtHandler } from './content.ts';
import { placesOf } from './list.ts';
import {
  type DeadLetterQueues,
  type HeldLetter,
  type Incident,
  type Incidents,
  type LetterRef,
  NotRedrivableError,
  type Place,
} from './ports.ts';
import { type OpenedLetter, type Operator, withHeld } from './search.ts';

/** What redriving and discarding take. */
export interface SettleDependencies {
  readonly queues: DeadLetterQueues;
  readonly incidents: Incidents;
}

/** Which dead letters: these, or all there are of a handler or of every one. */
export type Chosen =
  | { readonly letters: readonly LetterRef[] }
  | { readonly all: true; readonly handler?: string | undefined };

/** What became of them. */
export interface Settled {
  readonly done: readonly LetterRef[];
  /** Not found: somebody was faster, holds them at the moment, or they are another tenant's. */
  readonly missing: readonly LetterRef[];
}

/** Letters that are dealt with at the same time. */
const PARALLEL = 10;

const refOf = ({ handler, queue, messageId }: LetterRef): LetterRef => ({ handler, queue, messageId });
const textOf = ({ handler, queue, messageId }: LetterRef): string => `${handler} ${queue} ${messageId}`;
const isAt = (place: Place, other: Place): boolean => place.handler === other.handler && place.queue === other.queue;

/** Deals with some letters of a queue; those that it returned, and no others, are out of the queue. */
type Deal = (opened: readonly OpenedLetter[]) => Promise<readonly HeldLetter[]>;

/** Where letters are looked for, whose, and which. */
interface Choice {
  readonly places: readonly Place[];
  readonly operator: Operator;
  readonly chosen: Chosen;
}

const settle = async (queues: DeadLetterQueues, { places, operator, chosen }: Choice, deal: Deal): Promise<Settled> => {
  const wanted = 'letters' in chosen ? chosen.letters : undefined;
  const done: LetterRef[] = [];
  await inParallel(PARALLEL, places, async place => {
    const own = wanted?.filter(ref => isAt(place, ref)).map(({ messageId }) => messageId);
    if (own?.length === 0) return;
    const enough = (held: ReadonlyMap<string, HeldLetter>): boolean => own?.every(id => held.has(id)) ?? false;
    const work = async (
      opened: readonly OpenedLetter[],
      removed: (letters: readonly HeldLetter[]) => void,
    ): Promise<void> => {
      const theirs = opened.filter(({ letter }) => own?.includes(letter.messageId) ?? true);
      for (let start = 0; start < theirs.length; start += PARALLEL) {
        const gone = await deal(theirs.slice(start, start + PARALLEL));
        removed(gone);
        done.push(...gone.map(refOf));
      }
    };
    await withHeld(queues, { place, operator, enough, work });
  });
  const found = new Set(done.map(textOf));
  return { done, missing: (wanted ?? []).filter(ref => !found.has(textOf(ref))).map(refOf) };
};

const incidentsOf = (
  opened: readonly OpenedLetter[],
  own: Pick<Incident, 'what' | 'at' | 'by' | 'reason'>,
): readonly Incident[] =>
  opened.map(({ letter, content }) => ({
    ...eventAtHandler(letter, content),
    ...own,
    messageId: letter.messageId,
  }));

/**
 * Gives dead letters to their handlers once more: those that are named, or all that have a queue to go to. Each is first sent,
 * then taken out of its queue: what dies between the two leaves it twice, and a handler does the same thing once.
 *
 * @throws NotRedrivableError one that is named has no queue to go to: nothing is done then. DeadLetterQueueError, and what the
 * record throws: then some are redriven, and repeating does the rest
 */
export const redrive = async (
  { queues, incidents }: SettleDependencies,
  operator: Operator,
  { chosen, now }: { readonly chosen: Chosen; readonly now: string },
): Promise<Settled> => {
  const stuck = 'letters' in chosen ? chosen.letters.find(place => !queues.redrivable(place)) : undefined;
  if (stuck) throw new NotRedrivableError(stuck);
  const places = placesOf(queues, 'all' in chosen ? chosen.handler : undefined).filter(queues.redrivable);
  return settle(queues, { places, operator, chosen }, async opened => {
    const letters = opened.map(({ letter }) => letter);
    await inParallel(PARALLEL, letters, letter => queues.sendBack(letter));
    await incidents.record(incidentsOf(opened, { what: 'redriven', at: now, by: operator.actor }));
    await queues.remove(letters);
    return letters;
  });
};

/**
 * Takes dead letters away for good. Who did it, when and why is on record before they are gone; the events themselves stay in
 * the event store.
 *
 * @throws DeadLetterQueueError, and what the record throws: then some are discarded, and repeating does the rest
 */
export const discard = (
  { queues, incidents }: SettleDependencies,
  operator: Operator,
  { letters, reason, now }: { readonly letters: readonly LetterRef[]; readonly reason: string; readonly now: string },
): Promise<Settled> =>
  settle(queues, { places: placesOf(queues), operator, chosen: { letters } }, async opened => {
    const held = opened.map(({ letter }) => letter);
    await incidents.record(incidentsOf(opened, { what: 'discarded', at: now, by: operator.actor, reason }));
    await queues.remove(held);
    return held;
  });
