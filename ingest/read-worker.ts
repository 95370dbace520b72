/**
 * The reading process: one file after another. A process and not a thread, because a file that exhausts the
 * heap inside a built-in (JSON.parse of a hostile document) aborts the whole process it is read in.
 */
import { statSync, writeFileSync } from 'node:fs';
import { readContent } from './read-content.ts';
import { withoutPersonalData } from './codes/personal-data.ts';
import type { ReadRequest } from './read-request.ts';
import { ReadingProgress, type ReadingAt } from './reading-progress.ts';
import type { RejectionCode, RejectionParams } from './rejection.ts';
import { Rejection } from './rejection.ts';
import type { FileRead } from './sheet-read.ts';

export type Reply =
  | { read: FileRead }
  | { rejected: { code: RejectionCode; params: RejectionParams; sheet?: string } }
  | { failed: { message: string; stack: string } };

/** What the process says: how far it is, any number of times, and then its reply. */
export type Said = { at: ReadingAt } | { reply: Reply };

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

const say = (said: Said, then?: () => void): void => void process.send?.(said, undefined, undefined, then);

process.on('uncaughtException', (error) => {
  say({ reply: broke(error) }, () => process.exit(1));
});

/** 0 where it cannot be known: the reader will say why. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

process.on('message', (request: ReadRequest) => {
  const progress = new ReadingProgress(sizeOf(request.path), (at) => say({ at }));
  void reply(request).then((answer) => {
    progress.end();
    say({ reply: answer });
  });
});
