import { type DragEvent, useId, useState } from 'react';
import { useTexts } from '../i18n/texts.ts';
import type { ReceiptFile } from './handed.ts';
import { verifyTexts } from './texts.ts';

/** Where a receipt comes from: a file that is chosen or dropped, or a text. */
export const Source = ({
  take,
  failed,
}: {
  readonly take: (file: ReceiptFile) => void;
  readonly failed: () => void;
}) => {
  const t = useTexts(verifyTexts);
  const id = useId();
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const read = (file: File | undefined): void => {
    if (file) file.text().then(own => take({ name: file.name, text: own }), failed);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    read(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={over ? 'card stack drop over' : 'card stack drop'}
      aria-label={t('title')}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="stack">
        <label htmlFor={`${id}-file`}>{t('file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept="application/json,.json"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            read(target.files?.[0]);
            // The same file may be chosen again, when it was changed.
            target.value = '';
          }}
        />
        <p id={`${id}-hint`} className="small muted">
          {t('drop')}
        </p>
      </div>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          take({ name: '', text });
        }}
      >
        <label htmlFor={`${id}-text`}>{t('paste')}</label>
        <textarea
          id={`${id}-text`}
          rows={6}
          value={text}
          spellCheck={false}
          required
          onChange={({ target }) => setText(target.value)}
        />
        <div>
          <button type="submit" className="primary">
            {t('check')}
          </button>
        </div>
      </form>
    </section>
  );
};
