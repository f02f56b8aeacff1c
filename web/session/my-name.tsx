import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { operations } from '../../client/api.d.ts';
import { useApi } from '../api/api.tsx';
import { ask, ProblemError } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { nameQuery } from '../names/names.ts';
import { PlayerName } from '../names/player-name.tsx';
import { Actions } from '../ui/actions.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { sessionTexts } from './texts.ts';

type Profile = operations['getPlayer']['responses'][200]['content']['application/json'];

const NONE = { displayName: '' };

/** My profile; without a name when I have none yet. */
const useProfile = (playerId: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ['my-profile', playerId],
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: async (): Promise<Profile | typeof NONE> => {
      try {
        return await ask(api.GET('/v1/players/{playerId}', { params: { path: { playerId } } }));
      } catch (error) {
        if (error instanceof ProblemError && error.status === 404) return NONE;
        throw error;
      }
    },
  });
};

/** Sets the name, and nothing else: an address and a language stay as they were read. */
const useRename = (playerId: string, profile: Profile | typeof NONE) => {
  const [api, client] = [useApi(), useQueryClient()];
  return useMutation({
    mutationFn: async (displayName: string) => {
      const { playerId: _, version, ...others } = { playerId, version: undefined, ...profile };
      await ask(
        api.PUT('/v1/players/{playerId}/profile', {
          params: { path: { playerId } },
          headers: version === undefined ? {} : { 'if-match': `"${version}"` },
          body: { ...others, displayName },
        }),
      );
      client.setQueryData(nameQuery(api, playerId).queryKey, displayName);
    },
  });
};

interface NameFormProps {
  readonly playerId: string;
  readonly profile: Profile | typeof NONE;
  readonly onClose: () => void;
}

const NameForm = ({ playerId, profile, onClose }: NameFormProps) => {
  const t = useTexts(sessionTexts);
  const [name, setName] = useState(profile.displayName);
  const rename = useRename(playerId, profile);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    rename.mutate(name.trim(), { onSuccess: onClose });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label className="stack">
        {t('name')}
        <input
          required
          value={name}
          pattern=".*\S.*"
          maxLength={100}
          autoComplete="nickname"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <p className="muted small">{t('nameNote')}</p>
      {rename.error && <Failure error={rename.error} />}
      <Actions onCancel={onClose}>
        <button type="submit" className="primary" disabled={rename.isPending}>
          {t('save')}
        </button>
      </Actions>
    </form>
  );
};

const NameDialog = ({ playerId, onClose }: Omit<NameFormProps, 'profile'>) => {
  const { data, error, refetch } = useProfile(playerId);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return data ? <NameForm playerId={playerId} profile={data} onClose={onClose} /> : <Loading />;
};

/** What I am called, and the way to be called something else. */
export const MyName = ({ playerId }: { readonly playerId: string }) => {
  const t = useTexts(sessionTexts);
  const api = useApi();
  const { data } = useQuery(nameQuery(api, playerId));
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <button type="button" className="quiet session-name" title={t('changeName')} onClick={() => setOpen(true)}>
        {data === null ? (
          <>
            <span className="small">{t('noName')}</span>
            <span className="hidden"> {t('chooseName')}</span>
          </>
        ) : (
          <>
            <span className="hidden">{t('signedInAs', { name: '' })}</span>
            <PlayerName id={playerId} />
          </>
        )}
      </button>
      <Dialog open={open} onClose={close} title={t('yourName')}>
        <NameDialog playerId={playerId} onClose={close} />
      </Dialog>
    </>
  );
};
