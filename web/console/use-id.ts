import { useParams } from 'wouter';
import { idIn } from './links.ts';

/** The id in the address. */
export const useId = (name: 'eventId' | 'correlationId'): string => {
  const { [name]: part = '' } = useParams<Readonly<Record<string, string>>>();
  return idIn(part);
};
