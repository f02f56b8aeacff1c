import { describe, it } from 'vitest';
import { type Endpoint, type SubscriptionEvent, subscriptionDecider } from '../../shared/domain/subscription.ts';
import { scenariosOf } from './scenario.ts';

const given = scenariosOf(subscriptionDecider);
const [subscriptionId, now, later] = ['sub-1', '2023-08-11T18:00:00.000Z', '2023-08-12T18:00:00.000Z'];
const endpoint: Endpoint = { url: 'https://example.org/', pattern: { source: ['matchday'] }, description: null };
const other: Endpoint = { ...endpoint, pattern: { 'detail-type': ['match.finished'] } };

const created: SubscriptionEvent = { type: 'subscription.created', data: { subscriptionId, since: now, ...endpoint } };
const disabled = (reason: 'requested' | 'gone' | 'failing'): SubscriptionEvent => ({
  type: 'subscription.disabled',
  data: { subscriptionId, reason },
});
const deleted: SubscriptionEvent = { type: 'subscription.deleted', data: { subscriptionId } };
const create = { type: 'create', subscriptionId, endpoint, now } as const;

describe('a subscription', () => {
  it('is made once; the same again changes nothing, another under its id is refused', () => {
    given().when(create).decides(created);
    given(created)
      .when({ ...create, now: later })
      .changesNothing();
    given(created)
      .when({ ...create, endpoint: other })
      .isRefused('already-exists');
    given(created, deleted).when(create).isRefused('already-exists');
  });

  it('is changed when something is another', () => {
    given(created)
      .when({ type: 'change', endpoint: other })
      .decides({ type: 'subscription.changed', data: { subscriptionId, ...other } });
    given(created).when({ type: 'change', endpoint }).changesNothing();
  });

  it('gets a new secret as often as somebody wants one', () => {
    const rotated: SubscriptionEvent = {
      type: 'subscription.secret-rotated',
      data: { subscriptionId, previousUntil: later },
    };
    given(created, rotated).when({ type: 'rotate-secret', previousUntil: later }).decides(rotated);
  });

  it('is disabled, for the reason that came first, and enabled from an instant on', () => {
    given(created).when({ type: 'disable', reason: 'gone' }).decides(disabled('gone'));
    given(created, disabled('gone')).when({ type: 'disable', reason: 'requested' }).changesNothing();
    given(created, disabled('gone'))
      .when({ type: 'enable', now: later })
      .decides({ type: 'subscription.enabled', data: { subscriptionId, since: later } });
    given(created).when({ type: 'enable', now: later }).changesNothing();
  });

  it('is deleted for good', () => {
    given(created).when({ type: 'delete' }).decides(deleted);
    given(created, deleted).when({ type: 'delete' }).changesNothing();
    given(created, deleted).when({ type: 'enable', now }).isRefused('unknown-subscription');
    given(created, deleted, disabled('failing')).when({ type: 'enable', now }).isRefused('unknown-subscription');
  });

  it('that there is not can only be made', () => {
    for (const command of [
      { type: 'change', endpoint } as const,
      { type: 'rotate-secret', previousUntil: later } as const,
      { type: 'disable', reason: 'requested' } as const,
      { type: 'enable', now } as const,
      { type: 'delete' } as const,
    ])
      given().when(command).isRefused('unknown-subscription');
  });
});
