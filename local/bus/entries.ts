import { randomUUID } from 'node:crypto';
import { AwsError } from '../gateway/protocol.ts';
import { busArnOf } from '../gateway/service-access.ts';
import { isObject, numberAt, objectsAt, textAt, textsAt } from '../json.ts';
import type { Assembly, JsonObject } from '../types.ts';

/** Most entries of one request, and fewer bytes than this. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
const MAX_ENTRIES = 10;
const MAX_REQUEST_BYTES = 1024 * 1024;

/** The outcome of one entry, in the place of the entry. */
export type EntryResult =
  | { readonly accepted: true; readonly busArn: string; readonly event: JsonObject; readonly id: string }
  | { readonly accepted: false; readonly code: string; readonly message: string };

/** Time is stored by the second. */
export const eventTime = (instant: Date): string => instant.toISOString().replace(/\.\d{3}Z$/, 'Z');

const bytesOf = (text: string | undefined): number => (text === undefined ? 0 : Buffer.byteLength(text));

/** How AWS counts: 14 bytes for a time, the texts as UTF-8. */
const sizeOf = (entry: JsonObject): number =>
  (entry.Time === undefined ? 0 : 14) +
  bytesOf(textAt(entry, 'Source')) +
  bytesOf(textAt(entry, 'DetailType')) +
  bytesOf(textAt(entry, 'Detail')) +
  textsAt(entry, 'Resources').reduce((sum, resource) => sum + bytesOf(resource), 0);

/**
 * The entries of a PutEvents request.
 * @throws AwsError `ValidationException` when the request as a whole is refused.
 */
export const entriesOf = (body: JsonObject): readonly JsonObject[] => {
  const entries = objectsAt(body, 'Entries');
  if (entries.length === 0 || entries.length > MAX_ENTRIES) {
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${MAX_ENTRIES}`,
    );
  }
  if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) >= MAX_REQUEST_BYTES) {
    throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
  }
  return entries;
};

const refused = (code: string, message: string): EntryResult => ({ accepted: false, code, message });

const parseDetail = (detail: string): JsonObject | undefined => {
  try {
    const parsed: unknown = JSON.parse(detail);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
};

const missing = (name: string): EntryResult =>
  refused('InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);

/** Checks one entry and makes of it the event as targets get it. https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
export const readEntry = (
  entry: JsonObject,
  assembly: Assembly,
  now: Date,
  buses: ReadonlySet<string>,
): EntryResult => {
  const source = textAt(entry, 'Source');
  const detailType = textAt(entry, 'DetailType');
  const detail = textAt(entry, 'Detail');
  if (!source) return missing('Source');
  if (!detailType) return missing('DetailType');
  if (detail === undefined) return missing('Detail');
  if (source.startsWith('aws.')) return refused('NotAuthorizedForSourceException', 'Not authorized for the source.');
  const parsed = parseDetail(detail);
  if (parsed === undefined) return refused('MalformedDetail', 'Detail is malformed.');
  const busArn = busArnOf(textAt(entry, 'EventBusName'), assembly);
  if (!buses.has(busArn)) return refused('ResourceNotFoundException', `Event bus ${busArn} does not exist.`);
  const seconds = numberAt(entry, 'Time');
  const id = randomUUID();
  const event: JsonObject = {
    version: '0',
    id,
    'detail-type': detailType,
    source,
    account: assembly.account,
    time: eventTime(seconds === undefined ? now : new Date(seconds * 1000)),
    region: assembly.region,
    resources: textsAt(entry, 'Resources'),
    detail: parsed,
  };
  return { accepted: true, busArn, event, id };
};
