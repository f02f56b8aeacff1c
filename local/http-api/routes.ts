import { textAt, textsAt } from '../json.ts';
import { type Assembly, LocalRuntimeError, type Resource } from '../types.ts';

/** A route of an HTTP API with the function behind it. */
export interface Route {
  /** `POST /v1/matches/{matchId}/finish` or `$default`. */
  readonly key: string;
  readonly functionArn: string;
  readonly method: string;
  readonly segments: readonly string[];
  /** Id of the authorizer that a request has to pass, and the scopes of which its token must have one; absent: nobody asks. */
  readonly authorization?: { readonly authorizer: string; readonly scopes: readonly string[] };
}

/** The route a request takes. */
export interface RouteMatch {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const isGreedy = (segment: string): boolean => segment.startsWith('{') && segment.endsWith('+}');
const isVariable = (segment: string): boolean => segment.startsWith('{') && segment.endsWith('}');
const nameOf = (segment: string): string => segment.replace(/^\{|\+?\}$/g, '');

/** Segments of a path without its leading slash; a trailing slash makes an empty last segment, which no route has. */
const segmentsOf = (path: string): readonly string[] => path.split('/').slice(1);

const integrationFunction = (route: Resource, assembly: Assembly): string => {
  const where = `Route ${route.stack}/${route.logicalId}`;
  const id = (textAt(route.properties, 'Target') ?? '').replace(/^integrations\//, '');
  const integration = assembly
    .ofType('AWS::ApiGatewayV2::Integration')
    .find(it => it.ref === id && it.properties.ApiId === route.properties.ApiId);
  if (integration === undefined) throw new LocalRuntimeError(`${where} has no integration ${id}.`);
  const p = integration.properties;
  if (textAt(p, 'IntegrationType') !== 'AWS_PROXY' || textAt(p, 'PayloadFormatVersion') !== '2.0') {
    throw new LocalRuntimeError(`${where}: only Lambda proxy integrations of payload format 2.0 run locally.`);
  }
  const uri = textAt(p, 'IntegrationUri') ?? '';
  return /\/functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;
};

const authorizationOf = ({ properties }: Resource, key: string): Pick<Route, 'authorization'> => {
  const type = textAt(properties, 'AuthorizationType') ?? 'NONE';
  if (type === 'NONE') return {};
  if (type !== 'JWT') throw new LocalRuntimeError(`Route ${key}: the authorization ${type} does not run locally.`);
  const authorizer = textAt(properties, 'AuthorizerId') ?? '';
  return { authorization: { authorizer, scopes: textsAt(properties, 'AuthorizationScopes') } };
};

/**
 * The routes of one API.
 * @throws LocalRuntimeError for authorizers and integrations that do not run here.
 */
export const routesOf = (api: Resource, assembly: Assembly): readonly Route[] =>
  assembly
    .ofType('AWS::ApiGatewayV2::Route')
    .filter(route => route.properties.ApiId === api.ref)
    .map(route => {
      const key = textAt(route.properties, 'RouteKey') ?? '';
      const [method = '', path = ''] = key === '$default' ? ['$default', ''] : key.split(' ');
      const functionArn = integrationFunction(route, assembly);
      return { key, method, segments: segmentsOf(path), functionArn, ...authorizationOf(route, key) };
    });

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const parametersOf = (route: Route, path: readonly string[]): Record<string, string> | undefined => {
  const greedy = isGreedy(route.segments.at(-1) ?? '');
  if (greedy ? path.length < route.segments.length : path.length !== route.segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of route.segments.entries()) {
    const value = path[index] ?? '';
    if (isGreedy(segment)) parameters[nameOf(segment)] = path.slice(index).map(decode).join('/');
    else if (isVariable(segment)) {
      if (value === '') return undefined;
      parameters[nameOf(segment)] = decode(value);
    } else if (segment !== value) return undefined;
  }
  return parameters;
};

/** What makes a route more specific, segment by segment: a literal before a variable before a greedy one; the method before ANY. */
const specificity = (route: Route): string =>
  route.segments.map(segment => (isGreedy(segment) ? '2' : isVariable(segment) ? '1' : '0')).join('') +
  (route.method === 'ANY' ? '1' : '0');

/** Routes with a greedy variable come after all others: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html */
const before = (a: Route, b: Route): number => {
  const [greedyA, greedyB] = [a, b].map(route => Number(isGreedy(route.segments.at(-1) ?? '')));
  if (greedyA !== greedyB) return (greedyA ?? 0) - (greedyB ?? 0);
  return specificity(a) < specificity(b) ? -1 : 1;
};

/** Makes the chooser of routes: the most specific one that fits, else `$default`. */
export const createRouter = (routes: readonly Route[]): ((method: string, path: string) => RouteMatch | undefined) => {
  const ordered = routes.filter(route => route.key !== '$default').sort(before);
  const fallback = routes.find(route => route.key === '$default');
  return (method, path) => {
    const segments = segmentsOf(path);
    for (const route of ordered) {
      if (route.method !== method && route.method !== 'ANY') continue;
      const pathParameters = parametersOf(route, segments);
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    return fallback === undefined ? undefined : { route: fallback, pathParameters: {} };
  };
};
