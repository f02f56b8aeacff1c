import * as z from 'zod';
import { compileFilter, InvalidFilterError } from '../../application/webhooks/filter.ts';
import { DELIVERY_STATUSES, type Delivery } from '../../application/webhooks/ports.ts';
import { DISABLED_BECAUSE, type Endpoint } from '../../domain/subscription.ts';
import { idSchema, instantSchema, textSchema } from '../../events/schemas.ts';

/** `detail.data[0].prefix` as JSON Pointer has it. */
const stepsOf = (path: string): string[] => path.split(/[.[\]]+/).filter(step => step !== '');

const patternSchema = z.record(z.string(), z.unknown()).superRefine((pattern, refinement) => {
  try {
    compileFilter(pattern);
  } catch (error) {
    if (!(error instanceof InvalidFilterError)) throw error;
    refinement.addIssue({ code: 'custom', message: error.message, path: stepsOf(error.path) });
  }
});

/** An endpoint as somebody asks for it. */
export const endpointSchema: z.ZodType<Endpoint> = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'must be an URL' })
    .max(2000)
    .meta({ description: 'Where events are sent, by https.', examples: ['https://example.com/webhooks'] }),
  pattern: patternSchema.meta({
    description: 'Which events: an EventBridge event pattern on the event as it is sent.',
    examples: [{ 'detail-type': [{ prefix: 'match.' }] }],
  }),
  description: textSchema.nullable().default(null),
});

export const subscriptionView = z.object({
  subscriptionId: idSchema,
  status: z.enum(['active', 'disabled']),
  disabledBecause: z.enum(DISABLED_BECAUSE).nullable(),
  url: z.string(),
  pattern: z.record(z.string(), z.unknown()),
  description: z.string().nullable(),
  since: instantSchema.describe('It takes what happens from then on.'),
  version: z.number().int().min(1).describe('The version of the stream that this shows.'),
});

export const subscriptionsView = z.object({ items: z.array(subscriptionView) });

/** What makes a secret: the only answer that shows it. */
export const secretView = z.object({
  subscriptionId: idSchema,
  version: z.number().int().min(1).describe('The version that the stream has now.'),
  events: z.array(z.string()),
  secret: z.string().describe('Signs what is sent; shown here and never again.'),
});

const attemptView = z.object({
  at: instantSchema,
  ms: z.number().int().min(0),
  status: z.number().int().optional().describe('What the endpoint answered.'),
  error: z.string().optional(),
});

const deliveryView = z.object({
  deliveryId: z.string().describe('The webhook-id of each of its attempts.'),
  type: z.string(),
  eventId: z.string().nullable(),
  status: z.enum(DELIVERY_STATUSES),
  createdAt: instantSchema,
  due: instantSchema.nullable().describe('When it is tried next.'),
  attempts: z.array(attemptView),
});

export const deliveriesView = z.object({ items: z.array(deliveryView), next: z.string().nullable() });

export const acceptedView = z.object({ deliveryId: z.string() });

/** A delivery as it is shown: without what was sent. */
export const showDelivery = ({ deliveryId, type, eventId, status, createdAt, due, attempts }: Delivery) => ({
  ...{ deliveryId, type, eventId, status, createdAt, due, attempts },
});
