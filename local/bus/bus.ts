import { AwsError, type Service } from '../gateway/protocol.ts';
import { busArnOf } from '../gateway/service-access.ts';
import type { Queues } from '../sqs/queues.ts';
import type { Assembly, JsonObject, MachineClock } from '../types.ts';
import type { Deliver } from './delivery.ts';
import { type EntryResult, entriesOf, readEntry } from './entries.ts';
import { type Rule, rulesOf } from './rules.ts';

/** What went over all buses since the start. */
export interface BusStatistics {
  /** Entries accepted. */
  readonly entries: number;
  /** Pairs of entry and rule that matched. */
  readonly matched: number;
  /** Deliveries that a target took. */
  readonly delivered: number;
  /** Deliveries that went to the target's dead-letter queue. */
  readonly deadLettered: number;
  /** Deliveries lost for want of a dead-letter queue. */
  readonly dropped: number;
  /** Entries that no rule matched. */
  readonly unmatched: number;
}

/** A misbehaviour to practise with: at the next `count` entries (`reorder`: requests); Infinity until told otherwise, 0 no more. */
export interface Fault {
  /** `fail`: refused with InternalFailure. `duplicate`: delivered twice. `reorder`: entries of a request delivered last first. */
  readonly kind: 'fail' | 'duplicate' | 'reorder';
  readonly count: number;
}

/** EventBridge's buses: PutEvents in, targets out. */
export interface Bus {
  readonly service: Service;
  readonly statistics: BusStatistics;
  /** Takes the place of what is left of an earlier fault of this kind. */
  inject(fault: Fault): void;
  /** Tells `listener` of every entry accepted from now on, as its targets see it. */
  observe(listener: (event: JsonObject) => void): void;
}

type Accepted = Extract<EntryResult, { accepted: true }>;

const answerOf = (results: readonly EntryResult[]): JsonObject => ({
  FailedEntryCount: results.filter(result => !result.accepted).length,
  Entries: results.map(result =>
    result.accepted ? { EventId: result.id } : { ErrorCode: result.code, ErrorMessage: result.message },
  ),
});

/**
 * The buses of the template and the default one. PutEvents answers when every delivery is on disk.
 * @throws LocalRuntimeError for rules that cannot run.
 */
export const createBus = (options: {
  readonly assembly: Assembly;
  readonly clock: MachineClock;
  readonly queues: Queues;
  readonly deliver: Deliver;
}): Bus => {
  const { assembly, queues } = options;
  const buses = new Set([
    busArnOf(undefined, assembly),
    ...assembly.ofType('AWS::Events::EventBus').map(bus => bus.arn),
  ]);
  const rules: ReadonlyMap<string, readonly Rule[]> = Map.groupBy(rulesOf(assembly), rule => rule.busArn);
  const statistics = { entries: 0, matched: 0, delivered: 0, deadLettered: 0, dropped: 0, unmatched: 0 };
  const faults: Record<Fault['kind'], number> = { fail: 0, duplicate: 0, reorder: 0 };
  const listeners: ((event: JsonObject) => void)[] = [];
  const strikes = (kind: Fault['kind']): boolean => {
    if (faults[kind] === 0) return false;
    faults[kind] -= 1;
    return true;
  };

  const route = (entry: Accepted): void => {
    const matching = (rules.get(entry.busArn) ?? []).filter(rule => rule.pattern.matches(entry.event));
    const serialized = JSON.stringify(entry.event);
    statistics.entries += 1;
    for (const listener of listeners) listener(entry.event);
    statistics.matched += matching.length;
    if (matching.length === 0) statistics.unmatched += 1;
    for (const target of matching.flatMap(rule => rule.targets)) {
      const outcome = options.deliver(target, target.payloadOf(entry.event, serialized));
      if (outcome === 'accepted') statistics.delivered += 1;
      else if (outcome === 'dead-lettered') statistics.deadLettered += 1;
      else statistics.dropped += 1;
    }
  };
  const putEvents = (body: JsonObject): JsonObject => {
    const now = options.clock.now();
    const results = entriesOf(body).map(
      (entry): EntryResult =>
        strikes('fail')
          ? { accepted: false, code: 'InternalFailure', message: 'Injected failure.' }
          : readEntry(entry, assembly, now, buses),
    );
    const accepted = results
      .filter(result => result.accepted)
      .flatMap(entry => (strikes('duplicate') ? [entry, entry] : [entry]));
    if (strikes('reorder')) accepted.reverse();
    queues.transaction(() => {
      for (const entry of accepted) route(entry);
    });
    return answerOf(results);
  };
  return {
    statistics,
    inject: fault => {
      faults[fault.kind] = fault.count;
    },
    observe: listener => {
      listeners.push(listener);
    },
    service: (action, body) => {
      if (action !== 'PutEvents')
        throw new AwsError('UnknownOperationException', `The local bus does not know the action ${action}.`);
      return putEvents(body);
    },
  };
};
