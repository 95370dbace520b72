/** References to records that nobody reported: one check for every column that names another report's record. */
import type { Column, Report } from '#ingest/declare.ts';
import { reportByTable, reports } from '#ingest/reports/index.ts';
import type { CrossCheck } from './declare.ts';

/** The columns of a report that name a record, but for the one by which its institution is found: that row waits. */
export const references = ({ columns, institution }: Report): (Column & { ref: string })[] =>
  columns.flatMap((column) =>
    column.ref !== undefined && column.field !== institution?.field ? [{ ...column, ref: column.ref }] : []
  );

export const unknownReferences: readonly CrossCheck[] = reports.flatMap((report) =>
  references(report).map(({ field, zh, en, ref, type }): CrossCheck => {
    const target = reportByTable(ref);
    if (!target) throw new RangeError(`No report ${ref}`);
    return {
      id: `REF ${report.id}.${field}`,
      file: type === 'strings' ? 'unknown-in-list' : 'unknown-reference',
      report: report.id,
      field,
      against: target.id,
      says: {
        zh: `“${zh}”填{found}，《${target.zh}》中尚无该记录。`,
        en: `“${en}” names {found}, which “${target.en}” does not know yet.`
      },
      remedy: {
        zh: '核对编号；尚未报送的，补报所引用的记录。',
        en: 'Check the number, or report that record.'
      },
      basis: 'VAL-01 D'
    };
  })
);
