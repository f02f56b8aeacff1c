import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { letterOf } from '../../shared/application/notifications/mail.ts';
import { sesMailer } from '../../shared/gateways/ses-mailer.ts';

const letter = letterOf({ title: 'A - B', text: 'A 1:0 B.' }, 'en', 'ada@example.org');

/** An SES that answers what a test says, in order; and what it was asked. */
let answers: { readonly status: number; readonly error?: string }[];
let asked: Record<string, unknown>[];
let server: Server;
beforeEach(async () => {
  [answers, asked] = [[], []];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(JSON.parse(body) as Record<string, unknown>);
      const { status, error } = answers.shift() ?? { status: 200 };
      response.writeHead(status, { 'content-type': 'application/json', ...(error && { 'x-amzn-errortype': error }) });
      response.end(JSON.stringify(error ? { message: 'no' } : { MessageId: `m-${asked.length}` }));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'x');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});

const mailer = () => {
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  return { waits, send: sesMailer({ from: 'news@example.org', sleep, random: () => 1 }) };
};

describe('sending by SES', () => {
  it('says from whom, to whom and what, and how to get no more', async () => {
    expect(await mailer().send(letter)).toBe('m-1');
    expect(asked).toEqual([
      {
        FromEmailAddress: 'news@example.org',
        Destination: { ToAddresses: ['ada@example.org'] },
        Content: {
          Simple: {
            Subject: { Data: 'A - B', Charset: 'UTF-8' },
            Body: { Text: { Data: letter.text, Charset: 'UTF-8' }, Html: { Data: letter.html, Charset: 'UTF-8' } },
            Headers: [{ Name: 'List-Unsubscribe', Value: '<mailto:news@example.org?subject=unsubscribe>' }],
          },
        },
      },
    ]);
  });

  it('tries again what was one too many, ever later, and gives up', async () => {
    const { send, waits } = mailer();
    answers = Array(2).fill({ status: 429, error: 'TooManyRequestsException' });
    expect(await send(letter)).toBe('m-3');
    expect(waits).toEqual([400, 800]);
    answers = Array(9).fill({ status: 429, error: 'TooManyRequestsException' });
    await expect(send(letter)).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    expect(asked).toHaveLength(3 + 6);
  });

  it.each([
    { status: 500, error: 'InternalServiceErrorException' },
    { status: 503, error: 'ServiceUnavailable' },
    { status: 400, error: 'MessageRejected' },
  ])('does not try again what may have been sent: %j', async answer => {
    answers = [answer];
    const { send, waits } = mailer();
    await expect(send(letter)).rejects.toThrow();
    expect([asked.length, waits]).toEqual([1, []]);
  });
});
