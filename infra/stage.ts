/** A lock of objects: whether it can be opened by somebody with that permission, and days until it opens by itself. */
export interface Lock {
  readonly mode: 'governance' | 'compliance';
  readonly days: number;
}

/** When something is done, UTC. */
export interface Due {
  readonly minute: string;
  readonly hour?: string;
  readonly day?: string;
  readonly month?: string;
  readonly weekDay?: string;
}

/** What stages differ in. */
export interface Stage {
  readonly name: 'dev' | 'prod';
  /** Whether tables refuse to be deleted. */
  readonly protect: boolean;
  /** How often one principal may ask: `10/50` is ten times a second, fifty at once; absent: as often as the gateway lets through. */
  readonly rateLimit?: string;
  /** Whose operators run the platform, `*`: those of every tenant; absent: those of the tenant that `-c platformTenant=` names. */
  readonly platformTenant?: string;
  /** Sites whose pages may call the API, besides those that `-c origins=` names. */
  readonly origins: readonly string[];
  /** Whether sign-in is behind a web firewall, which costs some dollars a month. */
  readonly firewall: boolean;
  /** When heads are anchored, UTC: what is cut off before the next time after its append is not known to any anchor. */
  readonly anchorAt: Due;
  readonly anchorLock: Lock;
  /** When a segment of the ledger is swept for what was not published, and how many there are: each has its turn by the hour. */
  readonly sweep: { readonly at: Due; readonly segments: number };
  /** When players are reminded of matches that they have not predicted, and how many minutes before kick-off at most. */
  readonly remind: { readonly at: Due; readonly aheadMinutes: number };
  /** How old something may be that pages are told of as it happens, in minutes. */
  readonly liveMinutes: number;
  /** When closed matches are looked for, days that they stay in the ledger after the last that happened, and the lock of their archive. */
  readonly retention: { readonly at: Due; readonly days: number; readonly lock: Lock };
}

const STAGES: readonly Stage[] = [
  {
    name: 'dev',
    protect: false,
    firewall: false,
    platformTenant: '*',
    // A page that is being worked on. No limit: a season in minutes is a few players who ask thousands of times.
    origins: ['http://localhost:5173', 'http://127.0.0.1:5173'],
    // A season in minutes passes 300 days: each anchoring reads the ledger.
    anchorAt: { minute: '0', hour: '3', day: '1' },
    // Each sweep reads the ledger. The record goes back 40 days: what is older, `npm run reconcile` finds no more either.
    sweep: { at: { minute: '0', hour: '4', day: '1', month: '1/3' }, segments: 1 },
    anchorLock: { mode: 'governance', days: 1 },
    // A season in minutes passes 300 days: the first of each quarter, so that what it takes is nothing beside the season.
    remind: { at: { minute: '0', hour: '10', day: '1', month: '1/3' }, aheadMinutes: 24 * 60 },
    // The clock of a season in minutes is days ahead by the time that pages are told.
    liveMinutes: 30 * 24 * 60,
    // Hardly anything gets so old. A season in minutes is long past, and when it is over the clock comes back to today: whoever looks
    // at it then shall not find the machine busy with taking all of it to the archive.
    retention: {
      at: { minute: '0', hour: '4', day: '1', month: '7' },
      days: 20 * 365,
      lock: { mode: 'governance', days: 1 },
    },
  },
  {
    name: 'prod',
    protect: true,
    firewall: true,
    rateLimit: '20/100',
    origins: [],
    anchorAt: { minute: '0' },
    // The whole ledger in a day.
    sweep: { at: { minute: '30' }, segments: 24 },
    remind: { at: { minute: '0/15' }, aheadMinutes: 120 },
    liveMinutes: 10,
    anchorLock: { mode: 'compliance', days: 7 * 365 },
    retention: {
      at: { minute: '30', hour: '3', weekDay: 'TUE' },
      days: 400,
      lock: { mode: 'compliance', days: 7 * 365 },
    },
  },
];

/**
 * The stage that `-c stage=` names; `dev` when it names none.
 *
 * @throws Error naming the stages there are
 */
export const stageOf = (name: unknown): Stage => {
  const stage = STAGES.find(stage => stage.name === (name ?? 'dev'));
  if (!stage) throw new Error(`-c stage=${String(name)}: there are ${STAGES.map(({ name }) => name).join(' and ')}`);
  return stage;
};
