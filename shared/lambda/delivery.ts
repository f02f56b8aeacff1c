import type { MiddlewareObj } from '@middy/core';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import type { Outcome } from '../application/outcome.ts';
import {
  type Envelope,
  type EnvelopeFields,
  FutureSchemaError,
  InvalidEventError,
  parseEnvelope,
} from '../events/envelope.ts';

/** A message of the queue, opened. */
export interface Delivery {
  readonly messageId: string;
  /** 1 for the first delivery. */
  readonly attempt: number;
  readonly content:
    | { readonly kind: 'event'; readonly event: Envelope }
    /** Of a schema this code does not know yet. */
    | { readonly kind: 'future'; readonly error: FutureSchemaError; readonly fields: EnvelopeFields & { type: string } }
    | { readonly kind: 'invalid'; readonly error: InvalidEventError };
}

/** A delivery with what became of it. */
export interface Handled {
  readonly delivery: Delivery;
  readonly outcome: Outcome;
  readonly durationMs: number;
}

const detailOf = (body: string, path: string): unknown => {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'detail' in parsed) return parsed.detail;
  } catch (error) {
    throw new InvalidEventError(`${path}: is not JSON`, { cause: error });
  }
  throw new InvalidEventError(`${path}.detail: is missing`);
};

const open = (record: SQSRecord, index: number): Delivery => {
  const path = `Records[${index}].body`;
  const common = { messageId: record.messageId, attempt: Number(record.attributes.ApproximateReceiveCount) };
  let detail: unknown;
  try {
    detail = detailOf(record.body, path);
    return { ...common, content: { kind: 'event', event: parseEnvelope(detail, `${path}.detail`) } };
  } catch (error) {
    // Said of an envelope that is valid: only its type or the schema of its data is unknown.
    if (error instanceof FutureSchemaError)
      return { ...common, content: { kind: 'future', error, fields: detail as EnvelopeFields & { type: string } } };
    if (error instanceof InvalidEventError) return { ...common, content: { kind: 'invalid', error } };
    throw error;
  }
};

/** Middleware: opens each message of the batch and validates the event in it. One bad message does not spoil the others. */
export const openDeliveries = (): MiddlewareObj => ({
  before: request => {
    request.event = (request.event as SQSEvent).Records.map(open);
  },
});
