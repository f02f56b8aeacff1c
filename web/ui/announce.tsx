import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** A place from which screen readers hear what happened without the focus moving. */
export const Announcer = ({ children }: { readonly children: ReactNode }) => {
  const [said, say] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => say(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="hidden" role="status" aria-live="polite">
        <span key={said.turn}>{said.text}</span>
      </div>
    </AnnounceContext>
  );
};

/** Tells screen readers, politely. */
export const useAnnounce = (): ((text: string) => void) => useContext(AnnounceContext);
