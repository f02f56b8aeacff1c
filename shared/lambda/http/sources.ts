import type { EventIndex } from '../../application/event-index.ts';
import type { RecordedOutcomes } from '../../application/event-outcomes.ts';
import type { EventStore } from '../../application/event-store.ts';
import type { PlayerKeys } from '../../application/player-keys.ts';
import type { ReadModels } from './fresh.ts';

/** What the queries read. */
export interface Sources extends ReadModels {
  readonly store: EventStore;
  readonly index: EventIndex;
  readonly keys: PlayerKeys;
  readonly recorded: RecordedOutcomes;
}
