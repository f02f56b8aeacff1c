import { useTexts } from '../i18n/texts.ts';
import type { LiveState } from './connection.ts';
import { useLive } from './live.tsx';
import { liveTexts } from './texts.ts';
import './live-badge.css';

/** Told apart by their shape too. */
const SIGNS: Readonly<Record<LiveState, string>> = { connecting: '○', live: '●', reconnecting: '◐', offline: '✕' };

/** Whether what is on view moves by itself. Nothing for who is not signed in. */
export const LiveBadge = () => {
  const t = useTexts(liveTexts);
  const { state } = useLive();
  if (state === undefined) return null;
  return (
    <span className="live-badge" data-state={state} role="status" title={t(`${state}Hint`)}>
      <span aria-hidden="true">{SIGNS[state]}</span>
      <span className="live-word">{t(state)}</span>
      <span className="hidden">{t(`${state}Hint`)}</span>
    </span>
  );
};
