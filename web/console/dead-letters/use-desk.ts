import { useState } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import type { LetterRef } from './selection.ts';
import { deadLetterTexts } from './texts.ts';
import { type LetterCommand, useLetterCommand } from './use-letters.ts';

const newKey = (): string => crypto.randomUUID();

/** Has things done with letters, and says what came of them. */
export const useDesk = () => {
  const t = useTexts(deadLetterTexts);
  const announce = useAnnounce();
  const command = useLetterCommand();
  const [said, say] = useState('');
  const [last, keep] = useState<{ readonly command: LetterCommand; readonly finish: () => void }>();
  const run = async (own: LetterCommand, finish: () => void): Promise<void> => {
    keep({ command: own, finish });
    say('');
    const settled = await command.mutateAsync(own).catch(() => undefined);
    finish();
    if (!settled) return;
    const { done, missing } = settled;
    const text = [
      t(own.does === 'discard' ? 'discarded' : 'redriven', { count: done.length }),
      ...(missing.length > 0 ? [t('missing', { count: missing.length })] : []),
    ].join(' ');
    say(text);
    announce(text);
  };
  return {
    said,
    busy: command.isPending,
    error: command.error,
    /** The same command under the same key: what was done already is not done again. */
    again: () => last && void run(last.command, last.finish),
    redrive: (letters: readonly LetterRef[], finish: () => void) =>
      void run({ does: 'redrive', letters, key: newKey() }, finish),
    redriveAll: (handler: string, finish: () => void) =>
      void run({ does: 'redrive-all', handler, key: newKey() }, finish),
    discard: (letters: readonly LetterRef[], reason: string, finish: () => void) =>
      void run({ does: 'discard', letters, reason, key: newKey() }, finish),
  };
};
