import type { Assembly, Resource } from '../types.ts';
import { textOf, textsOf } from './values.ts';

/** Copies assets into a bucket. The function behind it does not run here: the runtime copies them itself. */
export const BUCKET_DEPLOYMENT = 'Custom::CDKBucketDeployment';

/** Types that the local runtime acts on. */
const RUN = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::AppSync::Api',
  'AWS::AppSync::ChannelNamespace',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolGroup',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::EventBusPolicy',
  'AWS::Events::Rule',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SES::EmailIdentity',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::SecretsManager::Secret',
  BUCKET_DEPLOYMENT,
]);

/** Types that change nothing one could see on this machine: what watches, what encrypts at rest, what lets people in by a password. */
const IGNORED = new Set([
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPoolDomain',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::WAFv2::WebACL',
  'AWS::WAFv2::WebACLAssociation',
  'AWS::XRay::SamplingRule',
]);

/** A topic and what belongs to it. Ignored where it only tells people of alarms, as there are none here. */
const TOPIC = new Set(['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'AWS::SNS::Subscription']);

/** ARNs of topics that something else than an alarm names. */
function usedTopics(assembly: Assembly): ReadonlySet<string> {
  const topics = assembly.ofType('AWS::SNS::Topic').map(({ arn }) => arn);
  const users = assembly.resources.filter(({ type }) => !TOPIC.has(type) && !type.startsWith('AWS::CloudWatch::'));
  const text = users.map(({ properties }) => JSON.stringify(properties)).join();
  return new Set(topics.filter(arn => text.includes(arn)));
}

/** The resources that exist on AWS and are missing here, so that the operator can be told. */
export function unsupported(assembly: Assembly): readonly Resource[] {
  const used = usedTopics(assembly);
  const copiers = assembly.ofType(BUCKET_DEPLOYMENT).map(({ properties }) => textOf(properties.ServiceToken));
  const layers = new Set(
    assembly
      .ofType('AWS::Lambda::Function')
      .filter(runsOnNode)
      .flatMap(({ properties }) => textsOf(properties.Layers)),
  );
  return assembly.resources.filter(resource => {
    if (resource.type === 'AWS::Lambda::Function') return !runsOnNode(resource) && !copiers.includes(resource.arn);
    if (resource.type === 'AWS::Lambda::LayerVersion') return layers.has(resource.ref);
    if (TOPIC.has(resource.type) && used.size === 0) return false;
    return !RUN.has(resource.type) && !IGNORED.has(resource.type);
  });
}

/** Whether a function's runtime is one that workers can stand in for. */
export function runsOnNode(lambda: Resource): boolean {
  return textOf(lambda.properties.Runtime)?.startsWith('nodejs') ?? false;
}
