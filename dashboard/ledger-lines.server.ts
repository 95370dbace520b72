import type { LedgerRow } from '#warehouse/answers.ts';
import type { Day } from '#warehouse/calendar.ts';
import { reportById } from '#ingest/reports/index.ts';

/** Whether ‘nothing to report’ is an answer to what a line still owes, on a day: once its period is over, or due within. */
export const takesNil =
  (day: Day) =>
  <Row extends LedgerRow>(row: Row): Row & { takes_nil: boolean } => ({
    ...row,
    takes_nil:
      row.is_owed &&
      reportById(row.report)?.nil === true &&
      (row.period_end < day || row.due_date <= row.period_end)
  });
