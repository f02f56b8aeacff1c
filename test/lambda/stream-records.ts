import type { DynamoDBRecord } from 'aws-lambda';
import { type NewCommit, startOf } from '../../shared/application/event-store.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import { matchStream } from '../../shared/events/streams.ts';
import { type CommitItem, encodeCommit } from '../../shared/store/commit-codec.ts';

/** The item of a commit at the beginning of the stream of a match. */
export const itemOf = (matchId: string, ...events: readonly [DomainEvent, ...DomainEvent[]]): CommitItem => {
  const commit: NewCommit = {
    commitId: `commit-${matchId}`,
    occurredAt: '2023-08-11T19:00:00.000Z',
    correlationId: `command-${matchId}`,
    causationId: `command-${matchId}`,
    actor: 'olga',
    priority: 'normal',
    hops: 0,
    events,
  };
  return encodeCommit(startOf('acme', matchStream(matchId)), commit);
};

/** What the sequence numbers begin with. */
export const SHARD = '100000000005391461882';

/** What a table's stream says of an item: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
export const recordOf = (
  item: CommitItem,
  index: number,
  eventName: DynamoDBRecord['eventName'] = 'INSERT',
): DynamoDBRecord => ({
  eventID: `event-${index}`,
  eventName,
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-central-1',
  eventSourceARN: 'arn:aws:dynamodb:eu-central-1:111122223333:table/Events/stream/2023-08-01T00:00:00.000',
  dynamodb: {
    ApproximateCreationDateTime: 1691780400,
    Keys: { p: { S: item.p }, s: { S: item.s } },
    ...(eventName !== 'REMOVE' && {
      NewImage: {
        p: { S: item.p },
        s: { S: item.s },
        n: { N: String(item.n) },
        b: { S: item.b },
        g: { S: item.g },
        h: { S: item.h },
      },
    }),
    SequenceNumber: SHARD + index,
    SizeBytes: 400,
    StreamViewType: 'NEW_IMAGE',
  },
});
