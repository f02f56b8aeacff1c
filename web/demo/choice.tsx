import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../i18n/texts.ts';
import { useSession } from '../session/session.tsx';
import { demoTexts } from './texts.ts';
import './demo.css';

/** Who one can be, and where one is then. */
const WHO = {
  player: { player: 'ann', name: 'Ann', scopes: ['player'], to: '/play' },
  organiser: { player: 'host', name: 'Host', scopes: ['player', 'organiser'], to: '/demo' },
  operator: { player: 'olga', name: 'Olga', scopes: ['player', 'organiser', 'operator'], to: '/console' },
} as const;
type Who = keyof typeof WHO;
const NAMES = Object.keys(WHO) as Who[];

/** For who comes for the first time: be somebody, at a click. */
const Choice = () => {
  const t = useTexts(demoTexts);
  const heading = useId();
  const { signIn } = useSession();
  const [, go] = useLocation();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (who: Who) => {
      const { to, ...user } = WHO[who];
      await signIn(user);
      return to;
    },
    onSuccess: to => go(to),
  });
  return (
    <section className="stack" aria-labelledby={heading}>
      <h2 id={heading}>{t('who')}</h2>
      <p className="muted">{t('whoText')}</p>
      <div className="choices">
        {NAMES.map(who => (
          <button key={who} type="button" disabled={isPending} onClick={() => mutate(who)}>
            <strong>{t(who)}</strong>
            <span className="small">{t(`${who}Text`)}</span>
          </button>
        ))}
        <button type="button" disabled={isPending} onClick={() => go('/demo')}>
          <strong>{t('watch')}</strong>
          <span className="small">{t('watchText')}</span>
        </button>
      </div>
      {error && (
        <p role="alert" className="notice bad">
          {t('failed', { reason: error.message })}
        </p>
      )}
    </section>
  );
};

export default Choice;
