/** Prints measurements as aligned lines and keeps them for the summary. */
import { cpus, totalmem } from 'node:os';

export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

export function machine(): void {
  const cores = cpus();
  say(
    `machine   ${cores.length} × ${cores[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  );
}

export const seconds = (value: number): string => `${value.toFixed(2)} s`;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One figure with its limit, where there is one. */
export function figure(name: string, value: string, limit?: { holds: boolean; says: string }): void {
  say(
    `  ${name.padEnd(44)} ${value.padStart(14)}${limit ? `   ${limit.holds ? 'within' : 'OVER'} ${limit.says}` : ''}`
  );
}
