import type { Envelope } from '../events/envelope.ts';
import { type Hint, LIVE_MATCH_TYPES, LIVE_POOL_TYPES, type LiveTopic } from '../events/live-events.ts';
import { failed, type Outcome, skipped, succeeded } from './outcome.ts';

/** Where pages listen. */
export interface LiveChannel {
  /**
   * Tells the pages of a tenant.
   *
   * @returns for each hint what went wrong with it; undefined: pages were told
   */
  publish(tenantId: string, topic: LiveTopic, hints: readonly Hint[]): Promise<readonly (Error | undefined)[]>;
}

export interface PushLive {
  readonly channel: LiveChannel;
  /** Server time, ISO 8601. */
  readonly now: () => string;
  /** By then everybody who looks has read again: a flood of old hints would only have all of them read at once. */
  readonly maxAgeMinutes: number;
}

const MINUTE_MS = 60_000;
/** Of a segment of a channel's path. https://docs.aws.amazon.com/appsync/latest/eventapi/channel-namespaces.html */
const MAX_TENANT_CHARS = 50;

const TOPICS: ReadonlyMap<string, LiveTopic> = new Map([
  ...LIVE_MATCH_TYPES.map(type => [type, 'matches'] as const),
  ...LIVE_POOL_TYPES.map(type => [type, 'pools'] as const),
]);

/** What is told of an event, and on which channel; undefined for one that pages are not told of. */
export const hintOf = ({ id, type, data, occurredAt }: Envelope): { topic: LiveTopic; hint: Hint } | undefined => {
  const topic = TOPICS.get(type);
  if (topic === undefined) return undefined;
  const hint: Hint = {
    ...(!('playerId' in data) && { id }),
    type: type as Hint['type'],
    ...('matchId' in data && { matchId: data.matchId }),
    ...('poolId' in data && { poolId: data.poolId }),
    ...('competition' in data && { competition: data.competition }),
    at: occurredAt,
  };
  return { topic, hint };
};

/** An event of the batch that pages are to be told of. */
interface Telling {
  readonly index: number;
  readonly tenantId: string;
  readonly topic: LiveTopic;
  readonly hint: Hint;
}

const whyNot = ({ tenantId, occurredAt }: Envelope, { now, maxAgeMinutes }: PushLive): string | undefined => {
  if (Date.parse(now()) - Date.parse(occurredAt) > maxAgeMinutes * MINUTE_MS) return 'is too old to be told';
  return tenantId.length > MAX_TENANT_CHARS ? 'the name of the tenant is too long for a channel' : undefined;
};

/**
 * Tells pages of the events of a batch, those of a channel together and in their order. One that was told before is told again: a
 * hint only has a page read again.
 */
export const pushLive =
  (dependencies: PushLive) =>
  async (events: readonly Envelope[]): Promise<readonly Outcome[]> => {
    const outcomes: Outcome[] = events.map(() => succeeded);
    const tellings = events.flatMap((event, index): Telling[] => {
      const told = hintOf(event);
      const reason = told === undefined ? 'pages are not told of it' : whyNot(event, dependencies);
      if (reason !== undefined) outcomes[index] = skipped(reason);
      return told === undefined || reason !== undefined ? [] : [{ index, tenantId: event.tenantId, ...told }];
    });
    const channels = Map.groupBy(tellings, ({ tenantId, topic }) => `${tenantId}/${topic}`);
    for (const group of channels.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const hints = group.map(({ hint }) => hint);
      const errors = await dependencies.channel
        .publish(first.tenantId, first.topic, hints)
        .catch(error => hints.map(() => error));
      for (const [at, { index }] of group.entries()) if (errors[at]) outcomes[index] = failed(errors[at]);
    }
    return outcomes;
  };
