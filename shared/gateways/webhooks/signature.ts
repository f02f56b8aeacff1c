import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** What is signed: a message with its id, sent at a second. */
interface Signed {
  readonly id: string;
  readonly seconds: number;
  readonly body: string;
}

const signatureOf = ({ id, seconds, body }: Signed, secret: string): string => {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
};

/**
 * The headers of a message by the Standard Webhooks specification, signed under each secret that is good.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signedHeaders = (signed: Signed, secrets: readonly string[]): Readonly<Record<string, string>> => ({
  'webhook-id': signed.id,
  'webhook-timestamp': String(signed.seconds),
  'webhook-signature': secrets.map(secret => signatureOf(signed, secret)).join(' '),
});
