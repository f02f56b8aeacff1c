import * as z from 'zod';
import { catalog, type DomainEvent, type EventType, isEventType } from './catalog.ts';
import { readerOf } from './evolution.ts';
import { idSchema, instantSchema } from './schemas.ts';
import { upcasters } from './upcasters.ts';

/** How urgent it is that handlers see the event. */
export const PRIORITIES = ['critical', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** An event that has caused this many others in a row is taken for a loop, and its next effect refused: Lambda does not detect loops through DynamoDB. */
export const MAX_HOPS = 10;

/** An event as it is stored and as it is on the bus, its data of any type. */
export const envelopeSchema = z.object({
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

/** An event as it was stored: of any version, perhaps of a type that only newer code knows. */
export type StoredEvent = EnvelopeFields & { readonly type: string; readonly data: unknown };

/** Bytes that are no event of the catalog: malformed, of an unknown type, or of another schema. Names the path and the cause. */
export class InvalidEventError extends Error {
  override readonly name = 'InvalidEventError';
}

/** An event of a schema from the future: this code must not half-apply it. It is parked until newer code is deployed. */
export class FutureSchemaError extends Error {
  override readonly name = 'FutureSchemaError';
}

/**
 * A stored event of an earlier version cannot be read as today's: an upcaster or a schema is wrong, not the event.
 *
 * @public
 */
export class UpcastError extends Error {
  override readonly name = 'UpcastError';
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

const read = readerOf(catalog, upcasters);

const placed = (path: string, type: string, schemaVersion: string, cause: unknown): string => {
  if (cause instanceof z.ZodError) return `${problems(path, cause)} (${type} ${schemaVersion})`;
  return `${path}: cannot be brought from ${type} ${schemaVersion} to today's version`;
};

/** Reads data of any version as today's; `invalid` makes the error for data that are not what their version says. */
const readData = (
  { type, schemaVersion, data }: Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'>,
  at: { readonly type: string; readonly schemaVersion: string; readonly data: string },
  invalid: (message: string, cause: unknown) => Error,
): Pick<Envelope, 'schemaVersion' | 'type' | 'data'> => {
  const reading = read(type, schemaVersion, data);
  switch (reading.outcome) {
    case 'read':
      return { type, schemaVersion: reading.schemaVersion, data: reading.data } as Envelope;
    case 'future':
      if (!reading.known)
        throw new FutureSchemaError(`${at.type}: ${JSON.stringify(type)} is not in the catalog of this version`);
      throw new FutureSchemaError(`${at.schemaVersion}: ${type} ${schemaVersion} is newer than ${reading.known}`);
    case 'invalid':
      throw invalid(placed(at.data, type, schemaVersion, reading.cause), reading.cause);
  }
};

/**
 * Validates an envelope and reads its data, of whatever version they are, as today's. `schemaVersion` then is today's too: it
 * always says what `data` are. What was stored under which version, the stored bytes say.
 *
 * @throws InvalidEventError naming each wrong path; FutureSchemaError for a type or a version that only newer code can read
 */
export const parseEnvelope = (value: unknown, path = 'detail'): Envelope => {
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success) throw new InvalidEventError(problems(path, parsed.error), { cause: parsed.error });
  const { type, data, schemaVersion, ...fields } = parsed.data;
  const at = { type: `${path}.type`, schemaVersion: `${path}.schemaVersion`, data: `${path}.data` };
  const invalid = (message: string, cause: unknown) => new InvalidEventError(message, { cause });
  return { ...fields, ...readData({ type, schemaVersion, data }, at, invalid) } as Envelope;
};

/**
 * A stored event as one of today. An event of the current version is what it is, at no cost: it was validated when it was
 * appended. One of an older version goes through the upcasters, one of a newer minor version loses what that adds.
 *
 * @throws FutureSchemaError newer code wrote it; UpcastError. Both name tenant, stream, version, type and schema version
 */
export const currentEvent = (stored: StoredEvent): Envelope => {
  const { tenantId, stream, version, type, schemaVersion } = stored;
  if (isEventType(type) && catalog[type].version === schemaVersion) return stored as Envelope;
  const place = `${tenantId}/${stream} at version ${version}`;
  const at = { type: place, schemaVersion: place, data: `${place}: data` };
  const current = readData(stored, at, (message, cause) => new UpcastError(message, { cause }));
  return { ...stored, ...current } as Envelope;
};
