import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_POOL_RULES } from '../../shared/application/read-models.ts';
import { SCORE_BASES, type ScoreBasis } from '../../shared/domain/score.ts';
import { RULE_SET_NAMES, type RuleSetName } from '../../shared/domain/scoring.ts';

export interface SeasonArguments {
  readonly fixtures: readonly string[];
  readonly predictions: string;
  readonly rules: RuleSetName;
  readonly basis: ScoreBasis;
  /** As given, which may be any form of an instant. */
  readonly standingsAt: readonly string[];
  readonly timeZone?: string;
  readonly json: boolean;
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

const collectInstant = (value: string, before: readonly string[] = []): readonly string[] => {
  if (!/^\d{4}-\d\d-\d\d/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('is not an instant such as 2023-12-31T23:59:59Z');
  return [...before, value];
};

/** Reads the command line of `season`; prints what is wrong with it and exits with 1. */
export const readSeasonArguments = (argv: readonly string[]): SeasonArguments =>
  new Command('season')
    .description(
      'Plays a season through the whole local stack, on a fresh store and a virtual clock, and prints its standings.',
    )
    .requiredOption('--fixtures <file>', 'openfootball JSON; again for each later version of it, in order', collect)
    .requiredOption('--predictions <file>', 'CSV: player,round,home,away,predicted_home,predicted_away,confidence')
    .addOption(new Option('--rules <name>', 'points').choices([...RULE_SET_NAMES]).default(DEFAULT_POOL_RULES.rules))
    .addOption(
      new Option('--basis <basis>', 'score that counts').choices([...SCORE_BASES]).default(DEFAULT_POOL_RULES.basis),
    )
    .option('--standings-at <instant>', 'also the standings as they were then; may be repeated', collectInstant, [])
    .option('--time-zone <zone>', 'of the times in the file, where its name does not say: Europe/London')
    .option('--json', 'print one JSON document and nothing else', false)
    .parse([...argv])
    .opts<SeasonArguments>();
