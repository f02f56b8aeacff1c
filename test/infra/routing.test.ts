import { beforeAll, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../local/types.ts';
import { compilePattern } from '../../patterns/event-pattern.ts';
import { EVENT_SOURCE } from '../../shared/bus/eventbridge-publisher.ts';
import { EVENT_TYPES, type EventType } from '../../shared/events/catalog.ts';
import { LIVE_MATCH_TYPES, LIVE_POOL_TYPES } from '../../shared/events/live-events.ts';
import { WEBHOOK_TYPES } from '../../shared/events/webhook-events.ts';
import { at, functionsOf, type Synthesized, synthesize } from './stage.ts';

const FIXTURES = 'project-fixtures';
const STATISTICS = 'record-analytics';
const STANDINGS = 'project-standings';
const SCORING = 'score-predictions';
const NOTIFY = 'notify';
const DEFAULT = 'catch-unrouted';
/** Take events outside, beside what the platform does with them. */
const WEBHOOKS = 'fan-out-webhooks';
const LIVE = 'push-live';
const OUTBOUND = [WEBHOOKS, LIVE];

/** Who takes what. A prediction is created with a confidence of 0.5 here. */
const TAKERS: Readonly<Record<EventType, readonly string[]>> = {
  'match.scheduled': [FIXTURES, NOTIFY],
  'match.rescheduled': [FIXTURES, NOTIFY],
  'match.postponed': [FIXTURES],
  'match.started': [FIXTURES],
  'match.finished': [FIXTURES, NOTIFY, STANDINGS, SCORING],
  'match.result-corrected': [FIXTURES, NOTIFY, SCORING],
  'match.result-withdrawn': [FIXTURES, STANDINGS, SCORING],
  'match.cancelled': [FIXTURES, STANDINGS, SCORING],
  'match.reinstated': [FIXTURES, NOTIFY, STANDINGS, SCORING],
  'match.awarded': [FIXTURES, NOTIFY, STANDINGS, SCORING],
  'prediction.created': [STATISTICS],
  'prediction.revised': [STATISTICS],
  'prediction.cancelled': [STANDINGS, STATISTICS],
  'prediction.evaluated': [NOTIFY, STANDINGS, STATISTICS],
  'prediction.reopened': [STANDINGS, STATISTICS],
  'pool.created': ['project-standings'],
  'pool.rules-changed': [DEFAULT],
  'pool.invite-created': [DEFAULT],
  'pool.invite-revoked': [DEFAULT],
  'pool.invite-used': [DEFAULT],
  'pool.player-joined': [NOTIFY, STANDINGS],
  'pool.player-left': [NOTIFY, STANDINGS],
  'player.registered': [DEFAULT],
  'player.profile-changed': [DEFAULT],
  'player.forgotten': [DEFAULT],
  'subscription.created': [DEFAULT],
  'subscription.changed': [DEFAULT],
  'subscription.secret-rotated': [DEFAULT],
  'subscription.disabled': [DEFAULT],
  'subscription.enabled': [DEFAULT],
  'subscription.deleted': [DEFAULT],
};

/** Which functions get an event: one name for each rule that takes it. */
type Router = (event: Json) => readonly string[];

const routerOf = (stage: Synthesized): Router => {
  const folders = new Map(
    stage.main.ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) => {
      const [folder = ''] =
        [...functionsOf(stage)].find(([, { id }]) => id === stage.target(properties.FunctionName)) ?? [];
      return [stage.target(properties.EventSourceArn), folder] as const;
    }),
  );
  const waiting = stage.main.ofType('AWS::Events::Rule').filter(({ properties }) => properties.EventPattern);
  const rules = waiting.map(({ properties }) => ({
    folder: folders.get(stage.target(at(properties, 'Targets.0.Arn'))) ?? 'nobody',
    pattern: compilePattern(properties.EventPattern as Json),
  }));
  return event =>
    rules
      .filter(({ pattern }) => pattern.matches(event))
      .map(({ folder }) => folder)
      .sort();
};

const eventOf = (type: string, data: Json = { confidence: 0.5 }, source = EVENT_SOURCE): Json => ({
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': type,
  source,
  account: '111122223333',
  time: '2023-08-11T19:00:00Z',
  region: 'eu-central-1',
  resources: [],
  detail: { id: 'x:1', type, tenantId: 'acme', version: 1, data },
});

describe.each(['dev', 'prod'])('the rules of %s', name => {
  let all: Router;
  const takers: Router = event => all(event).filter(taker => !OUTBOUND.includes(taker));
  const areTakenOutside = (event: Json): boolean => all(event).includes(WEBHOOKS);
  beforeAll(async () => {
    all = routerOf(await synthesize(name));
  });

  test('take outside what is sent by webhook, and what is decided of subscriptions', () => {
    const outside = EVENT_TYPES.filter(type => areTakenOutside(eventOf(type)));
    expect(outside).toEqual(
      EVENT_TYPES.filter(
        type => (WEBHOOK_TYPES as readonly string[]).includes(type) || type.startsWith('subscription.'),
      ),
    );
    expect(outside.filter(type => type.startsWith('player.'))).toEqual([]);
  });

  test('tell pages of what moves them, and of nothing that a player does but to join and to leave', () => {
    const told = EVENT_TYPES.filter(type => all(eventOf(type)).includes(LIVE));
    expect(told).toEqual(
      EVENT_TYPES.filter(type => ([...LIVE_MATCH_TYPES, ...LIVE_POOL_TYPES] as readonly string[]).includes(type)),
    );
    expect(told.filter(type => /^(prediction|player|subscription)\./.test(type))).toEqual([]);
    expect(told).not.toContain('match.scheduled');
  });

  test('take nothing outside that an archive replays, and bring it to everybody else', () => {
    const replayed = { ...(eventOf('match.finished') as JsonObject), 'replay-name': 'all-of-it' };
    expect(all(replayed)).toEqual([...TAKERS['match.finished']].sort());
  });

  test.each(EVENT_TYPES)('bring %s to those it is for, once each', type => {
    expect(takers(eventOf(type))).toEqual([...TAKERS[type]].sort());
  });

  test('bring every event to somebody, and to the default route exactly when nobody names its type', () => {
    for (const type of EVENT_TYPES) {
      const [first, ...others] = takers(eventOf(type));
      expect(first).toBeDefined();
      if (first === DEFAULT) expect(others).toEqual([]);
    }
  });

  test.each([
    [0, false],
    [0.79, false],
    [0.8, false],
    [0.800_001, true],
    [0.81, true],
    [1, true],
    [null, false],
    ['0.9', false],
  ])('notify of a prediction with the confidence %j: %s', (confidence, told) => {
    expect(takers(eventOf('prediction.created', { confidence }))).toEqual(told ? [NOTIFY, STATISTICS] : [STATISTICS]);
  });

  test.each([
    ['a type that is new', 'match.abandoned', EVENT_SOURCE, [DEFAULT]],
    ['a type like one that somebody names', 'match.finishe', EVENT_SOURCE, [DEFAULT]],
    ['a type that begins like one', 'match.finished.again', EVENT_SOURCE, [DEFAULT]],
    ['a new type of a family that somebody takes whole', 'prediction.disputed', EVENT_SOURCE, [STATISTICS]],
    ['a type that only looks like the family', 'predictions.lost', EVENT_SOURCE, [DEFAULT]],
    ['a stranger’s event of a type that we name', 'match.finished', 'somebody.else', [DEFAULT]],
    ['a stranger’s event', 'order.placed', 'aws.partner/shop', [DEFAULT]],
  ])('lose nothing: %s', (_, type, source, expected) => {
    expect(takers(eventOf(type, {}, source))).toEqual(expected);
  });
});
