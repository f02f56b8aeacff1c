import type { Fact } from '../../../shared/application/notifications/facts.ts';
import type { DueMatch, Reminders } from '../../../shared/application/notifications/remind.ts';

const nameOf = ({ tenantId, matchId, kickOff }: DueMatch): string => `${tenantId} ${matchId} ${kickOff}`;

/** What there is to remind of, in memory: from facts as `notify` has kept them. */
export const memoryReminders = (facts: () => Iterable<Fact>): Reminders & { readonly runs: Map<string, string> } => {
  const runs = new Map<string, string>();
  const finished = new Set<string>();
  return {
    runs,
    due: async (from, to) =>
      [...facts()].flatMap(fact =>
        fact.kind === 'due' && fact.kickOff > from && fact.kickOff <= to && !finished.has(nameOf(fact))
          ? [{ tenantId: fact.tenantId, matchId: fact.matchId, kickOff: fact.kickOff }]
          : [],
      ),
    claim: async (match, run) => {
      const owner = runs.get(nameOf(match)) ?? run;
      runs.set(nameOf(match), owner);
      return owner;
    },
    done: async matches => {
      for (const match of matches) finished.add(nameOf(match));
    },
    followers: async (tenantId, competition) => {
      const last = new Map<string, Extract<Fact, { kind: 'follower' }>>();
      for (const fact of facts()) {
        if (fact.kind !== 'follower' || fact.tenantId !== tenantId || fact.competition !== competition) continue;
        const name = `${fact.playerId} ${fact.poolId}`;
        if ((last.get(name)?.version ?? 0) < fact.version) last.set(name, fact);
      }
      return [...last.values()].filter(({ joined }) => joined).map(({ playerId }) => playerId);
    },
  };
};
