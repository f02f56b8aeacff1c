import { createHash } from 'node:crypto';
import { edgeKinds } from './edge-kinds.ts';
import { type Attribute, arnOf, type Identity, identified, idOf, type Kind, nameOf } from './identity.ts';
import { textOf } from './values.ts';

/**
 * Label of every table's stream in its ARN. AWS puts the time of creation there, which a template cannot know.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
 */
const STREAM_LABEL = '2020-01-01T00:00:00.000';

const tableArn = arnOf('dynamodb', it => `table/${it.name}`);
const table: Kind = {
  nameProperty: 'TableName',
  maxNameLength: 255,
  arn: tableArn,
  attributes: { Arn: tableArn, StreamArn: it => `${tableArn(it)}/stream/${STREAM_LABEL}`, TableId: idOf },
};

const queueArn = arnOf('sqs', nameOf);
const queueUrl: Attribute = it => it.endpoints.queueUrl(it.name);
const queue: Kind = {
  nameProperty: 'QueueName',
  maxNameLength: 80,
  arn: queueArn,
  ref: queueUrl,
  attributes: { Arn: queueArn, QueueName: nameOf, QueueUrl: queueUrl },
};

const functionArn = arnOf('lambda', it => `function:${it.name}`);
const topicArn = arnOf('sns', nameOf);
const identityArn = arnOf('ses', it => `identity/${it.name}`);
const busArn = arnOf('events', it => `event-bus/${it.name}`);
const apiArn: Attribute = it => `arn:${it.partition}:apigateway:${it.region}::/apis/${idOf(it)}`;
const eventApiArn = arnOf('appsync', it => `apis/${idOf(it)}`);
const eventApiHost: Attribute = it => it.endpoints.eventApiHost(it.logicalId);
const channelNamespaceArn = arnOf(
  'appsync',
  it => `apis/${textOf(it.property('ApiId')) ?? ''}/channelNamespace/${it.name}`,
);
const secretArn = arnOf('secretsmanager', it => `secret:${it.name}-${idOf(it).slice(0, 6)}`);
const logGroupArn = arnOf('logs', it => `log-group:${it.name}:*`);
const scheduleArn = arnOf('scheduler', it => `schedule/${textOf(it.property('GroupName')) ?? 'default'}/${it.name}`);
const scheduleGroupArn = arnOf('scheduler', it => `schedule-group/${it.name}`);
const alarmArn = arnOf('cloudwatch', it => `alarm:${it.name}`);
const bucketArn: Attribute = it => `arn:${it.partition}:s3:::${it.name}`;

const userPoolId: Attribute = it => `${it.region}_${idOf(it)}`;
const userPoolArn = arnOf('cognito-idp', it => `userpool/${userPoolId(it)}`);
const userPoolProvider: Attribute = it => `cognito-idp.${it.region}.amazonaws.com/${userPoolId(it)}`;

/** The bus of a rule; rules name it by name or by ARN, and the default bus not at all. */
function busOf(it: Identity): string {
  const named = textOf(it.property('EventBusName')) ?? 'default';
  return named.slice(named.lastIndexOf('/') + 1);
}
const ruleArn = arnOf('events', it => `rule/${busOf(it) === 'default' ? '' : `${busOf(it)}/`}${it.name}`);

const iamArn =
  (category: string): Attribute =>
  it =>
    `arn:${it.partition}:iam::${it.account}:${category}${textOf(it.property('Path')) ?? '/'}${it.name}`;
const roleArn = iamArn('role');
const policyArn = iamArn('policy');

const versionArn: Attribute = it => `${functionOf(it)}:1`;
const aliasArn: Attribute = it => `${functionOf(it)}:${it.name}`;
function functionOf(it: Identity): string {
  const named = textOf(it.property('FunctionName')) ?? '';
  return named.startsWith('arn:') ? named : arnOf('lambda', () => `function:${named}`)(it);
}

/** The types whose names and attributes are modelled; others get generic ones. */
export const kinds: Readonly<Record<string, Kind>> = {
  ...edgeKinds,
  'AWS::SQS::Queue': queue,
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    maxNameLength: 64,
    arn: functionArn,
    attributes: { Arn: functionArn },
  },
  'AWS::Lambda::Version': {
    arn: versionArn,
    ref: versionArn,
    attributes: { FunctionArn: versionArn, Version: () => '1' },
  },
  'AWS::Lambda::Alias': {
    nameProperty: 'Name',
    arn: aliasArn,
    ref: aliasArn,
    attributes: { AliasArn: aliasArn },
  },
  'AWS::Lambda::EventSourceMapping': identified('Id'),
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    maxNameLength: 64,
    arn: roleArn,
    attributes: { Arn: roleArn, RoleId: idOf },
  },
  'AWS::IAM::ManagedPolicy': {
    nameProperty: 'ManagedPolicyName',
    maxNameLength: 128,
    arn: policyArn,
    ref: policyArn,
    attributes: { PolicyArn: policyArn, PolicyId: idOf },
  },
  'AWS::Events::EventBus': {
    nameProperty: 'Name',
    maxNameLength: 256,
    arn: busArn,
    attributes: { Arn: busArn, Name: nameOf },
  },
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    maxNameLength: 64,
    arn: ruleArn,
    ref: it => (busOf(it) === 'default' ? it.name : `${busOf(it)}|${it.name}`),
    attributes: { Arn: ruleArn },
  },
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    maxNameLength: 64,
    arn: scheduleArn,
    attributes: { Arn: scheduleArn },
  },
  'AWS::Scheduler::ScheduleGroup': {
    nameProperty: 'Name',
    maxNameLength: 64,
    arn: scheduleGroupArn,
    attributes: { Arn: scheduleGroupArn },
  },
  'AWS::ApiGatewayV2::Api': {
    nameProperty: 'Name',
    arn: apiArn,
    ref: idOf,
    attributes: { ApiId: idOf, ApiEndpoint: it => it.endpoints.apiEndpoint(it.logicalId) },
  },
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName' },
  'AWS::ApiGatewayV2::Route': identified('RouteId'),
  'AWS::ApiGatewayV2::Integration': identified('IntegrationId'),
  'AWS::ApiGatewayV2::Authorizer': identified('AuthorizerId'),
  'AWS::AppSync::Api': {
    nameProperty: 'Name',
    arn: eventApiArn,
    ref: eventApiArn,
    attributes: { ApiArn: eventApiArn, ApiId: idOf, 'Dns.Http': eventApiHost, 'Dns.Realtime': eventApiHost },
  },
  'AWS::AppSync::ChannelNamespace': {
    nameProperty: 'Name',
    arn: channelNamespaceArn,
    ref: channelNamespaceArn,
    attributes: { ChannelNamespaceArn: channelNamespaceArn },
  },
  'AWS::Cognito::UserPool': {
    nameProperty: 'UserPoolName',
    maxNameLength: 128,
    arn: userPoolArn,
    ref: userPoolId,
    attributes: {
      Arn: userPoolArn,
      UserPoolId: userPoolId,
      ProviderName: userPoolProvider,
      ProviderURL: it => `https://${userPoolProvider(it)}`,
    },
  },
  'AWS::Cognito::UserPoolClient': { nameProperty: 'ClientName', ...identified('ClientId') },
  'AWS::Cognito::UserPoolGroup': { nameProperty: 'GroupName' },
  'AWS::SecretsManager::Secret': {
    nameProperty: 'Name',
    maxNameLength: 512,
    arn: secretArn,
    ref: secretArn,
    attributes: { Id: secretArn },
  },
  'AWS::SES::EmailIdentity': { nameProperty: 'EmailIdentity', arn: identityArn },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    maxNameLength: 256,
    arn: topicArn,
    ref: topicArn,
    attributes: { TopicArn: topicArn, TopicName: nameOf },
  },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    arn: logGroupArn,
    attributes: { Arn: logGroupArn },
  },
  'AWS::CloudWatch::Alarm': {
    nameProperty: 'AlarmName',
    maxNameLength: 255,
    arn: alarmArn,
    attributes: { Arn: alarmArn },
  },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    maxNameLength: 63,
    lowerCase: true,
    arn: bucketArn,
    attributes: {
      Arn: bucketArn,
      DomainName: it => `${it.name}.s3.amazonaws.com`,
      RegionalDomainName: it => `${it.name}.s3.${it.region}.amazonaws.com`,
    },
  },
};

/** The physical name CloudFormation would make up: stack and logical id, shortened but still distinct. */
export function generatedName(stack: string, logicalId: string, maxLength = 255): string {
  const name = `${stack}-${logicalId}`;
  if (name.length <= maxLength) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, maxLength - 9)}-${hash}`;
}
