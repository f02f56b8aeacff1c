import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import type { Projection, Rebuild } from '../api-types.ts';
import { projectionTexts } from './texts.ts';
import { isUnderWay } from './use-projections.ts';

const SAID = { done: 'completed', cancelled: 'stopped', failed: 'broken' } as const;

/** Tells screen readers when a rebuild that was under way has ended. */
export const useNews = (projections: readonly Projection[], titleOf: (name: string) => string): void => {
  const t = useTexts(projectionTexts);
  const announce = useAnnounce();
  const known = useRef(new Map<string, Rebuild['state']>());
  useEffect(() => {
    for (const { name, rebuild } of projections) {
      if (!rebuild) continue;
      const before = known.current.get(name);
      known.current.set(name, rebuild.state);
      const { state } = rebuild;
      if (before && isUnderWay({ state: before }) && state !== 'waiting' && state !== 'replaying')
        announce(t(SAID[state], { name: titleOf(name) }));
    }
  }, [projections, titleOf, announce, t]);
};
