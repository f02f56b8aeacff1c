import { type Screen, screen } from '../app/screen.ts';

/** What the console is made of, in the order of its navigation. A new section is a folder, and a line here. */
export const sections: readonly Screen[] = [
  screen({
    path: '/console/events',
    nav: { label: { en: 'Events', de: 'Ereignisse' }, href: '/console/events' },
    load: () => import('./events/events.tsx'),
  }),
  screen({
    path: '/console/map',
    nav: { label: { en: 'Map', de: 'Landkarte' }, href: '/console/map' },
    load: () => import('./map/map.tsx'),
  }),
  screen({
    path: '/console/handlers',
    nav: { label: { en: 'Handlers', de: 'Handler' }, href: '/console/handlers' },
    load: () => import('./handlers/handlers.tsx'),
  }),
  screen({
    path: '/console/dead-letters',
    nav: { label: { en: 'Dead letters', de: 'Unzustellbares' }, href: '/console/dead-letters' },
    load: () => import('./dead-letters/dead-letters.tsx'),
  }),
  screen({
    path: '/console/projections',
    nav: { label: { en: 'Projections', de: 'Projektionen' }, href: '/console/projections' },
    load: () => import('./projections/projections.tsx'),
  }),
  screen({ path: '/console/event/:eventId', load: () => import('./event/event.tsx') }),
  screen({ path: '/console/story/:correlationId', load: () => import('./story/story.tsx') }),
];
