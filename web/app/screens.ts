import consoleScreen from '../console/screen.ts';
import inbox from '../inbox/screen.ts';
import play from '../play/screen.ts';
import { joinScreen } from '../pools/join-screen.ts';
import pools from '../pools/screen.ts';
import welcome from '../welcome/screen.ts';
import type { Screen } from './screen.ts';

/** The screens, in the order of the navigation. A new one is a folder with a `screen.ts`, and a line here. */
export const screens: readonly Screen[] = [welcome, play, pools, joinScreen, inbox, consoleScreen];
