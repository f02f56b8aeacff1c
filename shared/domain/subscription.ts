import { accept, assertNever, type Decider, type Decision, refuse } from './decider.ts';

/** Where the events of a tenant are sent, and which. */
export interface Endpoint {
  readonly url: string;
  /** An event pattern of EventBridge, on the event as it is sent. */
  readonly pattern: Pattern;
  readonly description: string | null;
}

export type Pattern = Readonly<Record<string, unknown>>;

/** Why a subscription gets nothing: somebody wanted it so, the endpoint answered that it is gone, or it failed for days. */
export const DISABLED_BECAUSE = ['requested', 'gone', 'failing'] as const;
export type DisabledBecause = (typeof DISABLED_BECAUSE)[number];

/** The facts of a subscription. No secret is in one: those are kept sealed, apart from the ledger. */
export type SubscriptionEvent =
  | {
      readonly type: 'subscription.created';
      /** `since`: it takes what happens from then on. */
      readonly data: { readonly subscriptionId: string; readonly since: string } & Endpoint;
    }
  | { readonly type: 'subscription.changed'; readonly data: { readonly subscriptionId: string } & Endpoint }
  | {
      readonly type: 'subscription.secret-rotated';
      readonly data: { readonly subscriptionId: string; readonly previousUntil: string };
    }
  | {
      readonly type: 'subscription.disabled';
      readonly data: { readonly subscriptionId: string; readonly reason: DisabledBecause };
    }
  | {
      readonly type: 'subscription.enabled';
      readonly data: { readonly subscriptionId: string; readonly since: string };
    }
  | { readonly type: 'subscription.deleted'; readonly data: { readonly subscriptionId: string } };

/** A subscription that there is. */
export interface KnownSubscription extends Endpoint {
  readonly status: 'active' | 'disabled';
  readonly subscriptionId: string;
  readonly since: string;
  readonly disabledBecause: DisabledBecause | null;
}

export type SubscriptionState =
  | { readonly status: 'unknown' }
  | KnownSubscription
  | { readonly status: 'deleted'; readonly subscriptionId: string };

export type SubscriptionCommand =
  | { readonly type: 'create'; readonly subscriptionId: string; readonly endpoint: Endpoint; readonly now: string }
  | { readonly type: 'change'; readonly endpoint: Endpoint }
  /** `previousUntil`: how long the secrets before the new one are good. */
  | { readonly type: 'rotate-secret'; readonly previousUntil: string }
  | { readonly type: 'disable'; readonly reason: DisabledBecause }
  | { readonly type: 'enable'; readonly now: string }
  | { readonly type: 'delete' };

const endpointOf = ({ url, pattern, description }: Endpoint): Endpoint => ({ url, pattern, description });

const sameEndpoint = (a: Endpoint, b: Endpoint): boolean =>
  JSON.stringify(endpointOf(a)) === JSON.stringify(endpointOf(b));

const evolveKnown = (
  state: KnownSubscription,
  event: Exclude<SubscriptionEvent, { type: 'subscription.created' }>,
): SubscriptionState => {
  switch (event.type) {
    case 'subscription.changed':
      return { ...state, ...endpointOf(event.data) };
    case 'subscription.secret-rotated':
      return state;
    case 'subscription.disabled':
      return { ...state, status: 'disabled', disabledBecause: event.data.reason };
    case 'subscription.enabled':
      return { ...state, status: 'active', disabledBecause: null, since: event.data.since };
    case 'subscription.deleted':
      return { status: 'deleted', subscriptionId: state.subscriptionId };
    default:
      return assertNever(event);
  }
};

const evolve = (state: SubscriptionState, event: SubscriptionEvent): SubscriptionState => {
  if (event.type === 'subscription.created') {
    const { subscriptionId, since } = event.data;
    return { status: 'active', subscriptionId, since, disabledBecause: null, ...endpointOf(event.data) };
  }
  return state.status === 'unknown' || state.status === 'deleted' ? state : evolveKnown(state, event);
};

const decideKnown = (
  command: Exclude<SubscriptionCommand, { type: 'create' }>,
  state: KnownSubscription,
): Decision<SubscriptionEvent> => {
  const { subscriptionId } = state;
  switch (command.type) {
    case 'change':
      return sameEndpoint(command.endpoint, state)
        ? accept()
        : accept({ type: 'subscription.changed', data: { subscriptionId, ...endpointOf(command.endpoint) } });
    case 'rotate-secret': {
      const { previousUntil } = command;
      return accept({ type: 'subscription.secret-rotated', data: { subscriptionId, previousUntil } });
    }
    case 'disable':
      return state.status === 'disabled'
        ? accept()
        : accept({ type: 'subscription.disabled', data: { subscriptionId, reason: command.reason } });
    case 'enable':
      return state.status === 'active'
        ? accept()
        : accept({ type: 'subscription.enabled', data: { subscriptionId, since: command.now } });
    case 'delete':
      return accept({ type: 'subscription.deleted', data: { subscriptionId } });
    default:
      return assertNever(command);
  }
};

/** A subscription: an endpoint that is sent events by webhook. It is disabled and enabled, and deleted for good. */
export const subscriptionDecider: Decider<SubscriptionState, SubscriptionCommand, SubscriptionEvent> = {
  initial: { status: 'unknown' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'create') {
      const { subscriptionId, endpoint, now } = command;
      if (state.status === 'unknown')
        return accept({ type: 'subscription.created', data: { subscriptionId, since: now, ...endpointOf(endpoint) } });
      return state.status !== 'deleted' && sameEndpoint(endpoint, state)
        ? accept()
        : refuse('already-exists', `there was a subscription ${subscriptionId} before`);
    }
    if (state.status === 'unknown') return refuse('unknown-subscription', 'there is no such subscription');
    if (state.status === 'deleted')
      return command.type === 'delete'
        ? accept()
        : refuse('unknown-subscription', `subscription ${state.subscriptionId} was deleted`);
    return decideKnown(command, state);
  },
};
