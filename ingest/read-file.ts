/**
 * Reads a submitted file into tables of text cells, in a thread of its own, so that the service goes on
 * answering whatever the file holds. Threads are kept for the next file.
 */
import { Worker } from 'node:worker_threads';
import type { Report } from './declare.ts';
import type { Limits } from './limits.ts';
import { defaultLimits } from './limits.ts';
import type { MappingProfile } from './mapping.ts';
import type { ReadRequest } from './read-request.ts';
import type { Reply } from './read-worker.ts';
import { Rejection } from './rejection.ts';
import type { FileRead, ReportHead } from './sheet-read.ts';

/** A large upload must not hold up the small files of the inbox. */
const threads = 2;

const idle: { worker: Worker; heap: number }[] = [];
const waiting: (() => void)[] = [];
let busy = 0;

/**
 * Throws a Rejection where the file is at fault, and any other error where we are. Records are written to
 * `scratchFolder`, from where the caller removes them; nothing of them remains after a Rejection.
 */
export async function readFile(
  path: string,
  fileName: string,
  reports: readonly Report[],
  scratchFolder: string,
  limits: Partial<Limits> = {},
  profiles: readonly MappingProfile[] = []
): Promise<FileRead> {
  const request: ReadRequest = {
    path,
    fileName,
    reports: reports.map(headOf),
    profiles,
    scratchFolder,
    limits: { ...defaultLimits, ...limits }
  };
  if (busy >= threads) await new Promise<void>((go) => waiting.push(go));
  else busy++;
  try {
    const reply = await ask(request);
    if ('read' in reply) return reply.read;
    if ('rejected' in reply)
      throw new Rejection(reply.rejected.code, reply.rejected.params, reply.rejected.sheet);
    throw reply.failed;
  } finally {
    // The place passes straight to the next in line, or becomes free.
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}

/** Ends the threads that wait for files; for the end of the process and of tests. */
export async function endReading(): Promise<void> {
  await Promise.all(idle.splice(0).map(({ worker }) => worker.terminate()));
}

async function ask(request: ReadRequest): Promise<Reply> {
  const { heap_mb } = request.limits;
  const worker = takeWorker(heap_mb);
  try {
    const reply = await answerOf(worker, request);
    worker.unref();
    idle.push({ worker, heap: heap_mb });
    return reply;
  } catch (error) {
    worker.on('error', () => {});
    await worker.terminate();
    throw error;
  }
}

function answerOf(worker: Worker, request: ReadRequest): Promise<Reply> {
  const { heap_mb, timeout_ms } = request.limits;
  return new Promise((resolve, reject) => {
    const ended = () => {
      settle();
      reject(new Error('The reading thread ended without an answer'));
    };
    const failed = (error: NodeJS.ErrnoException) => {
      settle();
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(full ? new Rejection('too_large', { detail: `> ${heap_mb} MiB` }) : error);
    };
    const answered = (reply: Reply) => {
      settle();
      resolve(reply);
    };
    const timer = setTimeout(() => {
      settle();
      reject(new Rejection('too_slow', { minutes: Math.round(timeout_ms / 6000) / 10 }));
    }, timeout_ms);
    const settle = () => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed).off('exit', ended);
    };
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.ref();
    worker.postMessage(request);
  });
}

function takeWorker(heap_mb: number): Worker {
  const at = idle.findIndex((one) => one.heap === heap_mb);
  const [kept] = at === -1 ? [] : idle.splice(at, 1);
  if (kept) return kept.worker;
  return new Worker(new URL('./read-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap_mb }
  });
}

/** What the thread needs of a report; checks and words stay here. */
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
