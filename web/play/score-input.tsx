import { useTexts } from '../i18n/texts.ts';
import { playTexts } from './texts.ts';

/** More goals than anybody ever scored; the API takes up to 200. */
const MOST = 99;

/** Goals of one side: by digits, by arrows, or by buttons that a thumb hits. */
export const ScoreInput = ({
  team,
  value,
  onChange,
  disabled,
}: {
  readonly team: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly disabled: boolean;
}) => {
  const t = useTexts(playTexts);
  const step = (by: number): void => onChange(Math.min(MOST, Math.max(0, (value ?? (by > 0 ? -1 : 1)) + by)));
  return (
    <span className="score-input">
      <button
        type="button"
        className="step"
        aria-label={t('fewer', { team })}
        disabled={disabled}
        onClick={() => step(-1)}
      >
        −
      </button>
      <input
        type="text"
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        maxLength={2}
        aria-label={t('goalsOf', { team })}
        value={value ?? ''}
        disabled={disabled}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => {
          const digits = target.value.replace(/\D/g, '');
          onChange(digits === '' ? undefined : Number(digits));
        }}
        onKeyDown={event => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          step(event.key === 'ArrowUp' ? 1 : -1);
        }}
      />
      <button
        type="button"
        className="step"
        aria-label={t('more', { team })}
        disabled={disabled}
        onClick={() => step(1)}
      >
        +
      </button>
    </span>
  );
};
