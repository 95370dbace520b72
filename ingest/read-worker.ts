/** The reading thread: one file after another, so that a hard file costs neither the service nor its memory. */
import { parentPort } from 'node:worker_threads';
import { readContent } from './read-content.ts';
import type { ReadRequest } from './read-request.ts';
import type { RejectionCode, RejectionParams } from './rejection.ts';
import { Rejection } from './rejection.ts';
import type { FileRead } from './sheet-read.ts';

export type Reply =
  | { read: FileRead }
  | { rejected: { code: RejectionCode; params: RejectionParams; sheet?: string } }
  | { failed: unknown };

async function reply(request: ReadRequest): Promise<Reply> {
  try {
    return { read: await readContent(request) };
  } catch (error) {
    if (!(error instanceof Rejection)) return { failed: error };
    const { code, params, sheet } = error;
    return { rejected: { code, params, ...(sheet ? { sheet } : {}) } };
  }
}

parentPort?.on('message', (request: ReadRequest) => {
  void reply(request).then((answer) => parentPort?.postMessage(answer));
});
