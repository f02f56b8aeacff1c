import { useState } from 'react';
import { useTexts } from '../i18n/texts.ts';
import { useMayReadNames } from '../names/use-names.ts';
import { DemoSignIn } from './demo-sign-in.tsx';
import { MyName } from './my-name.tsx';
import { useSession } from './session.tsx';
import { sessionTexts } from './texts.ts';

/** Signs in: asks who, where that is for the asking. */
export const SignInButton = () => {
  const t = useTexts(sessionTexts);
  const { config, signIn } = useSession();
  const [asking, ask] = useState(false);
  return (
    <>
      <button type="button" className="primary" onClick={() => (config.demo ? ask(true) : void signIn())}>
        {t('signIn')}
      </button>
      {config.demo && <DemoSignIn open={asking} onClose={() => ask(false)} />}
    </>
  );
};

/** Who is signed in, and the way out. */
export const SessionMenu = () => {
  const t = useTexts(sessionTexts);
  const { identity, signOut } = useSession();
  const hasName = useMayReadNames();
  if (!identity) return <SignInButton />;
  return (
    <div className="row">
      {hasName ? (
        <MyName playerId={identity.playerId} />
      ) : (
        <span className="session-name">
          <span className="hidden">{t('signedInAs', { name: '' })}</span>
          {identity.playerId}
        </span>
      )}
      <button type="button" className="quiet" onClick={() => void signOut()}>
        {t('signOut')}
      </button>
    </div>
  );
};
