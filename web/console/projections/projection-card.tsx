import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { Projection } from '../api-types.ts';
import { duration } from '../duration.ts';
import { RebuildState } from './rebuild-state.tsx';
import { projectionTexts } from './texts.ts';
import { isUnderWay } from './use-projections.ts';

const Lag = ({ queues, oldestUnhandled }: Pick<Projection, 'queues' | 'oldestUnhandled'>) => {
  const t = useTexts(projectionTexts);
  const format = useFormat();
  if (!queues) return t('noQueues');
  const count = queues.events.waiting + queues.events.inFlight;
  if (count === 0) return t('upToDate');
  const { eventId, ageMs } = oldestUnhandled ?? {};
  const oldest =
    eventId !== undefined && ageMs !== undefined && t('oldest', { id: eventId, age: duration(format, ageMs) });
  return [t('behind', { count }), oldest].filter(Boolean).join('; ');
};

const Lost = ({ queues, handler }: Pick<Projection, 'queues' | 'handler'>) => {
  const t = useTexts(projectionTexts);
  const format = useFormat();
  const count = queues ? queues.deadLetters.waiting + queues.undelivered.waiting : 0;
  if (count === 0) return t('none');
  return <Link href={`/console/dead-letters?handler=${handler}`}>{format.number(count)}</Link>;
};

/** What can be done with a read model. */
export interface ProjectionActions {
  readonly onRebuild: () => void;
  readonly onCancel: () => void;
  readonly onSwitch: (generation: number) => void;
  readonly onDrop: () => void;
}

const Actions = ({
  projection: { generations, rebuild },
  busy,
  onRebuild,
  onCancel,
  onSwitch,
  onDrop,
}: ProjectionActions & { readonly projection: Projection; readonly busy: boolean }) => {
  const t = useTexts(projectionTexts);
  const { active, written } = generations;
  const others = written.filter(generation => generation !== active);
  if (isUnderWay(rebuild))
    return (
      <button type="button" disabled={busy} onClick={onCancel}>
        {t('cancel')}
      </button>
    );
  if (others.length === 0)
    return (
      <button type="button" className="primary" disabled={busy} onClick={onRebuild}>
        {t('rebuild')}
      </button>
    );
  return (
    <>
      {others.map(generation => (
        <button key={generation} type="button" disabled={busy} onClick={() => onSwitch(generation)}>
          {t('switchTo', { generation })}
        </button>
      ))}
      <button type="button" disabled={busy} onClick={onDrop}>
        {t('drop', { generation: active })}
      </button>
    </>
  );
};

/** A read model: how far behind, which generations, and its last rebuild. */
export const ProjectionCard = ({
  projection,
  title,
  mayRebuild,
  busy,
  ...actions
}: ProjectionActions & {
  readonly projection: Projection;
  readonly title: string;
  readonly mayRebuild: boolean;
  readonly busy: boolean;
}) => {
  const t = useTexts(projectionTexts);
  const { handler, generations, rebuild, queues, oldestUnhandled } = projection;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('handler'), <code key="handler">{handler}</code>],
    [t('lag'), <Lag key="lag" queues={queues} oldestUnhandled={oldestUnhandled} />],
    [t('lost'), <Lost key="lost" queues={queues} handler={handler} />],
    [
      t('generation'),
      `${t('reads', { active: generations.active })}; ${t('writes', { written: generations.written.join(', ') })}`,
    ],
  ];
  return (
    <article className="card stack" aria-label={title}>
      <h2>{title}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {rebuild && <RebuildState rebuild={rebuild} name={title} />}
      {mayRebuild && (
        <div className="row">
          <Actions projection={projection} busy={busy} {...actions} />
        </div>
      )}
    </article>
  );
};
