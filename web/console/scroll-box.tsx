import type { ReactNode } from 'react';

/** Something wider than the page: it is scrolled by keyboard when it has the focus. */
export const ScrollBox = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
  <section className="scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
);
