import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { EventAtHandler, Incident, Incidents } from '../application/dead-letters/ports.ts';
import { batchPut } from './batch.ts';

/** Seconds that an attempt is kept: longer than any dead-letter queue keeps its message. What was discarded is kept for good. */
const KEPT_SECONDS = 90 * 24 * 60 * 60;

/** Beside the outcomes, in partitions of their own: who reads the outcomes of an event reads no more for it. No tenant's id begins like this. */
const partitionOf = ({ tenantId, eventId }: EventAtHandler): string => `#incidents#${tenantId}#${eventId}`;

/** What operators do comes after the attempts of the same instant: on a machine the clock may stand still. */
const AFTER_ATTEMPTS = 999;

/**
 * The item of an incident: put again, it is the same. Where the clock stands still, an event that was redriven fails in the same
 * instants as before, and its attempts are counted from 1 again: the message, which is another, tells them apart.
 */
export const incidentItem = ({ tenantId, eventId, handler, messageId = '', ...incident }: Incident) => ({
  p: partitionOf({ tenantId, eventId, handler }),
  s: `${handler}#${incident.at}#${String(incident.attempt ?? AFTER_ATTEMPTS).padStart(3, '0')}#${incident.what}#${messageId}`,
  ...incident,
  ...(incident.what !== 'discarded' && { expires: Math.floor(Date.parse(incident.at) / 1000) + KEPT_SECONDS }),
});

const fromItem = (event: EventAtHandler, item: Readonly<Record<string, unknown>>): Incident => {
  const { p: _p, s: _s, expires: _expires, ...incident } = item;
  return { ...event, ...(incident as unknown as Omit<Incident, keyof EventAtHandler>) };
};

/** Keeps what went wrong, and what was done about it, in the table of the audit. */
export const dynamoDBIncidents = (client: DynamoDBDocumentClient, TableName: string): Incidents => ({
  of: async event => {
    const incidents: Incident[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'p = :p AND begins_with(s, :handler)',
          ExpressionAttributeValues: { ':p': partitionOf(event), ':handler': `${event.handler}#` },
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      incidents.push(...Items.map(item => fromItem(event, item)));
      start = LastEvaluatedKey;
    } while (start);
    return incidents;
  },
  record: incidents => batchPut(client, TableName, incidents.map(incidentItem)),
});
