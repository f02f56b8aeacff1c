import type { Publisher, PublishResult } from '../../shared/application/outbox.ts';
import { type PublicationLog, relayRecorded } from '../../shared/application/publications.ts';
import { type StoredCommit, sweep } from '../../shared/application/sweep.ts';
import { joined } from '../contracts/commits.ts';
import { envelop } from '../projections/harness.ts';
import { memoryPublications } from '../support/memory-publications.ts';

export const HOUR = 3_600_000;
export const NOW = new Date('2023-08-20T12:00:00.000Z');
export const EVER = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

export const hoursAgo = (hours: number): string => new Date(NOW.getTime() - hours * HOUR).toISOString();

/** A commit of one event, made so many hours ago. */
export const commitOf = (stream: string, version: number, hours = 20): StoredCommit => {
  const at = hoursAgo(hours);
  const key = `acme#${stream} ${stream}:${version}`;
  const event = envelop(stream, version, joined('ada'), at);
  return { key, at, read: () => ({ sequenceNumber: key, key, content: { events: [event] } }) };
};
/** A commit whose bytes cannot be read. */
export const unreadable = (at: string | undefined): StoredCommit => {
  const key = 'acme#x x:1';
  return {
    key,
    at,
    read: () => ({ sequenceNumber: key, key, content: { error: new Error('not those that were hashed') } }),
  };
};

type Pages = readonly (readonly StoredCommit[])[];

/** A bus that answers as it is told, and what it took. */
export const world = (
  answer: (id: string) => PublishResult['outcome'] = () => 'published',
  log: PublicationLog = memoryPublications(),
) => {
  const sent: string[] = [];
  const aside: string[] = [];
  const publisher: Publisher = {
    split: events => events.map(event => [event]),
    publish: async events =>
      events.map(({ id }) => {
        const outcome = answer(id);
        if (outcome === 'published') sent.push(id);
        return outcome === 'published' ? { outcome } : { outcome, reason: 'told so' };
      }),
  };
  const quarantine = {
    put: async ({ key }: { readonly key: string }) => {
      aside.push(key);
    },
  };
  const relay = { publisher, quarantine, sleep: async () => {}, random: () => 0 };
  const run = (pages: Pages | AsyncIterable<Pages[number]>, options: { readonly withQuarantined?: boolean } = {}) =>
    sweep({ ledger: ReadableStream.from(pages), log, window: EVER, relay, ...options });
  const publish = (commits: readonly StoredCommit[]) =>
    relayRecorded(
      { ...relay, log },
      commits.map(commit => commit.read()),
    );
  return { sent, aside, log, relay, run, publish };
};
