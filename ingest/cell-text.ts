/** The text of a cell that came with a type of its own: from a workbook or from JSON. */
import type { ColumnType } from './declare.ts';

export type Scalar = string | number | boolean | Date | null | undefined;

/**
 * Text as it is, numbers as the shortest decimal, booleans as Y and N, dates as `YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:MM` (seconds where there are any), a time without a day as `HH:MM`.
 */
export function cellText(value: Scalar, type?: ColumnType): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimalText(value);
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  return dateText(value, type);
}

/** Spreadsheets reckon with 15 digits: what lies beyond is noise of the binary form. */
export function decimalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  if (Math.abs(rounded) >= 1) return BigInt(rounded).toString();
  return rounded.toFixed(20).replace(/\.?0+$/, '');
}

/** An identifier of more digits than a spreadsheet number can hold. */
export function lostDigits(value: Scalar, type?: ColumnType): boolean {
  return typeof value === 'number' && Math.abs(value) >= 1e15 && (type === 'string' || type === 'code');
}

/** The first days of the two date systems of Excel: a time without a day falls on them. */
const dayless = ['1899-12-30', '1899-12-31', '1904-01-01'];

function dateText(value: Date, type?: ColumnType): string {
  const seconds = Math.round(value.getTime() / 1000);
  if (Number.isNaN(seconds)) return '';
  const days = Math.floor(seconds / 86_400);
  const day = dayText(days);
  const rest = seconds - days * 86_400;
  if (rest > 0) return dayless.includes(day) ? timeText(rest) : `${day}T${timeText(rest)}`;
  // Excel makes 2026-09-01 of a typed 2026-09.
  if (type === 'month' && day.endsWith('-01')) return day.slice(0, 7);
  return day;
}

/** A ledger names the same few hundred days again and again. */
const dayTexts = new Map<number, string>();

function dayText(days: number): string {
  const known = dayTexts.get(days);
  if (known !== undefined) return known;
  if (dayTexts.size > 100_000) dayTexts.clear();
  const text = new Date(days * 86_400_000).toISOString().slice(0, 10);
  dayTexts.set(days, text);
  return text;
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[2] === 0 ? parts.slice(0, 2) : parts).map((part) => String(part).padStart(2, '0')).join(':');
}

const errors = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!'
]);

/** LibreOffice names those by number that Excel has no name for. */
const officeError = /^(?:Err|错误):\d{3}$/;

/** Whether a cell holds the error value of a formula. */
export function isErrorValue(value: Scalar): boolean {
  if (typeof value !== 'string') return false;
  return value.startsWith('#') ? errors.has(value) : officeError.test(value);
}
