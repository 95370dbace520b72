/** How the text of a setting becomes its value. Each form refuses what it cannot read. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { validate } from 'node-cron';
import { z } from 'zod';

/** The program's own folder: relative paths start here, wherever the program was started from. */
const home = dirname(import.meta.dirname);

const units = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

export const oneOf = <const T extends readonly string[]>(words: T) => z.enum(words);

export const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));

export const folder = z.string().transform((path) => resolve(home, path));

export const existingFile = folder.refine((path) => existsSync(path));

/** Bytes from `500M`, `1G`, or a plain number. */
export const size = z
  .string()
  .regex(/^\d+[KMGT]?$/i)
  .transform(
    (text) => parseInt(text, 10) * units[text.replace(/^\d+/, '').toUpperCase() as keyof typeof units]
  )
  .pipe(z.number().min(1));

/** As DuckDB reads it; it knows no bare number. */
export const duckdbSize = z.string().regex(/^[1-9]\d*(\.\d+)?\s?([KMGT]i?B|%)$/);

/** `auto`: as many as the machine has cores. */
export const threads = z
  .string()
  .transform((text) => (text === 'auto' ? String(availableParallelism()) : text))
  .pipe(whole(1, 1024));

/** A cron expression; null when switched off. */
export const schedule = z
  .string()
  .refine((text) => text === 'off' || validate(text))
  .transform((text) => (text === 'off' ? null : text));

/** An address without a slash at its end, so that paths can be appended. */
export const webAddress = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

export const smtpAddress = z.url({ protocol: /^smtps?$/ }).or(z.literal(''));

/** `name@host`, or `Name <name@host>`. */
export const sender = z.string().regex(/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/);
