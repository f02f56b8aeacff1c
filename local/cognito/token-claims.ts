import { randomUUID } from 'node:crypto';
import { isObject, objectAt, textsAt } from '../json.ts';
import type { Json, JsonObject } from '../types.ts';
import type { UserPool, UserPoolClient } from './user-pool.ts';

/** Somebody who signs in. */
export interface User {
  readonly username: string;
  readonly groups: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** One sign-in: a user of a pool by one of its clients. */
export interface SignIn {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly user: User;
}

/** The scope of everybody who signs in by the API of Cognito. */
const ACCOUNT_SCOPE = 'aws.cognito.signin.user.admin';

/** The event of the trigger. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html */
export const triggerEvent = ({ pool, client, user }: SignIn): JsonObject => ({
  version: '2',
  triggerSource: 'TokenGeneration_Authentication',
  region: pool.region,
  userPoolId: pool.id,
  userName: user.username,
  callerContext: { awsSdkVersion: 'local', clientId: client.id },
  request: {
    userAttributes: { sub: user.username, 'cognito:user_status': 'CONFIRMED', ...user.attributes },
    groupConfiguration: { groupsToOverride: user.groups, iamRolesToOverride: [], preferredRole: null },
    scopes: [ACCOUNT_SCOPE],
  },
  response: { claimsAndScopeOverrideDetails: null },
});

/** Claims that no trigger changes. */
const RESERVED =
  /^(acr|amr|aud|at_hash|auth_time|azp|client_id|cognito:.*|event_id|exp|iat|iss|jti|nbf|nonce|origin_jti|scope|sub|token_use|username|version)$/;

const shaped = (claims: JsonObject, by: JsonObject | undefined): JsonObject => {
  const added = Object.entries(objectAt(by, 'claimsToAddOrOverride') ?? {});
  const suppressed = textsAt(by, 'claimsToSuppress');
  return Object.fromEntries(
    [...Object.entries(claims), ...added.filter(([name]) => !RESERVED.test(name))].filter(
      ([name]) => RESERVED.test(name) || !suppressed.includes(name),
    ),
  );
};

const scopeOf = (by: JsonObject | undefined): string => {
  const suppressed = textsAt(by, 'scopesToSuppress');
  return [...new Set([ACCOUNT_SCOPE, ...textsAt(by, 'scopesToAdd')])]
    .filter(scope => !suppressed.includes(scope))
    .join(' ');
};

/** The claims of both tokens, as the answer of the trigger shapes them; times are in seconds. */
export const tokenClaims = (
  { pool, client, user }: SignIn,
  answer: Json | undefined,
  now: number,
): { readonly access: JsonObject; readonly id: JsonObject } => {
  const response = isObject(answer) ? objectAt(answer, 'response') : undefined;
  const by = objectAt(response, 'claimsAndScopeOverrideDetails');
  const common = {
    sub: user.username,
    ...(user.groups.length > 0 && { 'cognito:groups': user.groups }),
    iss: pool.issuer,
    origin_jti: randomUUID(),
    event_id: randomUUID(),
    auth_time: now,
    iat: now,
  };
  const ofAccess = objectAt(by, 'accessTokenGeneration');
  const access = {
    ...common,
    version: 2,
    client_id: client.id,
    token_use: 'access',
    scope: scopeOf(ofAccess),
    username: user.username,
    exp: now + client.accessSeconds,
    jti: randomUUID(),
  };
  const id = {
    ...user.attributes,
    ...common,
    aud: client.id,
    'cognito:username': user.username,
    token_use: 'id',
    exp: now + client.idSeconds,
    jti: randomUUID(),
  };
  return { access: shaped(access, ofAccess), id: shaped(id, objectAt(by, 'idTokenGeneration')) };
};
