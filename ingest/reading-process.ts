/** A process that reads files for us, and what its end means. */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadRequest } from './read-request.ts';
import type { Reply, Said } from './read-worker.ts';
import type { ReadingAt } from './reading-progress.ts';
import { Rejection } from './rejection.ts';

const faults = new Set<NodeJS.Signals>(['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGABRT', 'SIGTRAP']);

export class ReadingProcess {
  readonly heap_mb: number;
  private readonly child: ChildProcess;
  private lastWords = '';

  constructor(heap_mb: number) {
    this.heap_mb = heap_mb;
    this.child = fork(fileURLToPath(new URL('./read-worker.ts', import.meta.url)), {
      execArgv: [`--max-old-space-size=${heap_mb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc']
    });
    this.child.stderr?.on('data', (bytes: Buffer) => {
      this.lastWords = (this.lastWords + bytes.toString()).slice(-4000);
    });
  }

  /**
   * `told` hears how far it is. Throws `too_slow` and `too_large` where the process came to its end over this file, and any other error
   * where it ended otherwise. After an error it must not be asked again.
   */
  ask(request: ReadRequest, told: (at: ReadingAt) => void = () => undefined): Promise<Reply> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const answered = (message: unknown) => {
        const said = message as Said;
        if ('at' in said) return told(said.at);
        settle();
        resolve(said.reply);
      };
      // `close` and not `exit`: by then its last words have been read.
      const ended = (code: number | null, signal: NodeJS.Signals | null) => {
        settle();
        reject(this.endOf(code, signal));
      };
      const failed = (error: Error) => {
        settle();
        reject(error);
      };
      const timer = setTimeout(() => {
        settle();
        reject(new Rejection('too_slow', { minutes: Math.round(request.limits.timeout_ms / 6000) / 10 }));
      }, request.limits.timeout_ms);
      const watch = setInterval(() => {
        if (this.memoryMb() > request.limits.memory_mb) this.child.kill('SIGKILL');
      }, 200);
      const settle = () => {
        clearTimeout(timer);
        clearInterval(watch);
        child.off('message', answered).off('close', ended).off('error', failed);
        this.holds(false);
      };
      child.on('message', answered).on('close', ended).on('error', failed);
      this.holds(true);
      child.send(request, (error) => {
        if (error) failed(error);
      });
    });
  }

  /** Ends it at once, whatever it is doing; resolves when it is gone. */
  async end(): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.on('error', () => {});
    const gone = new Promise((resolve) => child.once('exit', resolve));
    this.holds(true);
    child.kill('SIGKILL');
    await gone;
  }

  get alive(): boolean {
    return this.child.connected;
  }

  /** Whether waiting for it keeps our own process alive. */
  private holds(busy: boolean): void {
    const { child } = this;
    const word = busy ? 'ref' : 'unref';
    child[word]();
    child.channel?.[word]();
    const { stderr } = child;
    if (stderr && word in stderr) (stderr as unknown as { ref(): void; unref(): void })[word]();
  }

  /** What it holds in memory, MiB; 0 where the machine does not say. */
  private memoryMb(): number {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'latin1');
      return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  }

  private endOf(code: number | null, signal: NodeJS.Signals | null): Error {
    // V8 aborts when the heap is full; the kernel kills when the machine is.
    const full = /heap out of memory|heap limit/i.test(this.lastWords) || signal === 'SIGKILL';
    if (full) return new Rejection('too_large', { detail: `> ${this.heap_mb} MiB` });
    // A fault in what was compiled to machine code, and not the end of the whole service.
    if (signal !== null && faults.has(signal)) return new Rejection('unreadable', { detail: signal });
    return new Error(`The reading process ended (${signal ?? code}): ${this.lastWords.slice(-1000)}`);
  }
}
