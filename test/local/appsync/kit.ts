import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { startEventApi } from '../../../local/appsync/server.ts';
import { freePort } from '../../../local/dynamodb/java.ts';
import type { Closeable, JsonObject } from '../../../local/types.ts';
import { accessExcept, arn, assemblyOf, resource } from '../support/machine.ts';

const ISSUER = 'https://cognito-idp.eu-central-1.amazonaws.com/pool';

/** Lets everybody listen to what is of their own tenant. */
const CODE = `import { util } from '@aws-appsync/utils';
export function onSubscribe(ctx) {
  if (ctx.info.channel.segments[1] !== ctx.identity.claims.tenant) util.unauthorized();
}
`;

const USERS = [{ AuthType: 'AMAZON_COGNITO_USER_POOLS' }];
const ROLES = [{ AuthType: 'AWS_IAM' }];

/** An Event API with a namespace `live`, and whatever a test has otherwise. */
export const eventApi = (config: JsonObject = {}, namespace: JsonObject = {}) => [
  resource(
    'AWS::AppSync::Api',
    'api',
    {
      EventConfig: {
        AuthProviders: [...USERS.map(mode => ({ ...mode, CognitoConfig: { UserPoolId: 'pool' } })), ...ROLES],
        ConnectionAuthModes: USERS,
        DefaultSubscribeAuthModes: USERS,
        DefaultPublishAuthModes: ROLES,
        ...config,
      },
    },
    arn('appsync', 'apis/api-1'),
  ),
  resource(
    'AWS::AppSync::ChannelNamespace',
    'live',
    { ApiId: 'api-1', Name: 'live', CodeHandlers: CODE, ...namespace },
    arn('appsync', 'apis/api-1/channelNamespace/live'),
  ),
];

/** An Event API on this machine, and tokens of its users. */
export interface TestEventApi extends Closeable {
  readonly port: number;
  readonly host: string;
  readonly reports: string[];
  readonly token: (claims?: JWTPayload) => Promise<string>;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

const makeKeys = async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { privateKey, keySet: { keys: [{ ...(await exportJWK(publicKey)), kid: 'own', use: 'sig' }] } };
};
/** To make one takes long. */
let making: ReturnType<typeof makeKeys> | undefined;

/** @param denied actions that no role may do */
export const startTestEventApi = async (
  options: {
    denied?: readonly string[];
    keepAliveMs?: number;
    port?: number;
    resources?: ReturnType<typeof eventApi>;
  } = {},
): Promise<TestEventApi> => {
  making ??= makeKeys();
  const { privateKey, keySet } = await making;
  const resources = options.resources ?? eventApi();
  const assembly = assemblyOf(...resources);
  const port = options.port ?? (await freePort());
  const reports: string[] = [];
  const [api] = assembly.ofType('AWS::AppSync::Api');
  if (!api) throw new Error('no api');
  const server = await startEventApi(api, port, {
    assembly,
    access: accessExcept(...(options.denied ?? [])),
    keysOf: issuer => (issuer === ISSUER ? async () => keySet : undefined),
    roleOf: key => (key.startsWith('role-') ? arn('iam', `role/${key.slice(5)}`) : undefined),
    report: ({ message }) => reports.push(message),
    ...(options.keepAliveMs !== undefined && { keepAliveMs: options.keepAliveMs }),
  });
  const token = (claims: JWTPayload = {}) =>
    new SignJWT({ iss: ISSUER, sub: 'ann', token_use: 'access', tenant: 'acme', exp: seconds() + 60, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'own' })
      .sign(privateKey);
  return { port, host: `127.0.0.1:${port}`, reports, token, close: () => server.close() };
};

/** A client that keeps what it is sent. */
export interface Listener {
  readonly messages: JsonObject[];
  send(message: JsonObject): void;
  /** The next message that is none of the ones before. */
  next(): Promise<JsonObject>;
  readonly closed: Promise<number>;
  close(): void;
}

/** Connects as a page does. Rejects when the handshake is refused. */
export const connect = (host: string, token: string, path = '/event/realtime'): Promise<Listener> => {
  const header = Buffer.from(JSON.stringify({ Authorization: token, host })).toString('base64url');
  const socket = new WebSocket(`ws://${host}${path}`, ['aws-appsync-event-ws', `header-${header}`]);
  const messages: JsonObject[] = [];
  const waiting: ((message: JsonObject) => void)[] = [];
  const fresh: JsonObject[] = [];
  socket.on('message', data => {
    const message = JSON.parse(String(data)) as JsonObject;
    messages.push(message);
    const first = waiting.shift();
    if (first) first(message);
    else fresh.push(message);
  });
  const closed = new Promise<number>(resolve => {
    socket.on('close', resolve);
  });
  const listener: Listener = {
    messages,
    send: message => socket.send(JSON.stringify(message)),
    next: () =>
      new Promise(resolve => {
        const first = fresh.shift();
        if (first) resolve(first);
        else waiting.push(resolve);
      }),
    closed,
    close: () => socket.terminate(),
  };
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(listener));
    socket.on('error', reject);
  });
};
