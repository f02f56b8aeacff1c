import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { Load } from './load.ts';
import { useNames } from './names.ts';
import type { Station } from './stations.ts';
import { mapTexts } from './texts.ts';

/** More failures than this are trouble. */
const TOLERATED = 0.05;

/** Whether somebody should look: something lies aside, or much of what is handled fails. */
export const isTrouble = ({ deadLetters = 0, errorRate = 0 }: Load): boolean =>
  deadLetters > 0 || errorRate > TOLERATED;

/** What is written at a station, and what a screen reader says of it. */
export interface Words {
  readonly title: string;
  readonly says: string;
  readonly label: string;
}

/** What a station is called, and what happens there, in a few words. */
export const useWords = (): ((station: Station, load: Load, above?: Station['kind']) => Words) => {
  const t = useTexts(mapTexts);
  const names = useNames();
  const { number, percent } = useFormat();
  const rate = (value: number): string => number(value, value > 0 && value < 10 ? 1 : 0);
  const numbers = ({ perMinute, runsPerMinute, waiting, deadLetters = 0, errorRate = 0 }: Load): readonly string[] => [
    ...(errorRate > TOLERATED ? [t('fail', { rate: percent(errorRate, 0) })] : []),
    ...(perMinute === undefined ? [] : [t('perMinute', { count: rate(perMinute) })]),
    ...(runsPerMinute === undefined ? [] : [t('perMinute', { count: rate(runsPerMinute) })]),
    ...(waiting === undefined ? [] : [t('waits', { count: number(waiting) })]),
    ...(deadLetters > 0 ? [t('lie', { count: number(deadLetters) })] : []),
  ];
  const written = (
    { kind, nodes: [node], nodes }: Station,
    load: Load,
    above?: Station['kind'],
  ): Omit<Words, 'label'> => {
    const said = numbers(load).join(' · ');
    const ofKind = names.ofKind(kind);
    // The handler in their row tells whose rules, queues and dead letters they are.
    if (kind === 'rule') return { title: t('rules', { count: nodes.length }), says: '' };
    if (above === 'rule' || above === 'queue') {
      const count = load.deadLetters === undefined ? '–' : number(load.deadLetters);
      const title = t(above === 'rule' ? 'undelivered' : 'dead', { count });
      return { title: isTrouble(load) ? `✕ ${title}` : title, says: '' };
    }
    if (above !== undefined) return { title: node.name, says: '' };
    if (kind === 'queue' || kind === 'api' || kind === 'bus') return { title: ofKind, says: said };
    if (kind === 'schedule') return { title: ofKind, says: node.name };
    return { title: node.name, says: said || ofKind };
  };
  return (station, load, above) => {
    const { title, says } = written(station, load, above);
    // What one can read comes first, so that it can be said to choose it; then whatever it does not say.
    const seen = says === '' ? title : `${title} ${says}`;
    const names = station.nodes.map(({ name }) => name).filter(name => !seen.includes(name));
    return { title, says, label: [seen, ...names].join(', ') };
  };
};
