import { usePlayerLabel } from './use-names.ts';
import './player-name.css';

/** A player by the name, with the id for who points at it; the id alone until the name is known. */
export const PlayerName = ({ id }: { readonly id: string }) => {
  const { name, mark } = usePlayerLabel(id);
  return (
    <span className="player-name" title={name === id ? undefined : `${name} · ${id}`}>
      {/* Names come from people: one in another script must not turn around what stands beside it. */}
      <bdi>{name}</bdi>
      {mark !== undefined && <span className="small muted"> {mark}</span>}
    </span>
  );
};
