import { describe, expect, it } from 'vitest';
import type { Notification } from '../../../shared/application/notifications/notification.ts';
import { type Context, notificationOf } from '../../../shared/application/notifications/texts.ts';
import { ordinal } from '../../../shared/application/notifications/words/en.ts';
import { RULE_SETS } from '../../../shared/domain/scoring.ts';
import { judge, type Verdict } from '../../../shared/domain/verdict.ts';
import type { DomainEvent } from '../../../shared/events/catalog.ts';
import {
  after90,
  atKickOff,
  awarded,
  cancelled,
  corrected,
  created,
  finished,
  fixture,
  goals,
  key,
  pick,
  predictionCancelled,
  scheduled,
} from '../../domain/samples.ts';
import { envelop } from '../../projections/harness.ts';

const evaluated = (verdict: Verdict, previous?: Verdict): DomainEvent => ({
  type: 'prediction.evaluated',
  data: { ...key, ...pick('2-1'), matchVersion: 3, settledAt: atKickOff, verdict, ...(previous && { previous }) },
});
const verdictOn = (result: string): Verdict =>
  judge(pick('2-1'), { ...after90(result), extraTime: goals('4-1') }, false, RULE_SETS['kicktipp-4-3-2']);
const judged = (result: string): DomainEvent => evaluated(verdictOn(result));
const isVoid: Verdict = { kind: 'void', reason: 'snow' };
const said = (event: DomainEvent, context?: Context) => notificationOf(envelop('stream', 7, event, atKickOff), context);
const known = { fixture };
const league = 'competition#english-premier-league-2023-24';

/** What is said in English, and in German. */
type Both = readonly [english: string, german: string];
const textsOf = (notification: Notification | undefined): Both | undefined =>
  notification && [notification.said.en.text, notification.said.de.text];

describe('what an event says, and to whom', () => {
  it.each<[string, DomainEvent, Partial<Notification>, Both]>([
    [
      'an exact prediction',
      judged('2-1'),
      { inbox: 'player#ada' },
      [
        'burnley-city ended 2:1. You said 2:1: the exact score, 4 points.',
        'burnley-city endete 2:1. Du hast 2:1 getippt: das genaue Ergebnis, 4 Punkte.',
      ],
    ],
    [
      'the right tendency',
      judged('3-0'),
      {},
      [
        'burnley-city ended 3:0. You said 2:1: the right tendency, 2 points.',
        'burnley-city endete 3:0. Du hast 2:1 getippt: die richtige Tendenz, 2 Punkte.',
      ],
    ],
    [
      'a miss',
      judged('1-1'),
      {},
      [
        'burnley-city ended 1:1. You said 2:1: a miss, 0 points.',
        'burnley-city endete 1:1. Du hast 2:1 getippt: daneben, 0 Punkte.',
      ],
    ],
    [
      'a match called off',
      evaluated(isVoid),
      { inbox: 'player#ada', kind: 'prediction-result' },
      ['burnley-city does not count: snow.', 'burnley-city zählt nicht: snow.'],
    ],
    [
      'a result',
      finished(after90('0-3')),
      { inbox: league, kind: 'match-result' },
      ['Burnley FC 0:3 Manchester City FC.', 'Burnley FC 0:3 Manchester City FC.'],
    ],
    [
      'an award',
      awarded(after90('3-0')),
      { inbox: league },
      ['Burnley FC 3:0 Manchester City FC, awarded.', 'Burnley FC 3:0 Manchester City FC, am grünen Tisch.'],
    ],
    [
      'a correction',
      corrected(after90('1-3'), after90('0-3')),
      { inbox: league },
      ['Burnley FC 1:3 Manchester City FC, corrected.', 'Burnley FC 1:3 Manchester City FC, berichtigt.'],
    ],
    [
      'a bold prediction',
      created(pick('3-0', 0.81)),
      { inbox: 'player#ada', kind: 'high-confidence' },
      ['You are 81 % sure of 3:0 in burnley-city.', 'Bei 3:0 in burnley-city bist du dir zu 81 % sicher.'],
    ],
  ])('%s', (_what, event, notification, texts) => {
    const all = { tenantId: 'acme', eventId: 'stream:7', at: atKickOff, ...notification };
    expect(said(event)).toMatchObject(all);
    expect(textsOf(said(event))).toEqual(texts);
  });

  it.each<[string, DomainEvent]>([
    ['a prediction just as sure as many', created(pick('3-0', 0.8))],
    ['a prediction without a confidence', created(pick('3-0'))],
    ['a fixture', scheduled()],
    ['a cancelled match', cancelled('snow')],
    ['a withdrawn prediction', predictionCancelled],
  ])('nothing: %s', (_what, event) => {
    expect(said(event)).toBeUndefined();
  });
});

describe('what more is known', () => {
  it.each<[string, DomainEvent, Context, Both]>([
    [
      'the names of a fixture',
      judged('3-2'),
      known,
      [
        'Burnley FC 3:2 Manchester City FC. You said 2:1: the right goal difference, 3 points.',
        'Burnley FC 3:2 Manchester City FC. Du hast 2:1 getippt: die richtige Tordifferenz, 3 Punkte.',
      ],
    ],
    [
      'its names, of one that does not count',
      evaluated(isVoid),
      known,
      ['Burnley FC - Manchester City FC does not count: snow.', 'Burnley FC - Manchester City FC zählt nicht: snow.'],
    ],
    [
      'where a correction brings a player',
      evaluated(verdictOn('2-1'), verdictOn('1-1')),
      { ...known, movement: { before: 5, after: 3 } },
      [
        'Corrected: Burnley FC 2:1 Manchester City FC instead of 1:1. You said 2:1: the exact score, 4 points instead of 0. ' +
          'You went from 5th to 3rd, because it brought you 4 points more.',
        'Berichtigt: Burnley FC 2:1 Manchester City FC statt 1:1. Du hast 2:1 getippt: das genaue Ergebnis, 4 Punkte statt 0. ' +
          'Du bist jetzt auf Platz 3 statt 5, weil es dir 4 Punkte mehr gebracht hat.',
      ],
    ],
    [
      'what it costs one',
      evaluated(verdictOn('1-0'), verdictOn('2-1')),
      { ...known, movement: { before: 1, after: 22 } },
      [
        'Corrected: Burnley FC 1:0 Manchester City FC instead of 2:1. You said 2:1: the right goal difference, 3 points instead of 4. ' +
          'You went from 1st to 22nd, because it cost you 1 point.',
        'Berichtigt: Burnley FC 1:0 Manchester City FC statt 2:1. Du hast 2:1 getippt: die richtige Tordifferenz, 3 Punkte statt 4. ' +
          'Du bist jetzt auf Platz 22 statt 1, weil es dich 1 Punkt gekostet hat.',
      ],
    ],
    [
      'that others moved',
      evaluated(verdictOn('0-0'), verdictOn('1-1')),
      { ...known, movement: { before: 2, after: 3 } },
      [
        'Corrected: Burnley FC 0:0 Manchester City FC instead of 1:1. You said 2:1: a miss, 0 points. ' +
          'You went from 2nd to 3rd, because it brought others more or less.',
        'Berichtigt: Burnley FC 0:0 Manchester City FC statt 1:1. Du hast 2:1 getippt: daneben, 0 Punkte. ' +
          'Du bist jetzt auf Platz 3 statt 2, weil es anderen mehr oder weniger gebracht hat.',
      ],
    ],
    [
      'that nobody did',
      evaluated(isVoid, verdictOn('2-1')),
      { movement: { before: 3, after: 3 } },
      [
        'Corrected: burnley-city does not count: snow. It had brought you 4 points. You are still 3rd.',
        'Berichtigt: burnley-city zählt nicht: snow. Es hatte dir 4 Punkte gebracht. Du bist weiter auf Platz 3.',
      ],
    ],
    [
      'nothing of somebody who was in no table',
      evaluated(verdictOn('2-1'), isVoid),
      { movement: { before: undefined, after: 1 } },
      [
        'Corrected: burnley-city ended 2:1. You said 2:1: the exact score, 4 points.',
        'Berichtigt: burnley-city endete 2:1. Du hast 2:1 getippt: das genaue Ergebnis, 4 Punkte.',
      ],
    ],
  ])('%s', (_what, event, context, texts) => {
    expect(textsOf(said(event, context))).toEqual(texts);
  });

  it('fits one write unit in both languages, with all that a correction may say', () => {
    const event = evaluated(verdictOn('1-0'), verdictOn('2-1'));
    const notification = said(event, { ...known, movement: { before: 100, after: 220 } });
    expect(Buffer.byteLength(JSON.stringify(notification))).toBeLessThan(1024);
  });

  it('a correction is of another kind, in the same place', () => {
    const event = evaluated(verdictOn('2-1'), verdictOn('1-1'));
    expect(said(event)).toMatchObject({ kind: 'correction', eventId: 'stream:7', at: atKickOff, inbox: 'player#ada' });
    expect(said(judged('2-1'))?.kind).toBe('prediction-result');
  });

  it('numbers have the ending that they are said with', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 113].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '102nd',
      '113th',
    ]);
  });
});
