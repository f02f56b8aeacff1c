import type { MapEdge, MapEdgeKind } from '../../client/system-map.ts';
import { functionOfRoute, ofType } from './nodes.ts';
import { at, list, mentioned, type Resources } from './resources.ts';

type Edges = readonly MapEdge[];

const between = (from: readonly string[], to: readonly string[], kind: MapEdgeKind): Edges =>
  from.flatMap(source => to.map(target => ({ from: source, to: target, kind })));

const httpEdges = (resources: Resources): Edges =>
  ofType(resources, 'AWS::ApiGatewayV2::Route').flatMap(([, route]) => {
    const target = functionOfRoute(resources, route);
    return between(mentioned(resources, at(route, 'ApiId')), target === undefined ? [] : [target], 'starts');
  });

const triggerEdges = (resources: Resources): Edges =>
  ofType(resources, 'AWS::Cognito::UserPool').flatMap(([id, pool]) =>
    between([id], mentioned(resources, at(pool, 'LambdaConfig')), 'starts'),
  );

const ruleEdges = (resources: Resources): Edges =>
  ofType(resources, 'AWS::Events::Rule').flatMap(([id, rule]) => {
    const kind = at(rule, 'ScheduleExpression') === undefined ? 'routes' : 'starts';
    return [
      ...between(mentioned(resources, at(rule, 'EventBusName')), [id], 'routes'),
      ...list(at(rule, 'Targets')).flatMap(target => [
        ...between([id], mentioned(resources, at(target, 'Arn')), kind),
        ...between([id], mentioned(resources, at(target, 'DeadLetterConfig')), 'fails-to'),
      ]),
    ];
  });

const sourceEdges = (resources: Resources): Edges =>
  ofType(resources, 'AWS::Lambda::EventSourceMapping').flatMap(([, mapping]) => {
    const functions = mentioned(resources, at(mapping, 'FunctionName'));
    return [
      ...between(mentioned(resources, at(mapping, 'EventSourceArn')), functions, 'feeds'),
      ...between(functions, mentioned(resources, at(mapping, 'DestinationConfig')), 'fails-to'),
    ];
  });

const redriveEdges = (resources: Resources): Edges =>
  ofType(resources, 'AWS::SQS::Queue').flatMap(([id, queue]) =>
    between([id], mentioned(resources, at(queue, 'RedrivePolicy')), 'fails-to'),
  );

/** What an action of a policy does, by the end of its name. */
const ACTIONS: readonly (readonly [RegExp, MapEdgeKind])[] = [
  [/^dynamodb:(Query|Scan|GetItem|BatchGetItem)$|^s3:GetObject$/, 'reads'],
  [/^dynamodb:(PutItem|UpdateItem|DeleteItem|BatchWriteItem)$|^s3:PutObject$|^sqs:SendMessage$/, 'writes'],
  [/^events:PutEvents$|^appsync:EventPublish$/, 'publishes'],
];

/** The channel that a namespace is of stands for it: on the map it is one thing. */
const standingFor = (resources: Resources, ids: readonly string[]): readonly string[] =>
  ids.flatMap(id => {
    const { Type, Properties } = resources[id] ?? {};
    return Type === 'AWS::AppSync::ChannelNamespace' ? mentioned(resources, at(Properties, 'ApiId')) : [id];
  });

const grantedBy = (resources: Resources, functions: readonly string[], statement: unknown): Edges => {
  if (at(statement, 'Effect') !== 'Allow') return [];
  const actions = list(at(statement, 'Action')).map(String);
  const targets = standingFor(resources, mentioned(resources, at(statement, 'Resource')));
  return ACTIONS.flatMap(([pattern, kind]) =>
    actions.some(action => pattern.test(action)) ? between(functions, targets, kind) : [],
  );
};

/** What functions may do is what they do: policies name no more than that. */
const policyEdges = (resources: Resources): Edges =>
  ofType(resources, 'AWS::IAM::Policy').flatMap(([, policy]) => {
    const roles = mentioned(resources, at(policy, 'Roles'));
    const functions = ofType(resources, 'AWS::Lambda::Function').flatMap(([id, own]) =>
      mentioned(resources, at(own, 'Role')).some(role => roles.includes(role)) ? [id] : [],
    );
    return list(at(policy, 'PolicyDocument.Statement')).flatMap(statement =>
      grantedBy(resources, functions, statement),
    );
  });

/** How the resources have to do with one another, each pair once for each kind. */
export const edgesOf = (resources: Resources): Edges => {
  const structure = [httpEdges, triggerEdges, ruleEdges, sourceEdges, redriveEdges].flatMap(edges => edges(resources));
  const failing = new Set(structure.flatMap(({ from, to, kind }) => (kind === 'fails-to' ? [`${from} ${to}`] : [])));
  // To send to the queue of what failed is granted too; it is no other edge.
  const granted = policyEdges(resources).filter(({ from, to }) => !failing.has(`${from} ${to}`));
  return [
    ...new Map(
      [...structure, ...granted].map(edge => [`${edge.from} ${edge.to} ${edge.kind}`, edge] as const),
    ).values(),
  ];
};
