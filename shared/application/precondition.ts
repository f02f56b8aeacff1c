/**
 * What a client says of the version of a stream that its command is for: one of these versions, any version but none
 * (`exists`), or none (`absent`). HTTP: If-Match and If-None-Match.
 */
export type Precondition = readonly number[] | 'exists' | 'absent';

/** Whether a stream of this version is what the command is for; 0: there is none. */
export const holds = (precondition: Precondition, version: number): boolean => {
  if (precondition === 'absent') return version === 0;
  return precondition === 'exists' ? version > 0 : precondition.includes(version);
};
