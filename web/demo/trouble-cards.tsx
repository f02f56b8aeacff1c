import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { DemoState } from '../../client/demo.ts';
import { ProblemError } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { pressDemo, readPlaces, readState } from './demo-api.ts';
import type { Observation } from './observed.tsx';
import { Observed } from './observed.tsx';
import type { Correction, Score } from './state.ts';
import { demoTexts } from './texts.ts';
import { TROUBLES, type Trouble } from './troubles.ts';

const scoreOf = ({ home, away }: Score): string => `${home}:${away}`;

/** What the demo answered to the last press: a correction, or the id of an event. */
type Answer = Partial<Correction> & { readonly id?: string };

const useSaid = () => {
  const t = useTexts(demoTexts);
  return ({ home, away, before, after, id }: Answer): string => {
    if (id !== undefined) return t('poisoned', { id });
    if (!home || !away || !before || !after) return '';
    return t('corrected', { home, away, before: scoreOf(before), after: scoreOf(after) });
  };
};

/** Presses one after the other; the answer to the last. */
const pressAll = async (presses: Trouble['presses']): Promise<Answer> => {
  let answer: Answer = {};
  for (const press of presses) answer = await pressDemo<Answer>(press);
  return answer;
};

interface CardProps {
  readonly trouble: Trouble;
  readonly state: DemoState;
  readonly observation: Observation | undefined;
  readonly observe: (observation: Observation | undefined) => void;
}

const Card = ({ trouble: { name, presses, kills, mends }, state, observation, observe }: CardProps) => {
  const t = useTexts(demoTexts);
  const said = useSaid();
  const announce = useAnnounce();
  const heading = useId();
  const client = useQueryClient();
  const dead = kills !== undefined && state.broken.includes(kills);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (of: Trouble['presses']) => {
      const before = { places: await readPlaces(), counts: (await readState()).counts };
      return { what: said(await pressAll(of)), before };
    },
    onSuccess: async ({ what, before }, of) => {
      announce(what);
      if (of === presses) observe({ name, what, before, at: new Date().toISOString() });
      await client.invalidateQueries({ queryKey: ['demo'] });
    },
  });
  const nothingYet = state.played === 0 && presses.some(({ path }) => path === 'correct');
  return (
    <section className="card stack" aria-labelledby={heading}>
      <h3 id={heading}>{t(`${name}Title`)}</h3>
      <p>{t(`${name}Text`)}</p>
      <p className="small muted">{t(`${name}Watch`)}</p>
      <div className="row">
        {dead && mends && (name === 'standings' || name === 'outbox') ? (
          <button type="button" className="primary" disabled={isPending} onClick={() => mutate(mends)}>
            {t(`${name}Mend`)}
          </button>
        ) : (
          <button type="button" disabled={isPending || nothingYet} onClick={() => mutate(presses)}>
            {t(`${name}Button`)}
          </button>
        )}
      </div>
      {nothingYet && <p className="small">{t('noMatch')}</p>}
      {error && (
        <p role="alert" className="notice bad">
          {error instanceof ProblemError && error.status === 409
            ? t('noMatch')
            : t('failed', { reason: error.message })}
        </p>
      )}
      {observation?.name === name && (
        <Observed observation={observation} counts={state.counts} done={() => observe(undefined)} />
      )}
    </section>
  );
};

/** Troubles to cause, with what to watch, and what was observed. */
export const Troubles = ({ state, observation, observe }: Pick<CardProps, 'state' | 'observation' | 'observe'>) => {
  const t = useTexts(demoTexts);
  const heading = useId();
  return (
    <section className="stack" aria-labelledby={heading}>
      <h2 id={heading}>{t('causeTrouble')}</h2>
      <div className="troubles">
        {TROUBLES.map(trouble => (
          <Card key={trouble.name} trouble={trouble} state={state} observation={observation} observe={observe} />
        ))}
      </div>
    </section>
  );
};
