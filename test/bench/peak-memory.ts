import { readFileSync } from 'node:fs';

/** The most memory this process has held, MiB (Linux). */
export const peakMemory = (): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
