import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { unsupported } from '../../../local/template/unsupported.ts';
import { LocalRuntimeError } from '../../../local/types.ts';
import { cloudAssembly, folder } from './folder.ts';

const QUEUE = { Type: 'AWS::SQS::Queue' };

describe('loadAssembly', () => {
  test('puts a stack after those it depends on and leaves out what a condition excludes', () => {
    const directory = cloudAssembly({
      Data: { Resources: { Table: { Type: 'AWS::DynamoDB::Table' } } },
      App: {
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: {
          Queue: QUEUE,
          Gone: { ...QUEUE, Condition: 'Never' },
          CDKMetadata: { Type: 'AWS::CDK::Metadata' },
        },
      },
    });
    expect(loadAssembly(directory).resources.map(({ stack, logicalId }) => `${stack}/${logicalId}`)).toEqual([
      'Data/Table',
      'App/Queue',
    ]);
  });

  test('names resources as AWS does and finds them by ARN', () => {
    const assembly = loadAssembly(
      cloudAssembly({
        App: {
          Resources: {
            Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'facts' } },
            Rule: { Type: 'AWS::Events::Rule', Properties: { EventBusName: { Ref: 'Bus' } } },
            DefaultRule: { Type: 'AWS::Events::Rule' },
            Fifo: { ...QUEUE, Properties: { FifoQueue: true } },
            Role: { Type: 'AWS::IAM::Role', Properties: { Path: '/service/', RoleName: 'r' } },
            Schedule: { Type: 'AWS::Scheduler::Schedule', Properties: { Name: 's', GroupName: 'g' } },
          },
        },
      }),
      { region: 'eu-central-1', account: '123456789012' },
    );
    expect(assembly.resources.map(({ ref, arn }) => [ref, arn])).toEqual([
      ['facts', 'arn:aws:events:eu-central-1:123456789012:event-bus/facts'],
      ['facts|App-Rule', 'arn:aws:events:eu-central-1:123456789012:rule/facts/App-Rule'],
      ['App-DefaultRule', 'arn:aws:events:eu-central-1:123456789012:rule/App-DefaultRule'],
      [
        'https://sqs.eu-central-1.amazonaws.com/123456789012/App-Fifo.fifo',
        'arn:aws:sqs:eu-central-1:123456789012:App-Fifo.fifo',
      ],
      ['r', 'arn:aws:iam::123456789012:role/service/r'],
      ['s', 'arn:aws:scheduler:eu-central-1:123456789012:schedule/g/s'],
    ]);
    expect(assembly.byArn('arn:aws:events:eu-central-1:123456789012:event-bus/facts')?.logicalId).toBe('Bus');
  });

  test('shortens a generated name to what the service takes, and keeps names apart', () => {
    const long = 'L'.repeat(90);
    const assembly = loadAssembly(cloudAssembly({ App: { Resources: { [`${long}1`]: QUEUE, [`${long}2`]: QUEUE } } }));
    const [first = '', second] = assembly.resources.map(({ name }) => name);
    expect(first).toHaveLength(80);
    expect(first).not.toBe(second);
  });

  test('takes region and account from the app where it fixes them', () => {
    const directory = cloudAssembly({ App: { Resources: { Queue: QUEUE } } }, 'aws://123456789012/eu-north-1');
    expect(loadAssembly(directory).resources[0]?.arn).toBe('arn:aws:sqs:eu-north-1:123456789012:App-Queue');
  });

  test('reads nested assemblies, and outputs by key and by stack', () => {
    const directory = folder({
      'manifest.json': {
        artifacts: { Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'nested' } } },
      },
      'nested/manifest.json': {
        artifacts: {
          App: { type: 'aws:cloudformation:stack', properties: { templateFile: 'a.json', stackName: 'dev-app' } },
        },
      },
      'nested/a.json': { Resources: {}, Outputs: { Url: { Value: { Ref: 'AWS::Region' } } } },
    });
    expect(loadAssembly(directory).outputs).toEqual({ Url: 'eu-west-1', 'dev-app.Url': 'eu-west-1' });
  });

  test('refuses a folder without a manifest, and broken JSON, by file name', () => {
    const empty = folder({});
    expect(() => loadAssembly(empty)).toThrow(`${join(empty, 'manifest.json')} cannot be read`);
    const broken = folder({ 'manifest.json': '{ "artifacts": ' });
    expect(() => loadAssembly(broken)).toThrow(`${join(broken, 'manifest.json')} is no JSON`);
    expect(() => loadAssembly(broken)).toThrow(LocalRuntimeError);
  });

  test('refuses two resources with one ARN, and names that need each other', () => {
    const named = { ...QUEUE, Properties: { QueueName: 'q' } };
    expect(() =>
      loadAssembly(cloudAssembly({ A: { Resources: { One: named } }, B: { Resources: { Two: named } } })),
    ).toThrow('A/One and B/Two would both be arn:aws:sqs:eu-west-1:000000000000:q');
    const circle = { ...QUEUE, Properties: { QueueName: { 'Fn::GetAtt': ['Queue', 'QueueName'] } } };
    expect(() => loadAssembly(cloudAssembly({ A: { Resources: { Queue: circle } } }))).toThrow('form a circle');
  });
});

test('unsupported lists what exists on AWS and not here, alarms and log groups excepted', () => {
  const assembly = loadAssembly(
    cloudAssembly({
      App: {
        Resources: {
          Queue: QUEUE,
          Alarm: { Type: 'AWS::CloudWatch::Alarm' },
          Logs: { Type: 'AWS::Logs::LogGroup' },
          Archive: { Type: 'AWS::Events::Archive' },
          Python: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'python3.13' } },
          Node: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs24.x' } },
        },
      },
    }),
  );
  expect(unsupported(assembly).map(({ logicalId }) => logicalId)).toEqual(['Archive', 'Python']);
});

test('a topic is not missed where it only tells of alarms', () => {
  const topic = { Topic: { Type: 'AWS::SNS::Topic' }, Policy: { Type: 'AWS::SNS::TopicPolicy' } };
  const alarm = { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [{ Ref: 'Topic' }] } };
  const mapping = { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { Destination: { Ref: 'Topic' } } };
  const missing = (resources: object) =>
    unsupported(loadAssembly(cloudAssembly({ App: { Resources: resources } }))).map(({ logicalId }) => logicalId);
  expect(missing({ ...topic, Alarm: alarm })).toEqual([]);
  expect(missing({ ...topic, Mapping: mapping })).toEqual(['Topic', 'Policy', 'Mapping']);
});
