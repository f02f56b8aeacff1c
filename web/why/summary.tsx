import { useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { RulesTable } from './rules-table.tsx';
import { reasonUnder, type Story, storyOf } from './sentence.ts';
import { whyTexts } from './texts.ts';
import { evaluationOf, type Reason, ruleSetsOf, type Trace } from './trace.ts';

type Basis = Reason['basis'];

/** What happened, in a sentence. */
const Sentence = ({ story, player }: { readonly story: Story; readonly player: string | undefined }) => {
  const t = useTexts(whyTexts);
  const whose = player === undefined ? 'Own' : 'Other';
  const named = player === undefined ? {} : { player };
  const count = (points: number) => t('points', { count: points });
  if (story.kind !== 'scored') {
    const { kind, ...values } = story;
    return <p className="sentence">{t(`${kind}${whose}`, { ...values, ...named })}</p>;
  }
  const { pick, actual, category, points, rules, awarded, before } = story;
  const values = { pick, actual, category: t(category), points: count(points), rules, ...named };
  return (
    <>
      <p className="sentence">{t(`scored${whose}`, values)}</p>
      {before !== undefined && <p>{t('before', { points: count(before) })}</p>}
      {awarded && <p className="notice">{t('awarded')}</p>}
    </>
  );
};

const BasisSwitch = ({
  bases,
  basis,
  choose,
}: {
  readonly bases: readonly Basis[];
  readonly basis: Basis;
  readonly choose: (basis: Basis) => void;
}) => {
  const t = useTexts(whyTexts);
  if (bases.length < 2) return null;
  return (
    <fieldset className="row bases no-print">
      <legend>{t('basis')}</legend>
      {bases.map(own => (
        <button key={own} type="button" aria-pressed={own === basis} onClick={() => choose(own)}>
          {t(own)}
        </button>
      ))}
    </fieldset>
  );
};

/** The stated confidence, and how near it was. */
const Confidence = ({ trace, basis }: { readonly trace: Trace; readonly basis: Basis }) => {
  const t = useTexts(whyTexts);
  const format = useFormat();
  if (trace.prediction.status !== 'placed') return null;
  const { pick, verdict } = trace.prediction;
  if (pick.confidence === null || verdict?.kind !== 'scored') return null;
  const accuracy = (verdict.byBasis[basis] ?? verdict.byBasis.FT90).accuracyScore;
  if (accuracy === null) return null;
  const values = { confidence: format.percent(pick.confidence), accuracy: format.number(accuracy, 2) };
  return <p className="muted">{t('sure', values)}</p>;
};

/** The answer: a sentence, and the rules it follows from. */
export const Summary = ({ trace, player }: { readonly trace: Trace; readonly player: string | undefined }) => {
  const t = useTexts(whyTexts);
  const [basis, choose] = useState<Basis>('FT90');
  const evaluation = evaluationOf(trace);
  const reason = evaluation && reasonUnder(evaluation, basis);
  const story = storyOf(trace, basis);
  return (
    <section className="card stack" aria-live="polite">
      <Sentence story={story} player={player} />
      <Confidence trace={trace} basis={basis} />
      <BasisSwitch bases={evaluation?.reasons.map(own => own.basis) ?? []} basis={basis} choose={choose} />
      {reason && story.kind === 'scored' && (
        <>
          <h2>{t('rules')}</h2>
          <p className="muted">{t('rulesLead')}</p>
          <RulesTable reason={reason} ruleSets={ruleSetsOf(trace)} counted={story.rules} />
        </>
      )}
    </section>
  );
};
