/**
 * The reading process: one file after another. A process and not a thread, because a file that exhausts the
 * heap inside a built-in (JSON.parse of a hostile document) aborts the whole process it is read in.
 */
import { writeFileSync } from 'node:fs';
import { readContent } from './read-content.ts';
import { withoutPersonalData } from './codes/personal-data.ts';
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
    return isOfMachine(error) ? { failed: messageOf(error) } : broke(error);
  }
}

/** A disk that is full, a file that is gone: nothing is wrong with what was sent. */
const isOfMachine = (error: unknown) => error instanceof Error && 'syscall' in error;

function messageOf(error: unknown) {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { message, stack };
}

/** Whatever a file makes us stumble over, it is given back, and holds up no other. */
function broke(error: unknown): Reply {
  const detail = withoutPersonalData(String(error)).slice(0, 200);
  const code = /allocation failed|string length|string longer than/i.test(detail)
    ? 'too_large'
    : 'unreadable';
  return { rejected: { code, params: { detail } } };
}

// Where memory runs out, the kernel is to end this process and not the service.
try {
  writeFileSync('/proc/self/oom_score_adj', '1000');
} catch {
  // Only Linux has it.
}

process.on('uncaughtException', (error) => {
  process.send?.(broke(error), () => process.exit(1));
});

process.on('message', (request: ReadRequest) => {
  void reply(request).then((answer) => process.send?.(answer));
});
