import { ReceiptError } from '../domain/proof/check.ts';
import { type ChainItem, commitText } from '../domain/proof/commit.ts';
import { type Proof, plainCommit } from '../domain/proof/proof.ts';
import { type AnchorLog, parseLine } from './anchors.ts';
import { readSortKey } from './chain-items.ts';
import { findAnchor } from './find-anchor.ts';
import { merklePath, type Sha256 } from './merkle.ts';
import { linesOf } from './read-anchors.ts';

/** There is no receipt yet: anchors are made on a schedule. */
export class NotAnchoredError extends ReceiptError {
  override readonly name = 'NotAnchoredError';
}

/**
 * Proves a commit by the anchor that was made next after it.
 *
 * @throws NotAnchoredError; ReceiptError when it is not what was hashed or anchored; AnchorError when the anchors are not in order
 */
export const proveCommit = async (log: AnchorLog, sha256: Sha256, commit: ChainItem): Promise<Proof> => {
  const place = readSortKey(commit.s);
  const name = `${commit.p} ${commit.s}`;
  if (!place || sha256(commitText(commit)) !== commit.h) throw new ReceiptError(`${name} is not what was hashed`);
  const found = await findAnchor(log, sha256, commit);
  if (!found) throw new NotAnchoredError(`${name} is not anchored yet: anchors are made on a schedule`);
  const { anchor, line } = found;
  if (!parseLine(line).commits.some(([version, hash]) => version === place.version && hash === commit.h))
    throw new ReceiptError(`${name} is not the commit that was anchored`);
  const lines = await linesOf(log, sha256, anchor);
  const { key, text } = anchor;
  return {
    commit: plainCommit(commit),
    line,
    path: merklePath(sha256, lines, lines.indexOf(line)),
    anchor: { key, text, hash: sha256(text) },
  };
};
