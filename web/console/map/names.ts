import type { MapEdgeKind, MapNodeKind } from '../../../client/system-map.ts';
import { useTexts } from '../../i18n/texts.ts';
import { mapTexts } from './texts.ts';

/** What kinds of nodes and edges are called in the language that is spoken. */
export const useNames = (): {
  readonly ofKind: (kind: MapNodeKind) => string;
  readonly ofEdge: (kind: MapEdgeKind) => string;
} => {
  const t = useTexts(mapTexts);
  return {
    ofKind: kind => t(`kind-${kind}`),
    ofEdge: kind => t(`edge-${kind}`),
  };
};
