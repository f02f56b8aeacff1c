import { evaluationOf, isCounting, type Reason, type Step, scoreText, type Trace } from './trace.ts';

/** What there is to say of a prediction, before it is put into words. */
export type Story =
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'open' | 'waiting' | 'counting'; readonly pick: string }
  | { readonly kind: 'void'; readonly pick: string; readonly reason: string }
  | {
      readonly kind: 'scored';
      readonly pick: string;
      readonly actual: string;
      readonly category: Reason['category'];
      readonly points: number;
      readonly rules: string;
      readonly awarded: boolean;
      /** What it was before the result was corrected. */
      readonly before: number | undefined;
    };

/** The points of an evaluation under a basis; a basis without a score of its own has that of the one before it. */
export const reasonUnder = ({ reasons }: Step, basis: Reason['basis']): Reason | undefined => {
  const order = ['FT90', 'AET120', 'PENS_SUM'];
  return reasons.findLast(reason => order.indexOf(reason.basis) <= order.indexOf(basis));
};

const before = ({ steps }: Trace, { replaces }: Step, basis: Reason['basis']): number | undefined => {
  const replaced = steps.find(({ event }) => replaces.includes(event.id));
  return replaced && reasonUnder(replaced, basis)?.points;
};

/** What a trace comes to, in a sentence's worth. */
export const storyOf = (trace: Trace, basis: Reason['basis']): Story => {
  const { prediction, locked } = trace;
  if (prediction.status === 'cancelled') return { kind: 'withdrawn' };
  const pick = scoreText(prediction.pick.predicted);
  if (isCounting(trace)) return { kind: 'counting', pick };
  const { verdict } = prediction;
  if (verdict?.kind === 'void') return { kind: 'void', pick, reason: verdict.reason };
  const evaluation = evaluationOf(trace);
  const reason = evaluation && reasonUnder(evaluation, basis);
  if (verdict && evaluation && reason)
    return {
      kind: 'scored',
      pick,
      actual: scoreText(reason.score.actual),
      category: reason.category,
      points: reason.points,
      rules: verdict.rules.name,
      awarded: verdict.awarded,
      before: before(trace, evaluation, basis),
    };
  return { kind: locked ? 'waiting' : 'open', pick };
};
