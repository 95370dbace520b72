/**
 * The ledger of expected reports as it is stored: who owes which report for which period, and what came. A line depends
 * on what is known of its institution, not on the day; so a publication computes anew the lines of the institutions
 * that it touches, of departments, and of periods that have begun since the one before.
 */
import type { Publication } from './publish.ts';
import type { Transaction } from './engine.ts';
import { martSql, ofDirty } from './models.ts';
import { storeChanges } from './store-changes.ts';

export const LINE_COLUMNS = [
  'record_key',
  'report',
  'report_period',
  'institution_uscc',
  'institution_name',
  'dept',
  'supervising_dept',
  'period_start',
  'period_end',
  'due_date',
  'research_staff_count',
  'received_date',
  'submission_id',
  'row_count',
  'rejected_rows',
  'late_rows',
  'is_withdrawn'
] as const;

const DIRTY = 'institution_uscc in (select institution_uscc from meta.dirty)';

/** `relation` names where the marts before are read: a build's own copies, or the marts themselves. */
export async function storeReportLines(
  tx: Transaction,
  { number, day }: Publication,
  relation: (mart: string) => string
): Promise<void> {
  await tx.run(
    `create or replace temp table begun_period as
     select period from meta.period where period_start <= cast($day as date)
       and period_start > (select coalesce(max(day), date '1900-01-01') from meta.publication where number < $number)`,
    { day, number }
  );
  const changed = `(published_in = ${number} or superseded_in = ${number})`;
  const [any] = await tx.all('select 1 from begun_period limit 1');
  const [touched] = await tx.all(`select 1 from meta.dirty
    union all select 1 from staging.coverage where dept is not null and ${changed}
    union all select 1 from staging.action_items where ${changed} limit 1`);
  if (!any && !touched) return;
  const begun = (period: string) => `${period} in (select period from begun_period)`;
  const sources: Record<string, string> = {
    department_standing: 'marts.department_standing($p)',
    institution: any ? relation('institution') : `(select * from ${relation('institution')} where ${DIRTY})`,
    coverage: `(select * from marts.coverage($p) where ${DIRTY} or dept is not null or ${begun('report_period')})`
  };
  const made = new Set<string>();
  const source = (mart: string): string => {
    const ofFew = any ? undefined : ofDirty(mart);
    return ofFew ?? sources[mart] ?? (made.has(mart) ? `line_${mart}` : relation(mart));
  };
  const copy = async (mart: string, where = 'true') => {
    await tx.run(
      `create or replace temp table line_${mart} as select * from (${martSql(mart, source)}) where ${where}`,
      { p: number }
    );
    made.add(mart);
  };
  await copy('standing_span');
  await copy('standing', `${DIRTY} or ${begun('period')}`);
  await copy('owed');
  await copy('report_line');
  await storeChanges(tx, {
    table: 'indicators.report_line',
    fresh: 'line_report_line',
    columns: LINE_COLUMNS,
    sorted_by: ['report', 'report_period'],
    recomputed: [`(v.${DIRTY} or v.dept is not null or v.${begun('report_period')})`],
    number
  });
}
