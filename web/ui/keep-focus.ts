const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** Parts of the page that the focus does not leave because something in them goes. */
const PART = 'main, header, footer, section.demo-bar';

/** Where an element stood: its ancestors up to the part of the page it is in, each with the place of the branch it was on. */
interface Place {
  readonly element: HTMLElement;
  readonly branches: readonly { readonly parent: Element; readonly at: number }[];
}

const placeOf = (element: HTMLElement): Place => {
  const end = element.closest(PART);
  const branches: Place['branches'][number][] = [];
  for (let child: Element = element; child !== end && child.parentElement; child = child.parentElement)
    branches.push({ parent: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
  return { element, branches };
};

const isFocusable = (element: Element): element is HTMLElement =>
  element.matches(FOCUSABLE) && !element.matches(':disabled') && element.checkVisibility();

const firstIn = (element: Element): HTMLElement | undefined =>
  [element, ...element.querySelectorAll(FOCUSABLE)].find(isFocusable);

/** What is nearest to where an element was: what has come into its place or after it, then what is before it, then further out. */
const nearest = ({ branches }: Place): HTMLElement | undefined => {
  for (const { parent, at } of branches) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    for (const child of [...children.slice(at), ...children.slice(0, at).reverse()]) {
      const found = firstIn(child);
      if (found) return found;
    }
  }
  return undefined;
};

const isDisabled = (element: Element): boolean => element.matches(':disabled');

/**
 * Sees to it that who uses the keyboard does not lose their place: when what has the focus goes, what is nearest to it gets the focus; a
 * button that rests while it is busy has it again afterwards.
 *
 * @returns what ends it
 */
export const keepFocus = (document: Document): (() => void) => {
  let last: Place | undefined;
  const isNowhere = (): boolean => document.activeElement === document.body || document.activeElement === null;
  const come = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement) last = placeOf(target);
  };
  /** Left on purpose, by a click beside it for example, if it is still there when what removes it, or rests it, is done. */
  const leave = (): void =>
    queueMicrotask(() => {
      if (isNowhere() && last?.element.isConnected && !isDisabled(last.element)) last = undefined;
    });
  const look = (): void => {
    if (!last || !isNowhere()) return;
    if (!last.element.isConnected) nearest(last)?.focus();
    else if (!isDisabled(last.element)) last.element.focus();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', come);
  document.addEventListener('focusout', leave);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', come);
    document.removeEventListener('focusout', leave);
  };
};
