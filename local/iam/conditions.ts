import { objectOf, textsOf } from '../template/values.ts';
import type { Json, JsonObject } from '../types.ts';
import { wildcard } from './wildcard.ts';

/** The request's condition keys, by lower-case name: IAM does not tell their case apart. */
export type ConditionContext = ReadonlyMap<string, readonly string[]>;

/** `unknown`: an operator that is not modelled here, so nobody can tell. */
export type Verdict = 'holds' | 'fails' | 'unknown';

type Test = (value: string, wanted: string) => boolean;

interface Operator {
  readonly test: Test;
  /** Negated operators want every listed value to differ, and hold where the key is absent. */
  readonly negated: boolean;
}

const plain = (test: Test): Operator => ({ test, negated: false });
const negated = (test: Test): Operator => ({ test, negated: true });
const equal: Test = (value, wanted) => value === wanted;
const equalIgnoringCase: Test = (value, wanted) => value.toLowerCase() === wanted.toLowerCase();
const like: Test = (value, wanted) => wildcard(wanted)(value);

/** ARNs are compared segment by segment, so that a `*` does not run over a colon of the first five. */
const arnLike: Test = (value, wanted) => {
  const [values, patterns] = [segments(value), segments(wanted)];
  return patterns.length === values.length && patterns.every((pattern, at) => wildcard(pattern)(values[at] ?? ''));
};

function segments(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: Readonly<Record<string, Operator>> = {
  StringEquals: plain(equal),
  StringNotEquals: negated(equal),
  StringEqualsIgnoreCase: plain(equalIgnoringCase),
  StringNotEqualsIgnoreCase: negated(equalIgnoringCase),
  StringLike: plain(like),
  StringNotLike: negated(like),
  ArnEquals: plain(arnLike),
  ArnLike: plain(arnLike),
  ArnNotEquals: negated(arnLike),
  ArnNotLike: negated(arnLike),
  Bool: plain(equalIgnoringCase),
  NumericEquals: plain((value, wanted) => Number(value) === Number(wanted)),
  NumericNotEquals: negated((value, wanted) => Number(value) === Number(wanted)),
  NumericLessThan: plain((value, wanted) => Number(value) < Number(wanted)),
  NumericLessThanEquals: plain((value, wanted) => Number(value) <= Number(wanted)),
  NumericGreaterThan: plain((value, wanted) => Number(value) > Number(wanted)),
  NumericGreaterThanEquals: plain((value, wanted) => Number(value) >= Number(wanted)),
};

/** Whether all of a statement's conditions hold. Operators and keys are joined by AND, a key's values by OR. */
export function evaluateConditions(conditions: JsonObject, context: ConditionContext): Verdict {
  const verdicts = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(objectOf(keys)).map(([key, wanted]) =>
      evaluateOne(operator, wanted, context.get(key.toLowerCase()) ?? []),
    ),
  );
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.includes('unknown') ? 'unknown' : 'holds';
}

function evaluateOne(written: string, wanted: Json, values: readonly string[]): Verdict {
  const { quantifier, name, ifExists } = parseOperator(written);
  if (name === 'Null') return verdict(textsOf(wanted).includes(String(values.length === 0)));
  const operator = operators[name];
  if (operator === undefined) return 'unknown';
  if (values.length === 0) return verdict(ifExists || operator.negated || quantifier === 'ForAllValues');
  const matches = (value: string): boolean =>
    textsOf(wanted).some(candidate => operator.test(value, candidate)) !== operator.negated;
  const all = quantifier === 'ForAllValues' || (quantifier === undefined && operator.negated);
  return verdict(all ? values.every(matches) : values.some(matches));
}

function parseOperator(written: string): { quantifier: string | undefined; name: string; ifExists: boolean } {
  const colon = written.indexOf(':');
  const name = written.slice(colon + 1);
  const ifExists = name.endsWith('IfExists');
  return {
    quantifier: colon < 0 ? undefined : written.slice(0, colon),
    name: ifExists ? name.slice(0, -'IfExists'.length) : name,
    ifExists,
  };
}

const verdict = (held: boolean): Verdict => (held ? 'holds' : 'fails');
