import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { Letter, SendMail } from '../application/notifications/mail.ts';

/** What a mailer goes by. */
export interface SesMailerOptions {
  /** The verified address that mails come from, and that answers go to. */
  readonly from: string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 0..1 */
  readonly random: () => number;
}

/** Refused for being one too many: surely not sent, so it may be tried again. */
const THROTTLED = 'TooManyRequestsException';
const MAX_ATTEMPTS = 6;
const BACK_OFF_MS = 200;

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

const request = (from: string, { to, subject, text, html }: Letter) => ({
  FromEmailAddress: from,
  Destination: { ToAddresses: [to] },
  Content: {
    Simple: {
      Subject: utf8(subject),
      Body: { Text: utf8(text), Html: utf8(html) },
      // RFC 2369: mail programs show a button for it.
      Headers: [{ Name: 'List-Unsubscribe', Value: `<mailto:${from}?subject=unsubscribe>` }],
    },
  },
});

/**
 * Sends mails by Amazon SES. Only what was surely not sent is tried again: SES does not know a mail that it has sent before, and
 * the SDK's own retries would send some twice.
 *
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export const sesMailer = ({ from, sleep, random }: SesMailerOptions): SendMail => {
  let opened: Promise<(letter: Letter) => Promise<string>> | undefined;
  // Most functions never send one: the SDK is loaded with the first.
  const open = async () => {
    const { SESv2Client: Client, SendEmailCommand } = await import('@aws-sdk/client-sesv2');
    const client: SESv2Client = new Client({ maxAttempts: 1 });
    return async (letter: Letter) => {
      const { MessageId = '' } = await client.send(new SendEmailCommand(request(from, letter)));
      return MessageId;
    };
  };
  return async letter => {
    opened ??= open();
    const send = await opened;
    for (let attempt = 1; ; attempt += 1)
      try {
        return await send(letter);
      } catch (error) {
        if (!(error instanceof Error && error.name === THROTTLED) || attempt === MAX_ATTEMPTS) throw error;
        await sleep(random() * BACK_OFF_MS * 2 ** attempt);
      }
  };
};
