import { quoted } from './json-node.ts';

/** Says whether a value of the event, given as its lexeme, is what a pattern asks for. */
export type ValueTest = (lexeme: string) => boolean;

/** Which part of the value a text is compared with. */
export type Part = 'whole' | 'start' | 'end';

/** The text as a part of a lexeme: with the quotes that bound it there. Only strings have quotes, so only they can match. */
function bounded(text: string, part: Part): string {
  return `${part === 'end' ? '' : '"'}${text}${part === 'start' ? '' : '"'}`;
}

/** The value is, begins with, or ends with the text. */
export function textTest(text: string, part: Part): ValueTest {
  const wanted = bounded(text, part);
  if (part === 'start') return lexeme => lexeme.startsWith(wanted);
  if (part === 'end') return lexeme => lexeme.endsWith(wanted);
  return lexeme => lexeme === wanted;
}

/**
 * As {@link textTest}, whatever the case. The engine takes each UTF-16 unit of the pattern by itself, and accepts its
 * lower-case and its upper-case form: `straße` finds `STRASSE` (ß in upper case is SS), but not `strasse`. Half of a
 * surrogate pair becomes a question mark on the way, so a pattern with an emoji finds no emoji.
 */
export function ignoringCaseTest(text: string, part: Part): ValueTest {
  const units = bounded(text, part).split('').map(eitherCase).join('');
  const expression = new RegExp(`${part === 'end' ? '' : '^'}${units}${part === 'start' ? '' : '$'}`);
  return lexeme => expression.test(lexeme);
}

function eitherCase(unit: string): string {
  if (/[\ud800-\udfff]/.test(unit)) return '\\?';
  return `(?:${[...new Set([unit.toLowerCase(), unit.toUpperCase()])].map(escaped).join('|')})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/**
 * `*` stands for any characters, also none; `\*` and `\\` for themselves.
 * @returns the reason, as text, when the engine refuses the pattern. The service also refuses what it deems too complex
 *   (many wildcards before long repetitions), without saying where it draws the line; that is not imitated.
 */
export function wildcardTest(pattern: string): ValueTest | string {
  const literals: string[] = [''];
  for (const token of quoted(pattern).match(/\*\*|\\[*\\]|./gs) ?? []) {
    if (token === '**') return 'Consecutive wildcard characters';
    if (token === '\\') return 'Invalid escape character: only \\* and \\\\ are escapes';
    if (token === '*') literals.push('');
    else literals.push(`${literals.pop() ?? ''}${token.length === 2 ? token.slice(1) : token}`);
  }
  return literalsInOrder(literals);
}

/** The first literal begins the value, the last ends it, the others follow in order: leftmost is always good enough. */
function literalsInOrder([first = '', ...others]: readonly string[]): ValueTest {
  const last = others.pop();
  if (last === undefined) return lexeme => lexeme === first;
  return lexeme => {
    const end = lexeme.length - last.length;
    if (!lexeme.startsWith(first) || !lexeme.endsWith(last) || end < first.length) return false;
    let from = first.length;
    for (const literal of others) {
      const at = lexeme.indexOf(literal, from);
      if (at < 0 || at + literal.length > end) return false;
      from = at + literal.length;
    }
    return true;
  };
}
