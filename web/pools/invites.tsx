import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { Failure, Loading } from '../ui/states.tsx';
import { ConfirmButton } from './confirm.tsx';
import { useInvites, useRevoke } from './data.ts';
import { NewInvite } from './new-invite.tsx';
import { Refusal } from './refusal.tsx';
import { poolsTexts } from './texts.ts';

type Invite = NonNullable<ReturnType<typeof useInvites>['data']>[number];

const Row = ({ poolId, invite }: { readonly poolId: string; readonly invite: Invite }) => {
  const t = useTexts(poolsTexts);
  const format = useFormat();
  const revoke = useRevoke(poolId);
  const { inviteId, expiresAt, maxUses, uses } = invite;
  return (
    <tr>
      <th scope="row">
        <code>{inviteId}</code>
      </th>
      <td>{expiresAt === null ? t('neverEnds') : format.dateTime(expiresAt)}</td>
      <td>{maxUses === null ? t('anyNumber') : t('used', { uses: uses ?? 0, of: maxUses })}</td>
      <td>
        <ConfirmButton
          label={t('revoke')}
          title={t('revokeTitle')}
          question={t('revokeQuestion')}
          disabled={revoke.isPending}
          onConfirm={() => revoke.mutate(inviteId)}
        />
        <Refusal error={revoke.error} />
      </td>
    </tr>
  );
};

/** The invites of a pool: for its owner, and for who organises. */
export const Invites = ({ poolId }: { readonly poolId: string }) => {
  const t = useTexts(poolsTexts);
  const { data, error, refetch } = useInvites(poolId);
  return (
    <section className="stack" aria-label={t('invites')}>
      <h2>{t('invites')}</h2>
      <NewInvite poolId={poolId} />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p>{t('noInvites')}</p>}
      {data && data.length > 0 && (
        <div className="scroll">
          <table>
            <caption>{t('invitesCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('invite')}</th>
                <th scope="col">{t('ends')}</th>
                <th scope="col">{t('uses')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {data.map(invite => (
                <Row key={invite.inviteId} poolId={poolId} invite={invite} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
