import type { EventStore, NewCommit, StreamToken } from '../../shared/application/event-store.ts';
import type { CommandContext, Dependencies } from '../../shared/application/execution.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import type { StreamRef } from '../../shared/events/streams.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { before } from '../domain/samples.ts';

let commands = 0;

/** The context of a command of its own: who, when and why may be said. */
export const contextOf = (over: Partial<CommandContext> = {}): CommandContext => {
  commands += 1;
  const id = `command-${commands}`;
  return {
    tenantId: 'acme',
    actor: 'ada',
    correlationId: id,
    causationId: id,
    commitId: id,
    now: before,
    hops: 0,
    priority: 'normal',
    ...over,
  };
};

/** An event store in memory that counts what is asked of it, and into which others may write at the worst moment. */
export interface World extends Dependencies {
  readonly store: EventStore;
  /** `load match-a after 2`, `state of match-a after 2`, `append match-a after 2`, in order. */
  readonly calls: string[];
  /** Milliseconds that were waited, in order. */
  readonly waits: number[];
  /** Appends by another, past all counting. */
  readonly given: (stream: StreamRef, ...events: readonly DomainEvent[]) => Promise<void>;
  /** Has another append these, one commit each, just before the next appends of ours reach the store. */
  readonly beforeAppends: (...rivals: readonly (readonly DomainEvent[])[]) => void;
}

const commitOf = (events: readonly DomainEvent[], tenantId: string): NewCommit => {
  const [first, ...rest] = events;
  if (!first) throw new Error('a commit has an event');
  const { commitId, now, correlationId, causationId, actor, priority, hops } = contextOf({ tenantId });
  return { commitId, occurredAt: now, correlationId, causationId, actor, priority, hops, events: [first, ...rest] };
};

/** A world with an empty store. `random` is always 1: every back-off is as long as it may be. */
export const newWorld = (): World => {
  const store = memoryEventStore();
  const calls: string[] = [];
  const waits: number[] = [];
  let rivals: (readonly DomainEvent[])[] = [];
  const given: World['given'] = async (stream, ...events) => {
    const { token } = await store.load('acme', stream);
    if (events.length > 0) await store.append(token, commitOf(events, 'acme'));
  };
  return {
    calls,
    waits,
    given,
    beforeAppends: (...events) => {
      rivals = [...events];
    },
    random: () => 1,
    sleep: async milliseconds => {
      waits.push(milliseconds);
    },
    store: {
      load: (tenantId, stream, after?: StreamToken) => {
        calls.push(`load ${stream.name} after ${after?.version ?? 0}`);
        return store.load(tenantId, stream, after);
      },
      loadState: (tenantId, stream, reducer, known) => {
        calls.push(`state of ${stream.name} after ${known?.token.version ?? 0}`);
        return store.loadState(tenantId, stream, reducer, known);
      },
      loadPartition: store.loadPartition,
      findCommit: store.findCommit,
      append: async (expected, commit, inline) => {
        calls.push(`append ${expected.stream.name} after ${expected.version}`);
        const rival = rivals.shift();
        if (rival) await given(expected.stream, ...rival);
        return store.append(expected, commit, inline);
      },
    },
  };
};

/** Types of the events of a stream, as it stands. */
export const typesOf = async ({ store }: World, stream: StreamRef, tenantId = 'acme'): Promise<string[]> =>
  (await store.load(tenantId, stream)).events.map(({ type }) => type);
