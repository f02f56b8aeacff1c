import { execFileSync } from 'node:child_process';

const FOLDERS = ['shared', 'functions', 'infra', 'local', 'patterns', 'cli', 'web', 'client', 'test'];
/** Fewer than this, and the tool has not understood the files: it then finds no violation either. */
const LEAST_MODULES = 150;

interface Outcome {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly unknown[] }[];
}

/** dependency-cruiser exits with the number of violations; what it found is on stdout in any case. */
const cruise = (): Outcome => {
  try {
    const output = execFileSync('depcruise', ['--output-type', 'json', ...FOLDERS], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return JSON.parse(output) as Outcome;
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout) throw error;
    return JSON.parse(stdout) as Outcome;
  }
};

const { summary, modules } = cruise();
const ours = modules.filter(({ source }) => FOLDERS.some(folder => source.startsWith(`${folder}/`)));
const imports = ours.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
console.log(`${ours.length} modules, ${imports} imports, ${summary.violations.length} violations`);
if (ours.length < LEAST_MODULES || imports < LEAST_MODULES) {
  console.error(`dependency-cruiser saw ${ours.length} modules: it must see at least ${LEAST_MODULES}`);
  process.exitCode = 1;
}
if (summary.violations.length > 0) process.exitCode = 1;
