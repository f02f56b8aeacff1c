import { execute } from '../../shared/application/execute.ts';
import { type Dependencies, realTime } from '../../shared/application/execution.ts';
import { inParallel } from '../../shared/application/parallel.ts';
import { accept } from '../../shared/domain/decider.ts';
import { sampleEvent, sampleEvents } from './sample.ts';
import { benchReducer, benchStream, commitOf, openStore, type StoredEvent } from './subject.ts';
import type { Subject } from './subjects.ts';

const WRITERS = 32;

/** Read units beyond the first load that a success took, with 32 writers of one stream: load, append, and again until it is done. */
export const extraReadsOf = async ({ store, meter }: Subject, bytes: number, commands = 200): Promise<number> => {
  let loads = 0;
  const load = async () => {
    loads += 1;
    return store.load('contended');
  };
  meter.reset();
  await inParallel(WRITERS, Array(commands).keys(), async () => {
    for (;;) {
      const { version } = await load();
      try {
        await store.append('contended', version, sampleEvents(1, bytes));
        return;
      } catch (error) {
        if (!store.isConflict(error)) throw error;
      }
    }
  });
  return (meter.read().rru / loads) * ((loads - commands) / commands);
};

/** The same of ours through `execute`: fold the winner, decide once more, then back off and read the state. */
export const ourExtraReads = async ({ client, meter }: Subject, tableName: string, bytes: number, commands = 200) => {
  const store = openStore(client, tableName);
  const dependencies: Dependencies<StoredEvent> = { store, ...realTime };
  let gaveUp = 0;
  meter.reset();
  await inParallel(WRITERS, Array(commands).keys(), async index => {
    const { commitId, events, occurredAt, ...metadata } = commitOf([sampleEvent(bytes)]);
    await execute(dependencies, {
      reducer: benchReducer,
      decide: () => accept(...events),
      stream: benchStream('executed'),
      command: index,
      context: { ...metadata, tenantId: 'bench', commitId, now: occurredAt },
    }).catch(() => {
      gaveUp += 1;
    });
  });
  const { wru, rru } = meter.read();
  return { extra: (rru - commands) / (commands - gaveUp), gaveUp, stored: wru };
};
