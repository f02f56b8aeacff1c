import { type PlayerDependencies, readProfile } from '../player-commands.ts';
import type { KeyRef } from '../player-keys.ts';
import type { Language } from './language.ts';
import { type Notification, playerOfInbox, type Said } from './notification.ts';
import { WORDS } from './words/by-language.ts';

/** A mail, before it has a sender. */
export interface Letter {
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Sends mails. Twice the same letter: two mails.
 *
 * @returns the id that the service gave it
 * @throws when it was not taken, or nobody knows
 */
export type SendMail = (letter: Letter) => Promise<string>;

/** How sending a mail ended. */
export type MailOutcome =
  | { readonly status: 'sent'; readonly messageId: string }
  /** It was not taken, or nobody knows: it is not tried again, as it may have been sent. */
  | { readonly status: 'failed'; readonly reason: string };

/** What was mailed. A mail that was begun and has no outcome may have been sent or not: whoever sent it did not live to say. */
export interface MailLog {
  /** Says that it is being sent; false: somebody said so before. Of two who begin at the same time one may send. */
  begin(notification: Notification): Promise<boolean>;
  end(notification: Notification, outcome: MailOutcome): Promise<void>;
}

/** What mailing needs. */
export interface Mailing {
  readonly log: MailLog;
  readonly send: SendMail;
  /** The address of a player; undefined: there is none, or the player was forgotten. */
  readonly addressOf: (ref: KeyRef) => Promise<string | undefined>;
  /** Told of a mail that failed. */
  readonly failed: (notification: Notification, reason: string) => void;
}

/** Older news is not mailed: it comes from a replay, a redrive or an outage, and is in the inbox. */
const MAX_AGE_MS = 24 * 3600 * 1000;
const MAX_SUBJECT = 150;

/** Names and reasons are what people typed: a line of a mail's head must stay one line, without what no line has. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, MAX_SUBJECT)
    .toWellFormed();

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, character => ESCAPES[character] ?? character);

/** The mail that brings a notification. */
export const letterOf = ({ title, text }: Said, language: Language, to: string): Letter => {
  const { mailHint } = WORDS[language];
  return {
    to,
    subject: oneLine(title),
    text: `${text}\n\n-- \n${mailHint}\n`,
    html: `<!doctype html><html lang="${language}"><body><p>${escaped(text).replaceAll('\n', '<br>')}</p><hr><p><small>${escaped(mailHint)}</small></p></body></html>`,
  };
};

/** Looks up the address in the player's profile. */
export const addressIn =
  (sources: Pick<PlayerDependencies, 'store' | 'keys'>): Mailing['addressOf'] =>
  async ref => {
    const found = await readProfile(sources, ref);
    return found.status === 'registered' ? found.profile.email : undefined;
  };

/**
 * Mails a notification, at most once: it is put on record before it is sent. Killed in between, the mail may be missing, and
 * the record says so.
 *
 * @throws what the log and the address throw: then nothing was sent
 */
export const mailOnce = async (
  { log, send, addressOf, failed }: Mailing,
  notification: Notification,
  language: Language,
  now: string,
): Promise<void> => {
  const playerId = playerOfInbox(notification.inbox);
  if (playerId === undefined || Date.parse(now) - Date.parse(notification.at) > MAX_AGE_MS) return;
  const to = await addressOf({ tenantId: notification.tenantId, playerId });
  if (to === undefined || !(await log.begin(notification))) return;
  let outcome: MailOutcome;
  try {
    outcome = { status: 'sent', messageId: await send(letterOf(notification.said[language], language, to)) };
  } catch (error) {
    // Its message may quote the address.
    outcome = { status: 'failed', reason: error instanceof Error ? error.name : 'unknown' };
    failed(notification, outcome.reason);
  }
  await log.end(notification, outcome);
};
