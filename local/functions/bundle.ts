import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type BuildFailure, build, formatMessages, type Metafile, type OutputFile, stop } from 'esbuild';
import { LocalRuntimeError } from '../types.ts';

/** A module to bundle. */
export interface Entry {
  /** Name of the bundle's file, without extension. */
  readonly name: string;
  /** The module, absolute. */
  readonly path: string;
}

/** A bundle that was written. */
export interface Bundle {
  readonly name: string;
  /** Where it is, absolute. It imports what it shares with others from files beside it. */
  readonly file: string;
  /** Size with all that it imports, without source maps. */
  readonly bytes: number;
  /** Tells whether another build of the same entry gave other code. */
  readonly hash: string;
  /** The project's own files that went into it, absolute; installed packages are not listed. */
  readonly inputs: ReadonlySet<string>;
}

/** Bundled CommonJS packages call `require` for Node's modules; an ES module has none. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/**
 * Bundles each entry into a file of `outDir`, in one call of esbuild; what several need is in files that they share, so that
 * it is built, and held in esbuild's memory, once.
 * @throws LocalRuntimeError with esbuild's messages when something does not compile or cannot be found
 */
export async function bundle(entries: readonly Entry[], outDir: string): Promise<readonly Bundle[]> {
  const { outputFiles, metafile } = await compile(entries, outDir);
  await mkdir(outDir, { recursive: true });
  await Promise.all(outputFiles.map(write));
  return entries.map(entry => {
    const file = join(outDir, `${entry.name}.mjs`);
    const parts = partsOf(metafile, entry);
    return {
      name: entry.name,
      file,
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      // The names of the files that it shares have their hashes in them.
      hash: outputFiles.find(({ path }) => path === file)?.hash ?? '',
      inputs: inputsOf(parts),
    };
  });
}

async function compile(
  entries: readonly Entry[],
  outDir: string,
): Promise<{ outputFiles: readonly OutputFile[]; metafile: Metafile }> {
  try {
    return await build({
      entryPoints: entries.map(({ name, path }) => ({ in: path, out: name })),
      outdir: outDir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      chunkNames: '[name]-[hash]',
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      banner: { js: REQUIRE_BANNER },
      // Every environment keeps the text. Names stay, for stack traces; a source map would be parsed and kept as well, so
      // the one that is written is for debuggers alone.
      // (Not `minifySyntax`: it inlines constants, and then nobody knows that their module went into the bundle.)
      minifyWhitespace: true,
      sourcemap: 'linked',
      sourcesContent: false,
      legalComments: 'none',
      logLevel: 'silent',
      metafile: true,
      write: false,
    });
  } catch (cause) {
    if (!isBuildFailure(cause)) throw cause;
    const messages = await formatMessages(cause.errors, { kind: 'error' });
    throw new LocalRuntimeError(`The functions do not build:\n${messages.join('\n').trimEnd()}`, { cause });
  } finally {
    // esbuild's process keeps the parsed modules in memory until it ends; the next build starts another in 20 ms.
    await stop();
  }
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error;
}

/** Renamed into place, so that a worker that starts meanwhile reads the old file or the new one, whole. */
async function write({ path, contents }: OutputFile): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}`);
  await writeFile(temporary, contents);
  await rename(temporary, path);
}

type Part = Metafile['outputs'][string];

/** The file of an entry, and all that it imports. esbuild names files relative to the working directory. */
function partsOf({ outputs }: Metafile, entry: Entry): readonly Part[] {
  const parts = new Set<Part>();
  const add = (part: Part | undefined): void => {
    if (part === undefined || parts.has(part)) return;
    parts.add(part);
    for (const { path, external } of part.imports) if (external !== true) add(outputs[path]);
  };
  add(Object.values(outputs).find(({ entryPoint }) => entryPoint !== undefined && resolve(entryPoint) === entry.path));
  return [...parts];
}

function inputsOf(parts: readonly Part[]): ReadonlySet<string> {
  const inputs = parts.flatMap(part => Object.keys(part.inputs)).filter(input => !input.includes('node_modules/'));
  return new Set(inputs.map(input => resolve(input)));
}
