import type { ReactNode } from 'react';
import { nameOf } from '../../../client/dead-letters.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { DeadLetter } from '../api-types.ts';
import { EventDetail } from '../event/event-detail.tsx';
import { History } from './history.tsx';
import { isOnRecord } from './selection.ts';
import { deadLetterTexts } from './texts.ts';

const Facts = ({ letter }: { readonly letter: DeadLetter }) => {
  const t = useTexts(deadLetterTexts);
  const format = useFormat();
  const { handler, queue, messageId, sentAt, received, refusal, why } = letter;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('handler'), handler],
    [t('queue'), t(queue)],
    [t('messageId'), <code key="id">{messageId}</code>],
    [t('since'), `${format.date(sentAt)}, ${format.precise(sentAt)}`],
    [t('received'), `${format.number(received)} (${t('receivedHint')})`],
    ...(why === null ? [] : [[t('why'), why] as const]),
    ...(refusal ? [[t('refusal'), `${refusal.code}: ${refusal.message}`] as const] : []),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Payload = ({ payload }: Pick<DeadLetter, 'payload'>) => {
  const t = useTexts(deadLetterTexts);
  return (
    <section aria-label={t('payload')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre tabIndex={0}>{JSON.stringify(payload, null, 2)}</pre>
    </section>
  );
};

const Unreadable = ({ letter: { unreadable, payload } }: { readonly letter: DeadLetter }) => {
  const t = useTexts(deadLetterTexts);
  return (
    <div className="event-detail stack">
      <p className="notice warn">{t('cannotBeRead', { why: unreadable ?? '' })}</p>
      {payload === null || payload === undefined ? (
        <p className="muted">{t('payloadHidden')}</p>
      ) : (
        <Payload payload={payload} />
      )}
    </div>
  );
};

/** What it says: an event, a message of another kind with what mends it, or what cannot be read. */
const Contents = ({ letter }: { readonly letter: DeadLetter }) => {
  const t = useTexts(deadLetterTexts);
  const { event, kind, payload } = letter;
  if (event) return <EventDetail event={event} />;
  if (kind === 'unreadable' || kind === 'event') return <Unreadable letter={letter} />;
  return (
    <div className="event-detail stack">
      <p>{t(`mend-${kind}`)}</p>
      <Payload payload={payload} />
    </div>
  );
};

/** A dead letter: where it is, what happened to it, and what it says. */
export const LetterDialog = ({
  letter,
  busy,
  onClose,
  onRedrive,
  onDiscard,
}: {
  readonly letter: DeadLetter | undefined;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onRedrive: (letter: DeadLetter) => void;
  readonly onDiscard: (letter: DeadLetter) => void;
}) => {
  const t = useTexts(deadLetterTexts);
  const name = letter ? nameOf(letter) : '';
  return (
    <Dialog open={letter !== undefined} onClose={onClose} title={t('open', { name })}>
      {letter && (
        <>
          <Facts letter={letter} />
          {(isOnRecord(letter) || letter.history.length > 0) && <History letter={letter} />}
          <Contents letter={letter} />
          <div className="row">
            {letter.redrivable && (
              <button type="button" className="primary" disabled={busy} onClick={() => onRedrive(letter)}>
                {t('redriveThis')}
              </button>
            )}
            <button type="button" className="danger" disabled={busy} onClick={() => onDiscard(letter)}>
              {t('discardThis')}
            </button>
            <button type="button" onClick={onClose}>
              {t('close')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
};
