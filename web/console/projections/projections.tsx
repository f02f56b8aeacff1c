import { useCallback, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { Page } from '../../ui/page.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import type { Projection, Projections as Shown } from '../api-types.ts';
import { Confirm } from './confirm.tsx';
import { ProjectionCard } from './projection-card.tsx';
import { projectionTexts } from './texts.ts';
import { useNews } from './use-news.ts';
import { type ProjectionCommand, useProjectionCommand, useProjections } from './use-projections.ts';
import '../event/event-detail.css';
import './projections.css';

const Index = ({ index: { position, indexedUntil } }: Pick<Shown, 'index'>) => {
  const t = useTexts(projectionTexts);
  const format = useFormat();
  const values = {
    position: format.number(position),
    until: indexedUntil === null ? '' : format.dateTime(indexedUntil),
  };
  return <p className="muted small">{indexedUntil === null ? t('indexEmpty') : t('index', values)}</p>;
};

/** The name of a read model in words. */
const useTitles = (): ((name: string) => string) => {
  const t = useTexts(projectionTexts);
  const known = { fixtures: t('fixtures'), standings: t('standings'), statistics: t('statistics') };
  const { fixtures, standings, statistics } = known;
  return useCallback(name => ({ fixtures, standings, statistics })[name] ?? name, [fixtures, standings, statistics]);
};

const NONE: readonly Projection[] = [];

/** The read models: how far behind they are, and making them anew. */
const Projections = () => {
  const t = useTexts(projectionTexts);
  const announce = useAnnounce();
  const titleOf = useTitles();
  const { data, error, refetch } = useProjections();
  const command = useProjectionCommand();
  const [asked, ask] = useState<{ readonly does: 'rebuild' | 'drop'; readonly projection: Projection }>();
  useNews(data?.projections ?? NONE, titleOf);
  const run = (own: ProjectionCommand, said: string): void => command.mutate(own, { onSuccess: () => announce(said) });
  const key = (): string => crypto.randomUUID();
  const { name = '', generations } = asked?.projection ?? {};
  const generation = generations?.active ?? 0;
  const title = titleOf(name);
  return (
    <Page title={t('title')}>
      <p className="muted">{t('lead')}</p>
      {data && <Index index={data.index} />}
      {data && !data.mayRebuild && <p className="notice">{t('notYours')}</p>}
      {command.error && <Failure error={command.error} />}
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      <div className="projections">
        {data?.projections.map(projection => (
          <ProjectionCard
            key={projection.name}
            {...{ projection, mayRebuild: data.mayRebuild, busy: command.isPending, title: titleOf(projection.name) }}
            onRebuild={() => ask({ does: 'rebuild', projection })}
            onDrop={() => ask({ does: 'drop', projection })}
            onCancel={() => command.mutate({ does: 'cancel', projection: projection.name, key: key() })}
            onSwitch={to =>
              run(
                { does: 'switch', generation: to, projection: projection.name, key: key() },
                t('switched', { name: titleOf(projection.name), generation: to }),
              )
            }
          />
        ))}
      </div>
      <Confirm
        open={asked?.does === 'rebuild'}
        {...{ title: t('rebuildTitle', { name: title }), lead: t('rebuildLead'), action: t('rebuildNow') }}
        onClose={() => ask(undefined)}
        onConfirm={() => run({ does: 'rebuild', projection: name, key: key() }, t('begun', { name: title }))}
      />
      <Confirm
        open={asked?.does === 'drop'}
        {...{ title: t('dropTitle', { generation }), lead: t('dropLead'), action: t('dropNow') }}
        onClose={() => ask(undefined)}
        onConfirm={() => run({ does: 'drop', projection: name, key: key() }, t('dropped', { name: title, generation }))}
      />
    </Page>
  );
};

export default Projections;
