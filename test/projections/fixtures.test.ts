import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../shared/domain/decider.ts';
import { evolveMatch, type MatchEvent, unknownMatch } from '../../shared/domain/match.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import {
  fixturesProjection,
  hasBegun,
  MATCH_STATUSES,
  matchesOfRound,
  matchOfHistory,
  roundsOf,
} from '../../shared/projections/fixtures.ts';
import { fixture } from '../domain/samples.ts';
import { seasons } from '../domain/season.ts';
import { entriesOf, incremental, playMatches, rebuilt, streamOf } from './harness.ts';

const partition = `acme#${fixture.competition}`;

/** Matches, and their events as a bus may deliver them: each at least once, in any order. */
const delivered = fc
  .array(seasons, { minLength: 1, maxLength: 4 })
  .map(playMatches)
  .chain(matches => {
    const events = matches.flatMap(match => match.events);
    return fc
      .tuple(fc.shuffledSubarray(events, { minLength: events.length }), fc.shuffledSubarray(events))
      .map(([once, again]) => ({ events, arriving: [...once, ...again] }));
  });

/** Each match as the fold of its own events. */
const folded = (events: readonly Envelope[]) =>
  Object.fromEntries(
    [...Map.groupBy(events, ({ stream }) => stream)]
      .filter(([stream]) => stream.startsWith('match-'))
      .map(([stream, own]) => [stream, fold(evolveMatch, unknownMatch, own as readonly unknown[] as MatchEvent[])]),
  );

const read = (events: readonly Envelope[]) =>
  Object.fromEntries(
    [...entriesOf(fixturesProjection, events).values()].map(({ key, history }) => [
      key.s.slice(key.s.lastIndexOf('#') + 1),
      matchOfHistory(history),
    ]),
  );

describe('laws of fixtures', () => {
  it('a match is the fold of its events, however they arrive', () => {
    fc.assert(
      fc.property(delivered, ({ events, arriving }) => {
        const matches = read(arriving);
        expect(Object.keys(matches)).toHaveLength(Object.keys(folded(events)).length);
        for (const [stream, match] of Object.entries(folded(events))) expect(matches[stream]).toEqual(match);
      }),
    );
  });

  it('counts are the same however events arrive, and rebuilt = live', () => {
    fc.assert(
      fc.property(delivered, ({ events, arriving }) => {
        const expected = rebuilt(fixturesProjection, events);
        for (const how of [incremental, rebuilt]) expect(how(fixturesProjection, arriving)).toEqual(expected);
        const statuses = Object.values(folded(events)).map(({ status }) => status);
        const counted = expected[`acme|competition#${fixture.competition}`] ?? {};
        for (const status of MATCH_STATUSES)
          expect(counted[status] ?? 0).toBe(statuses.filter(each => each === status).length);
      }),
    );
  });

  it('a round’s name never runs into another’s', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('#', '%', '2', '3', 'a') }),
        fc.string({ unit: fc.constantFrom('#', '%', '2', '3', 'a') }),
        (a, b) => {
          expect(matchesOfRound(b).startsWith(matchesOfRound(a))).toBe(a === b);
        },
      ),
    );
  });
});

describe('rounds', () => {
  const round = (name: string | null, ...kickOffs: readonly string[]) => ({
    key: { p: partition, s: matchesOfRound(name).slice(0, -1).replace('match#', 'round#') },
    counters: { scheduled: kickOffs.length, ...Object.fromEntries(kickOffs.map(at => [`kick-off/${at}`, 1])) },
  });
  const names = (...items: ReturnType<typeof round>[]) => roundsOf(items).map(({ round }) => round);

  it('come in the order of their middle, whichever match was put off or brought forward', () => {
    const [one, two, three] = [
      ['2023-08-11', '2023-08-12', '2024-02-01'],
      ['2023-08-18', '2023-08-19'],
      ['2023-08-10', '2023-08-25', '2023-08-26'],
    ].map(days => days.map(day => `${day}T19:00:00.000Z`));
    expect(
      names(
        round('Matchday 3', ...(three ?? [])),
        round('Matchday 2', ...(two ?? [])),
        round('Matchday 1', ...(one ?? [])),
      ),
    ).toEqual(['Matchday 1', 'Matchday 2', 'Matchday 3']);
  });
  it('of one instant come by name, numbers as numbers', () => {
    const at = '2023-08-11T19:00:00.000Z';
    expect(names(round('Matchday 10', at), round('Matchday 9', at), round(null, at))).toEqual([
      null,
      'Matchday 9',
      'Matchday 10',
    ]);
  });
  it('are gone when no match is left in them, and have begun with their first match', () => {
    const [gone] = [{ ...round('x'), counters: { scheduled: 0, 'kick-off/2023-08-11T19:00:00.000Z': 0 } }];
    expect(roundsOf([gone])).toEqual([]);
    const begun = (status: string) =>
      roundsOf([
        {
          ...round('x', '2023-08-11T19:00:00.000Z'),
          counters: { [status]: 1, 'kick-off/2023-08-11T19:00:00.000Z': 1 },
        },
      ]).map(hasBegun);
    expect(MATCH_STATUSES.filter(status => begun(status)[0])).toEqual(['started', 'finished', 'awarded']);
  });
});

it('an event of a prediction is none of a match', () => {
  const [event] = streamOf('p', {
    type: 'prediction.cancelled',
    data: { predictionId: 'm.ada', matchId: 'm', competition: 'c', playerId: 'ada', reason: 'x', cancelledBy: 'ada' },
  });
  expect(event && fixturesProjection.route(event)).toBeUndefined();
});
