import { leafText, nodeText, type PathStep } from '../domain/proof/path.ts';

export type { PathStep } from '../domain/proof/path.ts';

/** SHA-256 of a text in UTF-8, base64url. */
export type Sha256 = (text: string) => string;

/** A level of the tree above another; a hash without a neighbour goes up as it is. */
const above = (sha256: Sha256, level: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(level.length / 2) }, (_, index) => {
    const [left = '', right] = level.slice(2 * index, 2 * index + 2);
    return right === undefined ? left : sha256(nodeText(left, right));
  });

/** The one hash that stands for all lines in their order; of no lines it is the hash of nothing. */
export const merkleRoot = (sha256: Sha256, lines: readonly string[]): string => {
  let level = lines.map(line => sha256(leafText(line)));
  while (level.length > 1) level = [...above(sha256, level)];
  return level[0] ?? sha256('');
};

/** The hashes that lead from the line at `index` to the root: enough to check that one line, and nothing of the others. */
export const merklePath = (sha256: Sha256, lines: readonly string[], index: number): readonly PathStep[] => {
  const steps: PathStep[] = [];
  let at = index;
  for (
    let level: readonly string[] = lines.map(line => sha256(leafText(line)));
    level.length > 1;
    level = above(sha256, level), at = Math.floor(at / 2)
  ) {
    const right = at % 2 === 0;
    const hash = level[right ? at + 1 : at - 1];
    if (hash !== undefined) steps.push({ side: right ? 'right' : 'left', hash });
  }
  return steps;
};
