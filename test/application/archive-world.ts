import { anchorHeads } from '../../shared/application/anchor-heads.ts';
import { type Archived, archiveClosed } from '../../shared/application/archive-closed.ts';
import { commandMatch, createPrediction, loadMatch, revisePrediction } from '../../shared/application/commands.ts';
import type { EventStore } from '../../shared/application/event-store.ts';
import { settleMatch } from '../../shared/application/settle-match.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import { matchStream } from '../../shared/events/streams.ts';
import { hashOf } from '../../shared/store/commit-codec.ts';
import { type EventCatalog, matchdayCatalog } from '../../shared/store/event-catalog.ts';
import { eventStoreOn } from '../../shared/store/event-store-on.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { after90, fixture, kickOff, pick } from '../domain/samples.ts';
import { memoryAnchors } from '../support/memory-anchors.ts';
import { memoryArchive } from '../support/memory-archive.ts';
import { type MemoryLedger, memoryLedger } from '../support/memory-ledger.ts';
import { contextOf } from './world.ts';

export const tenantId = 'acme';
export const PLAYERS = ['ada', 'bob', 'cy'] as const;
const { matchId } = fixture;
export const match = matchStream(matchId);
const BEFORE = '2023-08-01T18:00:00.000Z';
const AFTER = '2023-09-01T18:00:00.000Z';
/** More than 400 days after the end. */
export const LATER = '2025-01-01T00:00:00.000Z';

export const storeOn = (ledger: MemoryLedger, archive?: ReturnType<typeof memoryArchive>): EventStore =>
  eventStoreOn(ledger, matchdayCatalog as unknown as EventCatalog<DomainEvent>, archive);

/** A ledger with a match that was played, its predictions settled; anchored. Nothing of it is archived yet. */
export interface ArchiveWorld {
  readonly ledger: MemoryLedger;
  readonly archive: ReturnType<typeof memoryArchive>;
  readonly log: ReturnType<typeof memoryAnchors>;
  readonly store: EventStore;
  /** Corrects the result, and has the predictions settled anew. */
  readonly correct: (text: string, now: string) => Promise<void>;
  readonly anchor: (now: string) => Promise<unknown>;
  /** `kill`: is asked before each change, and may throw. */
  readonly run: (now?: string, kill?: () => void) => Promise<Archived>;
}

const settle = async (store: EventStore, now: string): Promise<void> => {
  const event = (await store.load(tenantId, match)).events.at(-1);
  const instant = { sleep: async () => {}, random: () => 0 };
  if (event) await settleMatch({ store, ...instant }, event, contextOf({ now, causationId: event.id }));
};

/** @param revisions of each player's pick, so that streams have some length */
export const archiveWorld = async (revisions = 2): Promise<ArchiveWorld> => {
  let kill = (): void => {};
  const ledger = memoryLedger();
  const archive = memoryArchive(() => kill());
  const log = memoryAnchors();
  const store = storeOn(ledger, archive);
  const dependencies = { store, sleep: async () => {}, random: () => 0 };
  const at = (now: string, actor = 'ada') => contextOf({ tenantId, now, actor });
  await commandMatch(dependencies, at(BEFORE), matchId, { type: 'schedule', fixture, kickOff });
  for (const playerId of PLAYERS) {
    await createPrediction(dependencies, at(BEFORE, playerId), { matchId, playerId }, pick('1-0'));
    for (let goals = 2; goals < 2 + revisions; goals += 1)
      await revisePrediction(dependencies, at(BEFORE, playerId), { matchId, playerId }, pick(`${goals}-0`));
  }
  await commandMatch(dependencies, at(AFTER), matchId, { type: 'start', now: AFTER });
  await commandMatch(dependencies, at(AFTER), matchId, { type: 'finish', result: after90('2-0'), now: AFTER });
  await settle(store, AFTER);
  const anchor: ArchiveWorld['anchor'] = now =>
    anchorHeads({ log, sha256, ledger: ReadableStream.from([ledger.all()]), now: () => new Date(now) });
  await anchor(AFTER);
  return {
    ledger,
    archive,
    log,
    store,
    anchor,
    correct: async (text, now) => {
      const reason = 'VAR';
      await commandMatch(dependencies, at(now), matchId, { type: 'correct', result: after90(text), reason });
      await settle(store, now);
    },
    run: (now = LATER, killer = () => {}) => {
      kill = killer;
      return archiveClosed({
        archive,
        log,
        hashOf,
        sha256,
        retention: { now, days: 400 },
        pages: ReadableStream.from([ledger.all()]),
        mayGoOn: () => true,
        ledger: {
          partition: p => ledger.read(p),
          remove: async ({ p, s, h }) => {
            kill();
            if (ledger.items.get(`${p}\n${s}`)?.h !== h && ledger.items.has(`${p}\n${s}`)) throw new Error('another');
            ledger.items.delete(`${p}\n${s}`);
          },
          matchStatus: async (tenant, id) => (await loadMatch({ store }, tenant, id)).state.status,
        },
      });
    },
  };
};
