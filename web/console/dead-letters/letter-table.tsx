import { useEffect, useRef } from 'react';
import { attemptsOf, nameOf, reasonOf } from '../../../client/dead-letters.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { DeadLetter } from '../api-types.ts';
import { isOnRecord, keyOf, toggled } from './selection.ts';
import { deadLetterTexts } from './texts.ts';

interface Selection {
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

const SelectAll = ({ letters, selected, onSelect }: Selection & { readonly letters: readonly DeadLetter[] }) => {
  const t = useTexts(deadLetterTexts);
  const box = useRef<HTMLInputElement>(null);
  const all = letters.length > 0 && letters.every(letter => selected.has(keyOf(letter)));
  const some = letters.some(letter => selected.has(keyOf(letter)));
  useEffect(() => {
    if (box.current) box.current.indeterminate = some && !all;
  }, [some, all]);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={t('selectAll')}
      checked={all}
      disabled={letters.length === 0}
      onChange={() => onSelect(new Set(all ? [] : letters.map(keyOf)))}
    />
  );
};

const Row = ({
  letter,
  selected,
  onSelect,
  onOpen,
}: Selection & { readonly letter: DeadLetter; readonly onOpen: (letter: DeadLetter) => void }) => {
  const t = useTexts(deadLetterTexts);
  const format = useFormat();
  const key = keyOf(letter);
  const name = nameOf(letter);
  return (
    <tr aria-selected={selected.has(key)}>
      <td>
        <input
          type="checkbox"
          aria-label={t('selectOne', { name })}
          checked={selected.has(key)}
          onChange={() => onSelect(toggled(selected, key))}
        />
      </td>
      <th scope="row">
        <button type="button" className="quiet letter-name" onClick={() => onOpen(letter)}>
          {letter.event ? <code>{letter.event.type}</code> : <span>{t(letter.kind)}</span>}
          <span className="muted small">{name}</span>
        </button>
      </th>
      <td>
        {letter.handler} {letter.queue !== 'dead-letters' && <span className="tag">{t(`in-${letter.queue}`)}</span>}
      </td>
      <td className="letter-why">
        <span>{reasonOf(letter) || t(isOnRecord(letter) ? 'noReason' : 'notOnRecord')}</span>
      </td>
      <td className="number">{isOnRecord(letter) && format.number(attemptsOf(letter).length)}</td>
      <td>
        <time dateTime={letter.sentAt} title={format.precise(letter.sentAt)}>
          {format.dateTime(letter.sentAt)}
        </time>
      </td>
    </tr>
  );
};

/** Dead letters, to be chosen and opened. */
export const LetterTable = ({
  letters,
  onOpen,
  ...selection
}: Selection & { readonly letters: readonly DeadLetter[]; readonly onOpen: (letter: DeadLetter) => void }) => {
  const t = useTexts(deadLetterTexts);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="scroll letters" tabIndex={0} aria-label={t('caption')}>
      <table>
        <caption>{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <SelectAll letters={letters} {...selection} />
            </th>
            <th scope="col">{t('about')}</th>
            <th scope="col">{t('handler')}</th>
            <th scope="col">{t('why')}</th>
            <th scope="col" className="number">
              {t('tried')}
            </th>
            <th scope="col">{t('since')}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map(letter => (
            <Row key={keyOf(letter)} letter={letter} onOpen={onOpen} {...selection} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
