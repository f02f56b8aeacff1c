import { AnchorError } from './anchor.ts';
import { type Check, check, ReceiptError } from './check.ts';
import { notAReceipt } from './form.ts';
import type { Digest } from './path.ts';
import { examineProof, type Proof, proofFrom } from './proof.ts';
import { deadlineOf, type Statement, statementOf } from './statement.ts';

/** A receipt for one event, to be checked by somebody who has nothing else. */
export interface Receipt {
  readonly format: 'matchday-receipt-1';
  readonly statement: Statement;
  readonly proof: Proof;
  /** For a prediction: the commit of the match that set the kick-off. */
  readonly kickOff?: Proof;
}

/** What became of every check of a receipt. */
export interface Examination {
  readonly checks: readonly Check[];
  /** The receipt, when every check holds. */
  readonly receipt?: Receipt;
}

/** The text of a receipt: the only one that a check accepts. */
export const receiptText = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 2)}\n`;

/** A receipt as it follows from its proofs. @throws ReceiptError, AnchorError when nothing follows from them */
const receiptFrom = (eventId: string, proof: Proof, kickOff: Proof | undefined): Receipt => ({
  format: 'matchday-receipt-1',
  statement: statementOf(eventId, proof, kickOff),
  proof: proofFrom(proof),
  ...(kickOff && { kickOff: proofFrom(kickOff) }),
});

const formFault = (text: string): { readonly field: string; readonly reason: string } | undefined => {
  try {
    const field = notAReceipt(JSON.parse(text));
    if (field === undefined) return undefined;
    return { field, reason: field === '' ? 'the receipt is not complete' : `${field} is missing, or is none` };
  } catch {
    return { field: '', reason: 'a receipt is JSON' };
  }
};

/** What a task says, or why it cannot. */
const attempted = <T>(task: () => T): { readonly value: T } | { readonly reason: string } => {
  try {
    return { value: task() };
  } catch (error) {
    if (error instanceof ReceiptError || error instanceof AnchorError || error instanceof TypeError)
      return { reason: error.message };
    throw error;
  }
};

/** Fields of a statement that say something else than the bytes. */
const differing = (given: Statement, proved: Statement): readonly string[] =>
  [...new Set([...Object.keys(proved), ...Object.keys(given)])]
    .filter(name => JSON.stringify(given[name as keyof Statement]) !== JSON.stringify(proved[name as keyof Statement]))
    .map(name => `statement.${name}`);

const statementCheck = (given: Receipt, proved: ReturnType<typeof attempted<Receipt>>): Check => {
  const place = { subject: 'receipt', name: 'statement' } as const;
  if ('reason' in proved) return check({ ...place, fields: ['statement'] }, { reason: proved.reason });
  const fields = differing(given.statement, proved.value.statement);
  return fields.length === 0
    ? check({ ...place, fields: ['statement'] })
    : check({ ...place, fields }, { reason: `the receipt says something else than it proves: ${fields.join(', ')}` });
};

/** The line of a text in which it begins to be another; lines count from 1. */
const firstDifference = (text: string, other: string): number => {
  const [lines, others] = [text.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  return (at === -1 ? lines.length : at) + 1;
};

/** The file has what follows from its proofs, and nothing else. A statement that is wrong is taken as it is: that is said of it alone. */
const textCheck = (text: string, given: Receipt, proved: ReturnType<typeof attempted<Receipt>>): Check => {
  const place = { subject: 'receipt', name: 'text', fields: [''] } as const;
  if ('reason' in proved) return check(place, { reason: proved.reason });
  const { value } = proved;
  const isStated = differing(given.statement, value.statement).length === 0;
  const expected = receiptText(isStated ? value : { ...value, statement: given.statement });
  return expected === text
    ? check(place)
    : check(place, {
        reason: `the file has something that is not of the receipt: line ${firstDifference(text, expected)}`,
      });
};

const matchCheck = (given: Receipt, kickOff: Proof): Check => {
  const deadline = attempted(() => deadlineOf(given.statement.eventId, given.proof, kickOff));
  const fields = ['kickOff.commit', 'proof.commit', 'statement.eventId'];
  return check({ subject: 'kick-off', name: 'match', fields }, 'reason' in deadline ? deadline : undefined);
};

/**
 * Examines a receipt, with nothing but itself, and says of every check whether it holds and, when not, which fields do not
 * agree. What is left to the reader is to hold `proof.anchor.hash` against an anchor that they have from elsewhere.
 *
 * @param digest the hash: of `node:crypto` or of a browser
 */
export const examineReceipt = async (digest: Digest, text: string): Promise<Examination> => {
  const fault = formFault(text);
  const form = check(
    { subject: 'receipt', name: 'form', fields: [fault?.field ?? ''] },
    fault && { reason: fault.reason },
  );
  if (fault) return { checks: [form] };
  const given = JSON.parse(text) as Receipt;
  const { kickOff } = given;
  const proved = attempted(() => receiptFrom(given.statement.eventId, given.proof, kickOff));
  const checks = [
    form,
    ...(await examineProof(digest, 'event', given.proof)),
    ...(kickOff ? [...(await examineProof(digest, 'kick-off', kickOff)), matchCheck(given, kickOff)] : []),
    statementCheck(given, proved),
    textCheck(text, given, proved),
  ];
  return { checks, ...(checks.every(({ holds }) => holds) && { receipt: given }) };
};

/** The receipt that a text is. @throws ReceiptError saying the first thing that does not hold */
export const checkReceipt = async (digest: Digest, text: string): Promise<Receipt> => {
  const { checks, receipt } = await examineReceipt(digest, text);
  if (receipt) return receipt;
  throw new ReceiptError(checks.find(({ holds }) => !holds)?.reason ?? 'the receipt does not hold');
};

/** Puts a receipt together. @throws ReceiptError when the proofs do not hold */
export const makeReceipt = async (digest: Digest, eventId: string, proof: Proof, kickOff?: Proof): Promise<Receipt> => {
  const made = attempted(() => receiptFrom(eventId, proof, kickOff));
  if ('reason' in made) throw new ReceiptError(made.reason);
  return checkReceipt(digest, receiptText(made.value));
};
