import * as z from 'zod';
import { catalog, type DomainEvent, type EventType, isEventType } from './catalog.ts';
import { idSchema, instantSchema } from './schemas.ts';

/** How urgent it is that handlers see the event. */
export const PRIORITIES = ['critical', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** An event that has caused this many others in a row is taken for a loop, and its next effect refused: Lambda does not detect loops through DynamoDB. */
export const MAX_HOPS = 10;

const envelopeSchema = z.object({
  /** `<stream>:<version>`: found without an index. */
  id: z.string(),
  type: z.string(),
  schemaVersion: z.string().regex(/^\d+\.\d+$/),
  tenantId: idSchema,
  stream: z.string(),
  /** 1..n in its stream, without gaps. */
  version: z.number().int().min(1),
  /** Server time, ISO 8601. Players' clocks are never trusted. */
  occurredAt: instantSchema,
  /** The command that began it all. */
  correlationId: z.string(),
  /** The command or the event (by id) that caused this one. */
  causationId: z.string(),
  /** Who. */
  actor: z.string(),
  priority: z.enum(PRIORITIES),
  /** W3C trace context of the command, when it had one. */
  traceparent: z.string().optional(),
  /** How many events lie between this one and the command that began it. */
  hops: z.number().int().min(0).max(MAX_HOPS),
  data: z.unknown(),
});

/** What surrounds a fact: `detail` on the bus. */
export type EnvelopeFields = Omit<z.infer<typeof envelopeSchema>, 'type' | 'data'>;

/** A fact in its envelope. Narrow on `type` and `data` follows. */
export type Envelope<T extends EventType = EventType> = EnvelopeFields & Extract<DomainEvent, { type: T }>;

/** Bytes that are no event of the catalog: malformed, of an unknown type, or of another schema. Names the path and the cause. */
export class InvalidEventError extends Error {
  override readonly name = 'InvalidEventError';
}

/** An event of a schema from the future: this code must not half-apply it. It is parked until newer code is deployed. */
export class FutureSchemaError extends Error {
  override readonly name = 'FutureSchemaError';
}

const problems = (prefix: string, error: z.ZodError): string =>
  error.issues
    .map(issue => `${[prefix, ...issue.path].filter(part => part !== '').join('.')}: ${issue.message}`)
    .join('; ');

/**
 * Validates the data of an event against the catalog.
 *
 * @throws InvalidEventError with the paths that are wrong
 */
export const parseEvent = (type: string, data: unknown, path = 'data'): DomainEvent => {
  if (!isEventType(type)) throw new InvalidEventError(`type: ${JSON.stringify(type)} is not in the catalog`);
  const parsed = catalog[type].data.safeParse(data);
  if (!parsed.success)
    throw new InvalidEventError(`${problems(path, parsed.error)} (${type})`, { cause: parsed.error });
  return { type, data: parsed.data } as DomainEvent;
};

/** Whether a `major.minor` of the catalog can read an event written under another: the same major version is additive. */
const isFromTheFuture = (schemaVersion: string, known: string): boolean =>
  Number(schemaVersion.split('.')[0]) > Number(known.split('.')[0]);

/**
 * Validates an envelope and its data.
 *
 * @throws InvalidEventError naming each wrong path; FutureSchemaError for a type or a major version this code does not know
 */
export const parseEnvelope = (value: unknown, path = 'detail'): Envelope => {
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success) throw new InvalidEventError(problems(path, parsed.error), { cause: parsed.error });
  const { type, data, schemaVersion, ...fields } = parsed.data;
  if (!isEventType(type))
    throw new FutureSchemaError(`${path}.type: ${JSON.stringify(type)} is not in the catalog of this version`);
  if (isFromTheFuture(schemaVersion, catalog[type].version))
    throw new FutureSchemaError(
      `${path}.schemaVersion: ${type} ${schemaVersion} is newer than ${catalog[type].version}`,
    );
  return { ...fields, schemaVersion, ...parseEvent(type, data, `${path}.data`) } as Envelope;
};
