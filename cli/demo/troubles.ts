import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import type { LocalStack } from '../../local/stack.ts';
import { EVENT_SOURCE } from '../../shared/bus/eventbridge-publisher.ts';
import type { Score } from '../../shared/domain/score.ts';
import { catalog } from '../../shared/events/catalog.ts';
import type { ApiClient } from '../api-client.ts';
import { operatorConfig } from '../ledger/deployment.ts';
import { organiserOf } from '../tokens.ts';
import { matchesOf } from './matches.ts';
import { TENANT } from './show.ts';

/** What was asked for cannot be done as things are. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** `future`: of a schema that only newer code knows. `broken`: without the data that its schema asks for. */
export type PoisonKind = 'future' | 'broken';

/** A correction that was made. */
export interface Correction {
  readonly matchId: string;
  readonly home: string;
  readonly away: string;
  readonly before: Score;
  readonly after: Score;
}

/** Another outcome, so that points move: a win becomes a draw, a draw a home win. */
export const otherScore = ({ home, away }: Score): Score => {
  const most = Math.max(home, away);
  return home === away ? { home: home + 1, away } : { home: most, away: most };
};

/** How many of the latest matches one is drawn from. */
const LATEST = 10;

/**
 * Corrects a result, as the organiser would.
 * @throws DemoError no match is over, or not this one; ApiError
 */
export const correctResult = async (
  api: ApiClient,
  competition: string,
  { matchId, score }: { readonly matchId?: string | undefined; readonly score?: Score | undefined },
  random: () => number = Math.random,
): Promise<Correction> => {
  const caller = organiserOf(TENANT);
  const over = (await matchesOf(api, caller, competition)).flatMap(match =>
    match.status === 'finished' ? [{ ...match.fixture, result: match.result }] : [],
  );
  const latest = over.slice(-LATEST);
  const chosen =
    matchId === undefined
      ? latest[Math.floor(random() * latest.length)]
      : over.find(fixture => fixture.matchId === matchId);
  if (chosen === undefined)
    throw new DemoError(matchId === undefined ? 'No match is over yet.' : `The match ${matchId} is not over.`);
  const before = chosen.result.fullTime;
  const after = score ?? otherScore(before);
  const body = { result: { fullTime: after }, reason: 'The referee has looked at it again.' };
  await api.post(caller, `/v1/matches/${chosen.matchId}/correct`, body);
  return { matchId: chosen.matchId, home: chosen.home, away: chosen.away, before, after };
};

/**
 * Puts an event on the bus that no handler can read: nobody but the outbox does that, so nothing of it is in the ledger.
 * Returns the event's id.
 */
export const poison = async (
  { endpoint, assembly, clock }: Pick<LocalStack, 'endpoint' | 'assembly' | 'clock'>,
  kind: PoisonKind,
): Promise<string> => {
  const stream = `match-poison-${crypto.randomUUID().slice(0, 8)}`;
  const id = `${stream}:1`;
  const type = 'match.finished';
  const detail = {
    id,
    type,
    schemaVersion: kind === 'future' ? '99.0' : catalog[type].version,
    tenantId: TENANT,
    stream,
    version: 1,
    occurredAt: clock.now().toISOString(),
    correlationId: crypto.randomUUID(),
    causationId: crypto.randomUUID(),
    actor: 'demo',
    priority: 'normal',
    hops: 0,
    data: { matchId: stream.slice('match-'.length), result: 'three to nil' },
  };
  const client = new EventBridgeClient(operatorConfig(endpoint, assembly.region));
  const [bus] = assembly.ofType('AWS::Events::EventBus');
  try {
    const entry = { EventBusName: bus?.name, Source: EVENT_SOURCE, DetailType: type, Detail: JSON.stringify(detail) };
    const { FailedEntryCount = 0 } = await client.send(new PutEventsCommand({ Entries: [entry] }));
    if (FailedEntryCount > 0) throw new DemoError('The bus did not take the event.');
    return id;
  } finally {
    client.destroy();
  }
};

/** Puts the dead letters of a queue back where they came from, to be tried again. */
export const redrive = async (
  { endpoint, assembly }: Pick<LocalStack, 'endpoint' | 'assembly'>,
  deadLetterArn: string,
): Promise<void> => {
  const client = new SQSClient(operatorConfig(endpoint, assembly.region));
  try {
    await client.send(new StartMessageMoveTaskCommand({ SourceArn: deadLetterArn }));
  } finally {
    client.destroy();
  }
};
