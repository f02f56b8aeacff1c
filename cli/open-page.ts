import { spawn } from 'node:child_process';

/** What opens an address in a browser, where there is a screen to show it on. */
const openerOf = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] | undefined => {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
};

/** Shows a page to the person at the terminal, if there is one and a desktop. Whether it worked is seen by that person. */
export const openPage = (url: string): void => {
  const [command, ...args] = (process.stdout.isTTY && openerOf(process.platform, process.env)) || [];
  if (command === undefined) return;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
};
