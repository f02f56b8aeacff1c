import {
  type DisabledBecause,
  type Endpoint,
  type SubscriptionCommand,
  type SubscriptionState,
  subscriptionDecider,
} from '../../domain/subscription.ts';
import { subscriptionStream } from '../../events/streams.ts';
import { execute } from '../execute.ts';
import { type CommandContext, type Dependencies, type Executed, executable } from '../execution.ts';
import type { Directory, SecretStore, SubscriptionRef } from './ports.ts';

const subscriptions = executable('subscription', 1, subscriptionDecider);

/** Hours that a secret stays good after it was rotated. */
const OVERLAP_HOURS = 24;
/** Subscriptions of a tenant: each event is held against all of them. */
export const MAX_SUBSCRIPTIONS = 20;

/** What commands of a subscription need besides the store. */
export interface SubscriptionDependencies extends Dependencies {
  readonly directory: Directory;
  readonly secrets: SecretStore;
  /** SHA-256, base64url. */
  readonly sha256: (text: string) => string;
}

/** A tenant has as many subscriptions as it may have. */
export class TooManySubscriptionsError extends Error {
  override readonly name = 'TooManySubscriptionsError';
}

/** The secret that a request made is not the current one any more, so it is not shown again. */
export class SecretSupersededError extends Error {
  override readonly name = 'SecretSupersededError';
}

/** Which context says so: a later command on the same subscription. */
type KeepDependencies = Dependencies & Pick<SubscriptionDependencies, 'directory'>;

/**
 * Commands a subscription, and keeps the result where it is looked up. Killed in between, the fact is there and the event
 * on the bus brings the directory up to date.
 */
export const commandSubscription = async (
  dependencies: KeepDependencies,
  context: CommandContext,
  subscriptionId: string,
  command: SubscriptionCommand,
): Promise<Executed<SubscriptionState>> => {
  const executed = await execute(dependencies, {
    ...subscriptions,
    stream: subscriptionStream(subscriptionId),
    command,
    context,
  });
  await syncDirectory(dependencies, { tenantId: context.tenantId, subscriptionId });
  return executed;
};

/** Brings the directory up to date with the stream of a subscription. */
export const syncDirectory = async (
  { store, directory }: Pick<KeepDependencies, 'store' | 'directory'>,
  { tenantId, subscriptionId }: SubscriptionRef,
): Promise<void> => {
  const stream = subscriptionStream(subscriptionId);
  const { state, token } = await store.loadState(tenantId, stream, subscriptions.reducer);
  if (state.status !== 'unknown') await directory.keep(tenantId, state, token.version);
};

/** A subscription as it stands, with the version of its stream. */
export const loadSubscription = async (
  { store }: Pick<Dependencies, 'store'>,
  { tenantId, subscriptionId }: SubscriptionRef,
): Promise<{ readonly state: SubscriptionState; readonly version: number }> => {
  const { state, token } = await store.loadState(tenantId, subscriptionStream(subscriptionId), subscriptions.reducer);
  return { state, version: token.version };
};

/** The id of the subscription that a command makes: the same when the command is sent again. */
const newId = (sha256: SubscriptionDependencies['sha256'], { tenantId, commitId }: CommandContext): string => {
  const letters = sha256(JSON.stringify(['subscription', tenantId, commitId]))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return `sub-${letters.slice(0, 24)}`;
};

/** A command done, and the secret that it made. */
export interface WithSecret {
  readonly subscriptionId: string;
  readonly executed: Executed<SubscriptionState>;
  readonly secret: string;
}

/**
 * Subscribes an endpoint. The same command again, under its Idempotency-Key, gives the same subscription and secret.
 *
 * @throws TooManySubscriptionsError; SecretSupersededError; and what {@link execute} throws
 */
export const createSubscription = async (
  dependencies: SubscriptionDependencies,
  context: CommandContext,
  endpoint: Endpoint,
): Promise<WithSecret> => {
  const { directory, secrets, sha256 } = dependencies;
  const subscriptionId = newId(sha256, context);
  const others = await directory.list(context.tenantId);
  if (others.length >= MAX_SUBSCRIPTIONS && !others.some(other => other.subscriptionId === subscriptionId))
    throw new TooManySubscriptionsError(`a tenant has ${MAX_SUBSCRIPTIONS} subscriptions at most`);
  // Before the fact: an active subscription has a secret.
  const { tenantId, now } = context;
  const secret = await secrets.issue({ tenantId, subscriptionId }, 1, { now, previousUntil: now });
  if (secret === undefined) throw new SecretSupersededError('the secret was rotated since');
  const command = { type: 'create', subscriptionId, endpoint, now } as const;
  const executed = await commandSubscription(dependencies, context, subscriptionId, command);
  return { subscriptionId, executed, secret };
};

/**
 * Gives a subscription a new secret; what was good before stays so for a day, and everything is signed under both.
 *
 * @throws SecretSupersededError the command is repeated, and another rotation came after it; and what {@link execute} throws
 */
export const rotateSecret = async (
  dependencies: SubscriptionDependencies,
  context: CommandContext,
  subscriptionId: string,
): Promise<WithSecret> => {
  const previousUntil = new Date(Date.parse(context.now) + OVERLAP_HOURS * 3_600_000).toISOString();
  const command = { type: 'rotate-secret', previousUntil } as const;
  const executed = await commandSubscription(dependencies, context, subscriptionId, command);
  const [event] = executed.events;
  if (event?.type !== 'subscription.secret-rotated') throw new SecretSupersededError('this request rotated nothing');
  const ref = { tenantId: context.tenantId, subscriptionId };
  // After the fact: a secret that nobody was told of would sign alone in a day.
  const at = { now: context.now, previousUntil: event.data.previousUntil };
  const secret = await dependencies.secrets.issue(ref, event.version, at);
  if (secret === undefined) throw new SecretSupersededError('the secret was rotated again since');
  return { subscriptionId, executed, secret };
};

/** Disables a subscription because of what its endpoint did: `cause` is the delivery that showed it. */
export const disableBecause = async (
  dependencies: KeepDependencies,
  { tenantId, subscriptionId }: SubscriptionRef,
  { reason, cause, now }: { readonly reason: DisabledBecause; readonly cause: string; readonly now: string },
): Promise<void> => {
  const commitId = `${cause}/${reason}`;
  const context: CommandContext = {
    ...{ tenantId, now, commitId, correlationId: cause, causationId: cause },
    actor: 'deliver-webhooks',
    hops: 0,
    priority: 'normal',
  };
  await commandSubscription(dependencies, context, subscriptionId, { type: 'disable', reason });
};
