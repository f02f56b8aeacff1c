/** A notification, as far as one counts. */
interface Countable {
  readonly read: boolean;
}

/** How many are unread among the newest; `more`: there may be more among those that were not looked at. */
export interface Unread {
  readonly count: number;
  readonly more: boolean;
}

/** Counts what is unread on the first page. */
export const unreadOf = ({
  items,
  next,
}: {
  readonly items: readonly Countable[];
  readonly next: string | null;
}): Unread => {
  const count = items.filter(({ read }) => !read).length;
  return { count, more: next !== null && count === items.length };
};

/** `7`, or `50+` when there may be more. */
export const unreadText = ({ count, more }: Unread): string => `${count}${more ? '+' : ''}`;

/** Pages with one notification marked as read; the same pages when it is on none of them. */
export const markedRead = <
  Item extends Countable & { readonly id: string },
  Page extends { readonly items: readonly Item[] },
>(
  pages: readonly Page[],
  id: string,
): readonly Page[] =>
  pages.map(page =>
    page.items.some(item => item.id === id && !item.read)
      ? { ...page, items: page.items.map(item => (item.id === id ? { ...item, read: true } : item)) }
      : page,
  );
