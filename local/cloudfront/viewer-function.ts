import { createContext, Script } from 'node:vm';
import { isObject, objectsAt, textAt } from '../json.ts';
import { type Assembly, type JsonObject, LocalRuntimeError } from '../types.ts';

/** What a request's path becomes. @throws Error when the function does */
export type ViewerFunction = (method: string, path: string) => string;

/** Longer than a function of CloudFront may take, which is less than a millisecond: a busy machine counts the time that others take. */
const TIMEOUT_MS = 1000;

/** No element of a request that the functions of the template look at is left out; the others are empty. */
const eventOf = (method: string, uri: string): JsonObject => ({
  version: '1.0',
  context: { eventType: 'viewer-request' },
  viewer: { ip: '127.0.0.1' },
  request: { method, uri, querystring: {}, headers: {}, cookies: {} },
});

const compile = (code: string, name: string): ViewerFunction => {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  new Script(code, { filename: name }).runInContext(context, { timeout: TIMEOUT_MS });
  const call = new Script('JSON.stringify(handler(JSON.parse(event)))', { filename: name });
  return (method, path) => {
    context.event = JSON.stringify(eventOf(method, path));
    const result: unknown = JSON.parse(String(call.runInContext(context, { timeout: TIMEOUT_MS })));
    const uri = isObject(result) ? textAt(result, 'uri') : undefined;
    if (uri === undefined) throw new LocalRuntimeError(`${name}: only functions that return the request run locally.`);
    return uri;
  };
};

/**
 * The function that a behavior runs on each request before it looks for anything; without one, the path stays.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 *
 * @throws LocalRuntimeError for functions at other times, and those of Lambda
 */
export const viewerFunctionOf = (
  behavior: JsonObject | undefined,
  assembly: Assembly,
  where: string,
): ViewerFunction => {
  const associations = objectsAt(behavior, 'FunctionAssociations');
  const others = [...associations.slice(1), ...objectsAt(behavior, 'LambdaFunctionAssociations')];
  const [association] = associations;
  if (association === undefined && others.length === 0) return (_, path) => path;
  const code = textAt(assembly.byArn(textAt(association, 'FunctionARN') ?? '')?.properties, 'FunctionCode');
  if (others.length > 0 || textAt(association, 'EventType') !== 'viewer-request' || code === undefined)
    throw new LocalRuntimeError(`${where}: only one function of CloudFront, for viewer-request, runs locally.`);
  return compile(code, `${where} (function)`);
};
