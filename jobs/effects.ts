import { setTimeout } from 'node:timers/promises';
import { withoutPersonalData } from '#ingest/codes/personal-data.ts';

/** What a program does to the world outside its arguments. Tests pass their own clock and log. */
export interface Effects {
  now: () => Date;
  log: (level: LogLevel, message: string, fields?: LogFields) => void;
  /** Waits, in milliseconds. Rejects with the signal's reason when it is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Counts, ids and durations: never names of people, mail addresses or cell values. */
export type LogFields = Record<string, string | number | bigint | boolean | Date | null | undefined>;

/**
 * The real clock and log. `atLeast` is the least serious level that is written; `write` takes one line with its end.
 */
export function realEffects(
  atLeast: LogLevel = 'info',
  write: (line: string) => void = (line) => void process.stdout.write(line)
): Effects {
  const now = (): Date => new Date();
  return {
    now,
    log: (level, message, fields) => {
      if (logLevels.indexOf(level) > logLevels.indexOf(atLeast)) return;
      write(`${logLine(now(), level, message, fields)}\n`);
    },
    sleep: (ms, signal) => setTimeout(ms, undefined, signal && { signal })
  };
}

/**
 * One line: instant, level, message, then `key=value`; whatever would break the line or the pairs is quoted. Errors
 * quote what they stumbled over, so that personal numbers are cut down here at last.
 */
export function logLine(at: Date, level: LogLevel, message: string, fields: LogFields = {}): string {
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${fieldText(value)}`);
  return [
    at.toISOString(),
    level.padEnd(5),
    withoutPersonalData(message.replaceAll(/\s+/g, ' ')),
    ...pairs
  ].join(' ');
}

function fieldText(value: LogFields[string]): string {
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'string'
        ? withoutPersonalData(value)
        : String(value);
  return /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text);
}
