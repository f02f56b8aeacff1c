import { reasonsOf } from '../../../shared/domain/reason.ts';
import type { Result } from '../../../shared/domain/score.ts';
import { RULE_SETS } from '../../../shared/domain/scoring.ts';
import { judge, type PlayerPick } from '../../../shared/domain/verdict.ts';
import type { Step, Trace } from '../../../web/why/trace.ts';

const pick: PlayerPick = { predicted: { home: 2, away: 1 }, confidence: 0.7 };
const fixture = { matchId: 'a-b', competition: 'cup', round: null, home: 'A', away: 'B' };

/** A step of a story: what a test does not name is that of an event without any relations. */
export const step = (id: string, type: string, data: object = {}, own: Partial<Step> = {}): Step => {
  const [stream = '', version = '1'] = id.split(':');
  const event = {
    id,
    type,
    stream,
    version: Number(version),
    schemaVersion: '1.0',
    occurredAt: '2024-01-01T00:00:00.000Z',
    correlationId: 'c',
    causationId: 'c',
    data,
  };
  const commit = { stream, version: event.version, events: 1, hash: `hash of ${id}`, previousHash: '' };
  return { event, actor: 'player', reasons: [], replaces: [], replacedBy: null, commit, anchor: null, ...own };
};

/** An evaluation of the pick 2:1. */
export const evaluation = (id: string, result: Result, own: Partial<Step> = {}): Step => {
  const verdict = judge(pick, result, false, RULE_SETS['kicktipp-4-3-2']);
  const reasons = reasonsOf(pick, verdict) as Step['reasons'];
  return step(id, 'prediction.evaluated', { ...pick, verdict }, { actor: 'platform', reasons, ...own });
};

/** A trace of the pick 2:1 of a match that ended so; without a result it is open. */
export const traceOf = (steps: readonly Step[], result?: Result, matchVersion = 1): Trace => ({
  prediction: {
    status: 'placed',
    key: { predictionId: 'a-b.ada', matchId: 'a-b', competition: 'cup', playerId: 'ada' },
    pick,
    matchVersion,
    version: 1,
    ...(result && { verdict: judge(pick, result, false, RULE_SETS['kicktipp-4-3-2']) as never }),
  },
  match: { status: 'scheduled', fixture, kickOff: { at: '2024-01-01T00:00:00.000Z', timeKnown: true }, version: 1 },
  locked: false,
  ruleSets: Object.values(RULE_SETS) as never,
  steps: [...steps],
});
