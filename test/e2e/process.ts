import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT } from './harness.ts';

/** How a program ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of this project in a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** Resolves when a line of stdout says so; fails when the program ends without it. */
  readonly says: (test: (line: string) => boolean) => Promise<string>;
  readonly ended: Promise<Ended>;
}

/** Runs a TypeScript file of the project; `file` is relative to the root. */
export const start = (file: string, ...args: readonly string[]): Program => {
  const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let stderr = '';
  let open = true;
  const watchers = new Set<() => void>();
  const tell = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  createInterface({ input: child.stdout }).on('line', line => {
    lines.push(line);
    tell();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      open = false;
      resolve({ code, stdout: lines.map(line => `${line}\n`).join(''), stderr });
      tell();
    });
  });
  return {
    child,
    ended,
    says: test =>
      new Promise((resolve, reject) => {
        let seen = 0;
        const look = (): void => {
          for (; seen < lines.length; seen += 1) {
            const line = lines[seen] ?? '';
            if (!test(line)) continue;
            watchers.delete(look);
            seen += 1;
            resolve(line);
            return;
          }
          if (open) return;
          watchers.delete(look);
          reject(new Error(`${file} ended without saying it: ${lines.join('\n')}\n${stderr}`));
        };
        watchers.add(look);
        look();
      }),
  };
};

/** Runs a program to its end. */
export const run = (file: string, ...args: readonly string[]): Promise<Ended> => start(file, ...args).ended;
