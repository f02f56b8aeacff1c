import { createContext, Script } from 'node:vm';
import type { JsonObject } from '../types.ts';
import { LocalRuntimeError } from '../types.ts';

/** A refusal by the code of a namespace. */
export class HandlerRefusal extends Error {
  override readonly name = 'HandlerRefusal';
  readonly errorType: string;
  constructor(message: string, errorType: string) {
    super(message);
    this.errorType = errorType;
  }
}

/** Asks the code of a namespace whether somebody may subscribe. @throws HandlerRefusal, and whatever the code throws */
export type OnSubscribe = (context: JsonObject) => void;

const TIMEOUT_MS = 1000;
const IMPORT = /^\s*import\s+\{[^}]*\}\s+from\s+'@aws-appsync\/utils';?\s*$/gm;

/** The part of AppSync's `util` that refuses. */
const util = {
  unauthorized: (): never => {
    throw new HandlerRefusal('You are not authorized to make this call.', 'Unauthorized');
  },
  error: (message: string, errorType = 'Custom'): never => {
    throw new HandlerRefusal(message, errorType);
  },
};

/**
 * The `onSubscribe` handler of a namespace's code, run as a script of a realm of its own that has nothing but `util`. AppSync's own
 * runtime takes less of JavaScript: what it refuses is not found out here.
 *
 * @throws LocalRuntimeError for code that cannot be read, or that handles what is published
 */
export const onSubscribeOf = (where: string, code: string): OnSubscribe | undefined => {
  const plain = code.replace(IMPORT, '').replace(/^export\s+(?=function|const)/gm, '');
  const realm = createContext({ util }, { codeGeneration: { strings: false, wasm: false } });
  const run = (script: string): unknown => new Script(script).runInContext(realm, { timeout: TIMEOUT_MS });
  try {
    run(plain);
  } catch (cause) {
    throw new LocalRuntimeError(`${where}: its code cannot be read.`, { cause });
  }
  if (run('typeof onPublish') !== 'undefined')
    throw new LocalRuntimeError(`${where}: onPublish does not run on this machine.`);
  if (run('typeof onSubscribe') === 'undefined') return undefined;
  // As text: nothing of this realm gets into that one.
  return context => {
    run(`void onSubscribe(JSON.parse(${JSON.stringify(JSON.stringify(context))}))`);
  };
};
