import type { Press } from './demo-api.ts';

/** A trouble that somebody can cause: what is pressed for it, one after the other, and to mend it again. */
export interface Trouble {
  readonly name: 'correct' | 'standings' | 'outbox' | 'broken' | 'future';
  readonly presses: readonly Press[];
  /** The handler that is dead then. */
  readonly kills?: string;
  readonly mends?: readonly Press[];
}

const KEEPER = { handler: 'project-standings' } as const;
const OUTBOX = { handler: 'publish-events' } as const;
const correct: Press = { path: 'correct' };

/** From the plainest to the strangest. */
export const TROUBLES: readonly Trouble[] = [
  { name: 'correct', presses: [correct] },
  {
    name: 'standings',
    presses: [{ path: 'break', body: KEEPER }, correct],
    kills: KEEPER.handler,
    mends: [
      { path: 'mend', body: KEEPER },
      { path: 'redrive', body: KEEPER },
    ],
  },
  {
    name: 'outbox',
    presses: [{ path: 'break', body: OUTBOX }, correct],
    kills: OUTBOX.handler,
    mends: [{ path: 'mend', body: OUTBOX }],
  },
  { name: 'broken', presses: [{ path: 'poison', body: { kind: 'broken' } }] },
  { name: 'future', presses: [{ path: 'poison', body: { kind: 'future' } }] },
];
