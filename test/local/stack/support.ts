import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { LocalStackOptions } from '../../../local/stack.ts';
import type { Json, JsonObject } from '../../../local/types.ts';

/** Resources of a template by logical id. */
export type Resources = Record<string, { Type: string; Properties: JsonObject; Metadata?: JsonObject }>;

const FIXTURES = 'test/local/stack/fixtures';

const ref = (id: string): Json => ({ Ref: id });
const att = (id: string, name = 'Arn'): Json => ({ 'Fn::GetAtt': [id, name] });

const allow = (Action: Json, Resource: Json): JsonObject => ({ Effect: 'Allow', Action, Resource });

const lambda = (name: string, statements: readonly Json[], variables: JsonObject = {}, timeout = 5): Resources => ({
  [`${name}Role`]: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
      },
      Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: statements } }],
    },
  },
  [name]: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: name,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: att(`${name}Role`),
      Timeout: timeout,
      MemorySize: 256,
      Code: { ZipFile: '' },
      Environment: { Variables: variables },
    },
    Metadata: { 'local:entry': `${FIXTURES}/${name}.ts` },
  },
});

const table = (name: string, stream = false): Resources => ({
  [name]: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'p', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'p', AttributeType: 'S' }],
      ...(stream && { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }),
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  },
});

const queue = (name: string, properties: JsonObject = {}): Resources => ({
  [name]: { Type: 'AWS::SQS::Queue', Properties: { QueueName: name, ...properties } },
});

const queuePolicy = (name: string, rule: string): Resources => ({
  [`${name}Policy`]: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [ref(name)],
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: att(name),
            Condition: { ArnEquals: { 'aws:SourceArn': att(rule) } },
          },
        ],
      },
    },
  },
});

const route = (id: string, key: string): Resources => ({
  [id]: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: ref('Api'),
      RouteKey: key,
      Target: { 'Fn::Join': ['', ['integrations/', ref('Integration')]] },
    },
  },
});

const apiResources = (): Resources => ({
  ...lambda('api', [allow(['dynamodb:PutItem'], att('Items'))], { TABLE: ref('Items'), OTHER_TABLE: ref('Seen') }),
  Api: {
    Type: 'AWS::ApiGatewayV2::Api',
    Properties: {
      Name: 'api',
      ProtocolType: 'HTTP',
      CorsConfiguration: { AllowOrigins: ['*'], AllowMethods: ['POST'], MaxAge: 60 },
    },
  },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
  },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: ref('Api'),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: att('api'),
      PayloadFormatVersion: '2.0',
    },
  },
  ...route('PutRoute', 'POST /items/{id}'),
  ...route('ForbiddenRoute', 'POST /forbidden/{id}'),
  ...route('EchoRoute', 'ANY /echo/{proxy+}'),
  ...route('BoomRoute', 'GET /boom'),
  ApiPermission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: att('api'),
      Principal: 'apigateway.amazonaws.com',
      SourceArn: {
        'Fn::Join': [
          '',
          ['arn:aws:execute-api:', ref('AWS::Region'), ':', ref('AWS::AccountId'), ':', ref('Api'), '/*/*'],
        ],
      },
    },
  },
});

const pipeline = (): Resources => ({
  ...table('Items', true),
  ...table('Seen'),
  Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'bus' } },
  ...lambda(
    'relay',
    [
      allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], att('Items', 'StreamArn')),
      allow('events:PutEvents', att('Bus')),
    ],
    { BUS: ref('Bus') },
  ),
  RelayMapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: att('Items', 'StreamArn'),
      FunctionName: ref('relay'),
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 20,
    },
  },
  ...queue('work', {
    VisibilityTimeout: 30,
    RedrivePolicy: { deadLetterTargetArn: att('workDead'), maxReceiveCount: 3 },
  }),
  ...queue('workDead'),
  ...queue('targetDead'),
  ...queue('closed'),
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventBusName: ref('Bus'),
      EventPattern: { source: ['test'], 'detail-type': ['item.put'] },
      Targets: [{ Id: 'work', Arn: att('work'), DeadLetterConfig: { Arn: att('targetDead') } }],
    },
  },
  /** A rule whose queue has no policy. */
  ClosedRule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventBusName: ref('Bus'),
      EventPattern: { source: ['test'], detail: { body: ['closed'] } },
      Targets: [{ Id: 'closed', Arn: att('closed'), DeadLetterConfig: { Arn: att('closedDead') } }],
    },
  },
  ...queue('closedDead'),
  ...queuePolicy('work', 'Rule'),
  ...queuePolicy('targetDead', 'Rule'),
  ...queuePolicy('closedDead', 'ClosedRule'),
  ...lambda(
    'consumer',
    [
      allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], att('work')),
      allow('dynamodb:PutItem', att('Seen')),
    ],
    { SEEN: ref('Seen') },
  ),
  ConsumerMapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: att('work'),
      FunctionName: ref('consumer'),
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    },
  },
});

/** An API that puts items, whose stream is relayed to a bus, whose rule feeds a queue, whose consumer keeps what it sees. */
export const pipelineTemplate = (): Resources => ({ ...pipeline(), ...apiResources() });

/** A new folder under the system's temporary one. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'local-test-'));

/** Writes a cloud assembly of one stack, as `cdk synth` would. */
export const writeAssembly = (resources: Resources, outputs: JsonObject = {}): string => {
  const folder = scratch();
  const manifest = {
    version: '48.0.0',
    artifacts: {
      Test: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://111122223333/eu-central-1',
        properties: { templateFile: 'Test.template.json' },
      },
    },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'Test.template.json'), JSON.stringify({ Resources: resources, Outputs: outputs }));
  return folder;
};

/** What the runtime reported, collected; functions' output goes nowhere. */
export const collected = () => {
  const lines: string[] = [];
  const report: LocalStackOptions['report'] = ({ level, part, message }) => lines.push(`${level} ${part}: ${message}`);
  return { lines, report, log: () => {} };
};

/** SDK settings of the person at the machine. */
export const operator = (endpoint: string) => ({
  endpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
  maxAttempts: 1,
});

/** The ids that the consumer has seen, and its records. */
export const seen = async (endpoint: string): Promise<ReadonlyMap<string, string>> => {
  const { Items = [] } = await new DynamoDBClient(operator(endpoint)).send(new ScanCommand({ TableName: 'Seen' }));
  return new Map(Items.map(item => [item.p?.S ?? '', item.record?.S ?? '']));
};
