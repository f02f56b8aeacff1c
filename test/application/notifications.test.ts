import { describe, expect, it } from 'vitest';
import { type Inbox, type Notification, notificationOf, notify } from '../../shared/application/notifications.ts';
import { skipped, succeeded } from '../../shared/application/outcome.ts';
import { RULE_SETS } from '../../shared/domain/scoring.ts';
import { judge, type Verdict } from '../../shared/domain/verdict.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import {
  after90,
  atKickOff,
  awarded,
  cancelled,
  corrected,
  created,
  finished,
  goals,
  key,
  pick,
  predictionCancelled,
  scheduled,
} from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';

const evaluated = (verdict: Verdict): DomainEvent => ({
  type: 'prediction.evaluated',
  data: { ...key, ...pick('2-1'), matchVersion: 3, settledAt: atKickOff, verdict },
});
const judged = (result: string): DomainEvent =>
  evaluated(judge(pick('2-1'), { ...after90(result), extraTime: goals('4-1') }, false, RULE_SETS['kicktipp-4-3-2']));
const said = (event: DomainEvent) => notificationOf(envelop('stream', 7, event, atKickOff));
const league = 'competition#english-premier-league-2023-24';

describe('what an event says, and to whom', () => {
  it.each<[string, DomainEvent, Partial<Notification>]>([
    [
      'an exact prediction',
      judged('2-1'),
      { inbox: 'player#ada', text: 'burnley-city ended 2:1, you said 2:1: exact, 4 points.' },
    ],
    ['a miss', judged('1-1'), { text: 'burnley-city ended 1:1, you said 2:1: miss, 0 points.' }],
    [
      'a match called off',
      evaluated({ kind: 'void', reason: 'snow' }),
      { inbox: 'player#ada', kind: 'prediction-result', text: 'burnley-city does not count: snow.' },
    ],
    [
      'a result',
      finished(after90('0-3')),
      { inbox: league, kind: 'match-result', text: 'Burnley FC 0:3 Manchester City FC.' },
    ],
    ['an award', awarded(after90('3-0')), { inbox: league, text: 'Burnley FC 3:0 Manchester City FC, awarded.' }],
    [
      'a correction',
      corrected(after90('1-3'), after90('0-3')),
      { inbox: league, text: 'Burnley FC 1:3 Manchester City FC, corrected.' },
    ],
    [
      'a bold prediction',
      created(pick('3-0', 0.81)),
      { inbox: 'player#ada', kind: 'high-confidence', text: 'You are 81 % sure of 3:0 in burnley-city.' },
    ],
  ])('%s', (_what, event, notification) => {
    expect(said(event)).toMatchObject({ tenantId: 'acme', eventId: 'stream:7', at: atKickOff, ...notification });
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

describe('notifying', () => {
  const inMemory = (): Inbox & { readonly kept: Map<string, Notification> } => {
    const kept = new Map<string, Notification>();
    return {
      kept,
      put: async notifications => {
        const place = (one: Notification) => `${one.tenantId} ${one.inbox} ${one.eventId}`;
        return notifications.filter(one => !kept.has(place(one)) && kept.set(place(one), one));
      },
    };
  };

  it('tells once of an event, however often it is delivered', async () => {
    const inbox = inMemory();
    const told: Notification[] = [];
    const event = envelop('match-a', 3, finished(after90('1-0')));
    const again = skipped('already notified');
    expect(await notify(inbox, [event, event], one => told.push(one))).toEqual([succeeded, again]);
    expect(await notify(inbox, [event], one => told.push(one))).toEqual([again]);
    expect(told).toEqual([notificationOf(event)]);
    expect([...inbox.kept.values()]).toEqual(told);
  });

  it('says of each event, in order, what became of it, and passes on what fails', async () => {
    const batch = [envelop('match-a', 1, scheduled()), envelop('match-a', 3, finished(after90('1-0')))];
    const quiet = { status: 'skipped', reason: 'has nothing to say' };
    expect(await notify(inMemory(), batch, () => {})).toEqual([quiet, succeeded]);
    const full: Inbox = {
      put: async () => {
        throw new Error('no room');
      },
    };
    await expect(notify(full, batch, () => {})).rejects.toThrow('no room');
    expect(await notify(full, batch.slice(0, 1), () => {})).toEqual([quiet]);
  });
});
