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
  if (Number.isNaN(value.getTime())) return '';
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  const day = iso.slice(0, 10);
  const time = iso.slice(17, 19) === '00' ? iso.slice(11, 16) : iso.slice(11, 19);
  if (time !== '00:00') return dayless.includes(day) ? time : `${day}T${time}`;
  // Excel makes 2026-09-01 of a typed 2026-09.
  if (type === 'month' && day.endsWith('-01')) return day.slice(0, 7);
  return day;
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

/** Whether a cell holds the error value of a formula. */
export function isErrorValue(value: Scalar): boolean {
  return typeof value === 'string' && value.startsWith('#') && errors.has(value);
}
