import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { ScheduledFunction } from './scheduled-function.ts';

export interface RemindingProps {
  readonly tables: Tables;
  readonly alarms: Alarms;
  readonly at: Stage['remind']['at'];
  readonly aheadMinutes: number;
}

/** Reminds players of matches that they have not predicted, on a schedule. */
export class Reminding extends ScheduledFunction {
  constructor(scope: Construct, id: string, { tables, alarms, at, aheadMinutes }: RemindingProps) {
    super(scope, id, {
      folder: 'remind',
      tables,
      access: [
        ...(['inbox:put', 'inbox:read', 'inbox:claim'] as const),
        ...(['events:read', 'events:get', 'archive:read', 'standings:read'] as const),
      ],
      memory: 512,
      environment: { AHEAD_MINUTES: String(aheadMinutes) },
      at,
      description: 'reminds players of matches that they have not predicted',
      alarms,
      alarm: {
        id: 'remind',
        undelivered: 'reminding was due and could not be started',
        fails: 'players were not reminded',
      },
    });
  }
}
