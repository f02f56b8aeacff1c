import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSite } from '../../../local/cloudfront/server.ts';
import { freePort } from '../../../local/dynamodb/java.ts';
import { accessControl } from '../../../local/iam/access-control.ts';
import { deployBuckets } from '../../../local/s3/deployment.ts';
import { createS3Service } from '../../../local/s3/service.ts';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { unsupported } from '../../../local/template/unsupported.ts';
import type { AccessControl, Assembly } from '../../../local/types.ts';
import { accessExcept, clockAt } from '../support/machine.ts';
import { SCRIPT, synthesizeSite } from './template.ts';

const clock = clockAt('2024-02-29T12:00:00Z');

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let directory: string;
let assembly: Assembly;
const seen: Seen[] = [];
const api = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { method, url, headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    if (url === '/v1/dies') return response.destroy();
    const status = url === '/v1/nothing' ? 404 : 201;
    response.writeHead(status, { etag: '"7"', 'set-cookie': ['a=1', 'b=2'], 'content-type': 'application/json' });
    return response.end(SCRIPT);
  });
});
let apiHost: string;

beforeAll(async () => {
  await new Promise<void>(resolve => api.listen(0, '127.0.0.1', resolve));
  apiHost = `127.0.0.1:${(api.address() as AddressInfo).port}`;
  directory = synthesizeSite();
  assembly = loadAssembly(directory, { apiEndpoint: () => `http://${apiHost}` });
});
afterAll(() => {
  rmSync(directory, { recursive: true });
  api.closeAllConnections();
  api.close();
});

/** The page and its files on a port of their own, until the test is over. */
const start = async (over: { readonly access?: AccessControl } = {}) => {
  const access = over.access ?? accessControl(assembly);
  const s3 = createS3Service({ assembly, clock });
  deployBuckets({ assembly, directory, access: accessControl(assembly), s3 });
  const [distribution, ...more] = assembly.ofType('AWS::CloudFront::Distribution');
  if (distribution === undefined || more.length > 0) throw new Error('there is not one distribution');
  const port = await freePort();
  const reports: string[] = [];
  const site = await startSite(distribution, port, {
    assembly,
    access,
    s3,
    routes: { '/demo/': (request, response) => response.end(`demo ${request.url}`) },
    report: ({ message }) => reports.push(message),
  });
  onTestFinished(async () => {
    await site.close();
    s3.close();
  });
  return { url: `http://127.0.0.1:${port}`, port, reports };
};

/** As a client that is no browser: no header is added, nothing is unpacked. */
const raw = async (url: string, headers: Record<string, string> = {}, method = 'GET') => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    send(url, { method, headers }, resolve).once('error', reject).end();
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
};

describe('a template with a page', () => {
  it('is understood as a whole', () => {
    expect(unsupported(assembly)).toEqual([]);
  });
});

describe('a page', () => {
  it('is served with the headers of its policy, and hosts of this machine without TLS', async () => {
    const { url } = await start();
    const answer = await raw(`${url}/`);
    expect([answer.status, answer.body.toString()]).toEqual([200, '<!doctype html><title>page</title>']);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html',
      'cache-control': 'no-cache',
      'content-security-policy': `connect-src 'self' ws://${apiHost} https://else.example`,
      'x-content-type-options': 'nosniff',
      'x-own': 'added',
      'content-length': '34',
    });
  });

  it('is at every path that its function makes of it', async () => {
    const { url } = await start();
    expect((await raw(`${url}/some/screen/`)).body.toString()).toContain('<title>page');
  });

  it('has the values of the deployment in its configuration, as JSON', async () => {
    const { url } = await start();
    const { headers, body } = await raw(`${url}/config.json`);
    const [{ ref } = { ref: '' }] = assembly.ofType('AWS::ApiGatewayV2::Api');
    expect(JSON.parse(body.toString())).toEqual({ api: `http://${apiHost}`, id: `"${ref}"`, count: 2, nothing: null });
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-cache' });
  });

  it('is not sent again to who has it', async () => {
    const { url } = await start();
    const first = await raw(`${url}/`);
    const again = await raw(`${url}/`, { 'if-none-match': `"other", ${first.headers.etag}` });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, first.headers.etag]);
    expect(again.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-own': 'added' });
    expect((await raw(`${url}/`, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is compressed where it is worth it and asked for', async () => {
    const { url } = await start();
    const script = `${url}/assets/main-1234.js`;
    const plain = await raw(script);
    expect([plain.body.toString(), plain.headers['content-encoding']]).toEqual([SCRIPT, undefined]);
    const packed = await raw(script, { 'accept-encoding': 'gzip, br' });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript',
      'cache-control': expect.stringContaining('immutable'),
      etag: `W/${plain.headers.etag}`,
      vary: 'accept-encoding',
    });
    expect(gunzipSync(packed.body).toString()).toBe(SCRIPT);
    expect((await raw(script, { 'if-none-match': `W/${plain.headers.etag}` })).status).toBe(304);
    const small = await raw(`${url}/assets/small-1234.css`, { 'accept-encoding': 'gzip' });
    expect([small.body.toString(), small.headers['content-encoding']]).toEqual(['b{}', undefined]);
  });

  it('answers HEAD without a body, and refuses what changes something', async () => {
    const { url } = await start();
    const head = await raw(`${url}/`, {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '34', 0]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await raw(`${url}/`, {}, method)).status).toBe(403);
  });

  it.each(['/assets/none.js', '/%E0%A4%A', '/..%2fpackage.json'])('does not tell whether %s is there', async path => {
    const { url } = await start();
    const answer = await raw(url + path);
    expect([answer.status, answer.headers['x-own']]).toEqual([403, 'added']);
    expect(answer.body.toString()).toContain('<Code>AccessDenied</Code>');
  });

  it('is not served when the bucket lets nobody read', async () => {
    const { url } = await start({ access: accessExcept('s3:GetObject') });
    expect((await raw(`${url}/`)).status).toBe(403);
  });

  it('answers 502 when its function fails, and says so', async () => {
    const { url, reports } = await start();
    expect((await raw(`${url}/fails.txt`)).status).toBe(502);
    expect(reports).toEqual([expect.stringContaining('no such thing')]);
  });
});

describe('an API behind a page', () => {
  it('gets the request as it came, but for the host', async () => {
    const { url } = await start();
    seen.length = 0;
    const answer = await fetch(`${url}/v1/a%2Fb?x=1&x=%C3%BC`, {
      method: 'POST',
      body: '{"é":1}',
      headers: { authorization: 'Bearer t', 'if-match': '"3"', 'content-type': 'application/json' },
    });
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/v1/a%2Fb?x=1&x=%C3%BC',
        headers: { authorization: 'Bearer t', 'if-match': '"3"', host: apiHost, 'content-type': 'application/json' },
        body: '{"é":1}',
      },
    ]);
    expect([answer.status, await answer.text(), answer.headers.getSetCookie()]).toEqual([201, SCRIPT, ['a=1', 'b=2']]);
  });

  it('keeps its ETag, its length and its 404, and gets no headers of the page', async () => {
    const { url } = await start();
    const answer = await raw(`${url}/v1/nothing`, { 'accept-encoding': 'gzip' });
    expect([answer.status, answer.headers.etag, answer.body.toString()]).toEqual([404, '"7"', SCRIPT]);
    for (const name of ['content-encoding', 'x-own', 'content-security-policy'])
      expect(answer.headers).not.toHaveProperty(name);
  });

  it('that goes away in the midst is a 502', async () => {
    const { url, reports } = await start();
    expect((await raw(`${url}/v1/dies`)).status).toBe(502);
    expect(reports).toEqual([expect.stringContaining('/v1/dies')]);
    expect((await raw(`${url}/v1/nothing`)).status).toBe(404);
  });
});

describe('a port of this machine', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1'])(
    'is not there for the host %s',
    async host => {
      const { url } = await start();
      for (const path of ['/', '/v1/nothing', '/demo/state']) {
        const answer = await raw(url + path, { host });
        expect([path, answer.status]).toEqual([path, 403]);
      }
    },
  );

  it('is there for its name', async () => {
    const { url, port } = await start();
    expect((await raw(`${url}/`, { host: `localhost:${port}` })).status).toBe(200);
  });

  it('answers what is not the distribution’s by who runs it, and only to pages of this machine', async () => {
    const { url } = await start();
    expect((await raw(`${url}/demo/state?a=1`)).body.toString()).toBe('demo /demo/state?a=1');
    expect((await raw(`${url}/demo`)).body.toString()).not.toContain('demo /demo');
    expect((await raw(`${url}/demonstration/`)).body.toString()).toContain('<title>page');
    const from = (origin: string) => raw(`${url}/demo/play`, { origin }, 'POST');
    expect((await from('http://localhost:5173')).status).toBe(200);
    for (const origin of ['https://evil.example', 'http://127.0.0.1.evil.example', 'null'])
      expect([origin, (await from(origin)).status]).toEqual([origin, 403]);
  });
});

describe('a deployment of files', () => {
  const deploy = (access: AccessControl) => () =>
    deployBuckets({ assembly, directory, access, s3: createS3Service({ assembly, clock }) });

  it.each(['s3:GetObject', 's3:ListBucket', 's3:PutObject'])('needs a role that may %s', action => {
    expect(deploy(accessExcept(action))).toThrow(`not authorized to perform: ${action}`);
  });

  it('says which asset is missing', () => {
    const other = { ...assembly, ofType: (type: string) => assembly.ofType(type).map(missing) };
    expect(() =>
      deployBuckets({ assembly: other, directory, access: accessExcept(), s3: createS3Service({ assembly, clock }) }),
    ).toThrow('there is no asset missing.zip');
  });
});

const missing = (resource: ReturnType<Assembly['ofType']>[number]): typeof resource => ({
  ...resource,
  properties: { ...resource.properties, SourceObjectKeys: ['missing.zip'] },
});
