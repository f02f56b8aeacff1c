import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { useTexts } from '../i18n/texts.ts';
import { useSession } from '../session/session.tsx';
import { competitionTitle } from '../ui/competition-title.ts';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { CreatePool } from './create-pool.tsx';
import { type MyPool, useMyPools } from './data.ts';
import { JoinForm } from './join-form.tsx';
import { PoolPage } from './pool.tsx';
import { poolsTexts } from './texts.ts';
import './pools.css';

const PoolCard = ({ pool: { poolId, name, competition, owner, rules, isMember } }: { readonly pool: MyPool }) => {
  const t = useTexts(poolsTexts);
  const { identity } = useSession();
  return (
    <li className="card stack">
      <h2>
        <Link href={`/pools/${poolId}`}>{name}</Link>
      </h2>
      <p className="muted">
        {competitionTitle(competition)} · {t(rules.rules)}
      </p>
      <p className="row">
        {owner === identity?.playerId && <span className="tag">{t('mineToRun')}</span>}
        <span className="tag">{t(isMember ? 'playing' : 'notPlaying')}</span>
      </p>
      <p>
        <Link href={`/standings?competition=${competition}&pool=${poolId}`}>{t('standings')}</Link>
      </p>
    </li>
  );
};

const MyPools = () => {
  const t = useTexts(poolsTexts);
  const { may } = useSession();
  const { data, error, refetch } = useMyPools();
  const [creating, setCreating] = useState(false);
  return (
    <Page
      title={t('title')}
      actions={
        !creating && (
          <button type="button" className="primary" onClick={() => setCreating(true)}>
            {t('create')}
          </button>
        )
      }
    >
      {creating && <CreatePool onCancel={() => setCreating(false)} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p>{t('none')}</p>}
      {data && data.length > 0 && (
        <ul className="pool-cards">
          {data.map(pool => (
            <PoolCard key={pool.poolId} pool={pool} />
          ))}
        </ul>
      )}
      {may('player') && <JoinForm />}
    </Page>
  );
};

/** My pools, or one that the address names. */
const Pools = () => {
  const { poolId } = useParams<{ poolId?: string }>();
  return poolId === undefined ? <MyPools /> : <PoolPage key={poolId} poolId={poolId} />;
};

export default Pools;
