import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { RawAnswer } from '../dynamodb/client.ts';
import type { Demand } from '../gateway/dynamodb-access.ts';
import { AwsError, parseBody } from '../gateway/protocol.ts';
import { objectAt, objectsAt, textAt } from '../json.ts';
import type { Assembly, JsonObject, MachineClock } from '../types.ts';
import { messageOf, recipientsOf } from './message.ts';

/** SES, as far as it sends. Throws {@link AwsError} to refuse. */
export interface SesService {
  /** @param authorize throws when the caller may not do what is demanded */
  answer(request: IncomingMessage, body: Buffer, authorize: (demands: readonly SesDemand[]) => void): RawAnswer;
}

/** What IAM is asked, with the condition keys of the request. */
export type SesDemand = Demand & { readonly context: Readonly<Record<string, string>> };

/** It has no X-Amz-Target: what a request is signed for tells that it is for SES. */
export const isSes = (request: IncomingMessage): boolean =>
  /Credential=[^/]+\/\d+\/[^/]+\/ses\/aws4_request/.test(request.headers.authorization ?? '');

/** https://docs.aws.amazon.com/ses/latest/DeveloperGuide/quotas.html */
const MAX_RECIPIENTS = 50;
const LINE_BREAK = /[\r\n]/;

const badRequest = (message: string): AwsError => new AwsError('BadRequestException', message);

/** @throws AwsError for what SES refuses, and for what does not run here: raw messages, templates, attachments */
const checked = (body: JsonObject) => {
  const content = objectAt(objectAt(body, 'Content'), 'Simple');
  if (!content) throw new AwsError('NotImplemented', 'Only simple messages are sent locally.', { status: 501 });
  const from = textAt(body, 'FromEmailAddress') ?? '';
  const to = recipientsOf(body);
  if (to.length === 0 || to.length > MAX_RECIPIENTS) throw badRequest('Recipient count must be from 1 to 50.');
  const lines = [from, ...to, textAt(objectAt(content, 'Subject'), 'Data') ?? ''];
  const headers = objectsAt(content, 'Headers').flatMap(header => [textAt(header, 'Name'), textAt(header, 'Value')]);
  if ([...lines, ...headers].some(text => text !== undefined && LINE_BREAK.test(text)))
    throw badRequest('A header must be one line.');
  return { content, from, to };
};

/**
 * Sends mails nowhere: each becomes a file, which a mail program opens. The identities of the template count as verified.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export const createSesService = (options: {
  readonly assembly: Assembly;
  readonly clock: MachineClock;
  /** Absent: what is sent is forgotten. */
  readonly directory?: string;
}): SesService => {
  const { assembly, clock, directory } = options;
  const identities = new Map(assembly.ofType('AWS::SES::EmailIdentity').map(({ name, arn }) => [name, arn]));
  const arnOf = (from: string): string => {
    const address = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
    const own = identities.get(address) ?? identities.get(address.slice(address.lastIndexOf('@') + 1));
    if (own !== undefined) return own;
    throw new AwsError('MessageRejected', `Email address is not verified: ${address}`);
  };
  return {
    answer: (request, bytes, authorize) => {
      if (request.method !== 'POST' || request.url !== '/v2/email/outbound-emails')
        throw new AwsError('NotImplemented', `The local SES does not know ${request.method} ${request.url}.`, {
          status: 501,
        });
      const { content, from, to } = checked(parseBody(bytes));
      authorize([{ action: 'ses:SendEmail', resource: arnOf(from), context: { 'ses:FromAddress': from } }]);
      const id = randomUUID();
      const date = clock.now();
      if (directory !== undefined) {
        mkdirSync(directory, { recursive: true });
        const name = `${date.toISOString().replaceAll(':', '-')}-${id}.eml`;
        writeFileSync(join(directory, name), messageOf({ id, from, to, date, content }));
      }
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify({ MessageId: id })),
      };
    },
  };
};

/** A refusal in the words of a REST service. */
export const sesRefusal = ({ code, message, status }: AwsError): RawAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
  body: Buffer.from(JSON.stringify({ message })),
});
