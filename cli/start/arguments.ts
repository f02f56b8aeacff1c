import { Command, InvalidArgumentError, Option } from 'commander';
import type { Speed } from '../../client/demo.ts';
import { DEMO_SEASONS, type DemoSeasonName } from '../demo/season.ts';
import { DATA_FOLDER } from '../ledger/deployment.ts';

const DEFAULT_PORT = 3000;

/** The command line of `start`. */
export interface StartArguments {
  readonly season: DemoSeasonName;
  readonly speed: Speed;
  readonly paused: boolean;
  /** `--no-open` makes it false. */
  readonly open: boolean;
  readonly port: number;
  readonly data: string;
  readonly fresh: boolean;
  readonly logs: boolean;
}

const readSpeed = (value: string): Speed => {
  if (value === 'fastest') return value;
  const speed = Number(value);
  if (!(speed > 0) || !Number.isFinite(speed)) throw new InvalidArgumentError('is "fastest" or a number above 0');
  return speed;
};

/** Reads the command line; prints what is wrong with it and exits with 1. */
export const readStartArguments = (argv: readonly string[]): StartArguments =>
  new Command('start')
    .description('Runs the stack on this machine, opens its page, plays a season on it, and goes on serving.')
    .addOption(new Option('--season <name>', 'season to play').choices([...DEMO_SEASONS]).default(DEMO_SEASONS[0]))
    .option('--speed <matchdays>', 'matchdays a minute, or "fastest"; the page changes it', readSpeed, 'fastest')
    .option('--paused', 'wait for somebody to press play', false)
    .option('--no-open', 'do not open the page in a browser')
    .option('--port <number>', 'port of the HTTP API', Number, DEFAULT_PORT)
    .option('--data <folder>', 'where it is kept; one runtime at a time', DATA_FOLDER)
    .option('--fresh', 'forget what earlier runs left there', false)
    .option('--logs', 'print what the functions log', false)
    .parse([...argv])
    .opts<StartArguments>();
