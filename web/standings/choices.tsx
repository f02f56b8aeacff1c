import { type FormEvent, type ReactNode, useState } from 'react';
import { SCORE_BASES, type ScoreBasis } from '../../shared/domain/score.ts';
import { RULE_SET_NAMES, type RuleSetName } from '../../shared/domain/scoring.ts';
import { ID } from '../../shared/events/id.ts';
import { useTexts } from '../i18n/texts.ts';
import { competitionTitle } from '../ui/competition-title.ts';
import { useRoundTitle } from '../ui/round-title.ts';
import { useCompetitions, useRounds } from './data.ts';
import { standingsTexts } from './texts.ts';
import { useMedia } from './use-media.ts';
import type { View } from './view.ts';

interface ChoicesProps {
  readonly view: View;
  readonly competition: string;
  /** The table's own rules, once it is known. */
  readonly own: RuleSetName | undefined;
  readonly show: (change: Partial<View>) => void;
}

const PoolChoice = ({ view, show }: Pick<ChoicesProps, 'view' | 'show'>) => {
  const t = useTexts(standingsTexts);
  const [id, setId] = useState(view.pool ?? '');
  const choose = (event: FormEvent): void => {
    event.preventDefault();
    show({ pool: id.trim() || undefined, rules: undefined, players: undefined });
  };
  return (
    <form className="row" onSubmit={choose}>
      <label className="row">
        {t('pool')}
        <input
          value={id}
          size={14}
          placeholder={t('everybody')}
          pattern={ID.source}
          title={t('poolId')}
          autoComplete="off"
          onChange={({ target }) => setId(target.value)}
        />
      </label>
      <button type="submit">{t('showPool')}</button>
      {view.pool !== undefined && (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            setId('');
            show({ pool: undefined, rules: undefined, players: undefined });
          }}
        >
          {t('everybody')}
        </button>
      )}
    </form>
  );
};

const RulesChoice = ({ view, own, show }: Omit<ChoicesProps, 'competition'>) => {
  const t = useTexts(standingsTexts);
  return (
    <fieldset className="row plain">
      <legend className="hidden">{t('rules')}</legend>
      <b aria-hidden="true">{t('rules')}</b>
      {RULE_SET_NAMES.map(name => (
        <button
          key={name}
          type="button"
          aria-pressed={name === (view.rules ?? own)}
          onClick={() => show({ rules: name === own ? undefined : name })}
        >
          {name === own ? t('rulesOwn', { name }) : name}
        </button>
      ))}
    </fieldset>
  );
};

/** Where there is little room, choices are folded away: the table is what one came for. */
const Folding = ({ children }: { readonly children: ReactNode }) => {
  const t = useTexts(standingsTexts);
  const wide = useMedia('(min-width: 48rem)');
  if (wide)
    return (
      <section className="card stack no-print" aria-label={t('options')}>
        {children}
      </section>
    );
  return (
    <details className="card no-print">
      <summary>
        <h2>{t('options')}</h2>
      </summary>
      <div className="stack">{children}</div>
    </details>
  );
};

/** Chooses which table is shown, and how it counts. */
export const Choices = ({ view, competition, own, show }: ChoicesProps) => {
  const t = useTexts(standingsTexts);
  const titleOf = useRoundTitle();
  const competitions = useCompetitions();
  const rounds = useRounds(competition);
  return (
    <Folding>
      <div className="row">
        {view.pool === undefined && (
          <label className="row">
            {t('competition')}
            <select
              value={competition}
              onChange={({ target }) =>
                show({ competition: target.value, round: undefined, at: undefined, players: undefined })
              }
            >
              {competitions.data?.map(one => (
                <option key={one.competition} value={one.competition}>
                  {competitionTitle(one.competition)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="row">
          {t('matchday')}
          <select
            value={view.round ?? ''}
            onChange={({ target }) => show({ round: target.value || undefined, at: undefined })}
          >
            <option value="">{t('overall')}</option>
            {rounds.data?.map(
              ({ round }) =>
                round !== null && (
                  <option key={round} value={round}>
                    {titleOf(round)}
                  </option>
                ),
            )}
          </select>
        </label>
        {view.pool === undefined && (
          <label className="row">
            {t('basis')}
            <select
              value={view.basis ?? 'FT90'}
              onChange={({ target }) =>
                show({ basis: target.value === 'FT90' ? undefined : (target.value as ScoreBasis) })
              }
            >
              {SCORE_BASES.map(basis => (
                <option key={basis} value={basis}>
                  {t(basis)}
                </option>
              ))}
            </select>
          </label>
        )}
        <PoolChoice key={view.pool} view={view} show={show} />
      </div>
      <RulesChoice view={view} own={own} show={show} />
    </Folding>
  );
};
