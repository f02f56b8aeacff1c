import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { letterOf } from '../../../shared/application/notifications/mail.ts';
import { sesMailer } from '../../../shared/gateways/ses-mailer.ts';
import { operator } from '../stack/support.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { accessExcept, arn, assemblyOf, clockAt, resource } from '../support/machine.ts';

const FROM = 'news@example.org';
const identity = resource('AWS::SES::EmailIdentity', FROM, {}, arn('ses', `identity/${FROM}`));

let gateway: TestGateway;
let mails: string;
beforeAll(async () => {
  mails = await mkdtemp(join(tmpdir(), 'mails-'));
  gateway = await startTestGateway(assemblyOf(identity), {
    access: accessExcept('ses:SendEmail'),
    clock: clockAt('2024-02-29T12:00:00Z'),
    mails: join(mails, 'out'),
  });
});
afterAll(async () => {
  await gateway?.close();
  await rm(mails, { recursive: true, force: true });
});
afterEach(() => vi.unstubAllEnvs());

const written = async (): Promise<string[]> =>
  Promise.all(
    (await readdir(join(mails, 'out')).catch(() => [])).map(name => readFile(join(mails, 'out', name), 'utf8')),
  );

const send = (over: Partial<SendEmailCommandInput>) =>
  new SESv2Client({ ...operator(gateway.endpoint), maxAttempts: 1 }).send(
    new SendEmailCommand({
      FromEmailAddress: FROM,
      Destination: { ToAddresses: ['ada@example.org'] },
      Content: { Simple: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } } },
      ...over,
    }),
  );

describe('a mail by SES', () => {
  it('becomes a file that a mail program opens', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', gateway.endpoint);
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'operator');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
    const mailer = sesMailer({ from: FROM, sleep: async () => {}, random: () => 0 });
    const title = 'Preußen Münster - Fortuna Köln: fünfundzwanzig Tore waren es am Ende';
    const id = await mailer(letterOf({ title, text: 'Ein Spiel\nohne Tore <3' }, 'de', 'ada@example.org'));
    const [mail = ''] = await written();
    const [head = '', ...bodies] = mail.split('\r\n\r\n');
    expect(head.split('\r\n')).toEqual(
      expect.arrayContaining([
        `From: ${FROM}`,
        'To: ada@example.org',
        'Date: Thu, 29 Feb 2024 12:00:00 +0000',
        `Message-ID: <${id}@local.amazonses.com>`,
        `List-Unsubscribe: <mailto:${FROM}?subject=unsubscribe>`,
      ]),
    );
    const words = [...head.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)].map(([, word = '']) =>
      Buffer.from(word, 'base64').toString(),
    );
    expect(words.join('')).toBe(title);
    expect(Math.max(...mail.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(998);
    const texts = bodies.slice(1).map(body => Buffer.from(body.split('--')[0] ?? '', 'base64').toString());
    expect(texts[0]).toMatch(/^Ein Spiel\nohne Tore <3\n/);
    expect(texts[1]).toContain('Ein Spiel<br>ohne Tore &lt;3');
  });

  it.each<[string, Partial<SendEmailCommandInput>, object]>([
    ['from an address that is not verified', { FromEmailAddress: 'eve@example.org' }, { name: 'MessageRejected' }],
    ['to nobody', { Destination: {} }, { name: 'BadRequestException' }],
    [
      'with two lines in one',
      { Content: { Simple: { Subject: { Data: 'x\r\nBcc: eve@x' }, Body: {} } } },
      { name: 'BadRequestException' },
    ],
    [
      'of a form that does not run here',
      { Content: { Raw: { Data: new Uint8Array([1]) } } },
      { name: 'NotImplemented' },
    ],
  ])('is refused %s', async (_what, over, error) => {
    const before = await written();
    await expect(send(over)).rejects.toMatchObject(error);
    expect(await written()).toEqual(before);
  });

  it('is refused to a role that may not send', async () => {
    const client = new SESv2Client({
      ...operator(gateway.endpoint),
      credentials: { accessKeyId: 'role-reader', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    const sending = client.send(
      new SendEmailCommand({
        FromEmailAddress: FROM,
        Destination: { ToAddresses: ['a@b.c'] },
        Content: { Simple: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } } },
      }),
    );
    await expect(sending).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
