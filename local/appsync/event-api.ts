import type { JWTPayload } from 'jose';
import { type IssuerKeys, tokenVerifier } from '../http-api/token.ts';
import { listAt, objectAt, objectsAt, textAt } from '../json.ts';
import { type Assembly, type JsonObject, LocalRuntimeError, type Resource } from '../types.ts';
import { type OnSubscribe, onSubscribeOf } from './handler-code.ts';

/** A namespace of channels: the first segment of their paths. */
export interface Namespace {
  readonly name: string;
  readonly arn: string;
  readonly onSubscribe: OnSubscribe | undefined;
}

/** An Event API of the template. */
export interface EventApi {
  /** By name. */
  readonly namespaces: ReadonlyMap<string, Namespace>;
  readonly issuer: string;
  /** The claims of a good token. */
  readonly verify: (token: string) => Promise<JWTPayload>;
}

const USERS = 'AMAZON_COGNITO_USER_POOLS';
const IAM = 'AWS_IAM';

/** Of a namespace. */
const UNKNOWN = ['HandlerConfigs', 'CodeS3Location'];

const modes = (from: JsonObject | undefined, key: string): string =>
  objectsAt(from, key)
    .map(mode => textAt(mode, 'AuthType') ?? '')
    .join();

/** @throws LocalRuntimeError unless users of a pool listen, and roles publish */
const requireModes = (
  where: string,
  config: JsonObject | undefined,
  wanted: Readonly<Record<string, string>>,
): void => {
  for (const [key, mode] of Object.entries(wanted))
    if (modes(config, key) !== mode)
      throw new LocalRuntimeError(
        `${where}: locally ${key} has to be ${mode}, and is ${modes(config, key) || 'none'}.`,
      );
};

const namespaceOf = ({ stack, logicalId, name, arn, properties }: Resource): Namespace => {
  const where = `Channel namespace ${stack}/${logicalId}`;
  const unknown = UNKNOWN.find(
    key => Object.keys(objectAt(properties, key) ?? {}).length > 0 || textAt(properties, key),
  );
  if (unknown !== undefined) throw new LocalRuntimeError(`${where}: ${unknown} is not known to the local runtime.`);
  for (const key of ['PublishAuthModes', 'SubscribeAuthModes'])
    if (modes(properties, key) !== '')
      throw new LocalRuntimeError(`${where}: a namespace has no ${key} of its own locally.`);
  const code = textAt(properties, 'CodeHandlers');
  return { name, arn, onSubscribe: code === undefined ? undefined : onSubscribeOf(where, code) };
};

/**
 * Reads an Event API.
 * @throws LocalRuntimeError for what does not run here
 */
export const eventApiOf = (api: Resource, assembly: Assembly, keysOf: IssuerKeys): EventApi => {
  const where = `Event API ${api.stack}/${api.logicalId}`;
  const config = objectAt(api.properties, 'EventConfig');
  requireModes(where, config, {
    ConnectionAuthModes: USERS,
    DefaultSubscribeAuthModes: USERS,
    DefaultPublishAuthModes: IAM,
  });
  const [users] = objectsAt(config, 'AuthProviders').filter(provider => textAt(provider, 'AuthType') === USERS);
  const pool = textAt(objectAt(users, 'CognitoConfig'), 'UserPoolId') ?? '';
  const issuer = `https://cognito-idp.${assembly.region}.amazonaws.com/${pool}`;
  const keys = keysOf(issuer);
  if (keys === undefined) throw new LocalRuntimeError(`${where}: ${pool} is no user pool of the template.`);
  const apiId = api.arn.slice(api.arn.lastIndexOf('/') + 1);
  const own = assembly.ofType('AWS::AppSync::ChannelNamespace').filter(({ properties }) => properties.ApiId === apiId);
  const namespaces = new Map(own.map(resource => [resource.name, namespaceOf(resource)]));
  return { namespaces, issuer, verify: tokenVerifier({ issuer, keys }) };
};

/** Who subscribes, as code of a namespace gets to know it. */
export const identityOf = (claims: JWTPayload, { issuer }: EventApi): JsonObject => {
  const known = JSON.parse(JSON.stringify(claims)) as JsonObject;
  return {
    sub: textAt(known, 'sub') ?? null,
    username: textAt(known, 'username') ?? textAt(known, 'cognito:username') ?? null,
    issuer,
    groups: 'cognito:groups' in known ? [...listAt(known, 'cognito:groups')] : null,
    claims: known,
    sourceIp: ['127.0.0.1'],
    defaultAuthStrategy: 'ALLOW',
  };
};
