import { describe, expect, test } from 'vitest';
import { accessControl } from '../../../local/iam/access-control.ts';
import { assemble } from '../../../local/template/assembly.ts';
import type { AccessRequest, JsonObject, Resource } from '../../../local/types.ts';

const ACCOUNT = '000000000000';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;
const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`;
const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/ledger`;
const FUNCTION = `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:handle`;
const RULE = `arn:aws:events:eu-west-1:${ACCOUNT}:rule/bus/rule`;

function resource(type: string, name: string, arn: string, properties: JsonObject = {}): Resource {
  return { stack: 'S', logicalId: name, type, name, ref: name, arn, metadata: {}, properties };
}

function allows(request: Partial<AccessRequest>, ...resources: readonly Resource[]): boolean {
  return decide(request, ...resources).allowed;
}

function decide(request: Partial<AccessRequest>, ...resources: readonly Resource[]) {
  const all = [
    resource('AWS::SQS::Queue', 'orders', QUEUE),
    resource('AWS::Lambda::Function', 'handle', FUNCTION),
    ...resources,
  ];
  const access = accessControl(assemble(all, { region: 'eu-west-1', account: ACCOUNT, outputs: {} }));
  return access.decide({ principal: ROLE, action: 'dynamodb:PutItem', resource: TABLE, ...request });
}

function role(statements: readonly JsonObject[], more: JsonObject = {}): Resource {
  return resource('AWS::IAM::Role', 'app', ROLE, {
    Policies: [{ PolicyDocument: { Statement: statements } }],
    ...more,
  });
}

const statement = (more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action: 'dynamodb:PutItem',
  Resource: TABLE,
  ...more,
});

describe('identity policies', () => {
  test.each<[string, readonly JsonObject[], boolean]>([
    ['nothing', [], false],
    ['the action', [statement()], true],
    ['the action in another case', [statement({ Action: 'DynamoDB:putitem' })], true],
    ['a list with it', [statement({ Action: ['dynamodb:GetItem', 'dynamodb:PutItem'] })], true],
    ['another action', [statement({ Action: 'dynamodb:GetItem' })], false],
    ['a pattern of actions', [statement({ Action: 'dynamodb:Put*' })], true],
    ['a question mark', [statement({ Action: 'dynamodb:?utItem' })], true],
    ['a pattern that is too short', [statement({ Action: 'dynamodb:Put' })], false],
    ['all actions', [statement({ Action: '*' })], true],
    ['another resource', [statement({ Resource: `${TABLE}2` })], false],
    ['a resource in another case', [statement({ Resource: TABLE.toUpperCase() })], false],
    ['a pattern of resources', [statement({ Resource: [QUEUE, 'arn:aws:dynamodb:*:*:table/led*'] })], true],
    ['only its indexes', [statement({ Resource: `${TABLE}/index/*` })], false],
    ['a dot that is a dot', [statement({ Resource: TABLE.replace('ledger', 'ledge.') })], false],
    ['all but another action', [{ Effect: 'Allow', NotAction: 'dynamodb:Delete*', Resource: TABLE }], true],
    ['all but this resource', [{ Effect: 'Allow', Action: 'dynamodb:PutItem', NotResource: TABLE }], false],
    ['allow and deny', [statement(), statement({ Effect: 'Deny', Action: 'dynamodb:*' })], false],
    ['a deny for something else', [statement(), statement({ Effect: 'Deny', Action: 'dynamodb:DeleteItem' })], true],
  ])('%s', (_, statements, expected) => {
    expect(allows({}, role(statements))).toBe(expected);
  });

  test('come from attached policies and from managed ones, known or of the template', () => {
    const attached = { Roles: ['app'], PolicyDocument: { Statement: [statement()] } };
    const custom = resource('AWS::IAM::ManagedPolicy', 'm', `arn:aws:iam::${ACCOUNT}:policy/m`, {
      PolicyDocument: { Statement: statement() },
    });
    expect(allows({}, role([]), resource('AWS::IAM::Policy', 'p', '', attached))).toBe(true);
    expect(allows({}, role([]), resource('AWS::IAM::Policy', 'p', '', { ...attached, Roles: ['other'] }))).toBe(false);
    expect(allows({}, role([], { ManagedPolicyArns: [custom.arn] }), custom)).toBe(true);
    const basic = role([], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'] });
    expect(allows({}, basic)).toBe(false);
    expect(allows({ action: 'logs:PutLogEvents', resource: 'arn:aws:logs:x' }, basic)).toBe(true);
    expect(allows({}, role([], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/Unheard'] }))).toBe(false);
  });

  test('grant nothing beyond a permissions boundary', () => {
    const boundary = (action: string) =>
      resource('AWS::IAM::ManagedPolicy', 'b', 'arn:b', {
        PolicyDocument: { Statement: statement({ Action: action }) },
      });
    const bounded = role([statement({ Action: '*' })], { PermissionsBoundary: 'arn:b' });
    expect(allows({}, bounded, boundary('dynamodb:*'))).toBe(true);
    expect(allows({}, bounded, boundary('sqs:*'))).toBe(false);
  });

  test('give nothing to a role that does not exist', () => {
    expect(allows({ principal: `${ROLE}2` }, role([statement()]))).toBe(false);
  });
});

describe('conditions', () => {
  const KEYS = {
    context: { 'aws:SourceArn': RULE, 'aws:SourceAccount': ACCOUNT, 'dynamodb:LeadingKeys': ['a#1', 'b#2'] },
  };
  test.each<[JsonObject, boolean]>([
    [{ StringEquals: { 'aws:SourceAccount': ACCOUNT } }, true],
    [{ StringEquals: { 'AWS:sourceaccount': ['1', ACCOUNT] } }, true],
    [{ StringEquals: { 'aws:SourceAccount': '1' } }, false],
    [{ StringNotEquals: { 'aws:SourceAccount': ['1', ACCOUNT] } }, false],
    [{ StringLike: { 'aws:SourceArn': 'arn:aws:events:*:rule/bus/*' } }, true],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:*:rule/bus/*' } }, true],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:rule/bus/*' } }, false],
    [{ ArnEquals: { 'aws:SourceArn': RULE } }, true],
    [{ ArnEquals: { 'aws:SourceArn': `${RULE}2` } }, false],
    [{ ArnEquals: { 'aws:SourceArn': RULE }, StringEquals: { 'aws:SourceAccount': '1' } }, false],
    [{ Bool: { 'aws:SecureTransport': 'true' } }, true],
    [{ Bool: { 'aws:SecureTransport': false } }, false],
    [{ Null: { 'aws:SourceVpc': true } }, true],
    [{ Null: { 'aws:SourceArn': 'true' } }, false],
    [{ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, false],
    [{ StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }, true],
    [{ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }, true],
    [{ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['a#*', 'b#*'] } }, true],
    [{ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['a#*'] } }, false],
    [{ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['a#*'] } }, true],
    [{ NumericLessThan: { 'aws:SourceAccount': 1 } }, true],
    [{ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, false],
  ])('%j', (condition, expected) => {
    expect(allows(KEYS, role([statement({ Condition: condition })]))).toBe(expected);
  });

  test('a deny for insecure transport does not fire', () => {
    const deny = statement({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
    expect(allows({}, role([statement(), deny]))).toBe(true);
  });

  test('a deny whose operator is not modelled forbids', () => {
    const deny = statement({ Effect: 'Deny', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } });
    expect(allows({}, role([statement(), deny]))).toBe(false);
  });
});

describe('resource policies', () => {
  const fromRule = {
    principal: 'events.amazonaws.com',
    action: 'sqs:SendMessage',
    resource: QUEUE,
    context: { 'aws:SourceArn': RULE },
  };
  const queuePolicy = (...statements: readonly JsonObject[]): Resource =>
    resource('AWS::SQS::QueuePolicy', 'qp', '', { Queues: ['orders'], PolicyDocument: { Statement: statements } });
  const send = (more: JsonObject = {}): JsonObject => ({
    Effect: 'Allow',
    Action: 'sqs:SendMessage',
    Resource: QUEUE,
    Principal: { Service: 'events.amazonaws.com' },
    ...more,
  });

  test('a service needs one that names it', () => {
    expect(allows(fromRule)).toBe(false);
    expect(allows(fromRule, queuePolicy(send()))).toBe(true);
    expect(allows(fromRule, queuePolicy(send({ Principal: { Service: 'sns.amazonaws.com' } })))).toBe(false);
    expect(allows(fromRule, queuePolicy(send({ Condition: { ArnEquals: { 'aws:SourceArn': `${RULE}2` } } })))).toBe(
      false,
    );
    expect(allows(fromRule, queuePolicy(send(), send({ Effect: 'Deny', Principal: '*' })))).toBe(false);
  });

  test('one alone is enough for a role of the account, but naming the account only delegates', () => {
    const byRole = { action: 'sqs:SendMessage', resource: QUEUE };
    expect(allows(byRole, role([]), queuePolicy(send({ Principal: { AWS: ROLE } })))).toBe(true);
    expect(allows(byRole, role([]), queuePolicy(send({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } })))).toBe(
      false,
    );
  });

  test('a Lambda permission is one, limited to its source', () => {
    const invoke = { principal: 'apigateway.amazonaws.com', action: 'lambda:InvokeFunction', resource: FUNCTION };
    const permission = resource('AWS::Lambda::Permission', 'lp', '', {
      Action: 'lambda:InvokeFunction',
      FunctionName: FUNCTION,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: 'arn:aws:execute-api:eu-west-1:000000000000:api/*/*/matches',
    });
    const from = (path: string) => ({
      ...invoke,
      context: { 'aws:SourceArn': `arn:aws:execute-api:eu-west-1:000000000000:api/$default/GET/${path}` },
    });
    expect(allows(from('matches'), permission)).toBe(true);
    expect(allows(from('players'), permission)).toBe(false);
    expect(allows(invoke, permission)).toBe(false);
    expect(allows({ ...from('matches'), principal: 'events.amazonaws.com' }, permission)).toBe(false);
  });

  test('a role is assumed only by whom its trust policy names', () => {
    const trusted = role([statement({ Action: '*', Resource: '*' })], {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
      },
    });
    const assume = { action: 'sts:AssumeRole', resource: ROLE };
    expect(allows({ ...assume, principal: 'lambda.amazonaws.com' }, trusted)).toBe(true);
    expect(allows({ ...assume, principal: 'events.amazonaws.com' }, trusted)).toBe(false);
    expect(allows({ ...assume, principal: ROLE }, trusted)).toBe(false);
  });

  test('a bus has one of either form', () => {
    const bus = `arn:aws:events:eu-west-1:${ACCOUNT}:event-bus/facts`;
    const put = { principal: 'partner.amazonaws.com', action: 'events:PutEvents', resource: bus };
    const spread = { EventBusName: 'facts', Action: 'events:PutEvents', Principal: '*' };
    expect(allows(put, resource('AWS::Events::EventBusPolicy', 'bp', '', spread))).toBe(true);
    const written = {
      Effect: 'Allow',
      Action: 'events:Put*',
      Principal: { Service: 'partner.amazonaws.com' },
      Resource: bus,
    };
    expect(
      allows(put, resource('AWS::Events::EventBusPolicy', 'bp', '', { EventBusName: bus, Statement: written })),
    ).toBe(true);
    expect(allows(put)).toBe(false);
  });
});

test('a refusal reads like one of AWS', () => {
  expect(decide({}, role([]))).toEqual({
    allowed: false,
    reason: `User: ${ROLE} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`,
  });
  const denied = decide({}, role([statement(), statement({ Effect: 'Deny' })]));
  expect(denied).toMatchObject({
    reason: expect.stringContaining('with an explicit deny in an identity-based policy'),
  });
});
