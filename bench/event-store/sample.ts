import type { BenchEvent } from './subject.ts';

/** Bytes of the payload and the metadata of an event as it is without filling. */
export const SMALLEST_EVENT = 297;

let count = 0;

/** The event of the other event stores' harness, filled up to so many bytes of JSON. */
export const sampleEvent = (bytes: number): BenchEvent => {
  count += 1;
  const i = count;
  const fill = bytes - SMALLEST_EVENT - ',"note":""'.length;
  return {
    type: i % 5 === 0 ? 'PredictionPlaced' : 'PredictionAmended',
    payload: {
      matchId: 'mat_01HZX3J8M4K7Q2V9',
      userId: 'usr_01HZX3J8M4K7Q2V9TB',
      leagueId: 'lea_01HZX3J8M4K7',
      home: i % 5,
      away: (i + 2) % 4,
      firstScorer: 'pla_01HZX3J8',
      joker: i % 7 === 0,
      stake: 10 + (i % 90),
      ...(fill > 0 && { note: 'x'.repeat(fill) }),
    },
    metadata: {
      correlationId: `0190b8a0-7d3c-7c1e-9a55-${String(i).padStart(12, '0')}`,
      causationId: '0190b8a0-7d3c-7c1e-9a55-1f6b2c3d4e5f',
      source: 'web-eu',
    },
  };
};

export const sampleEvents = (howMany: number, bytes: number): BenchEvent[] =>
  Array.from({ length: howMany }, () => sampleEvent(bytes));
