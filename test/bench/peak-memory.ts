import { readFileSync } from 'node:fs';

/** The most memory a process has held, this one unless told, MiB (Linux). */
export const peakMemory = (pid: number | 'self' = 'self'): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
