import { beforeAll, describe, expect, test } from 'vitest';
import { at, functionsOf, type Json, list, type Resource, resourceOf, type Synthesized, stageOf } from './stage.ts';

const READING =
  /^(dynamodb:(Query|Scan|GetItem|BatchGetItem|DescribeStream|GetRecords|GetShardIterator|ListStreams)|s3:(GetObject|ListBucket)|sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility)|secretsmanager:GetSecretValue)$/;
/** Whose data are under which key. */
const KEYS: Readonly<Record<string, string>> = {
  dynamodb: 'DataKey',
  s3: 'DataKey',
  secretsmanager: 'DataKey',
  sqs: 'StackKey',
};

describe('in production', () => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await stageOf('prod');
  });

  const all = (type: string): readonly Resource[] => [...stage.data.ofType(type), ...stage.main.ofType(type)];
  /** The key that each resource of a type names. */
  const keysOf = (type: string, path: string): string[] => {
    const resources = all(type);
    expect([type, resources.length]).not.toEqual([type, 0]);
    return [...new Set(resources.map(({ properties }) => stage.target(at(properties, path))))];
  };

  test('every table is encrypted under the key of the data', () => {
    for (const { id, properties } of all('AWS::DynamoDB::GlobalTable')) {
      expect([id, properties.SSESpecification]).toEqual([id, { SSEEnabled: true, SSEType: 'KMS' }]);
      expect(list(properties.Replicas)).toHaveLength(1);
    }
    expect(keysOf('AWS::DynamoDB::GlobalTable', 'Replicas.0.SSESpecification.KMSMasterKeyId')).toEqual(['DataKey']);
    expect(all('AWS::DynamoDB::Table')).toEqual([]);
  });

  test('every bucket of data is, and asks for the key once for many objects', () => {
    const rule = 'BucketEncryption.ServerSideEncryptionConfiguration.0';
    // The page's files are for everybody.
    for (const { properties } of stage.data.ofType('AWS::S3::Bucket'))
      expect(at(properties, rule)).toMatchObject({
        BucketKeyEnabled: true,
        ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' },
      });
    const keys = stage.data
      .ofType('AWS::S3::Bucket')
      .map(({ properties }) => at(properties, `${rule}.ServerSideEncryptionByDefault.KMSMasterKeyID`));
    expect(keys.map(stage.target)).toEqual(['DataKey', 'DataKey']);
  });

  test.each([
    ['AWS::SQS::Queue', 'KmsMasterKeyId'],
    ['AWS::SNS::Topic', 'KmsMasterKeyId'],
  ])('every %s is encrypted under the key of its stack', (type, property) => {
    expect(keysOf(type, property)).toEqual(['StackKey']);
  });

  test('every log is encrypted under the key of its own stack', () => {
    for (const [{ resources }, key] of [
      [stage.data, 'DataKey'],
      [stage.main, 'StackKey'],
    ] as const) {
      const logs = resources.filter(({ type }) => type === 'AWS::Logs::LogGroup');
      expect(logs.map(({ properties }) => stage.target(properties.KmsKeyId))).toEqual(logs.map(() => key));
      expect(logs).not.toHaveLength(0);
    }
  });

  describe('the keys', () => {
    const statements = (id: string): readonly Json[] =>
      list(at(resourceOf(stage, id).properties, 'KeyPolicy.Statement')) as readonly Json[];
    const isAccount = (statement: Json): boolean => /:root"/.test(JSON.stringify(at(statement, 'Principal.AWS') ?? ''));

    const isLogs = (statement: Json): boolean =>
      /"logs\.".*AWS::Region.*"\.amazonaws\.com"/.test(JSON.stringify(at(statement, 'Principal.Service') ?? ''));

    test('are two, get new material each year, and wait for 30 days before they are gone', () => {
      expect(all('AWS::KMS::Key').map(({ id }) => id)).toEqual(['DataKey', 'StackKey']);
      for (const { properties } of all('AWS::KMS::Key'))
        expect(properties).toMatchObject({ EnableKeyRotation: true, PendingWindowInDays: 30 });
      expect(resourceOf(stage, 'DataKey').removal).toEqual(['Retain', 'Retain']);
    });

    test('are managed by the account, so that policies of roles say who uses them', () => {
      for (const id of ['DataKey', 'StackKey'])
        expect(statements(id).filter(statement => isAccount(statement) && !statement.Condition)).toMatchObject([
          { Effect: 'Allow', Action: 'kms:*' },
        ]);
      // What the CDK adds for the secret: for the account too, and through Secrets Manager alone.
      for (const statement of statements('DataKey').filter(statement => isAccount(statement) && statement.Condition))
        expect(JSON.stringify(at(statement, 'Condition.StringEquals'))).toMatch(/ViaService.*"secretsmanager\."/);
    });

    test('of the data: of no service of AWS but the logs, and not to be destroyed', () => {
      const services = statements('DataKey').filter(statement => !isAccount(statement));
      expect(services.filter(statement => !isLogs(statement))).toEqual([
        {
          Sid: 'NeverDestroy',
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
          Resource: '*',
        },
      ]);
    });

    test('of the stack: of the services that send, publish and log, each for this account', () => {
      const services = statements('StackKey').filter(statement => !isAccount(statement));
      const own = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
      const use = { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Condition: own, Resource: '*' };
      expect(services.slice(0, 2)).toEqual([
        { ...use, Principal: { Service: 'events.amazonaws.com' } },
        { ...use, Principal: { Service: 'cloudwatch.amazonaws.com' } },
      ]);
      expect(services.slice(2).map(isLogs)).toEqual([true]);
    });

    test('are for the logs of this account', () => {
      for (const id of ['DataKey', 'StackKey']) {
        const [logs, ...more] = statements(id).filter(isLogs);
        expect(more).toEqual([]);
        expect(list(at(logs, 'Action')).filter(action => String(action).includes('*'))).toEqual([]);
        const context = at(at(logs, 'Condition.ArnLike'), 'kms:EncryptionContext:aws:logs:arn');
        expect(JSON.stringify(context)).toMatch(/:logs:".*AWS::Region.*AWS::AccountId.*":log-group:\*"/);
      }
    });
  });

  describe('a function', () => {
    const statementsOf = (folder: string): readonly Json[] => {
      const role = stage.target(functionsOf(stage).get(folder)?.properties.Role);
      return stage.main
        .ofType('AWS::IAM::Policy')
        .filter(({ properties }) => list(properties.Roles).some(reference => stage.target(reference) === role))
        .flatMap(({ properties }) => list(at(properties, 'PolicyDocument.Statement')) as readonly Json[])
        .filter(({ Effect }) => Effect === 'Allow');
    };
    const actionsOf = (statement: Json): string[] => list(statement.Action).map(String);
    /** `DataKey dynamodb kms:Decrypt`: what a function needs for what it may do besides. */
    const needed = (folder: string): string[] => {
      const actions = statementsOf(folder).flatMap(actionsOf);
      const lines = Object.entries(KEYS).flatMap(([service, key]) => {
        // How much is in a queue is not encrypted.
        const own = actions.filter(
          action => action.startsWith(`${service}:`) && !/^sqs:GetQueue(Attributes|Url)$/.test(action),
        );
        if (own.length === 0) return [];
        const writes = own.some(action => !READING.test(action));
        return [`${key} ${service} kms:Decrypt`, ...(writes ? [`${key} ${service} kms:GenerateDataKey`] : [])];
      });
      return lines.sort();
    };
    const granted = (folder: string): string[] => {
      const lines = statementsOf(folder)
        .filter(statement => actionsOf(statement).some(action => action.startsWith('kms:')))
        .flatMap(statement => {
          const hosts = list(at(at(statement, 'Condition.StringEquals'), 'kms:ViaService')).map(host => {
            const [separator, parts] = list(at(host, 'Fn::Join'));
            expect([separator, list(parts).slice(1)]).toEqual(['', [{ Ref: 'AWS::Region' }, '.amazonaws.com']]);
            return String(list(parts)[0]).replace(/\.$/, '');
          });
          return list(statement.Resource).flatMap(key =>
            hosts.flatMap(service => actionsOf(statement).map(action => `${stage.target(key)} ${service} ${action}`)),
          );
        });
      return [...new Set(lines)].sort();
    };

    test('uses the keys through the services that hold what it may read and write, and never by itself', () => {
      for (const folder of functionsOf(stage).keys()) {
        const own = granted(folder);
        // What a role writes at all it may encrypt through each of its services of the data.
        expect([folder, own.filter(line => !line.endsWith(' kms:GenerateDataKey'))]).toEqual([
          folder,
          needed(folder).filter(line => !line.endsWith(' kms:GenerateDataKey')),
        ]);
        expect([folder, needed(folder).filter(line => !own.includes(line))]).toEqual([folder, []]);
        const keys = (lines: readonly string[]) => [
          ...new Set(lines.filter(line => line.endsWith(' kms:GenerateDataKey')).map(line => line.split(' ')[0])),
        ];
        expect([folder, keys(own)]).toEqual([folder, keys(needed(folder))]);
      }
    });

    test('has no statement of KMS without a service', () => {
      for (const folder of functionsOf(stage).keys())
        for (const statement of statementsOf(folder))
          if (actionsOf(statement).some(action => action.startsWith('kms:')))
            expect(at(at(statement, 'Condition.StringEquals'), 'kms:ViaService')).toBeDefined();
    });
  });
});
