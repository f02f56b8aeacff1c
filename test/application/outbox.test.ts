import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Publisher,
  type PublishResult,
  type Quarantine,
  relayCommits,
  type StreamedCommit,
} from '../../shared/application/outbox.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { joined } from '../contracts/commits.ts';
import { envelop } from '../projections/harness.ts';

const published: PublishResult = { outcome: 'published' };
const retry: PublishResult = { outcome: 'retry', reason: 'ThrottlingException' };
const refused: PublishResult = { outcome: 'refused', reason: 'MalformedDetail' };

/** A bus that takes three events a request and answers as it is told; what it published, in order. */
const busOf = (answer: (event: Envelope, request: number) => PublishResult) => {
  const sent: string[] = [];
  const requests: string[][] = [];
  const publisher: Publisher = {
    split: events => Array.from({ length: Math.ceil(events.length / 3) }, (_, n) => events.slice(3 * n, 3 * n + 3)),
    publish: async events => {
      const request = requests.push(events.map(({ id }) => id));
      await Promise.resolve();
      return events.map(event => {
        const result = answer(event, request);
        if (result.outcome === 'published') sent.push(event.id);
        return result;
      });
    },
  };
  return { publisher, sent, requests };
};

const relayTo = ({ publisher }: { readonly publisher: Publisher }) => {
  const put: { readonly key: string; readonly reason: string }[] = [];
  const quarantine: Quarantine = {
    put: async commit => {
      put.push(commit);
    },
  };
  const waits: number[] = [];
  const sleep = async (ms: number): Promise<void> => {
    waits.push(ms);
  };
  return {
    put,
    waits,
    run: (commits: readonly StreamedCommit[]) =>
      relayCommits({ publisher, quarantine, sleep, random: () => 1 }, commits),
  };
};

/** Commits of these streams in the order of the table's stream, one event each unless told otherwise. */
const commitsOf = (...streams: readonly (string | readonly [stream: string, events: number])[]): StreamedCommit[] => {
  const versions = new Map<string, number>();
  return streams.map((given, index) => {
    const [stream, size] = typeof given === 'string' ? [given, 1] : given;
    const events = Array.from({ length: size }, () => {
      const version = (versions.get(stream) ?? 0) + 1;
      versions.set(stream, version);
      return envelop(stream, version, joined('ada'));
    });
    return { sequenceNumber: String(100 + index), key: `${stream} ${events[0]?.version}`, content: { events } };
  });
};

const ofStream = (ids: readonly string[], stream: string): string[] => ids.filter(id => id.startsWith(`${stream}:`));

describe('the outbox', () => {
  it('publishes every event, those of a stream in their order', async () => {
    const bus = busOf(() => published);
    const relay = relayTo(bus);
    const relayed = await relay.run(commitsOf('a', ['b', 3], 'a', 'c', 'd', 'b', 'a'));
    expect(relayed).toEqual({ published: 9, quarantined: 0, unpublished: [] });
    expect(ofStream(bus.sent, 'a')).toEqual(['a:1', 'a:2', 'a:3']);
    expect(ofStream(bus.sent, 'b')).toEqual(['b:1', 'b:2', 'b:3', 'b:4']);
    expect(bus.sent).toHaveLength(9);
    expect(relay.waits).toEqual([]);
  });

  it('never has two events of one stream in a request, nor in two at the same time', async () => {
    const bus = busOf(() => published);
    await relayTo(bus).run(commitsOf(['a', 5], ['b', 2], 'c', 'd'));
    for (const request of bus.requests) expect(new Set(request.map(id => id.split(':')[0])).size).toBe(request.length);
  });

  it('tells the same stream of two tenants apart', async () => {
    const bus = busOf(event => (event.tenantId === 'acme' ? published : retry));
    const commits = commitsOf('a', 'b').map((commit, index) => {
      const event = { ...envelop('a', 1, joined('ada')), tenantId: index === 0 ? 'globex' : 'acme' };
      return { ...commit, content: { events: [event] } };
    });
    expect(await relayTo(bus).run(commits)).toMatchObject({ published: 1, unpublished: ['100'] });
  });

  it('sends again only what failed, and what waits behind it', async () => {
    const bus = busOf((event, request) => (event.id === 'b:1' && request === 1 ? retry : published));
    const relayed = await relayTo(bus).run(commitsOf('a', 'b', 'c', 'b'));
    expect(relayed).toEqual({ published: 4, quarantined: 0, unpublished: [] });
    expect(bus.requests).toEqual([['a:1', 'b:1', 'c:1'], ['b:1'], ['b:2']]);
  });

  it('gives back what it could not publish: of the failing stream alone', async () => {
    const bus = busOf(event => (event.stream === 'b' && event.version > 1 ? retry : published));
    const relay = relayTo(bus);
    const relayed = await relay.run(commitsOf('a', 'b', 'c', ['b', 2], 'a', 'b', 'c'));
    expect(relayed).toEqual({ published: 5, quarantined: 0, unpublished: ['103', '105'] });
    expect(ofStream(bus.sent, 'b')).toEqual(['b:1']);
  });

  it('gives back a commit of which only the beginning is published', async () => {
    const bus = busOf(({ version }) => (version > 1 ? retry : published));
    expect(await relayTo(bus).run(commitsOf(['a', 2]))).toEqual({ published: 1, quarantined: 0, unpublished: ['100'] });
  });

  it('waits longer and longer while nothing moves, and then leaves it to the stream', async () => {
    const relay = relayTo(busOf(() => retry));
    expect(await relay.run(commitsOf('a', 'b'))).toMatchObject({ published: 0, unpublished: ['100', '101'] });
    expect(relay.waits.slice(0, 4)).toEqual([100, 200, 400, 800]);
    expect(Math.max(...relay.waits)).toBeLessThanOrEqual(1000);
    expect(relay.waits.length).toBeLessThanOrEqual(5);
  });

  it('counts anew after any progress', async () => {
    const bus = busOf((_, request) => (request % 5 === 0 ? published : retry));
    const relayed = await relayTo(bus).run(commitsOf(['a', 6]));
    expect(relayed).toEqual({ published: 6, quarantined: 0, unpublished: [] });
  });

  it('takes a missing result for a failure', async () => {
    const bus = busOf(() => published);
    let first = true;
    const forgetful: Publisher = {
      ...bus.publisher,
      publish: async events => {
        const results = await bus.publisher.publish(events);
        if (!first) return results;
        first = false;
        return results.slice(0, 1);
      },
    };
    const relayed = await relayTo({ publisher: forgetful }).run(commitsOf('a', 'b'));
    expect(relayed).toEqual({ published: 2, quarantined: 0, unpublished: [] });
    expect(bus.requests).toEqual([['a:1', 'b:1'], ['b:1']]);
  });
});

describe('a poison commit', () => {
  it('that the bus refuses is quarantined whole, and the others flow', async () => {
    const bus = busOf(event => (event.id === 'a:2' ? refused : published));
    const relay = relayTo(bus);
    const relayed = await relay.run(commitsOf('a', ['a', 3], 'b', 'a'));
    expect(relayed).toEqual({ published: 3, quarantined: 1, unpublished: [] });
    expect(relay.put).toEqual([{ key: 'a 2', reason: 'a:2: MalformedDetail' }]);
    expect([...bus.sent].sort()).toEqual(['a:1', 'a:5', 'b:1']);
  });

  it('that cannot be read is quarantined, and the others flow', async () => {
    const bus = busOf(() => published);
    const relay = relayTo(bus);
    const [first, broken, last] = commitsOf('a', 'a', 'a');
    if (!first || !broken || !last) throw new Error('three commits');
    const content = { error: new Error('the bytes are not those that were hashed') };
    const relayed = await relay.run([first, { ...broken, content }, last]);
    expect(relayed).toEqual({ published: 2, quarantined: 1, unpublished: [] });
    expect(relay.put).toEqual([{ key: 'a 2', reason: content.error.message }]);
  });

  it('that the quarantine does not take stays in the stream: the relay fails', async () => {
    const { publisher } = busOf(() => refused);
    const quarantine: Quarantine = {
      put: async () => {
        throw new Error('no such queue');
      },
    };
    const relay = { publisher, quarantine, sleep: async () => {}, random: () => 1 };
    await expect(relayCommits(relay, commitsOf('a'))).rejects.toThrow('no such queue');
  });
});

describe('under any failures', () => {
  const answers = fc.infiniteStream(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant(published) },
      { weight: 5, arbitrary: fc.constant(retry) },
      { weight: 1, arbitrary: fc.constant(refused) },
    ),
  );
  const streams = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 3 })), {
    maxLength: 25,
  });

  it('the order of a stream is kept, nothing is sent twice, and all is published, quarantined or given back', async () => {
    const property = fc.asyncProperty(streams, answers, async (given, results) => {
      const bus = busOf(() => results.next().value ?? published);
      const relay = relayTo(bus);
      const commits = commitsOf(...given);
      const relayed = await relay.run(commits);
      for (const stream of ['a', 'b', 'c', 'd', 'e']) {
        const versions = ofStream(bus.sent, stream).map(id => Number(id.split(':')[1]));
        expect(versions).toEqual([...versions].sort((x, y) => x - y));
      }
      expect(new Set(bus.sent).size).toBe(bus.sent.length);
      expect(relayed).toMatchObject({ published: bus.sent.length, quarantined: relay.put.length });
      for (const { key, sequenceNumber, content } of commits) {
        const whole = 'events' in content && content.events.every(({ id }) => bus.sent.includes(id));
        const fates = [
          whole,
          relay.put.some(commit => commit.key === key),
          relayed.unpublished.includes(sequenceNumber),
        ];
        expect(fates.filter(Boolean)).toHaveLength(1);
      }
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
