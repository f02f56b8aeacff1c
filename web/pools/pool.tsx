import { Link } from 'wouter';
import { useTexts } from '../i18n/texts.ts';
import { PlayerName } from '../names/player-name.tsx';
import { useSession } from '../session/session.tsx';
import { competitionTitle } from '../ui/competition-title.ts';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { ChangeRules } from './change-rules.tsx';
import { ConfirmButton } from './confirm.tsx';
import { type Pool, useJoin, useLeave, useMyPools, usePool } from './data.ts';
import { Invites } from './invites.tsx';
import { Members } from './members.tsx';
import { Refusal } from './refusal.tsx';
import { RulesTable } from './rules-table.tsx';
import { poolsTexts } from './texts.ts';

/** How I stand with a pool. */
const useRelation = ({ poolId, owner, access }: Pool) => {
  const { identity, may } = useSession();
  const { data } = useMyPools();
  const isOwner = owner === identity?.playerId;
  const isMember = data && (data.find(pool => pool.poolId === poolId)?.isMember ?? false);
  const isOrganiser = may('organiser');
  return {
    isOwner,
    /** undefined: not known yet. */
    isMember,
    isPlayer: may('player'),
    mayInvite: isOwner || isOrganiser,
    seesMembers: isOwner || isOrganiser || access === 'open' || isMember === true,
  };
};

const Membership = ({ pool }: { readonly pool: Pool }) => {
  const t = useTexts(poolsTexts);
  const { poolId, name, access } = pool;
  const { isMember, isOwner, isPlayer } = useRelation(pool);
  const [join, leave] = [useJoin(poolId), useLeave(poolId)];
  const busy = join.isPending || leave.isPending;
  if (isMember === undefined || !isPlayer) return null;
  if (!isMember && access === 'invite' && !isOwner) return <p className="muted">{t('inviteOnly')}</p>;
  return (
    <div className="stack">
      <div className="row">
        {isMember ? (
          <ConfirmButton
            label={t('leave')}
            title={t('leaveTitle', { name })}
            question={t(access === 'invite' && !isOwner ? 'leaveForGood' : 'leaveQuestion')}
            disabled={busy}
            onConfirm={() => leave.mutate()}
          />
        ) : (
          <button type="button" className="primary" disabled={busy} onClick={() => join.mutate()}>
            {t('join')}
          </button>
        )}
        <span>{t(isMember ? 'playing' : 'notPlaying')}</span>
      </div>
      <Refusal error={join.error ?? leave.error} />
    </div>
  );
};

const Known = ({ pool }: { readonly pool: Pool }) => {
  const t = useTexts(poolsTexts);
  const { isOwner, mayInvite, seesMembers } = useRelation(pool);
  const { poolId, competition, owner, access, rules } = pool;
  return (
    <>
      <dl className="facts">
        <dt>{t('competition')}</dt>
        <dd>{competitionTitle(competition)}</dd>
        <dt>{t('owner')}</dt>
        <dd>
          <PlayerName id={owner} /> {isOwner && `(${t('you')})`}
        </dd>
        <dt>{t('access')}</dt>
        <dd>{t(`access_${access}`)}</dd>
        <dt>{t('poolId')}</dt>
        <dd>{poolId}</dd>
      </dl>
      <p>
        <Link className="button" href={`/standings?competition=${competition}&pool=${poolId}`}>
          {t('standings')}
        </Link>
      </p>
      <Membership pool={pool} />
      <section className="stack" aria-label={t('rules')}>
        <h2>{t('rules')}</h2>
        <RulesTable rules={rules} />
        {isOwner && <ChangeRules pool={pool} />}
      </section>
      <section className="stack" aria-label={t('members')}>
        <h2>{t('members')}</h2>
        {seesMembers ? <Members poolId={poolId} owner={owner} /> : <p className="muted">{t('membersHidden')}</p>}
      </section>
      {mayInvite && <Invites poolId={poolId} />}
    </>
  );
};

/** One pool. */
export const PoolPage = ({ poolId }: { readonly poolId: string }) => {
  const t = useTexts(poolsTexts);
  const { data, error, refetch } = usePool(poolId);
  return (
    <Page title={data?.name ?? t('pool')}>
      <p>
        <Link href="/pools">← {t('title')}</Link>
      </p>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Known pool={data} />}
    </Page>
  );
};
