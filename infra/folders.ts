import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HttpFunction, Subscription } from '../shared/events/subscription.ts';

const FUNCTIONS = join(import.meta.dirname, '../functions');

const readFolders = async <T>(file: string): Promise<Record<string, T>> => {
  const folders = readdirSync(FUNCTIONS)
    .filter(folder => existsSync(join(FUNCTIONS, folder, file)))
    .sort();
  const modules = folders.map(async folder => {
    const module = (await import(pathToFileURL(join(FUNCTIONS, folder, file)).href)) as { default?: T };
    if (!module.default) throw new Error(`functions/${folder}/${file} has no default export`);
    return [folder, module.default] as const;
  });
  return Object.fromEntries(await Promise.all(modules));
};

/** What the folders under `functions/` say of themselves. Adding a handler is adding a folder. */
export interface Folders {
  readonly subscriptions: Readonly<Record<string, Subscription>>;
  readonly http: Readonly<Record<string, HttpFunction>>;
}

export const readFunctionFolders = async (): Promise<Folders> => ({
  subscriptions: await readFolders<Subscription>('subscription.ts'),
  http: await readFolders<HttpFunction>('routes.ts'),
});
