import { NetworkError, ProblemError } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { poolsTexts } from './texts.ts';

/** What the API refuses with that people can be told in their language. */
const KNOWN = {
  'precondition-failed': 'changedMeanwhile',
  'invite-only': 'inviteOnly',
  'unknown-invite': 'unknownInvite',
  'invite-expired': 'inviteExpired',
  'invite-used-up': 'inviteUsedUp',
  'not-a-member': 'notAMember',
  'unknown-pool': 'unknownPool',
  'too-many': 'tooManyInvites',
  'not-permitted': 'ownerOnly',
  'already-exists': 'idTaken',
  forgotten: 'forgotten',
} as const;

const isKnown = (code: string): code is keyof typeof KNOWN => code in KNOWN;

/** Says that a command was not done, and why. */
export const Refusal = ({ error }: { readonly error: Error | null }) => {
  const t = useTexts(poolsTexts);
  if (!error) return null;
  const code = error instanceof ProblemError ? error.code : '';
  const text = error instanceof NetworkError ? t('nobody') : t('refused', { reason: error.message });
  return (
    <p role="alert" className="notice bad">
      {isKnown(code) ? t(KNOWN[code]) : text}
    </p>
  );
};
