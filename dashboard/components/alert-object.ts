import type { AlertRow } from '#warehouse/answers.ts';
import type { Query } from '#dashboard/links.ts';

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

/** Where one sees what an alert is about: the record, or the ledger's lines of a report that is owed. */
export function objectOf(
  alert: Pick<AlertRow, 'object_table' | 'object_id' | 'institution_uscc' | 'dept'>
): { path: string; query: Query; is: 'record' | 'ledger' } | undefined {
  const { object_table, object_id, institution_uscc, dept } = alert;
  if (object_table === 'report_due' || object_table === 'report_call') {
    const [report, , period] = object_id.split('|');
    const of = institution_uscc === null ? { department: dept } : { institution: institution_uscc };
    return { path: '/ledger', query: { report, period, ...of }, is: 'ledger' };
  }
  const report = reportOf[object_table];
  return report === undefined
    ? undefined
    : { path: `/records/${report}/${encodeURIComponent(object_id)}`, query: {}, is: 'record' };
}
