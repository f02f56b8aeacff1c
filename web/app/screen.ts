import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';
import type { Language } from '../i18n/language.ts';
import type { Scope } from '../session/claims.ts';

/** One screen of the page. */
export interface Screen {
  /** Pattern of wouter: `/why/:predictionId`, `/console/*?`. */
  readonly path: string;
  /** Its name in the navigation; absent: one comes to it by links. */
  readonly nav?: { readonly label: Readonly<Record<Language, string>>; readonly href: string };
  /** A scope that one needs of these; absent: anybody, signed in or not. */
  readonly scopes?: readonly Scope[];
  /** Only where the page is on one's own machine. */
  readonly demoOnly?: boolean;
  readonly component: LazyExoticComponent<ComponentType>;
}

/**
 * Declares a screen, whose code is loaded when somebody comes to it.
 *
 * @example
 * export default screen({ path: '/play/*?', scopes: ['player'], nav: {...}, load: () => import('./play.tsx') });
 */
export const screen = ({
  load,
  ...screen
}: Omit<Screen, 'component'> & { readonly load: () => Promise<{ readonly default: ComponentType }> }): Screen => ({
  ...screen,
  component: lazy(load),
});
