import type { MapNode, MapNodeKind } from '../../client/system-map.ts';
import { at, list, mentioned, type Resources, type TemplateResource } from './resources.ts';

const KINDS: Readonly<Record<string, MapNodeKind>> = {
  'AWS::ApiGatewayV2::Api': 'api',
  'AWS::AppSync::Api': 'channel',
  'AWS::Cognito::UserPool': 'users',
  'AWS::DynamoDB::GlobalTable': 'table',
  'AWS::Events::EventBus': 'bus',
  'AWS::Lambda::Function': 'function',
  'AWS::S3::Bucket': 'bucket',
  'AWS::SQS::Queue': 'queue',
};

/** A logical id without the hash that CDK puts at its end. */
const plain = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

/** The name of the folder of a function; undefined for what the CDK adds of its own. */
const handlerOf = ({ Properties }: TemplateResource): string | undefined =>
  at(Properties, 'Environment.Variables.HANDLER_NAME') as string | undefined;

/** Resources of a type, with their ids. */
export const ofType = (resources: Resources, type: string): readonly (readonly [string, unknown])[] =>
  Object.entries(resources).flatMap(([id, { Type, Properties }]) => (Type === type ? [[id, Properties] as const] : []));

/** The function of an HTTP route, by way of its integration. */
export const functionOfRoute = (resources: Resources, route: unknown): string | undefined => {
  const [integration = ''] = mentioned(resources, at(route, 'Target'));
  return mentioned(resources, at(resources[integration]?.Properties, 'IntegrationUri'))[0];
};

const routesOf = (resources: Resources, id: string): readonly string[] =>
  ofType(resources, 'AWS::ApiGatewayV2::Route').flatMap(([, route]) =>
    functionOfRoute(resources, route) === id ? [String(at(route, 'RouteKey'))] : [],
  );

/** Queues that something else falls into when it fails. */
const deadLetterQueues = (resources: Resources): ReadonlySet<string> =>
  new Set(
    Object.values(resources).flatMap(({ Type, Properties }) => {
      if (Type === 'AWS::SQS::Queue') return mentioned(resources, at(Properties, 'RedrivePolicy'));
      if (Type === 'AWS::Lambda::EventSourceMapping') return mentioned(resources, at(Properties, 'DestinationConfig'));
      if (Type !== 'AWS::Events::Rule') return [];
      return list(at(Properties, 'Targets')).flatMap(target => mentioned(resources, at(target, 'DeadLetterConfig')));
    }),
  );

const nodeOf = (resources: Resources, id: string, resource: TemplateResource): MapNode | undefined => {
  const { Type, Properties } = resource;
  const name = plain(id);
  if (Type === 'AWS::Events::Rule') {
    const expression = at(Properties, 'ScheduleExpression');
    const description = String(at(Properties, 'Description') ?? name);
    if (expression !== undefined) return { id, kind: 'schedule', name: description, expression: String(expression) };
    return { id, kind: 'rule', name: description, pattern: at(Properties, 'EventPattern') };
  }
  const kind = KINDS[Type];
  if (kind !== 'function') return kind && { id, kind, name };
  const handler = handlerOf(resource);
  if (handler === undefined) return undefined;
  const routes = routesOf(resources, id);
  return { id, kind, name: handler, handler, ...(routes.length > 0 && { routes }) };
};

/** What is on the map; nodes of queues and rules do not know their handlers yet. */
export const nodesOf = (resources: Resources): readonly MapNode[] => {
  const deadLetters = deadLetterQueues(resources);
  return Object.entries(resources).flatMap(([id, resource]) => {
    const node = nodeOf(resources, id, resource);
    if (!node) return [];
    return [deadLetters.has(id) ? { ...node, kind: 'dead-letters' as const } : node];
  });
};
