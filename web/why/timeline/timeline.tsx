import { useCallback, useEffect, useMemo, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { Step, Trace } from '../trace.ts';
import { headlineOf } from './headline.ts';
import { type Links, linksOf } from './links.ts';
import { Rail } from './rail.tsx';
import { anchorOf, RevealProvider } from './reveal.ts';
import { StepDetails } from './step-details.tsx';
import { timelineTexts } from './texts.ts';
import './timeline.css';

/** An event in a line of words. */
const useHeadline = (step: Step): string => {
  const t = useTexts(timelineTexts);
  const format = useFormat();
  const { key, values } = headlineOf(step);
  return t(key, {
    ...values,
    ...(values.at !== undefined && { at: format.dateTime(String(values.at)) }),
    ...(values.sure !== undefined && { sure: format.percent(Number(values.sure)) }),
  });
};

const Item = ({
  step,
  links,
  predictionId,
  open,
  toggle,
}: {
  readonly step: Step;
  readonly links: Links;
  readonly predictionId: string;
  readonly open: boolean;
  readonly toggle: (open: boolean) => void;
}) => {
  const t = useTexts(timelineTexts);
  const format = useFormat();
  const headline = useHeadline(step);
  const { event, replacedBy } = step;
  return (
    <li id={anchorOf(event.id)} className={replacedBy === null ? 'step' : 'step replaced'}>
      <Rail {...links} />
      <details open={open} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
        <summary>
          <span className="headline">{headline}</span>{' '}
          {replacedBy !== null && <span className="tag">{t('replaced')}</span>}
          <span className="small muted when">
            <time dateTime={event.occurredAt}>{format.dateTime(event.occurredAt)}</time>
            {' · '}
            {t(links.chain === 'match' ? 'chainMatch' : 'chainPrediction')}
          </span>
        </summary>
        {open && <StepDetails step={step} links={links} predictionId={predictionId} />}
      </details>
    </li>
  );
};

/** Which events are open. A printed page has all of them open. */
const useOpen = (ids: readonly string[]) => {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const set = useCallback((id: string, open: boolean) => {
    setOpened(now => (now.has(id) === open ? now : new Set(open ? [...now, id] : [...now].filter(one => one !== id))));
  }, []);
  useEffect(() => {
    const openAll = () => setOpened(new Set(ids));
    addEventListener('beforeprint', openAll);
    return () => removeEventListener('beforeprint', openAll);
  }, [ids]);
  return { opened, set, setOpened };
};

/** The events of a prediction and of its match, as two chains. */
export const Timeline = ({ trace, predictionId }: { readonly trace: Trace; readonly predictionId: string }) => {
  const t = useTexts(timelineTexts);
  const { steps } = trace;
  const links = useMemo(() => linksOf(steps), [steps]);
  const ids = useMemo(() => steps.map(({ event }) => event.id), [steps]);
  const { opened, set, setOpened } = useOpen(ids);
  const reveal = useCallback((id: string) => set(id, true), [set]);
  const allOpen = opened.size === ids.length;
  return (
    <section className="stack" aria-labelledby="timeline-heading">
      <div className="row spread">
        <h2 id="timeline-heading">{t('heading')}</h2>
        <button type="button" className="no-print" onClick={() => setOpened(new Set(allOpen ? [] : ids))}>
          {t(allOpen ? 'collapse' : 'expand')}
        </button>
      </div>
      <p className="muted">{t('lead')}</p>
      <RevealProvider value={reveal}>
        <ol className="timeline">
          {steps.map((step, index) => (
            <Item
              key={step.event.id}
              step={step}
              links={links[index] as Links}
              predictionId={predictionId}
              open={opened.has(step.event.id)}
              toggle={open => set(step.event.id, open)}
            />
          ))}
        </ol>
      </RevealProvider>
    </section>
  );
};
