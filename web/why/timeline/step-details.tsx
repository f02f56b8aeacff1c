import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { useSession } from '../../session/session.tsx';
import { ReceiptButtons } from '../receipt-buttons.tsx';
import type { Step } from '../trace.ts';
import { CopyButton, Fingerprint } from './fingerprint.tsx';
import type { Links } from './links.ts';
import { anchorOf, useReveal } from './reveal.ts';
import { timelineTexts } from './texts.ts';

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** A link to another event of the story. */
const StepLink = ({ id }: { readonly id: string }) => {
  const reveal = useReveal();
  return (
    <a href={`#${anchorOf(id)}`} onClick={() => reveal(id)}>
      <code>{id}</code>
    </a>
  );
};

const ACTORS = { player: 'byPlayer', platform: 'byPlatform', organiser: 'byOrganiser' } as const;

/** Who, when, because of what. */
const Origin = ({
  step: { event, actor, replaces, replacedBy },
  cause,
}: {
  readonly step: Step;
  readonly cause: Links['cause'];
}) => {
  const t = useTexts(timelineTexts);
  const format = useFormat();
  const { may } = useSession();
  return (
    <dl className="facts">
      <Row name={t('id')}>
        <code>{event.id}</code> <CopyButton text={event.id} what={t('id')} />
      </Row>
      <Row name={t('type')}>
        <code>{event.type}</code> {event.schemaVersion}
      </Row>
      <Row name={t('at')}>
        <time dateTime={event.occurredAt}>
          {format.date(event.occurredAt)}, {format.precise(event.occurredAt)}
        </time>
      </Row>
      <Row name={t('who')}>{t(ACTORS[actor])}</Row>
      <Row name={t('cause')}>
        {cause === undefined ? t('command', { id: event.causationId }) : <StepLink id={cause} />}
      </Row>
      <Row name={t('correlation')}>
        <code>{event.correlationId}</code> <CopyButton text={event.correlationId} what={t('correlation')} />
        {may('operator') && (
          <Link href={`/console/story/${encodeURIComponent(event.correlationId)}`} className="no-print">
            {t('story')}
          </Link>
        )}
      </Row>
      {replaces.map(id => (
        <Row key={id} name={t('replaces')}>
          <StepLink id={id} />
        </Row>
      ))}
      {replacedBy !== null && (
        <Row name={t('replacedBy')}>
          <StepLink id={replacedBy} />
        </Row>
      )}
    </dl>
  );
};

/** The fingerprint, the one before, and the anchor. */
const ChainLink = ({ step: { commit, anchor }, before }: { readonly step: Step; readonly before: Links['before'] }) => {
  const t = useTexts(timelineTexts);
  const format = useFormat();
  return (
    <section className="chain-link">
      <h3>{t('chain')}</h3>
      <div className="links">
        <div>
          <span className="small muted">{t('previous')}</span>
          {commit.previousHash === '' ? (
            <span>{t('first')}</span>
          ) : (
            <Fingerprint hash={commit.previousHash} what={t('previous')} />
          )}
          {before && (
            <span className={before.holds ? 'holds' : 'breaks'}>
              {t(before.holds ? 'linked' : 'broken', { id: before.id })}
            </span>
          )}
        </div>
        <span className="coupling" aria-hidden="true" />
        <div>
          <span className="small muted">{t('hash')}</span>
          <Fingerprint hash={commit.hash} what={t('hash')} />
          {commit.events > 1 && (
            <span className="small">{t('commitOf', { count: commit.events, version: commit.version })}</span>
          )}
        </div>
      </div>
      {anchor ? (
        <>
          <p>{t('anchored', { number: anchor.number, at: format.dateTime(anchor.instant) })}</p>
          <p className="small">
            <span className="muted">{t('anchorHash')}</span> <Fingerprint hash={anchor.hash} what={t('anchorHash')} />
          </p>
        </>
      ) : (
        <p className="muted">{t('unanchored')}</p>
      )}
    </section>
  );
};

/** All there is to know of an event. */
export const StepDetails = ({
  step,
  links,
  predictionId,
}: {
  readonly step: Step;
  readonly links: Links;
  readonly predictionId: string;
}) => {
  const t = useTexts(timelineTexts);
  return (
    <div className="step-details stack">
      <Origin step={step} cause={links.cause} />
      <ChainLink step={step} before={links.before} />
      <div>
        <h3>{t('data')}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <pre tabIndex={0}>{JSON.stringify(step.event.data, null, 2)}</pre>
      </div>
      {links.chain === 'prediction' && step.anchor && (
        <ReceiptButtons predictionId={predictionId} version={step.event.version} label={t('receipt')} />
      )}
    </div>
  );
};
