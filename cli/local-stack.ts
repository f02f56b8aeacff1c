import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type LocalStack, type LocalStackOptions, startLocalStack } from '../local/stack.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { localTokens, type Tokens } from './tokens.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * Until something that failed is tried again. AWS would wait for the queue's visibility timeout, six times the function's:
 * longer than anybody at a terminal does.
 */
const RETRY_SECONDS = 1;

export interface OpenOptions {
  /** Where data outlive the process; absent: nothing does. */
  readonly dataDir?: string;
  readonly port?: number;
  readonly watch?: boolean;
  /** Count what functions ask of tables. */
  readonly metered?: boolean;
  /** The folder of the built page; absent: the stack has no page. */
  readonly site?: string;
  /** What is answered on the page's port besides the page and the API, by the beginning of the path. */
  readonly siteRoutes?: NonNullable<LocalStackOptions['siteRoutes']>;
  /** Prints a line for the person at the terminal. */
  readonly say: (line: string) => void;
  /** Prints what functions log; absent: nowhere. */
  readonly log?: (functionName: string, line: string) => void;
}

/** A local stack of Matchday, open for business. */
export interface OpenStack extends AsyncDisposable {
  readonly stack: LocalStack;
  readonly api: ApiClient;
  readonly apiUrl: string;
  /** Where the page is; empty without one. */
  readonly siteUrl: string;
  /** Where tokens come from. */
  readonly userPoolUrl: string;
  readonly tokens: Tokens;
  /** Milliseconds that synthesis, and then the start, took. */
  readonly took: { readonly synthesis: number; readonly start: number };
}

const timed = async <T>(task: () => Promise<T>): Promise<[T, number]> => {
  const from = performance.now();
  const result = await task();
  return [result, performance.now() - from];
};

/** The template, made by the CDK app in a process of its own. */
const synthesize = (outdir: string, site: string | undefined): Promise<unknown> =>
  promisify(execFile)(process.execPath, [join(ROOT, 'infra/local.ts'), outdir, ...(site === undefined ? [] : [site])], {
    cwd: ROOT,
  });

/** Synthesizes the stack and runs it on this machine. `DYNAMODB_ENDPOINT` names another DynamoDB than the one it brings. */
export const openLocalStack = async ({ say, log, site, ...options }: OpenOptions): Promise<OpenStack> => {
  const assembly = await mkdtemp(join(tmpdir(), 'matchday-synth-'));
  try {
    const [, synthesis] = await timed(() => synthesize(assembly, site));
    const endpoint = process.env.DYNAMODB_ENDPOINT;
    const [stack, start] = await timed(() =>
      startLocalStack({
        assembly,
        root: ROOT,
        retryDelaySeconds: RETRY_SECONDS,
        ...options,
        ...(endpoint !== undefined && { dynamodbEndpoint: endpoint }),
        report: ({ level, part, message }) => level !== 'info' && say(`${level}: ${part}: ${message}`),
        log: log ?? (() => undefined),
      }),
    );
    const [apiUrl = ''] = Object.values(stack.apiUrls);
    const [siteUrl = ''] = Object.values(stack.siteUrls);
    const [userPoolUrl = ''] = Object.values(stack.userPoolUrls);
    const tokens = localTokens(userPoolUrl);
    return {
      stack,
      apiUrl,
      siteUrl,
      userPoolUrl,
      tokens,
      api: apiClient(apiUrl, tokens),
      took: { synthesis, start },
      [Symbol.asyncDispose]: () => stack.stop(),
    };
  } finally {
    await rm(assembly, { recursive: true, force: true });
  }
};
