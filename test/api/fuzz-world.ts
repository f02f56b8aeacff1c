import { deliveryId } from '../../shared/application/webhooks/delivery-id.ts';
import { sha256 } from '../../shared/store/hashing.ts';

/** When the fuzzer's world was filled, before its requests. */
export const BEGINNING = '2026-11-20T12:00:00.000Z';

/** Ids that exist in the fuzzer's world, so that requests meet something. */
export const WORLD = {
  matches: ['open', 'begun', 'done'],
  players: ['ada', 'bob'],
  pools: ['office'],
  competitions: ['cup'],
  subscriptions: ['scores'],
  deliveries: [deliveryId(sha256, { subscriptionId: 'scores', cause: 'match-open:1', at: BEGINNING })],
  notifications: [Buffer.from(`n#${BEGINNING}#prediction-open.ada:1`).toString('base64url')],
} as const;
