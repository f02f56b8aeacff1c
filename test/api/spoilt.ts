import fc from 'fast-check';

/** What people, programs and attackers send instead of what was asked for. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    -1,
    1.5,
    1000,
    1e308,
    true,
    '',
    ' ',
    'x'.repeat(300),
    '\u0000',
    '../..',
    [],
    {},
    ['a'],
    'ü',
    '%00',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes one place inside a value; `steps` lead there, as far as there is a way. */
const changeAt = (value: unknown, steps: readonly number[], change: (inner: unknown) => unknown): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined || !isBag(value) || Object.keys(value).length === 0) return change(value);
  const names = Object.keys(value);
  const name = names[step % names.length] ?? '';
  return { ...value, [name]: changeAt(value[name], rest, change) };
};

const without = (value: unknown, which: number): unknown =>
  isBag(value)
    ? Object.fromEntries(Object.entries(value).filter((_, index, all) => index !== which % all.length))
    : value;

/** A body in which something is not as it was asked for. */
export const spoilt = (body: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(body, fc.array(fc.nat(5), { maxLength: 3 }), fc.constantFrom('replace', 'drop', 'add'), junk, fc.nat(5))
    .map(([value, steps, how, other, which]) =>
      changeAt(value, steps, inner => {
        if (how === 'replace') return other;
        return how === 'drop' ? without(inner, which) : { ...(isBag(inner) ? inner : {}), extra: other };
      }),
    );
