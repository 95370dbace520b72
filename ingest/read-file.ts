/**
 * Reads a submitted file into tables of text cells, in a process of its own, so that the service goes on
 * answering whatever the file holds. Processes are kept for the next file.
 */
import { stat } from 'node:fs/promises';
import type { Report } from './declare.ts';
import type { Limits } from './limits.ts';
import { defaultLimits, timeFor } from './limits.ts';
import type { ReadRequest } from './read-request.ts';
import type { Reply } from './read-worker.ts';
import { ReadingProcess } from './reading-process.ts';
import type { ReadingAt } from './reading-progress.ts';
import { Rejection } from './rejection.ts';
import type { FileRead, ReportHead } from './sheet-read.ts';

/** A large upload must not hold up the small files of the inbox. */
const atOnce = 2;

const idle: ReadingProcess[] = [];
const waiting: (() => void)[] = [];
let busy = 0;

/**
 * Throws a Rejection where the file is at fault, and any other error where we are. Records are written to
 * `scratchFolder`, from where the caller removes them; after a Rejection that the reader itself gave, nothing
 * of them remains (`too_slow` and `too_large` may leave a half-written file). `told` hears how far it is.
 */
export async function readFile(
  path: string,
  fileName: string,
  reports: readonly Report[],
  scratchFolder: string,
  limits: Partial<Limits> = {},
  profiles: ReadRequest['profiles'] = [],
  told?: (at: ReadingAt) => void
): Promise<FileRead> {
  const request: ReadRequest = {
    path,
    fileName,
    reports: reports.map(headOf),
    profiles,
    scratchFolder,
    limits: await limitsOf(path, { ...defaultLimits, ...limits })
  };
  if (busy >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else busy++;
  try {
    const reply = await ask(request, told);
    if ('read' in reply) return reply.read;
    if ('rejected' in reply)
      throw new Rejection(reply.rejected.code, reply.rejected.params, reply.rejected.sheet);
    throw Object.assign(new Error(reply.failed.message), { stack: reply.failed.stack });
  } finally {
    // The place passes straight to the next in line, or becomes free.
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}

async function limitsOf(path: string, limits: Limits): Promise<Limits> {
  const { size } = await stat(path);
  return { ...limits, timeout_ms: timeFor(size, limits) };
}

/** Ends the processes that wait for files; for the end of the service and of tests. */
export async function endReading(): Promise<void> {
  await Promise.all(idle.splice(0).map((one) => one.end()));
}

async function ask(request: ReadRequest, told?: (at: ReadingAt) => void): Promise<Reply> {
  const reader = takeReader(request.limits.heap_mb);
  try {
    const reply = await reader.ask(request, told);
    idle.push(reader);
    return reply;
  } catch (error) {
    await reader.end();
    throw error;
  }
}

function takeReader(heap_mb: number): ReadingProcess {
  for (let kept = idle.pop(); kept; kept = idle.pop()) {
    if (kept.alive && kept.heap_mb === heap_mb) return kept;
    void kept.end();
  }
  return new ReadingProcess(heap_mb);
}

/** What the reader needs of a report; checks and words stay here. */
function headOf(report: Report): ReportHead {
  const { id, table, zh, en, key } = report;
  const columns = report.columns.map(({ field, zh, en, type, required, variants }) => ({
    field,
    zh,
    en,
    type,
    required,
    ...(variants ? { variants } : {})
  }));
  return { id, table, zh, en, key, columns };
}
