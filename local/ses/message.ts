import { randomUUID } from 'node:crypto';
import { objectAt, objectsAt, textAt, textsAt } from '../json.ts';
import type { JsonObject } from '../types.ts';

/** What of a SendEmail request goes into a mail. */
export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly date: Date;
  readonly content: JsonObject;
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');

/** RFC 2047, in words of 75 characters at most. */
const encodedWords = (text: string): string => {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map(each => `=?UTF-8?B?${Buffer.from(each, 'utf8').toString('base64')}?=`).join('\r\n ');
};

const part = (type: string, text: string): string =>
  [`Content-Type: ${type}; charset=UTF-8`, 'Content-Transfer-Encoding: base64', '', base64(text)].join('\r\n');

/** The message as mail programs read it: RFC 5322, both bodies as alternatives. */
export const messageOf = ({ id, from, to, date, content }: Mail): string => {
  const bodies = objectAt(content, 'Body');
  const [text, html] = (['Text', 'Html'] as const).map(name => textAt(objectAt(bodies, name), 'Data'));
  const boundary = randomUUID();
  return [
    `From: ${from}`,
    `To: ${to.join(', ')}`,
    `Subject: ${encodedWords(textAt(objectAt(content, 'Subject'), 'Data') ?? '')}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@local.amazonses.com>`,
    ...objectsAt(content, 'Headers').map(header => `${textAt(header, 'Name')}: ${textAt(header, 'Value')}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...[text === undefined ? [] : [part('text/plain', text)], html === undefined ? [] : [part('text/html', html)]]
      .flat()
      .flatMap(own => [`--${boundary}`, own]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
};

/** The addresses of a request; none is more than one line, here or on AWS. */
export const recipientsOf = (body: JsonObject): readonly string[] => {
  const destination = objectAt(body, 'Destination');
  return ['ToAddresses', 'CcAddresses', 'BccAddresses'].flatMap(name => textsAt(destination, name));
};
