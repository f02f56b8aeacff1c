import { useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import { idIn } from './links.ts';

/** The id in the address. An address that somebody has shortened gets back the slash which it needs to be loaded anew. */
export const useId = (name: 'eventId' | 'correlationId'): string => {
  const [location, navigate] = useLocation();
  const { [name]: part = '' } = useParams<Readonly<Record<string, string>>>();
  useEffect(() => {
    if (!location.endsWith('/')) navigate(`${globalThis.location.pathname}/`, { replace: true });
  }, [location, navigate]);
  return idIn(part);
};
