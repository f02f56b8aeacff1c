import { beforeAll, describe, expect, test } from 'vitest';
import { at, list, resourceOf, type Synthesized, stageOf } from './stage.ts';

const TABLES = ['Audit', 'Events', 'Fixtures', 'Inbox', 'Index', 'Keys', 'Standings', 'Statistics', 'Webhooks'];

describe.each(['dev', 'prod'])('the stage %s', name => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await stageOf(name);
  });

  describe('has tables', () => {
    const tables = () => stage.data.ofType('AWS::DynamoDB::GlobalTable');

    test('that are those of the design, all of the same keys, and paid by request', () => {
      expect(
        tables()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(TABLES);
      for (const { properties } of tables()) {
        expect(properties.KeySchema).toEqual([
          { AttributeName: 'p', KeyType: 'HASH' },
          { AttributeName: 's', KeyType: 'RANGE' },
        ]);
        expect(properties.BillingMode).toBe('PAY_PER_REQUEST');
      }
    });

    test('without an index: one that gets hot would throttle appends', () => {
      for (const { properties } of tables())
        for (const index of ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'])
          expect(properties).not.toHaveProperty(index);
    });

    test('that can be taken back to any second, except for the keys, and outlive the stack', () => {
      for (const { id, properties, removal } of tables()) {
        // From a backup a key that was destroyed could be had back.
        expect(at(properties, 'Replicas.0.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled')).toBe(
          id !== 'Keys',
        );
        expect(removal).toEqual(['Retain', 'Retain']);
        expect(at(properties, 'Replicas.0.DeletionProtectionEnabled') ?? false).toBe(name === 'prod');
      }
    });

    test('of which the events alone have a stream', () => {
      const streams = tables().map(({ id, properties }) => [id, properties.StreamSpecification]);
      expect(Object.fromEntries(streams)).toEqual({
        Events: { StreamViewType: 'NEW_IMAGE' },
        Audit: undefined,
        Fixtures: undefined,
        Inbox: undefined,
        Index: undefined,
        Keys: undefined,
        Standings: undefined,
        Statistics: undefined,
        Webhooks: undefined,
      });
    });

    test('in a stack of their own, with the keys, the anchors, the archive and the users, and the other has none', () => {
      const ids = stage.data.resources.map(({ id }) => id).filter(id => !id.startsWith('SignIn'));
      const others = ['DataKey', 'WebhookKey', 'Anchors', 'AnchorsPolicy', 'Archive', 'ArchivePolicy'];
      expect(ids.sort()).toEqual([...TABLES, ...others].sort());
      expect(stage.main.resources.filter(({ type }) => type.startsWith('AWS::DynamoDB'))).toEqual([]);
    });
  });

  describe.each(['Anchors', 'Archive'])('has a bucket %s', id => {
    const bucket = () => resourceOf(stage, id);

    test('whose objects are locked, for good in production, and which nobody but us reads', () => {
      expect(bucket().properties).toMatchObject({
        ObjectLockEnabled: true,
        ObjectLockConfiguration: {
          Rule: {
            DefaultRetention: name === 'prod' ? { Mode: 'COMPLIANCE', Days: 7 * 365 } : { Mode: 'GOVERNANCE', Days: 1 },
          },
        },
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
      expect(bucket().removal).toEqual(['Retain', 'Retain']);
    });

    test('in which objects are created, never written again and never deleted', () => {
      const statements = list(at(resourceOf(stage, `${id}Policy`).properties, 'PolicyDocument.Statement'));
      expect(statements).toEqual([
        expect.objectContaining({ Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        expect.objectContaining({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 's3:PutObject',
          Condition: { Null: { 's3:if-none-match': 'true' } },
        }),
        expect.objectContaining({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        }),
      ]);
    });
  });
});
