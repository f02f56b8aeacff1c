import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { competitionTitle } from '../ui/competition-title.ts';
import { useRoundTitle } from '../ui/round-title.ts';
import { PAGE, type TablePage, usePool } from './data.ts';
import type { MovedBy } from './shown.ts';
import { standingsTexts } from './texts.ts';
import type { View } from './view.ts';

/** What a table is of, in words. */
export const useCaption = (view: View & { readonly competition: string }, page: TablePage | undefined): string => {
  const t = useTexts(standingsTexts);
  const { dateTime } = useFormat();
  const titleOf = useRoundTitle();
  const pool = usePool(view.pool).data?.name ?? view.pool;
  const name = pool ?? competitionTitle(view.competition);
  if (view.at !== undefined) return t('captionAt', { name, at: dateTime(view.at) });
  if (view.round !== undefined) return t('captionRound', { name, round: titleOf(view.round) });
  return t('captionNow', { name, count: (page?.matches.finished ?? 0) + (page?.matches.awarded ?? 0) });
};

/** What the arrows of a table mean. */
export const Arrows = ({ movedBy, page }: { movedBy: MovedBy | undefined; page: TablePage | undefined }) => {
  const t = useTexts(standingsTexts);
  const titleOf = useRoundTitle();
  if (!movedBy || !page) return null;
  const round = page.movementSince == null ? t('noRound') : titleOf(page.movementSince);
  const partly = movedBy === 'movedSince' && page.players > PAGE;
  return (
    <p className="small muted">
      {t(movedBy, { round, rules: page.rules.rules })} {partly && t('movedFirst', { rows: PAGE })}
    </p>
  );
};
