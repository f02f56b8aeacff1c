/** What of a dead letter tells what it is about, and why it is there: as the API answers it. */
export interface DeadLetterFacts {
  readonly messageId: string;
  readonly event: { readonly id: string } | null;
  /** What it is about, when it is no event. */
  readonly subject: string | null;
  readonly history: readonly {
    readonly what: string;
    readonly error?: string | undefined;
    readonly reason?: string | undefined;
  }[];
  /** Why the bus could not deliver it. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
  /** Why it is there, when it says so itself. */
  readonly why: string | null;
  /** Why it cannot be read. */
  readonly unreadable: string | null;
}

/** What a dead letter is about, in a name. */
export const nameOf = ({
  event,
  subject,
  messageId,
}: Pick<DeadLetterFacts, 'event' | 'subject' | 'messageId'>): string => event?.id ?? subject ?? messageId;

/** The attempts of its handler that are on record, the oldest first. */
export const attemptsOf = ({ history }: Pick<DeadLetterFacts, 'history'>): DeadLetterFacts['history'] =>
  history.filter(({ what }) => what === 'failed' || what === 'dead-lettered');

/** The last error of a dead letter, in words: of its handler, of the bus, its own, or why it cannot be read; empty: none is on record. */
export const reasonOf = (letter: Omit<DeadLetterFacts, 'event' | 'subject' | 'messageId'>): string => {
  const failure = attemptsOf(letter).at(-1);
  if (failure) return [failure.error, failure.reason].filter(text => text !== undefined).join(': ');
  const { refusal, why, unreadable } = letter;
  return refusal ? `${refusal.code}: ${refusal.message}` : (why ?? unreadable ?? '');
};
