import { createContext, useContext } from 'react';

/** The id of an event as the id of its element. */
export const anchorOf = (id: string): string => `event-${id.replaceAll(/[^\w-]/g, '_')}`;

const RevealContext = createContext<(id: string) => void>(() => undefined);

/** Opens an event, so that a link to it shows it. */
export const RevealProvider = RevealContext;
export const useReveal = (): ((id: string) => void) => useContext(RevealContext);
