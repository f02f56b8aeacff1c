import type { PublishedCatalog } from './catalog.ts';
import type { UpcastersOf } from './evolution.ts';

/**
 * What leads from earlier major versions of an event to today's. Every type beyond version 1 has to be here, with an
 * upcaster for each step: this does not compile otherwise. Matchday has published version 1 of each type so far.
 *
 * How to add one: docs/events.md.
 */
export const upcasters: UpcastersOf<PublishedCatalog> = {};
