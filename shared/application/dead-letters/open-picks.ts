import { lockedWith } from '../event-outcomes.ts';
import { type Locks, lockedAmong } from '../locks.ts';
import { type Content, tenantOf } from './content.ts';
import type { OpenedLetter } from './search.ts';

/** The match whose lock decides whether a dead letter may be shown; undefined: it always may. */
const openWith = (content: Content): string | undefined => {
  if (content.kind === 'commit') return lockedWith(content.subject);
  if (content.kind !== 'event') return undefined;
  const { id, type, data } = content.event;
  return lockedWith(id) ?? (type.startsWith('prediction.') && 'matchId' in data ? data.matchId : undefined);
};

/**
 * The letters that may be shown. Of a prediction none before its match is locked, not even without the pick: some handlers are
 * given only picks of which a player is sure, so that it being there would tell.
 */
export const withoutOpenPicks = async (
  locks: Locks,
  letters: readonly OpenedLetter[],
): Promise<readonly OpenedLetter[]> => {
  const shown = new Set<OpenedLetter>();
  for (const [tenantId, own] of Map.groupBy(letters, ({ content }) => tenantOf(content) ?? '')) {
    const matches = own.flatMap(({ content }) => openWith(content) ?? []);
    const locked = await lockedAmong(locks, tenantId, matches);
    for (const letter of own) {
      const matchId = openWith(letter.content);
      if (matchId === undefined || locked.has(matchId)) shown.add(letter);
    }
  }
  return letters.filter(letter => shown.has(letter));
};
