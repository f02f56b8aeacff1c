/** A cell as RFC 4180 has it. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
const cell = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Lines as comma-separated values (RFC 4180). */
export const csvOf = (lines: readonly (readonly (string | number | null)[])[]): string =>
  lines.map(line => `${line.map(cell).join()}\r\n`).join('');
