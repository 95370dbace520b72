/** Small report files: rows as the declaration's examples have them, with what a test sets otherwise. */
import { makeUscc } from '#ingest/codes/uscc.ts';
import { reportOf } from '#ingest/reports/index.ts';

export function reportCsv(report: string, rows: readonly Record<string, string>[]): string {
  const { columns } = reportOf(report);
  const line = (cells: readonly string[]) =>
    cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
  return [
    line(columns.map(({ zh }) => zh)),
    ...rows.map((row) => line(columns.map(({ field, example }) => row[field] ?? example)))
  ]
    .map((text) => `${text}\n`)
    .join('');
}

/** A code with right checks, the same for the same number. */
export const uscc = (n: number) => makeUscc('12210100', String(n).padStart(8, '0'));

export const institutionsCsv = (...numbers: number[]) =>
  reportCsv(
    'R01',
    numbers.map((n) => ({ institution_uscc: uscc(n), institution_name: `虚构单位${n}` }))
  );
