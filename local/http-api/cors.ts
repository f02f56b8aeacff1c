import type { IncomingMessage } from 'node:http';
import { booleanAt, numberAt, objectAt, textsAt } from '../json.ts';
import type { Resource } from '../types.ts';
import type { HttpAnswer } from './payload.ts';

/** An API's CORS configuration. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export interface Cors {
  /** The answer to a preflight request. */
  preflight(request: IncomingMessage): HttpAnswer;
  /** Headers for any other answer; those of the function itself are replaced. */
  headers(request: IncomingMessage): Readonly<Record<string, string>>;
}

/** The CORS of an API; undefined when it has none. */
export const corsOf = (api: Resource): Cors | undefined => {
  const configuration = objectAt(api.properties, 'CorsConfiguration');
  if (configuration === undefined) return undefined;
  const list = (name: string): readonly string[] => textsAt(configuration, name);
  const credentials = booleanAt(configuration, 'AllowCredentials') === true;
  const maxAge = numberAt(configuration, 'MaxAge');
  const headers = (request: IncomingMessage): Record<string, string> => {
    const { origin } = request.headers;
    const origins = list('AllowOrigins');
    if (origin === undefined || !(origins.includes('*') || origins.includes(origin))) return {};
    return {
      'access-control-allow-origin': origins.includes('*') ? '*' : origin,
      ...(credentials && { 'access-control-allow-credentials': 'true' }),
      ...(list('ExposeHeaders').length > 0 && { 'access-control-expose-headers': list('ExposeHeaders').join(',') }),
    };
  };
  return {
    headers,
    preflight: request => ({
      status: 204,
      headers: {
        ...headers(request),
        ...(list('AllowMethods').length > 0 && { 'access-control-allow-methods': list('AllowMethods').join(',') }),
        ...(list('AllowHeaders').length > 0 && { 'access-control-allow-headers': list('AllowHeaders').join(',') }),
        ...(maxAge !== undefined && { 'access-control-max-age': String(maxAge) }),
      },
      body: Buffer.alloc(0),
    }),
  };
};
