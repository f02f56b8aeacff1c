import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import type { NotificationKind } from './notification.ts';

/** What a player can switch on and off. */
export const TOPICS = ['results', 'corrections', 'reminders', 'highConfidence'] as const;
export type Topic = (typeof TOPICS)[number];

/** Where a notification goes. */
export interface Channels {
  readonly inbox: boolean;
  readonly mail: boolean;
}

export type Preferences = Readonly<Record<Topic, Channels>> & {
  /** Of mails. The inbox is in every language. */
  readonly language: Language;
};

/** What a player gets who has said nothing: all of it in the inbox. Nobody is mailed who did not ask for it. */
export const DEFAULT_PREFERENCES: Preferences = {
  results: { inbox: true, mail: false },
  corrections: { inbox: true, mail: false },
  reminders: { inbox: true, mail: false },
  highConfidence: { inbox: true, mail: false },
  language: DEFAULT_LANGUAGE,
};

const TOPIC_OF: Readonly<Record<NotificationKind, Topic | undefined>> = {
  'prediction-result': 'results',
  correction: 'corrections',
  reminder: 'reminders',
  'high-confidence': 'highConfidence',
  // The news of a competition: of nobody in particular.
  'match-result': undefined,
};

/** Where a notification of this kind goes. */
export const channelsOf = (kind: NotificationKind, preferences: Preferences): Channels => {
  const topic = TOPIC_OF[kind];
  return topic === undefined ? { inbox: true, mail: false } : preferences[topic];
};

/** Preferences as they are stored. */
export interface VersionedPreferences {
  readonly preferences: Preferences;
  /** 0: the player has said nothing yet. */
  readonly version: number;
}

/** Somebody else has changed the preferences meanwhile: they are of another version than the one that was named. */
export class PreferencesChangedError extends Error {
  override readonly name = 'PreferencesChangedError';
}

/** Where the preferences of players are kept. */
export interface PreferencesStore {
  read(tenantId: string, playerId: string): Promise<VersionedPreferences>;
  /**
   * Replaces them, whatever they are, or only those of version `expected`.
   *
   * @returns the new version
   * @throws PreferencesChangedError
   */
  replace(tenantId: string, playerId: string, preferences: Preferences, expected?: number): Promise<number>;
}
