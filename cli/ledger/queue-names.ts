import type { DeadLetterQueueNames } from '../../shared/bus/queue-names.ts';

/** A queue of a stack: how its logical id begins, and its name. */
export interface NamedQueue {
  /** `notifyDeadLetters1A2B3C4D` */
  readonly logicalId: string;
  readonly name: string;
}

/** Queues of functions that are no handlers of events, as `infra/stack.ts` names them. */
const OTHERS: Readonly<Record<string, DeadLetterQueueNames>> = {
  'deliver-webhooks': { events: 'DeliveriesQueue', deadLetters: 'DeliveriesDeadLetters' },
  'rebuild-projections': { events: 'RebuildsQueue', deadLetters: 'RebuildsDeadLetters' },
  'publish-events': { quarantine: 'OutboxQuarantine', abandoned: 'OutboxAbandoned' },
  'index-events': { abandoned: 'EventIndexAbandoned' },
  reconcile: { undelivered: 'ReconciliationUndelivered' },
  'anchor-heads': { undelivered: 'AnchoringUndelivered' },
  'archive-streams': { undelivered: 'ArchivingUndelivered' },
  remind: { undelivered: 'RemindingUndelivered' },
};

const ofHandler = (folder: string): DeadLetterQueueNames => {
  const id = folder.replaceAll('-', '');
  return { events: `${id}Queue`, deadLetters: `${id}DeadLetters`, undelivered: `${id}Undelivered` };
};

/**
 * Which queues of a stack are the dead-letter queues of which function, by their names.
 *
 * @param folders of functions; those that have no such queues are left out
 */
export const deadLetterQueueNames = (
  folders: readonly string[],
  queues: readonly NamedQueue[],
): Readonly<Record<string, DeadLetterQueueNames>> =>
  Object.fromEntries(
    folders.flatMap(folder => {
      const found = Object.entries(OTHERS[folder] ?? ofHandler(folder)).flatMap(([kind, start]) => {
        const queue = queues.find(({ logicalId }) => logicalId.startsWith(start));
        return queue ? [[kind, queue.name] as const] : [];
      });
      return found.length > 0 ? [[folder, Object.fromEntries(found)]] : [];
    }),
  );
