/** What a value has to be: a text, a whole number; a list of some shape; an object with some fields. */
type Shape = 'text' | 'count' | readonly [Shape] | { readonly [field: string]: Shape };

const PROOF: Shape = {
  commit: { p: 'text', s: 'text', n: 'count', b: 'text', g: 'text', h: 'text' },
  line: 'text',
  path: [{ side: 'text', hash: 'text' }],
  anchor: { key: 'text', text: 'text', hash: 'text' },
};
const RECEIPT: Shape = { format: 'text', statement: { eventId: 'text' }, proof: PROOF };

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

const isPlain = (value: unknown, shape: 'text' | 'count'): boolean => {
  return shape === 'text' ? typeof value === 'string' : Number.isInteger(value);
};

/** The first field that is missing or of another kind; undefined: there is none. */
const wrongIn = (shape: Shape, value: unknown, path: string): string | undefined => {
  if (typeof shape === 'string') return isPlain(value, shape) ? undefined : path;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== isList(shape)) return path;
  const fields: readonly (readonly [string, Shape, unknown])[] = isList(shape)
    ? (value as readonly unknown[]).map((item, index) => [String(index), shape[0], item])
    : Object.entries(shape).map(([name, own]) => [name, own, (value as Record<string, unknown>)[name]]);
  for (const [name, own, item] of fields) {
    const wrong = wrongIn(own, item, path === '' ? name : `${path}.${name}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
};

/** The first field by which a value is no receipt: a path such as `proof.commit.h`, empty for the whole; undefined: it is one. */
export const notAReceipt = (value: unknown): string | undefined => {
  const wrong = wrongIn(RECEIPT, value, '');
  if (wrong !== undefined) return wrong;
  const { format, kickOff } = value as { readonly format: string; readonly kickOff?: unknown };
  if (format !== 'matchday-receipt-1') return 'format';
  return kickOff === undefined ? undefined : wrongIn(PROOF, kickOff, 'kickOff');
};
