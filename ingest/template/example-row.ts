/** A report's declared examples as cells: choices by their words, dates and numbers as such. */
import type { CityCodes } from '#warehouse/typed.ts';
import type { Column, Report } from '../declare.ts';
import { exampleText } from './column-words.ts';

export function exampleCell(report: Report, column: Column, city: CityCodes): string | number {
  const { type, example } = column;
  if (example === '') return '';
  if (type === 'int' || type === 'decimal') return Number(example);
  if (type === 'date' || type === 'datetime') return serialDay(example);
  return exampleText(report, column, city);
}

/** Days since 30 December 1899, as spreadsheets count; a time is a part of one. The wall time that is written counts. */
function serialDay(text: string): number {
  const [, day = '', time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(text) ?? [];
  const milliseconds = Date.parse(`${day}T${time}:00Z`) - Date.parse('1899-12-30T00:00:00Z');
  return milliseconds / 86_400_000;
}
