/** SHA-256 of a text in UTF-8, base64url without padding; at once, or as browsers do it: later. */
export type Digest = (text: string) => string | Promise<string>;

/** A step from a leaf to the root: the hash beside, and on which side of ours it is. */
export interface PathStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

/** Leaves and nodes are hashed under different names, so that none can be passed off as the other (RFC 9162, 2.1.1). */
export const leafText = (line: string): string => `leaf\n${line}`;
export const nodeText = (left: string, right: string): string => `node\n${left}\n${right}`;

/** The root that a line and its path lead to. */
export const rootOf = async (digest: Digest, line: string, path: readonly PathStep[]): Promise<string> => {
  let at = await digest(leafText(line));
  for (const { side, hash } of path) at = await digest(side === 'left' ? nodeText(hash, at) : nodeText(at, hash));
  return at;
};
