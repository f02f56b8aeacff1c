/** The entry of every worker: what Lambda's own runtime does around a handler. */
import { parentPort, workerData } from 'node:worker_threads';
import { type InvokeMessage, reportedError, type WorkerMessage, type WorkerSetup } from '../protocol.ts';
import { type Handler, loadHandler } from './handler.ts';
import { captureOutput, type Output } from './output.ts';
import { virtualDate } from './virtual-date.ts';

const setup: WorkerSetup = workerData;

/** Transfers nothing: results are texts. */
function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

async function respond(handler: Handler, message: InvokeMessage, output: Output): Promise<void> {
  try {
    const payload = await handler(message);
    send({ kind: 'succeeded', payload, output: output.take() });
  } catch (thrown) {
    send({ kind: 'failed', error: reportedError(thrown), output: output.take() });
  }
}

async function start(): Promise<void> {
  const output = captureOutput(text => send({ kind: 'output', output: text }));
  globalThis.Date = virtualDate(new Float64Array(setup.clock));
  const started = performance.now();
  try {
    const handler = await loadHandler(setup);
    parentPort?.on('message', (message: InvokeMessage) => void respond(handler, message, output));
    send({ kind: 'ready', importMs: performance.now() - started });
  } catch (thrown) {
    send({ kind: 'load-failed', error: reportedError(thrown) });
  }
}

await start();
