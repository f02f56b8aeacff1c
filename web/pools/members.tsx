import { useTexts } from '../i18n/texts.ts';
import { PlayerName } from '../names/player-name.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { useMembers } from './data.ts';
import { poolsTexts } from './texts.ts';

/** Who plays in a pool. */
export const Members = ({ poolId, owner }: { readonly poolId: string; readonly owner: string }) => {
  const t = useTexts(poolsTexts);
  const { data, error, refetch } = useMembers(poolId, true);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <p>{t('noMembers')}</p>;
  return (
    <>
      <ul className="members">
        {data.items.map(({ playerId }) => (
          <li key={playerId}>
            <PlayerName id={playerId} /> {playerId === owner && <span className="tag">{t('owner')}</span>}
          </li>
        ))}
      </ul>
      {data.next !== null && <p className="muted">{t('moreMembers', { count: data.items.length })}</p>}
    </>
  );
};
