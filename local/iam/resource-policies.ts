import { textOf, textsOf } from '../template/values.ts';
import type { Assembly, Json, JsonObject, Resource } from '../types.ts';
import { type Statement, statementsOf } from './statement.ts';

/** The statements of resource policies, by the ARN of the resource they are attached to. */
export function resourcePolicies(assembly: Assembly): ReadonlyMap<string, readonly Statement[]> {
  const policies = new Map<string, readonly Statement[]>();
  for (const { arn, document } of attachments(assembly)) {
    policies.set(arn, [...(policies.get(arn) ?? []), ...statementsOf(document)]);
  }
  return policies;
}

interface Attachment {
  readonly arn: string;
  readonly document: Json | undefined;
}

function attachments(assembly: Assembly): readonly Attachment[] {
  return [
    ...listed(assembly, 'AWS::SQS::QueuePolicy', 'Queues', 'AWS::SQS::Queue'),
    ...listed(assembly, 'AWS::SNS::TopicPolicy', 'Topics', 'AWS::SNS::Topic'),
    ...listed(assembly, 'AWS::S3::BucketPolicy', 'Bucket', 'AWS::S3::Bucket'),
    ...assembly.ofType('AWS::Lambda::Permission').flatMap(permission => permissionOf(permission, assembly)),
    ...assembly.ofType('AWS::Events::EventBusPolicy').map(policy => busPolicyOf(policy, assembly)),
    ...assembly
      .ofType('AWS::IAM::Role')
      .map(role => ({ arn: role.arn, document: role.properties.AssumeRolePolicyDocument })),
    ...tablePolicies(assembly),
  ];
}

/** Policies that list what they are for by `Ref`. */
function listed(assembly: Assembly, type: string, property: string, target: string): readonly Attachment[] {
  return assembly.ofType(type).flatMap(policy => {
    const refs = textsOf(policy.properties[property]);
    const targets = assembly.ofType(target).filter(resource => refs.includes(resource.ref));
    return targets.map(({ arn }) => ({ arn, document: policy.properties.PolicyDocument }));
  });
}

/**
 * A permission is one statement of the function's policy.
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
function permissionOf(permission: Resource, assembly: Assembly): readonly Attachment[] {
  const { Action, FunctionName, Principal, SourceArn, SourceAccount } = permission.properties;
  const lambda = functionNamed(textOf(FunctionName) ?? '', assembly);
  if (lambda === undefined) return [];
  const condition: JsonObject = {
    ...(SourceArn !== undefined && { ArnLike: { 'aws:SourceArn': SourceArn } }),
    ...(SourceAccount !== undefined && { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
  };
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: Principal ?? [] },
    Action: Action ?? [],
    Resource: lambda.arn,
    Condition: condition,
  };
  return [{ arn: lambda.arn, document: { Statement: [statement] } }];
}

function functionNamed(named: string, assembly: Assembly): Resource | undefined {
  const functions = assembly.ofType('AWS::Lambda::Function');
  return functions.find(({ name, arn }) => name === named || arn === named || named.startsWith(`${arn}:`));
}

/** Either one statement, or its parts spread over the properties as they were before there was one. */
function busPolicyOf(policy: Resource, assembly: Assembly): Attachment {
  const { EventBusName, Statement, Action, Principal } = policy.properties;
  const name = textOf(EventBusName) ?? 'default';
  const arn = `arn:aws:events:${assembly.region}:${assembly.account}:event-bus/${name.slice(name.lastIndexOf('/') + 1)}`;
  const spread = { Effect: 'Allow', Action: Action ?? [], Principal: { AWS: Principal ?? [] }, Resource: arn };
  return { arn, document: { Statement: Statement ?? spread } };
}

function tablePolicies(assembly: Assembly): readonly Attachment[] {
  return assembly.ofType('AWS::DynamoDB::Table').flatMap(({ arn, properties }) => {
    const policy = properties.ResourcePolicy;
    return policy !== undefined && typeof policy === 'object' && policy !== null && 'PolicyDocument' in policy
      ? [{ arn, document: policy.PolicyDocument }]
      : [];
  });
}
