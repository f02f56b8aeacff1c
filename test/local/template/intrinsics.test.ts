import { describe, expect, test } from 'vitest';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { cloudAssembly } from './folder.ts';

/** How `Fn::Sub` writes a variable. */
const variable = (name: string): string => ['$', '{', name, '}'].join('');

const template = {
  Parameters: {
    Stage: { Type: 'String', Default: 'dev' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
    NoDefault: { Type: 'String' },
  },
  Mappings: { Sizes: { 'eu-west-1': { memory: '256' } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsHere: { 'Fn::Or': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] }, { Condition: 'IsProd' }] },
    NotProdHere: { 'Fn::And': [{ Condition: 'IsHere' }, { 'Fn::Not': [{ Condition: 'IsProd' }] }] },
  },
  Resources: {
    Queue: { Type: 'AWS::SQS::Queue' },
    Named: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': `orders-${variable('Stage')}` } } },
    ProdOnly: { Type: 'AWS::SQS::Queue', Condition: 'IsProd' },
  },
};

/** Resolves one expression inside a stack called `App`. */
function resolved(expression: unknown): unknown {
  const directory = cloudAssembly({
    Data: {
      Resources: { Table: { Type: 'AWS::DynamoDB::Table' } },
      Outputs: {
        T: { Value: { Ref: 'Table' }, Export: { Name: { 'Fn::Sub': `${variable('AWS::StackName')}:Table` } } },
      },
    },
    App: {
      ...template,
      Resources: { ...template.Resources, It: { Type: 'AWS::SSM::Parameter', Properties: { Value: expression } } },
    },
  });
  const assembly = loadAssembly(directory, { queueUrl: name => `http://127.0.0.1:9324/000000000000/${name}` });
  return assembly.ofType('AWS::SSM::Parameter')[0]?.properties.Value;
}

describe('every intrinsic function', () => {
  test.each([
    [{ Ref: 'Stage' }, 'dev'],
    [{ Ref: 'Zones' }, ['a', 'b', 'c']],
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ Ref: 'AWS::AccountId' }, '000000000000'],
    [{ Ref: 'AWS::StackName' }, 'App'],
    [{ Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    [{ Ref: 'Queue' }, 'http://127.0.0.1:9324/000000000000/App-Queue'],
    [{ Ref: 'Named' }, 'http://127.0.0.1:9324/000000000000/orders-dev'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:eu-west-1:000000000000:App-Queue'],
    [{ 'Fn::GetAtt': 'Named.QueueName' }, 'orders-dev'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, { Ref: 'AWS::Partition' }]] }, 'a-dev-aws'],
    [{ 'Fn::Join': ['/', { Ref: 'Zones' }] }, 'a/b/c'],
    [
      { 'Fn::Sub': `${variable('Named.QueueName')} in ${variable('AWS::Region')}, ${variable('!literal')}` },
      `orders-dev in eu-west-1, ${variable('literal')}`,
    ],
    [{ 'Fn::Sub': [`${variable('x')}${variable('Stage')}`, { x: { 'Fn::Join': ['', ['1', '2']] } }] }, '12dev'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [{ 'Fn::Select': [2, { Ref: 'Zones' }] }, 'c'],
    [{ 'Fn::ImportValue': 'Data:Table' }, 'Data-Table'],
    [{ 'Fn::If': ['IsProd', 'yes', 'no'] }, 'no'],
    [{ 'Fn::If': ['NotProdHere', 'yes', 'no'] }, 'yes'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'memory'] }, '256'],
    [{ 'Fn::Base64': 'text' }, 'dGV4dA=='],
    [
      [1, { Ref: 'AWS::NoValue' }, 2],
      [1, 2],
    ],
    [{ kept: 1, gone: { 'Fn::If': ['IsProd', 2, { Ref: 'AWS::NoValue' }] } }, { kept: 1 }],
    [
      { Ref: 'x', other: 1 },
      { Ref: 'x', other: 1 },
    ],
  ])('%j', (expression, expected) => {
    expect(resolved(expression)).toEqual(expected);
  });

  test.each([
    [{ Ref: 'Nobody' }, 'App/It at Properties.Value.Ref: nothing is called Nobody'],
    [{ a: [{ Ref: 'Nobody' }] }, 'App/It at Properties.Value.a[0].Ref'],
    [{ Ref: 'NoDefault' }, 'nothing is called NoDefault'],
    [{ Ref: 'ProdOnly' }, 'nothing is called ProdOnly'],
    [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, 'Queue has no attribute Colour'],
    [{ 'Fn::GetAtt': ['Nobody', 'Arn'] }, 'Nobody has no attribute Arn'],
    [{ 'Fn::Sub': `x ${variable('Nobody')}` }, 'nothing is called Nobody'],
    [{ 'Fn::ImportValue': 'Data:Other' }, 'no stack exports Data:Other'],
    [{ 'Fn::If': ['Unknown', 1, 2] }, 'no condition is called "Unknown"'],
    [{ 'Fn::Select': [9, ['a']] }, 'the list has no item 9'],
    [{ 'Fn::FindInMap': ['Sizes', 'mars', 'memory'] }, 'the mapping Sizes has no mars.memory'],
    [{ 'Fn::Transform': {} }, 'Fn::Transform is not known'],
  ])('refuses %j and says where', (expression, message) => {
    expect(() => resolved(expression)).toThrow(message);
  });
});
