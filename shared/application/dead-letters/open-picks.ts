import { lockedWith } from '../event-outcomes.ts';
import { type Locks, lockedAmong } from '../locks.ts';
import type { Content } from './content.ts';
import type { OpenedLetter } from './search.ts';

/** The match whose lock decides whether a dead letter may be shown; undefined: it always may. */
const openWith = (content: Content): string | undefined => {
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
  tenantId: string,
  letters: readonly OpenedLetter[],
): Promise<readonly OpenedLetter[]> => {
  const locked = await lockedAmong(
    locks,
    tenantId,
    letters.flatMap(({ content }) => openWith(content) ?? []),
  );
  return letters.filter(({ content }) => {
    const matchId = openWith(content);
    return matchId === undefined || locked.has(matchId);
  });
};
