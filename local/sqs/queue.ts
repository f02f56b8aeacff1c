import { randomUUID } from 'node:crypto';
import { createAlarm } from './alarm.ts';
import type { Journal } from './journal.ts';
import { createMessage, type Message, type NewMessage } from './message.ts';

/** A queue's settings, in seconds. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly visibilityTimeout: number;
  readonly delay: number;
  readonly retention: number;
  readonly receiveWait: number;
  /** Bytes of body and attributes. */
  readonly maximumMessageSize: number;
  readonly redrive: { readonly deadLetterArn: string; readonly maxReceiveCount: number } | undefined;
}

/** How many messages are where. */
export interface QueueDepth {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

/** One standard queue. Order is that of arrival, which a consumer must not count on. */
export interface Queue {
  readonly settings: QueueSettings;
  readonly depth: QueueDepth;
  send(messages: readonly NewMessage[]): readonly Message[];
  /** Takes back a message that another queue let go, with its id and age. */
  adopt(message: Message, from: string): void;
  /** Up to `max` visible messages, hidden from others for `visibilitySeconds`. Those received too often go to the dead-letter queue instead. */
  receive(max: number, visibilitySeconds?: number): readonly Message[];
  /** Deletes by the latest receipt handle; false when the handle is stale or unknown. */
  delete(receiptHandle: string): boolean;
  deleteAll(receiptHandles: readonly string[]): void;
  /** False when the message is not in flight. */
  changeVisibility(receiptHandle: string, seconds: number): boolean;
  purge(): void;
  /** Calls back whenever a message becomes visible. Returns the way to stop that. */
  onVisible(listener: () => void): () => void;
  close(): void;
}

export interface QueueOptions {
  readonly journal: Journal;
  /** Epoch ms of the machine's clock. */
  readonly now: () => number;
  readonly deadLetterQueue: (arn: string) => Queue | undefined;
  /** After any change of depth. */
  readonly changed: () => void;
}

/** A queue with what the journal holds of it. */
export const createQueue = (settings: QueueSettings, options: QueueOptions): Queue => {
  const { journal } = options;
  const visible = new Set<Message>();
  const delayed = new Set<Message>();
  const inFlight = new Map<string, Message>();
  const listeners = new Set<() => void>();

  const announce = (): void => {
    for (const listener of [...listeners]) listener();
    options.changed();
  };
  const show = (message: Message): void => {
    message.hiddenUntil = 0;
    message.receiptHandle = undefined;
    visible.add(message);
  };
  const wake = (): void => {
    const now = Date.now();
    let shown = false;
    const consider = (message: Message, release: () => void): void => {
      if (message.hiddenUntil > now) {
        alarm.by(message.hiddenUntil);
        return;
      }
      release();
      show(message);
      shown = true;
    };
    for (const message of delayed) consider(message, () => delayed.delete(message));
    for (const [handle, message] of inFlight) consider(message, () => inFlight.delete(handle));
    if (shown) announce();
  };
  const alarm = createAlarm(() => wake());
  const place = (message: Message): void => {
    if (message.hiddenUntil > Date.now()) {
      delayed.add(message);
      alarm.by(message.hiddenUntil);
    } else show(message);
  };
  for (const message of journal.load(settings.name)) place(message);

  /** Expired, or received too often: gone from this queue, with its new place written in the same transaction. */
  const letGo = (message: Message): boolean => {
    if (Date.now() - message.enqueuedAt > settings.retention * 1000) {
      journal.remove(message.id);
      return true;
    }
    const { redrive } = settings;
    if (redrive === undefined || message.receiveCount < redrive.maxReceiveCount) return false;
    const deadLetterQueue = options.deadLetterQueue(redrive.deadLetterArn);
    if (deadLetterQueue === undefined) return false;
    deadLetterQueue.adopt(message, settings.arn);
    return true;
  };
  const take = (message: Message, until: number): void => {
    message.receiveCount += 1;
    message.firstReceivedAt ??= options.now();
    message.receiptHandle = randomUUID();
    message.hiddenUntil = until;
    inFlight.set(message.receiptHandle, message);
    journal.received(message);
  };
  const deleteOne = (handle: string): boolean => {
    const message = inFlight.get(handle);
    if (message === undefined) return false;
    inFlight.delete(handle);
    journal.remove(message.id);
    return true;
  };

  return {
    settings,
    get depth() {
      return { visible: visible.size, inFlight: inFlight.size, delayed: delayed.size };
    },
    send: inputs => {
      const messages = inputs.map(input => createMessage(input, options.now(), input.delaySeconds ?? settings.delay));
      journal.transaction(() => {
        for (const message of messages) journal.insert(settings.name, message);
      });
      for (const message of messages) place(message);
      announce();
      return messages;
    },
    adopt: (message, from) => {
      const adopted: Message = { ...message, deadLetteredFrom: from, hiddenUntil: 0, receiptHandle: undefined };
      journal.insert(settings.name, adopted);
      show(adopted);
      queueMicrotask(announce);
    },
    receive: (max, visibilitySeconds = settings.visibilityTimeout) => {
      if (visible.size === 0) return [];
      const received: Message[] = [];
      const touched: Message[] = [];
      const until = Date.now() + visibilitySeconds * 1000;
      try {
        journal.transaction(() => {
          for (const message of visible) {
            if (received.length >= max) break;
            visible.delete(message);
            touched.push(message);
            if (letGo(message)) continue;
            take(message, until);
            received.push(message);
          }
        });
      } catch (error) {
        // A full disk: nothing was received, and nothing may be lost.
        for (const message of touched) {
          if (message.receiptHandle !== undefined) inFlight.delete(message.receiptHandle);
          show(message);
        }
        throw error;
      }
      if (received.length > 0) alarm.by(until);
      options.changed();
      return received;
    },
    delete: handle => {
      const deleted = deleteOne(handle);
      options.changed();
      return deleted;
    },
    deleteAll: handles => {
      journal.transaction(() => {
        for (const handle of handles) deleteOne(handle);
      });
      options.changed();
    },
    changeVisibility: (handle, seconds) => {
      const message = inFlight.get(handle);
      if (message === undefined) return false;
      message.hiddenUntil = Date.now() + seconds * 1000;
      if (seconds > 0) alarm.by(message.hiddenUntil);
      else wake();
      return true;
    },
    purge: () => {
      visible.clear();
      delayed.clear();
      inFlight.clear();
      journal.clear(settings.name);
      options.changed();
    },
    onVisible: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => alarm.close(),
  };
};
