import type { Json } from '../types.ts';

const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/**
 * The actions of those AWS-managed policies that functions commonly have; each allows them on every resource.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const actions: Readonly<Record<string, readonly string[]>> = {
  AdministratorAccess: ['*'],
  AmazonDynamoDBFullAccess: ['dynamodb:*'],
  AmazonDynamoDBFullAccess_v2: ['dynamodb:*'],
  AmazonEventBridgeFullAccess: ['events:*', 'schemas:*', 'scheduler:*', 'pipes:*'],
  AmazonSQSFullAccess: ['sqs:*'],
  AWSLambdaBasicExecutionRole: LOGS,
  AWSLambdaDynamoDBExecutionRole: [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    ...LOGS,
  ],
  AWSLambdaSQSQueueExecutionRole: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', ...LOGS],
  AWSXRayDaemonWriteAccess: [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ],
  CloudWatchLambdaInsightsExecutionRolePolicy: LOGS,
};

/** The document of an AWS-managed policy; undefined for one that is not in the table, which then grants nothing. */
export function managedPolicy(arn: string): Json | undefined {
  const granted = /^arn:[^:]+:iam::aws:policy\//.test(arn) ? actions[arn.slice(arn.lastIndexOf('/') + 1)] : undefined;
  return granted && { Statement: [{ Effect: 'Allow', Action: granted, Resource: '*' }] };
}
