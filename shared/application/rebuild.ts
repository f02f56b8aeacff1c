import type { Envelope } from '../events/envelope.ts';
import type { TallyProjection } from '../projections/tally.ts';
import type { Dependencies } from './execution.ts';
import { type GenerationRegister, type Generations, inGeneration } from './generations.ts';
import { ProjectionContendedError, project, type TallyTable } from './project.ts';
import type { TallyReader } from './read-models.ts';

/** A rebuild, a switch or a drop that cannot be done as things stand. */
export class RebuildError extends Error {
  override readonly name = 'RebuildError';
}

/** Pages that are applied at the same time. */
const PARALLEL = 4;
/** Times that a page is applied anew when other writers keep getting in its way; applying it twice changes nothing. */
const MAX_TRIES = 5;

/** What a replay needs. */
export interface Replay<Effect> {
  readonly tally: TallyTable & TallyReader;
  readonly projection: TallyProjection<Effect>;
  /** The events to apply, in any order, page by page. */
  readonly pages: AsyncGenerator<readonly Envelope[]>;
  /** Told the number of events so far. */
  readonly onProgress: (events: number) => void;
}

/**
 * Applies stored events to one generation of a read model. Those that it has already change nothing, so a replay of a part
 * mends what is missing there.
 *
 * @returns the number of events
 * @throws what the pages and {@link project} throw: then some are applied, and repeating is safe
 */
export const replay = async <Effect>(
  dependencies: Pick<Dependencies, 'sleep' | 'random'>,
  { tally, projection, pages, onProgress }: Replay<Effect>,
  generation: number,
): Promise<number> => {
  const table = inGeneration(tally, generation);
  let count = 0;
  const apply = async (events: readonly Envelope[]): Promise<void> => {
    for (let tries = 1; ; tries += 1)
      try {
        await project(dependencies, table, projection, events);
        return;
      } catch (error) {
        if (!(error instanceof ProjectionContendedError) || tries >= MAX_TRIES) throw error;
      }
  };
  const worker = async (): Promise<void> => {
    for (let next = await pages.next(); !next.done; next = await pages.next()) {
      await apply(next.value);
      count += next.value.length;
      onProgress(count);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return count;
};

/** Changes the register as `next` says; others who change it at the same time are met by trying again. */
const change = async (register: GenerationRegister, next: (now: Generations) => Generations): Promise<Generations> => {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const before = await register.read();
    const after = next(before);
    if (await register.replace(before, after)) return after;
  }
  throw new RebuildError('the register of generations keeps being changed by somebody else');
};

/**
 * Has the handlers write a new generation beside the one in use. Those that read the register before do not know of it yet.
 *
 * @throws RebuildError two generations are written already
 */
export const beginGeneration = (register: GenerationRegister): Promise<Generations> =>
  change(register, ({ active, written, newest }) => {
    if (written.length > 1)
      throw new RebuildError(
        `generations ${written.join(', ')} are written already: drop all but the active one (${active}) before another rebuild`,
      );
    return { active, written: [...written, newest + 1], newest: newest + 1 };
  });

/**
 * Builds a read model anew beside the one in use, and switches over when it is complete.
 *
 * From `begin` on every handler writes the new generation too; `allWritersKnow` has to wait until none is left that read the
 * register before. Then what is replayed and what happens meanwhile together are everything, in whatever order they come:
 * an entry keeps its changes by their versions. Readers change over with one write.
 *
 * @returns the generations, the new one active, the old one still written so that {@link switchTo} can go back
 * @throws RebuildError, and what {@link replay} throws: then the old one stays active, and the new one can be dropped
 */
export const rebuild = async <Effect>(
  dependencies: Pick<Dependencies, 'sleep' | 'random'>,
  register: GenerationRegister,
  source: Replay<Effect>,
  allWritersKnow: () => Promise<void>,
): Promise<Generations> => {
  const { newest } = await beginGeneration(register);
  await allWritersKnow();
  await replay(dependencies, source, newest);
  return switchTo(register, newest);
};

/**
 * Makes another written generation the active one, in one write.
 *
 * @throws RebuildError it is not written, so it is not up to date
 */
export const switchTo = (register: GenerationRegister, generation: number): Promise<Generations> =>
  change(register, ({ written, newest }) => {
    if (!written.includes(generation))
      throw new RebuildError(`generation ${generation} is not written; there are ${written.join(', ')}`);
    return { active: generation, written, newest };
  });

/** Stops writing every generation but the active one. The items of the others stay; their keys are never used again. */
export const dropOthers = (register: GenerationRegister): Promise<Generations> =>
  change(register, ({ active, newest }) => ({ active, written: [active], newest }));
