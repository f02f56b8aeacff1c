import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { type CfnFunction, Code, Function as LambdaFunction, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { beforeAll, describe, expect, test } from 'vitest';
import { specifications } from '../../../local/functions/specification.ts';
import { accessControl } from '../../../local/iam/access-control.ts';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { unsupported } from '../../../local/template/unsupported.ts';
import type { AccessControl, Assembly, Resource } from '../../../local/types.ts';

/** A ledger in one stack; a bus, a subscription's queue and its function in another: references of every kind. */
function synthesize(outdir: string): void {
  // CDK's own validation of the template takes longer than the synthesis.
  process.env.CDK_VALIDATION = 'false';
  const app = new App({ outdir });
  const data = new Stack(app, 'Data');
  const stack = new Stack(app, 'App');
  const partitionKey = { name: 'p', type: AttributeType.STRING };
  const table = new TableV2(data, 'Ledger', { partitionKey, dynamoStream: StreamViewType.NEW_IMAGE });
  const queue = new Queue(stack, 'Queue', { enforceSSL: true });
  const handler = new LambdaFunction(stack, 'Handler', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('bundled elsewhere'),
    timeout: Duration.seconds(7),
    environment: { TABLE_NAME: table.tableName, QUEUE_URL: queue.queueUrl },
  });
  const resource = handler.node.defaultChild as CfnFunction;
  resource.addMetadata('local:entry', 'functions/handler.ts');
  table.grantReadData(handler);
  handler.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true }));
  handler.addEventSourceMapping('Stream', {
    eventSourceArn: table.tableStreamArn ?? '',
    startingPosition: StartingPosition.TRIM_HORIZON,
  });
  const eventBus = new EventBus(stack, 'Bus');
  new Rule(stack, 'Rule', {
    eventBus,
    eventPattern: { detailType: ['match.finished'] },
    targets: [new SqsQueue(queue)],
  });
  app.synth();
}

function only(assembly: Assembly, type: string): Resource {
  const [resource, ...more] = assembly.ofType(type);
  if (resource === undefined || more.length > 0) throw new Error(`${more.length + 1} of ${type}`);
  return resource;
}

describe('a template of aws-cdk-lib', () => {
  let assembly: Assembly;
  let access: AccessControl;
  beforeAll(() => {
    const outdir = mkdtempSync(join(tmpdir(), 'local-synth-'));
    synthesize(outdir);
    assembly = loadAssembly(outdir, { queueUrl: name => `http://127.0.0.1:1/${name}` });
    access = accessControl(assembly);
    return () => rmSync(outdir, { recursive: true });
  });

  test('is understood as a whole', () => {
    expect(unsupported(assembly)).toEqual([]);
  });

  test('gives the function its environment and the rest of its configuration', () => {
    const [specification] = specifications(assembly, '/project', () => ({}));
    expect(specification?.entry).toBe('/project/functions/handler.ts');
    expect(specification?.context.timeoutMs).toBe(7000);
    expect(specification?.environment).toMatchObject({
      TABLE_NAME: only(assembly, 'AWS::DynamoDB::GlobalTable').name,
      QUEUE_URL: `http://127.0.0.1:1/${only(assembly, 'AWS::SQS::Queue').name}`,
    });
  });

  test('connects event sources and targets by ARN', () => {
    const sources = assembly
      .ofType('AWS::Lambda::EventSourceMapping')
      .map(({ properties }) => properties.EventSourceArn);
    const { arn: table } = only(assembly, 'AWS::DynamoDB::GlobalTable');
    const { arn: queue } = only(assembly, 'AWS::SQS::Queue');
    expect(sources).toEqual([queue, expect.stringMatching(`^${table}/stream/`)]);
    expect(only(assembly, 'AWS::Events::Rule').properties.Targets).toMatchObject([{ Arn: queue }]);
  });

  test('grants what the app granted and no more', () => {
    const principal = assembly.ofType('AWS::IAM::Role')[0]?.arn ?? '';
    const { arn: table } = only(assembly, 'AWS::DynamoDB::GlobalTable');
    const { arn: queue } = only(assembly, 'AWS::SQS::Queue');
    const may = (action: string, resource: string) => access.decide({ principal, action, resource }).allowed;
    expect(may('dynamodb:Query', table)).toBe(true);
    expect(may('dynamodb:PutItem', table)).toBe(false);
    expect(may('sqs:ReceiveMessage', queue)).toBe(true);
    expect(may('sqs:SendMessage', queue)).toBe(false);
  });

  test('lets only this rule send to the queue', () => {
    const { arn: resource } = only(assembly, 'AWS::SQS::Queue');
    const from = (source: string) =>
      access.decide({
        principal: 'events.amazonaws.com',
        action: 'sqs:SendMessage',
        resource,
        context: { 'aws:SourceArn': source },
      }).allowed;
    const { arn: rule } = only(assembly, 'AWS::Events::Rule');
    expect(from(rule)).toBe(true);
    expect(from(`${rule}-other`)).toBe(false);
  });

  test('lets Lambda assume the function’s role, and nobody else', () => {
    const resource = assembly.ofType('AWS::IAM::Role')[0]?.arn ?? '';
    const may = (principal: string) => access.decide({ principal, action: 'sts:AssumeRole', resource }).allowed;
    expect(may('lambda.amazonaws.com')).toBe(true);
    expect(may('events.amazonaws.com')).toBe(false);
  });
});
