import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { ShownEvent } from '../api-types.ts';
import { eventPath, isEventId, storyPath } from '../links.ts';
import { OutcomeTable } from '../outcomes/outcomes.tsx';
import { eventTexts } from './texts.ts';
import './event-detail.css';

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Envelope = ({ event }: { readonly event: ShownEvent }) => {
  const t = useTexts(eventTexts);
  const format = useFormat();
  const { correlationId, causationId, traceparent } = event;
  return (
    <dl className="facts">
      <Fact name={t('type')}>
        <code>{event.type}</code>
      </Fact>
      <Fact name={t('occurredAt')}>
        <time dateTime={event.occurredAt}>
          {format.date(event.occurredAt)}, {format.precise(event.occurredAt)}
        </time>
      </Fact>
      <Fact name={t('actor')}>{event.actor}</Fact>
      <Fact name={t('stream')}>
        <code>{event.stream}</code>
      </Fact>
      <Fact name={t('version')}>{format.number(event.version)}</Fact>
      <Fact name={t('correlation')}>
        <code>{correlationId}</code> <Link href={storyPath(correlationId)}>{t('story')}</Link>
      </Fact>
      <Fact name={t('cause')}>
        {isEventId(causationId) ? (
          <Link href={eventPath(causationId)}>{causationId}</Link>
        ) : (
          t('command', { id: causationId })
        )}
      </Fact>
      <Fact name={t('hops')}>{format.number(event.hops)}</Fact>
      <Fact name={t('priority')}>{event.priority}</Fact>
      <Fact name={t('schema')}>{event.schemaVersion}</Fact>
      {traceparent !== undefined && (
        <Fact name={t('trace')}>
          <code>{traceparent}</code>
        </Fact>
      )}
    </dl>
  );
};

/** An event: what surrounds it, its data as far as it may be seen, and what became of it. */
export const EventDetail = ({ event }: { readonly event: ShownEvent }) => {
  const t = useTexts(eventTexts);
  return (
    <div className="event-detail stack">
      <Envelope event={event} />
      <section className="stack" aria-label={t('data')}>
        {event.redacted === true && <p className="notice">{t('redacted')}</p>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <pre tabIndex={0}>{JSON.stringify(event.data, null, 2)}</pre>
      </section>
      <OutcomeTable eventId={event.id} occurredAt={event.occurredAt} />
    </div>
  );
};
