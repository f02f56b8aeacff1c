import { type ReactNode, useId, useState } from 'react';
import type { Receipt } from '../../shared/domain/proof/receipt.ts';
import type { Statement } from '../../shared/domain/proof/statement.ts';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { verifyTexts } from './texts.ts';

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const pickIn = (data: unknown): string | undefined => {
  const { predicted } = (data ?? {}) as { readonly predicted?: { readonly home: number; readonly away: number } };
  return predicted && `${predicted.home}:${predicted.away}`;
};

/** Whether it was in time, and whose word that is. */
const InTime = ({ statement: { deadline, anchoredAt } }: { readonly statement: Statement }) => {
  const t = useTexts(verifyTexts);
  if (!deadline) return null;
  if (!deadline.inTime) return <p className="notice bad">{t('tooLate')}</p>;
  const isAnchored = deadline.kickOff === null || Date.parse(anchoredAt) < Date.parse(deadline.kickOff);
  return (
    <p className="notice">
      {t('inTime')} {t(isAnchored ? 'inTimeAnchored' : 'inTimeClock')}
    </p>
  );
};

/** What a receipt that holds proves. */
export const Proven = ({ receipt: { statement } }: { readonly receipt: Receipt }) => {
  const t = useTexts(verifyTexts);
  const format = useFormat();
  const { tenantId, eventId, type, actor, occurredAt, anchoredAt, deadline, data } = statement;
  const instant = (at: string): ReactNode => (
    <time dateTime={at}>
      {format.date(at)}, {format.precise(at)}
    </time>
  );
  const pick = pickIn(data);
  return (
    <section className="card stack" aria-labelledby="proven-heading">
      <h2 id="proven-heading">{t('says')}</h2>
      <dl className="proven">
        {pick !== undefined && (
          <Row name={t('pick')}>
            <strong>{pick}</strong>
          </Row>
        )}
        <Row name={t('event')}>
          <code>{eventId}</code>
        </Row>
        <Row name={t('type')}>
          <code>{type}</code>
        </Row>
        <Row name={t('tenant')}>{tenantId}</Row>
        <Row name={t('actor')}>{actor}</Row>
        <Row name={t('occurredAt')}>{instant(occurredAt)}</Row>
        <Row name={t('anchoredAt')}>{instant(anchoredAt)}</Row>
        {deadline && (
          <Row name={t('kickOff')}>{deadline.kickOff === null ? t('noKickOff') : instant(deadline.kickOff)}</Row>
        )}
      </dl>
      <InTime statement={statement} />
      <details>
        <summary>{t('data')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <pre tabIndex={0}>{JSON.stringify(data, null, 2)}</pre>
      </details>
    </section>
  );
};

/** What is left to whoever reads it: above all, whether the anchor is the true one. */
export const NotProven = ({ receipt: { proof } }: { readonly receipt: Receipt }) => {
  const t = useTexts(verifyTexts);
  const id = useId();
  const [known, setKnown] = useState('');
  const given = known.trim();
  return (
    <section className="card stack" aria-labelledby="open-heading">
      <h2 id="open-heading">{t('open')}</h2>
      <ul>
        <li>{t('openAnchor')}</li>
        <li>{t('openTime')}</li>
        <li>{t('openMore')}</li>
      </ul>
      <dl className="proven">
        <Row name={t('anchorKey')}>
          <code>{proof.anchor.key}</code>
        </Row>
        <Row name={t('anchorHash')}>
          <code>{proof.anchor.hash}</code>
        </Row>
      </dl>
      <div className="stack compare no-print">
        <label htmlFor={id}>{t('compare')}</label>
        <input
          id={id}
          value={known}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-result`}
          onChange={({ target }) => setKnown(target.value)}
        />
        <output id={`${id}-result`} htmlFor={id}>
          {given !== '' && t(given === proof.anchor.hash ? 'same' : 'different')}
        </output>
      </div>
    </section>
  );
};
