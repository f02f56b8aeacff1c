import { useTexts } from '../../i18n/texts.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { timelineTexts } from './texts.ts';

/** Copies a text. */
export const CopyButton = ({ text, what }: { readonly text: string; readonly what: string }) => {
  const t = useTexts(timelineTexts);
  const announce = useAnnounce();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    announce(t('copied'));
  };
  return (
    <button type="button" className="quiet small no-print" onClick={() => void copy()}>
      <span aria-hidden="true">{t('copy')}</span>
      <span className="hidden">{t('copyOf', { what })}</span>
    </button>
  );
};

/** Of a hash, so that the eye finds the same one again; the text says it too. */
const hueOf = (hash: string): number => [...hash].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 360, 7);

/** A hash: its text, and a colour that is only its own. */
export const Fingerprint = ({ hash, what }: { readonly hash: string; readonly what: string }) => (
  <span className="fingerprint">
    <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">
      <circle cx="8" cy="8" r="7" fill={`hsl(${hueOf(hash)} 65% 50%)`} stroke="currentColor" />
    </svg>
    <code>{hash}</code>
    <CopyButton text={hash} what={what} />
  </span>
);
