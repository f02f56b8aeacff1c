import type { CommandAnswers, KeptAnswer } from '../../shared/application/command-answers.ts';
import type {
  DeadLetterQueues,
  EventAtHandler,
  HeldLetter,
  Incident,
  Incidents,
  Place,
} from '../../shared/application/dead-letters/ports.ts';

type Stored = Omit<HeldLetter, 'handle' | 'received'>;

const PLACES: readonly Place[] = [
  ...['notify', 'project-standings'].flatMap(handler => [
    { handler, queue: 'dead-letters' as const },
    { handler, queue: 'undelivered' as const },
  ]),
  { handler: 'deliver-webhooks', queue: 'dead-letters' },
  { handler: 'remind', queue: 'undelivered' },
  { handler: 'rebuild-projections', queue: 'dead-letters' },
  { handler: 'publish-events', queue: 'quarantine' },
  { handler: 'index-events', queue: 'abandoned' },
];
const ONLY_DISCARDED = new Set(['remind', 'publish-events', 'index-events']);

/** Dead-letter queues in memory: what is held is seen by nobody else until it is let go. */
export const memoryDeadLetters = () => {
  const stored = new Map<string, { readonly letter: Stored; received: number; handle: string | undefined }>();
  const sent: { readonly handler: string; readonly body: string }[] = [];
  let count = 0;
  const at = ({ handler, queue }: Place) =>
    [...stored.values()].filter(({ letter }) => letter.handler === handler && letter.queue === queue);
  const queues: DeadLetterQueues = {
    places: () => PLACES,
    redrivable: ({ handler }) => !ONLY_DISCARDED.has(handler),
    depth: async place => {
      const inFlight = at(place).filter(({ handle }) => handle !== undefined).length;
      return { waiting: at(place).length - inFlight, inFlight };
    },
    hold: async place =>
      at(place)
        .filter(({ handle }) => handle === undefined)
        .slice(0, 10)
        .map(entry => {
          count += 1;
          entry.handle = `handle-${count}`;
          entry.received += 1;
          return { ...entry.letter, received: entry.received, handle: entry.handle };
        }),
    letGo: async letters => {
      for (const { messageId, handle } of letters) {
        const entry = stored.get(messageId);
        if (entry?.handle === handle) entry.handle = undefined;
      }
    },
    sendBack: async ({ handler, body }) => {
      sent.push({ handler, body });
    },
    remove: async letters => {
      for (const { messageId, handle } of letters)
        if (stored.get(messageId)?.handle === handle) stored.delete(messageId);
    },
  };
  return {
    queues,
    /** What handlers were sent again. */
    sent,
    /** Ids of the messages that are in a queue. */
    ids: (): readonly string[] => [...stored.keys()],
    put: (place: Place, body: string, own: Partial<Stored> = {}): string => {
      const messageId = own.messageId ?? `m-${stored.size + sent.length + 1}`;
      const letter = { ...place, messageId, body, sentAt: new Date().toISOString(), ...own };
      stored.set(messageId, { letter, received: 0, handle: undefined });
      return messageId;
    },
  };
};

/** What went wrong, in memory. */
export const memoryIncidents = (): Incidents & { readonly all: Incident[] } => {
  const all: Incident[] = [];
  const isOf = (one: EventAtHandler, other: EventAtHandler): boolean =>
    one.tenantId === other.tenantId && one.eventId === other.eventId && one.handler === other.handler;
  return {
    all,
    of: async event => all.filter(incident => isOf(incident, event)),
    record: async incidents => {
      all.push(...incidents);
    },
  };
};

/** Answers of commands, in memory. */
export const memoryAnswers = (): CommandAnswers => {
  const kept = new Map<string, KeptAnswer>();
  return {
    find: async (tenantId, commandId) => kept.get(`${tenantId} ${commandId}`),
    keep: async (tenantId, commandId, { request, answer }) => {
      kept.set(`${tenantId} ${commandId}`, { request, answer: structuredClone(answer) });
    },
  };
};
