/** SHA-256 of a text in UTF-8, base64url. */
export type Sha256 = (text: string) => string;

/** A step from a leaf to the root: the hash beside, and on which side of ours it is. */
export interface PathStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

/** Leaves and nodes are hashed under different names, so that none can be passed off as the other (RFC 9162, 2.1.1). */
const leafHash = (sha256: Sha256, line: string): string => sha256(`leaf\n${line}`);
const nodeHash = (sha256: Sha256, left: string, right: string): string => sha256(`node\n${left}\n${right}`);

/** A level of the tree above another; a hash without a neighbour goes up as it is. */
const above = (sha256: Sha256, level: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(level.length / 2) }, (_, index) => {
    const [left = '', right] = level.slice(2 * index, 2 * index + 2);
    return right === undefined ? left : nodeHash(sha256, left, right);
  });

/** The one hash that stands for all lines in their order; of no lines it is the hash of nothing. */
export const merkleRoot = (sha256: Sha256, lines: readonly string[]): string => {
  let level = lines.map(line => leafHash(sha256, line));
  while (level.length > 1) level = [...above(sha256, level)];
  return level[0] ?? sha256('');
};

/** The hashes that lead from the line at `index` to the root: enough to check that one line, and nothing of the others. */
export const merklePath = (sha256: Sha256, lines: readonly string[], index: number): readonly PathStep[] => {
  const steps: PathStep[] = [];
  let at = index;
  for (
    let level: readonly string[] = lines.map(line => leafHash(sha256, line));
    level.length > 1;
    level = above(sha256, level), at = Math.floor(at / 2)
  ) {
    const right = at % 2 === 0;
    const hash = level[right ? at + 1 : at - 1];
    if (hash !== undefined) steps.push({ side: right ? 'right' : 'left', hash });
  }
  return steps;
};

/** The root that a line and its path lead to. */
export const rootOf = (sha256: Sha256, line: string, path: readonly PathStep[]): string =>
  path.reduce(
    (hash, step) => (step.side === 'left' ? nodeHash(sha256, step.hash, hash) : nodeHash(sha256, hash, step.hash)),
    leafHash(sha256, line),
  );
