import type { AlertRow } from '#warehouse/answers.ts';

/** Tables whose rows are records of a report. */
const reportOf: Record<string, string> = {
  institutions: 'R01',
  committees: 'R02',
  reviews: 'R04',
  review: 'R04',
  rectifications: 'R08',
  rectification: 'R08',
  cases: 'R09',
  case_file: 'R09'
};

/** Address of the record that an alert is about; undefined for a report that never came. */
export function recordOf(alert: Pick<AlertRow, 'object_table' | 'object_id'>): string | undefined {
  const report = reportOf[alert.object_table];
  return report && `/records/${report}/${encodeURIComponent(alert.object_id)}`;
}
