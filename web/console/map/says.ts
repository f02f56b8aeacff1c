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
  const numbers = ({ perMinute, waiting, deadLetters = 0, errorRate = 0 }: Load): readonly string[] => [
    ...(perMinute === undefined ? [] : [t('perMinute', { count: number(perMinute, perMinute < 10 ? 1 : 0) })]),
    ...(errorRate > TOLERATED ? [t('fail', { rate: percent(errorRate, 0) })] : []),
    ...(waiting === undefined ? [] : [t('waits', { count: number(waiting) })]),
    ...(deadLetters > 0 ? [t('lie', { count: number(deadLetters) })] : []),
  ];
  return ({ kind, nodes }, load, above) => {
    const [node] = nodes;
    const said = numbers(load);
    const ofKind = names.ofKind(kind);
    const label = [...nodes.map(({ name }) => name), ofKind, ...said].join(', ');
    // The handler in their row tells whose rules, queues and dead letters they are.
    if (kind === 'rule') return { title: t('rules', { count: nodes.length }), says: '', label };
    if (above === 'rule' || above === 'queue') {
      const lie = load.deadLetters === undefined ? '–' : number(load.deadLetters);
      const title = t(above === 'rule' ? 'undelivered' : 'dead', { count: lie });
      return { title: isTrouble(load) ? `✕ ${title}` : title, says: '', label };
    }
    if (kind === 'queue' && above === undefined) return { title: ofKind, says: said.join(' · '), label };
    if (kind === 'schedule') return { title: ofKind, says: node.name, label };
    if (kind === 'api' || kind === 'bus') return { title: ofKind, says: said.join(' · '), label };
    return { title: node.name, says: said.join(' · ') || ofKind, label };
  };
};
