import { idSchema, instantSchema } from '../../events/schemas.ts';
import { PROJECTION_NAMES } from '../projection-lag.ts';
import { DELIVERY_ID } from '../webhooks/delivery-id.ts';

/** What a dead letter is about that is no event: a message of ours, or of AWS. */
export type NoticeKind = 'delivery' | 'rebuild' | 'schedule' | 'commit' | 'records';

/** A dead letter that is no event, read. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Whose it is; absent: nobody's, so the platform's. */
  readonly tenantId?: string;
  /** What it is about, in a name. */
  readonly subject: string;
  /** The stream of a commit: it may be of a pick that is open. */
  readonly stream?: string;
  /** Why it is here, when it says so itself. */
  readonly why?: string;
  /** What may be shown: named fields, whatever else a message may have. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** An object of JSON, or an empty one. */
export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const isId = (value: unknown): value is string => idSchema.safeParse(value).success;
const isInstant = (value: unknown): value is string => instantSchema.safeParse(value).success;

/** A webhook that waits for its attempt. What is sent, where to, and the secret are elsewhere. */
const delivery = ({ tenantId, subscriptionId, deliveryId, attempt, due, waits }: Fields): Notice | undefined => {
  if (!isId(tenantId) || !isId(subscriptionId) || !isInstant(due)) return undefined;
  if (typeof deliveryId !== 'string' || !DELIVERY_ID.test(deliveryId)) return undefined;
  if (typeof attempt !== 'number' || typeof waits !== 'number') return undefined;
  return { kind: 'delivery', tenantId, subject: deliveryId, payload: { subscriptionId, deliveryId, attempt, due } };
};

const rebuild = ({ projection, jobId }: Fields): Notice | undefined => {
  const name = PROJECTION_NAMES.find(known => known === projection);
  if (name === undefined || typeof jobId !== 'string') return undefined;
  return { kind: 'rebuild', subject: name, payload: { projection: name, jobId } };
};

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html */
const schedule = ({ source, 'detail-type': type, time, resources }: Fields): Notice | undefined => {
  if (source !== 'aws.events' || type !== 'Scheduled Event' || typeof time !== 'string') return undefined;
  const [rule] = Array.isArray(resources) ? resources : [];
  return { kind: 'schedule', subject: time, payload: { time, rule: String(rule).split('/').at(-1) } };
};

/** `<tenant>#<partition> <stream>:<first version, zero-padded>`, as the outbox puts it into quarantine. */
const COMMIT_KEY = /^([a-z0-9-]+)#\S+ ([^\s:]+):0*(\d+)$/;

const commit = ({ key, reason }: Fields): Notice | undefined => {
  if (typeof key !== 'string' || typeof reason !== 'string') return undefined;
  const [, tenantId = '', stream = '', version = ''] = COMMIT_KEY.exec(key) ?? [];
  if (!isId(tenantId)) return undefined;
  const subject = `${stream}:${version}`;
  return { kind: 'commit', tenantId, subject, stream, why: reason, payload: { key } };
};

/** https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
const records = ({ DDBStreamBatchInfo, requestContext }: Fields): Notice | undefined => {
  const { shardId, startSequenceNumber, endSequenceNumber, batchSize, ...times } = fieldsOf(DDBStreamBatchInfo);
  const { condition, approximateInvokeCount } = fieldsOf(requestContext);
  if (typeof shardId !== 'string' || typeof startSequenceNumber !== 'string') return undefined;
  const { approximateArrivalOfFirstRecord, approximateArrivalOfLastRecord } = times;
  return {
    kind: 'records',
    subject: startSequenceNumber,
    ...(typeof condition === 'string' && { why: condition }),
    payload: {
      ...{ shardId, startSequenceNumber, endSequenceNumber, batchSize, approximateInvokeCount },
      ...{ approximateArrivalOfFirstRecord, approximateArrivalOfLastRecord },
    },
  };
};

/** Reads a dead letter that is no event; undefined: it is none that is known. */
export const noticeOf = (message: unknown): Notice | undefined => {
  const fields = fieldsOf(message);
  return delivery(fields) ?? rebuild(fields) ?? schedule(fields) ?? commit(fields) ?? records(fields);
};
