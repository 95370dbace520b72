import type { LedgerRow } from '#warehouse/answers.ts';

/** A period for which several reports are owed, so that one workbook can hold the forms of all. */
export interface WholePeriod {
  period: string;
  reports: string[];
}

/** In the order in which they are due; of more than six the last. */
export function wholePeriods(
  owed: readonly Pick<LedgerRow, 'report' | 'report_period' | 'due_date'>[]
): WholePeriod[] {
  const lines = owed.toSorted(
    (a, b) => a.due_date.localeCompare(b.due_date) || a.report.localeCompare(b.report)
  );
  const periods = Map.groupBy(lines, ({ report_period }) => report_period);
  return [...periods]
    .map(([period, rows]) => ({ period, reports: rows.map(({ report }) => report) }))
    .filter(({ reports }) => reports.length > 1)
    .slice(-6);
}
