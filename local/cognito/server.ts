import { createServer, type IncomingMessage } from 'node:http';
import { type JWTPayload, SignJWT } from 'jose';
import { closeServer, listen } from '../gateway/listen.ts';
import { asksThisMachine } from '../gateway/own-host.ts';
import type { IssuerKeys } from '../http-api/token.ts';
import type { AccessControl, Assembly, Closeable, Functions, Json, Report } from '../types.ts';
import { ALGORITHM, openSigningKey, type SigningKey } from './signing-key.ts';
import { type SignIn, tokenClaims, triggerEvent } from './token-claims.ts';
import { signInOf, TokenRequestError } from './token-request.ts';
import { type UserPool, userPoolsOf } from './user-pool.ts';

/** What user pools need of the machine. */
export interface UserPoolOptions {
  readonly assembly: Assembly;
  readonly access: AccessControl;
  readonly functions: Functions;
  /** Where keys outlive the process; absent: nowhere. */
  readonly directory?: string;
  readonly report: Report;
}

/** The user pools of a template: whoever asks on this machine gets a token of whomever they say they are. */
export interface UserPools extends Closeable {
  /** URL of each pool by logical id: `/token`, `/.well-known/jwks.json`. */
  readonly urls: Readonly<Record<string, string>>;
  readonly keysOf: IssuerKeys;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const NOTHING: Answer = { status: 404, body: {} };

/** Larger than any sign-in. */
const BODY_LIMIT = 16 * 1024;

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new TokenRequestError('the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Asks the function that shapes tokens. Cognito denies the sign-in when it fails. */
const askTrigger = async (signIn: SignIn, options: UserPoolOptions): Promise<Json | undefined> => {
  const { trigger, arn } = signIn.pool;
  if (trigger === undefined) return undefined;
  const { access, assembly, functions, report } = options;
  const decision = access.decide({
    principal: 'cognito-idp.amazonaws.com',
    action: 'lambda:InvokeFunction',
    resource: trigger,
    context: { 'aws:SourceArn': arn, 'aws:SourceAccount': assembly.account },
  });
  if (!decision.allowed) {
    report({ level: 'error', part: 'cognito', message: decision.reason });
    throw new TokenRequestError('the user pool may not invoke its trigger');
  }
  const result = await functions.invoke(trigger, triggerEvent(signIn));
  if (result.status === 'succeeded') return result.payload;
  throw new TokenRequestError(`the trigger failed: ${result.error.errorType}: ${result.error.errorMessage}`);
};

const sign = (claims: JWTPayload, { kid, privateKey }: SigningKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, kid }).sign(privateKey);

/** What one pool answers. */
const poolServer = (pool: UserPool, key: SigningKey, url: string, options: UserPoolOptions) => {
  const grant = async (text: string): Promise<Answer> => {
    const signIn = signInOf(pool, text);
    // By the wall clock, as tokens are verified: the machine's own may be set to any year.
    const claims = tokenClaims(signIn, await askTrigger(signIn, options), Math.floor(Date.now() / 1000));
    const [access_token, id_token] = await Promise.all([
      sign(claims.access as JWTPayload, key),
      sign(claims.id as JWTPayload, key),
    ]);
    return {
      status: 200,
      body: { access_token, id_token, token_type: 'Bearer', expires_in: signIn.client.accessSeconds },
    };
  };
  return async (path: string, request: IncomingMessage): Promise<Answer | undefined> => {
    const { method } = request;
    if (method === 'GET' && path === '/.well-known/jwks.json') return { status: 200, body: key.keySet };
    if (method === 'GET' && path === '/.well-known/openid-configuration')
      return { status: 200, body: { issuer: pool.issuer, jwks_uri: `${url}/.well-known/jwks.json` } };
    if (method !== 'POST' || path !== '/token') return undefined;
    // No page of a browser may send this type elsewhere without being asked first, and it is not answered then.
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
      throw new TokenRequestError('the content-type has to be application/json');
    return grant(await textOf(request));
  };
};

const failure = (error: unknown, report: Report): Answer => {
  if (error instanceof TokenRequestError)
    return { status: 400, body: { error: 'invalid_request', error_description: error.message } };
  report({ level: 'error', part: 'cognito', message: String(error) });
  return { status: 500, body: { error: 'server_error' } };
};

/**
 * Serves the user pools of the template, each under its id.
 * @throws LocalRuntimeError when the port is taken, or for a trigger that does not run here
 */
export const startUserPools = async (port: number, options: UserPoolOptions): Promise<UserPools> => {
  const { assembly, directory, report } = options;
  const origin = `http://127.0.0.1:${port}`;
  const opening = userPoolsOf(assembly).map(async pool => {
    const [key, url] = [await openSigningKey(pool.id, directory), `${origin}/${pool.id}`];
    return { pool, key, url, prefix: `/${pool.id}`, answer: poolServer(pool, key, url, options) };
  });
  const pools = await Promise.all(opening);
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    if (!asksThisMachine(request)) throw new TokenRequestError('this is not the host that was meant');
    const path = request.url ?? '/';
    const [only, another] = pools;
    // For people: where there is but one pool, its id need not be said.
    if (path === '/token' && another === undefined) return (await only?.answer(path, request)) ?? NOTHING;
    const found = pools.find(({ prefix }) => path.startsWith(`${prefix}/`));
    return (await found?.answer(path.slice(found.prefix.length), request)) ?? NOTHING;
  };
  const server = createServer((request, response) => {
    answerTo(request)
      .catch((error: unknown) => failure(error, report))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      })
      .catch(() => response.destroy());
  });
  if (pools.length > 0) await listen(server, port);
  return {
    urls: Object.fromEntries(pools.map(({ pool, url }) => [pool.logicalId, url])),
    keysOf: issuer => {
      const found = pools.find(({ pool }) => pool.issuer === issuer);
      return found && (async () => found.key.keySet);
    },
    close: () => closeServer(server),
  };
};
