/** One record with every version that was known, and the cells of the submitted files that they came from. */
import { codeLists } from '#ingest/codes/index.ts';
import type { Column, Words } from '#ingest/declare.ts';
import { reportById } from '#ingest/reports/index.ts';
import type { RecordAnswer, RecordField, RecordVersion } from './answers.ts';
import { catalogue } from './catalogue/index.ts';
import { cellName } from './cell-name.ts';
import { readBy } from './control/mapping-profiles.ts';
import type { Row } from './plain.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';
import { sheetOf, submissionHead } from './submissions.ts';
import { institutionSql, STILL_HOLDS } from './tables.ts';
import { allColumns, type CityCodes } from './typed.ts';

/** Undefined where the scope may not see the record, or none is known at the moment. */
export async function record(asking: Asking, id: string, key: string): Promise<RecordAnswer | undefined> {
  const report = reportById(id);
  if (!report) return undefined;
  const { warehouse, moment, scope } = asking;
  const bound = { p: moment.publication, key, ...scopeParams(scope) };
  const departments = `cast([${(report.departments ?? []).map((field) => `t.${field}`).join(', ')}] as varchar[])`;
  const [seen] = await warehouse.engine.all<{
    institution_uscc: string | null;
    institution_name: string | null;
  }>(
    `select o.owner as institution_uscc, i.institution_name
     from (select ${institutionSql(report, 't')} as owner, ${departments} as departments from staging.${report.table} t
           where record_key = $key and published_in <= $p order by published_in desc limit 1) o
     left join visible.registry_entry($p, $scope_kind, $scope_code) i on i.institution_uscc = o.owner and i.is_latest
     where $scope_kind = 'city' or ($scope_code is not null and i.institution_uscc is not null)
       or ($scope_kind = 'department' and list_contains(o.departments, $scope_code))`,
    bound
  );
  if (!seen) return undefined;
  const fields = allColumns(report).map(({ field }) => field);
  const rows = await warehouse.engine.all(
    `select t.published_in, t.superseded_in, t.submission_id, t.sheet_no, t.row_no, n.day as published_day,
       ${fields.map((field) => `t.${field}, r.${field} as r_${field}`).join(', ')}
     from staging.${report.table} t
     join meta.publication n on n.number = t.published_in
     left join raw.${report.table} r
       on r.submission_id = t.submission_id and r.sheet_no = t.sheet_no and r.row_no = t.row_no
     where t.record_key = $key and t.published_in <= $p
     order by t.published_in desc, t.submission_id desc`,
    { p: moment.publication, key }
  );
  return {
    report: report.id,
    report_words: { zh: report.zh, en: report.en },
    record_key: key,
    ...seen,
    versions: rows.map((row, i) => version(asking, report.table, allColumns(report), row, rows[i + 1])),
    indicators: catalogue.filter(({ reports }) => reports.includes(report.id)).map((entry) => entry.id)
  };
}

function version(
  { warehouse, moment }: Asking,
  _table: string,
  columns: readonly Column[],
  row: Row,
  before?: Row
): RecordVersion {
  const submission_id = Number(row.submission_id);
  const source = { submission_id, sheet_no: Number(row.sheet_no), row_no: Number(row.row_no) };
  const head = submissionHead(warehouse, submission_id);
  const sheet = sheetOf(warehouse, submission_id, source.sheet_no);
  const superseded = Number(row.superseded_in);
  return {
    source,
    file_name: head?.file_name ?? '',
    sha256: head?.sha256 ?? '',
    sheet: sheet?.sheet ?? '',
    received_at: head?.received_at ?? '',
    published_in: Number(row.published_in),
    published_day: row.published_day as string,
    superseded_in: superseded === STILL_HOLDS || superseded > moment.publication ? null : superseded,
    row_action: row.row_action as string | null,
    mapping: readBy(warehouse.control, submission_id).get(source.sheet_no) ?? null,
    fields: columns.map((column): RecordField => {
      const value = row[column.field] as RecordField['value'];
      const place = sheet?.columns[column.field];
      return {
        field: column.field,
        words: { zh: column.zh, en: column.en },
        submitted: row[`r_${column.field}`] as string | null,
        value,
        value_words: valueWords(column, value, warehouse.city),
        cell: place && sheet.header_row > 0 ? cellName(place.index, source.row_no) : null,
        changed: before !== undefined && JSON.stringify(before[column.field]) !== JSON.stringify(value)
      };
    })
  };
}

/** The label of a code, or of several. */
export function valueWords(column: Column, value: RecordField['value'], city: CityCodes): Words | null {
  if (value === null || value === undefined) return null;
  if (column.type === 'bool') return value === true ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' };
  if (column.codes === undefined) return null;
  const items = city[column.codes] ?? codeLists[column.codes].items;
  const words = (Array.isArray(value) ? value : [String(value)]).map(
    (code) => items.find((item) => item.code === code) ?? { zh: code, en: code }
  );
  return { zh: words.map(({ zh }) => zh).join('；'), en: words.map(({ en }) => en).join('; ') };
}
