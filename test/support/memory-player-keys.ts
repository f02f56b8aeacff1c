import type { KeyRef, PlayerKeys } from '../../shared/application/player-keys.ts';
import { type KeyMaterial, newKeyMaterial, playerKey } from '../../shared/store/sealing.ts';

/** Keys of players in memory. */
export const memoryPlayerKeys = (): PlayerKeys => {
  const kept = new Map<string, KeyMaterial | 'destroyed'>();
  const nameOf = ({ tenantId, playerId }: KeyRef): string => `${tenantId}#${playerId}`;
  const usable = (ref: KeyRef, material: KeyMaterial | 'destroyed') =>
    material === 'destroyed'
      ? ({ status: 'destroyed' } as const)
      : ({ status: 'usable', key: playerKey(ref, material) } as const);
  return {
    obtain: async ref => {
      const material = kept.get(nameOf(ref)) ?? newKeyMaterial();
      kept.set(nameOf(ref), material);
      return usable(ref, material);
    },
    find: async ref => {
      const material = kept.get(nameOf(ref));
      return material ? usable(ref, material) : { status: 'none' };
    },
    findAll: async (tenantId, playerIds) =>
      new Map(
        playerIds.flatMap(playerId => {
          const ref = { tenantId, playerId };
          const material = kept.get(nameOf(ref));
          return material && material !== 'destroyed' ? [[playerId, playerKey(ref, material)] as const] : [];
        }),
      ),
    destroy: async ref => {
      kept.set(nameOf(ref), 'destroyed');
    },
  };
};
