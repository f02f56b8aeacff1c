import * as z from 'zod';
import { InvalidCursorError, openCursor, sealCursor } from '../../application/cursor.ts';

/** What fits the whole numbers from 1 to `most` as they are written: those of fewer digits, then those that differ first at each digit. */
const upTo = (most: number): string => {
  const digits = [...String(most)].map(Number);
  const atMost = digits.flatMap((digit, place) => {
    const [first, last] = [place === 0 ? 1 : 0, digit - 1];
    const rest = digits.length - place - 1;
    return last < first ? [] : [`${digits.slice(0, place).join('')}[${first}-${last}]${'\\d'.repeat(rest)}`];
  });
  const shorter = digits.length > 1 ? [`[1-9]${'\\d?'.repeat(digits.length - 2)}`] : [];
  return [...shorter, ...atMost, String(most)].join('|');
};

/** A whole number in a query string, which has only texts. */
export const wholeNumber = (most: number, initially: number, least: 0 | 1 = 1) =>
  z
    .string()
    .regex(new RegExp(`^(${least === 0 ? '0|' : ''}${upTo(most)})$`), `must be from ${least} to ${most}`)
    .default(String(initially))
    .transform(Number);

/** The two words with which every list is read page by page. */
export const pageQuery = (most: number, initially: number) => ({
  limit: wholeNumber(most, initially),
  cursor: z.string().max(4000).optional(),
});

export const nextView = z.string().nullable().describe('The cursor of the next page; null: this is the last one.');

/** A list as it is answered. */
export const listView = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: nextView });

const progress = z.strictObject({ of: z.string(), last: z.string() });

/** Whose question a cursor goes on with. */
export interface Question {
  readonly tenantId: string;
  /** The question without limit and cursor, as text: a cursor of another one is refused. */
  readonly of: string;
}

export const nextCursor = ({ tenantId, of }: Question, last: string | undefined): string | null =>
  last === undefined ? null : sealCursor(tenantId, { of, last });

/**
 * What a cursor said was answered last; undefined without one.
 *
 * @throws InvalidCursorError
 */
export const lastOf = ({ tenantId, of }: Question, cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const parsed = progress.safeParse(openCursor(tenantId, cursor));
  if (!parsed.success || parsed.data.of !== of) throw new InvalidCursorError('the cursor is of another question');
  return parsed.data.last;
};

/** One page of what is all there: the items behind the cursor, by a place that sorts as they do. */
export const pageOf = <T>(
  question: Question,
  items: readonly T[],
  {
    limit,
    cursor,
    place,
  }: { readonly limit: number; readonly cursor?: string | undefined; readonly place: (item: T) => string },
): { readonly items: readonly T[]; readonly next: string | null } => {
  const last = lastOf(question, cursor);
  const rest = last === undefined ? items : items.filter(item => place(item) > last);
  const page = rest.slice(0, limit);
  const end = page.at(-1);
  return { items: page, next: nextCursor(question, rest.length > limit && end ? place(end) : undefined) };
};
