const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * The number behind a lexeme, if EventBridge's engine can compare it: one that a binary64 float holds without losing a
 * digit. 300, 300.0 and 3.0e2 are the same number; 27.807807921694092345 (too precise), 1e309 and 1e-325 (out of range)
 * are none, and equal only what is written with the same digits.
 *
 * The user guide promises less for `numeric` (-5.0e9 to 5.0e9, six decimals), which was the range of older engines;
 * patterns beyond it are accepted here as the engine accepts them.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-numeric-matching
 */
export function comparable(lexeme: string): number | undefined {
  const value = Number(lexeme);
  if (!Number.isFinite(value)) return undefined;
  const written = canonical(lexeme);
  return written !== undefined && written === canonical(String(value)) ? value : undefined;
}

/** Sign, significant digits and exponent, so that two spellings of one number become the same text. */
function canonical(decimal: string): string | undefined {
  const parts = DECIMAL.exec(decimal);
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
