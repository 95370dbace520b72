/**
 * The reading process: one file after another. A process and not a thread, because a file that exhausts the
 * heap inside a built-in (JSON.parse of a hostile document) aborts the whole process it is read in.
 */
import { readContent } from './read-content.ts';
import type { ReadRequest } from './read-request.ts';
import type { RejectionCode, RejectionParams } from './rejection.ts';
import { Rejection } from './rejection.ts';
import type { FileRead } from './sheet-read.ts';

export type Reply =
  | { read: FileRead }
  | { rejected: { code: RejectionCode; params: RejectionParams; sheet?: string } }
  | { failed: { message: string; stack: string } };

async function reply(request: ReadRequest): Promise<Reply> {
  try {
    return { read: await readContent(request) };
  } catch (error) {
    if (error instanceof Rejection) {
      const { code, params, sheet } = error;
      return { rejected: { code, params, ...(sheet ? { sheet } : {}) } };
    }
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { failed: { message, stack } };
  }
}

process.on('message', (request: ReadRequest) => {
  void reply(request).then((answer) => process.send?.(answer));
});
