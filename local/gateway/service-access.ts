import { objectsAt, textAt } from '../json.ts';
import { queueNameOf } from '../sqs/service.ts';
import type { JsonObject } from '../types.ts';
import type { Demand } from './dynamodb-access.ts';

type Where = { readonly region: string; readonly account: string };

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html: a batch needs the permission of its single action. */
export const sqsDemands = (operation: string, body: JsonObject, where: Where): readonly Demand[] => {
  const prefix = `arn:aws:sqs:${where.region}:${where.account}:`;
  const source = textAt(body, 'SourceArn');
  const name = textAt(body, 'QueueName') ?? queueNameOf(textAt(body, 'QueueUrl') ?? '');
  const action = `sqs:${operation.replace(/Batch$/, '')}`;
  if (source !== undefined) return [{ action, resource: source }];
  return [{ action, resource: operation === 'ListQueues' ? '*' : `${prefix}${name}` }];
};

/** The ARN of a bus that a request names by name, by ARN or not at all. */
export const busArnOf = (nameOrArn: string | undefined, where: Where): string =>
  nameOrArn?.startsWith('arn:') === true
    ? nameOrArn
    : `arn:aws:events:${where.region}:${where.account}:event-bus/${nameOrArn ?? 'default'}`;

/** PutEvents is asked for each bus that an entry names. */
export const eventsDemands = (operation: string, body: JsonObject, where: Where): readonly Demand[] => {
  const buses = new Set(objectsAt(body, 'Entries').map(entry => busArnOf(textAt(entry, 'EventBusName'), where)));
  if (buses.size === 0) buses.add('*');
  return [...buses].map(resource => ({ action: `events:${operation}`, resource }));
};
