import consoleScreen from '../console/screen.ts';
import demo from '../demo/screen.ts';
import inbox from '../inbox/screen.ts';
import play from '../play/screen.ts';
import { joinScreen } from '../pools/join-screen.ts';
import pools from '../pools/screen.ts';
import playerRecord from '../standings/player/screen.ts';
import standings from '../standings/screen.ts';
import verify from '../verify/screen.ts';
import welcome from '../welcome/screen.ts';
import why from '../why/screen.ts';
import type { Screen } from './screen.ts';

/** The screens, in the order of the navigation. A new one is a folder with a `screen.ts`, and a line here. */
export const screens: readonly Screen[] = [
  welcome,
  play,
  standings,
  playerRecord,
  pools,
  joinScreen,
  inbox,
  consoleScreen,
  demo,
  why,
  verify,
];
