/**
 * Lands the rows of files of one report in `raw.<table>`: one pass reads, types, checks and writes; flagged rows are
 * then asked check by check, and the checks that look at more than one row follow. Nothing here is published.
 */
import type { Transaction } from '#warehouse/engine.ts';
import type { Authority } from '#warehouse/publish.ts';
import {
  departmentSql,
  inList,
  institutionSql,
  mayBeAmong,
  ownedSql,
  STILL_HOLDS,
  typeRows
} from '#warehouse/tables.ts';
import { allColumns, literal, type CityCodes } from '#warehouse/typed.ts';
import { unplannedIfFew } from '#warehouse/unplanned.ts';
import type { Report } from './declare.ts';
import type { RowAction } from './reports/system-columns.ts';
import type { SheetRead } from './sheet-read.ts';
import { remarkNormalised, type SubmissionNotice } from './normalised.ts';
import { controlFindings, faultsOf, findingsSelect, flaggedSelect, saidShort } from './validate.ts';

/** One sheet of one submission, read and waiting to be landed. */
export interface Landing {
  submission_id: number;
  authority: Authority;
  received_day: string;
  sheet: SheetRead;
}

/** The engine read fewer or more rows than the file has: nothing is kept, the file is read again record by record. */
export class RowsLost extends Error {
  constructor(expected: number, read: number) {
    super(`${expected} rows in the file, ${read} read`);
    this.name = 'RowsLost';
  }
}

/** Reads the landings' files into raw. Throws RowsLost when the counts differ. */
export async function landRows(tx: Transaction, report: Report, landings: readonly Landing[]): Promise<void> {
  const fields = allColumns(report).map(({ field }) => `r_${field}`);
  for (const source of sourcesOf(report, landings, 'later')) {
    const landed = await tx.run(`insert into raw.${report.table}
      select submission_id, sheet_no, row_no, ${fields.join(', ')}, false from ${source.sql}`);
    if (landed !== source.rows) throw new RowsLost(source.rows, landed);
  }
}

/**
 * Gives the rows that the engine read by itself their line numbers: rows stand in the table in the order of the file,
 * and numbering them while they are read would keep the reading to one thread. To be called once they are committed.
 */
export async function numberRows(
  tx: Transaction,
  report: Report,
  landings: readonly Landing[]
): Promise<void> {
  for (const { submission_id, sheet } of landings) {
    if (sheet.records.road !== 'csv') continue;
    const rows = `submission_id = ${submission_id} and sheet_no = ${sheet.sheet_no}`;
    const [placed] = await tx.all<{ n: number; span: number; first: number }>(
      `select count(*) as n, max(rowid) - min(rowid) + 1 as span, min(rowid) as first from raw.${report.table} where ${rows}`
    );
    if (!placed || placed.n !== placed.span) throw new RowsLost(sheet.row_count, placed?.n ?? 0);
    await tx.run(
      `update raw.${report.table} set row_no = rowid - ${placed.first} + ${sheet.records.skip_lines + 1} where ${rows}`
    );
  }
}

/** As `landRows`, but with verdicts given earlier: row verdicts are never judged again (ruling 4). */
export async function landJudgedRows(
  tx: Transaction,
  report: Report,
  landings: readonly Landing[]
): Promise<void> {
  const fields = allColumns(report).map(({ field }) => `r_${field}`);
  for (const source of sourcesOf(report, landings)) {
    const landed = await tx.run(`insert into raw.${report.table}
      select s.submission_id, s.sheet_no, s.row_no, ${fields.map((field) => `s.${field}`).join(', ')},
        coalesce(f.rejected, false)
      from ${source.sql} s
      left join (
        select submission_id, sheet_no, row_no, bool_or(level = 'reject' or check_id = 'repeated') as rejected
        from raw.finding group by all
      ) f on f.submission_id = s.submission_id and f.sheet_no = s.sheet_no and f.row_no = s.row_no`);
    if (landed !== source.rows) throw new RowsLost(source.rows, landed);
  }
}

function sameDay(landings: readonly Landing[]): Landing[][] {
  return [...Map.groupBy(landings, (landing) => landing.received_day).values()];
}

/** SQL that reads landings, and how many rows it must give. */
function sourcesOf(
  report: Report,
  landings: readonly Landing[],
  numbered: 'now' | 'later' = 'now'
): { sql: string; rows: number }[] {
  const csv = landings.filter(({ sheet }) => sheet.records.road === 'csv');
  const records = landings.filter(({ sheet }) => sheet.records.road === 'records');
  const sources = csv.map((landing) => ({
    sql: csvSource(report, landing, numbered),
    rows: landing.sheet.row_count
  }));
  if (records.length > 0)
    sources.push({
      sql: recordsSource(report, records),
      rows: records.reduce((sum, { sheet }) => sum + sheet.row_count, 0)
    });
  return sources;
}

const columnsOf = (count: number) =>
  `{${Array.from({ length: count }, (_, i) => `'c${i}': 'varchar'`).join(', ')}}`;

/** A strict UTF-8 file that DuckDB reads itself; record n stands on line `skip_lines + n`. */
function csvSource(report: Report, { submission_id, sheet }: Landing, numbered: 'now' | 'later'): string {
  if (sheet.records.road !== 'csv') throw new TypeError('not a csv road');
  const { path, delimiter, skip_lines, columns_in_file } = sheet.records;
  const fields = allColumns(report).map(({ field }) => {
    const column = sheet.columns[field];
    return `${column ? `c${column.index}` : 'cast(null as varchar)'} as r_${field}`;
  });
  return `(select ${submission_id} as submission_id, ${sheet.sheet_no} as sheet_no,
    ${numbered === 'now' ? `cast(row_number() over () + ${skip_lines} as integer)` : '0'} as row_no, ${fields.join(', ')}
    from read_csv(${literal(path)}, auto_detect = false, header = false, skip = ${skip_lines}, delim = ${literal(delimiter)},
      quote = '"', escape = '"', strict_mode = true, null_padding = false, max_line_size = 16777216,
      columns = ${columnsOf(columns_in_file)}))`;
}

/** Files of records in declaration order, named `<submission>-<sheet>.records`. */
function recordsSource(report: Report, landings: readonly Landing[]): string {
  const fields = allColumns(report).map(({ field }, i) => `c${i + 2} as r_${field}`);
  const files = landings.map(({ sheet }) => literal(sheet.records.path));
  const ids = landings.map(
    ({ submission_id, sheet }) => `when filename = ${literal(sheet.records.path)} then ${submission_id}`
  );
  return `(select case ${ids.join(' ')} end as submission_id, cast(c0 as integer) as sheet_no, cast(c1 as integer) as row_no,
    ${fields.join(', ')}
    from read_csv([${files.join(', ')}], auto_detect = false, header = false, delim = chr(31), quote = '', escape = '',
      new_line = '\\n', strict_mode = true, null_padding = false, max_line_size = 16777216, filename = true,
      columns = ${columnsOf(allColumns(report).length + 2)}))`;
}

/**
 * Writes `raw.finding` for the landed rows and marks the rejected ones. `batch`: all submissions that are judged
 * together, report by report; what they bring is known to one another, in the order of their numbers. Resolves to what
 * is to be said of whole columns.
 */
export async function judgeRows(
  tx: Transaction,
  report: Report,
  landings: readonly Landing[],
  city: CityCodes,
  batch: readonly number[]
): Promise<SubmissionNotice[]> {
  return unplannedIfFew(tx, () => judge(tx, report, landings, city, batch));
}

async function judge(
  tx: Transaction,
  report: Report,
  landings: readonly Landing[],
  city: CityCodes,
  batch: readonly number[]
): Promise<SubmissionNotice[]> {
  const ids = landings.map(({ submission_id }) => submission_id);
  await typeRows(tx, report, ids, city, batch);
  const odd = await judgeAlone(tx, report, landings);
  for (const { submission_id, sheet } of landings.filter((one) => one.sheet.control_signs))
    await tx.run(
      `insert into raw.finding ${saidShort(controlFindings(report, submission_id, sheet.sheet_no))}`
    );
  await markRejected(tx, report, ids);
  for (const checks of manyRowChecks(report, landings, batch, await survey(tx, report))) {
    let found = 0;
    for (const sql of checks) found += await tx.run(`insert into raw.finding ${saidShort(sql)}`);
    if (found > 0) await markRejected(tx, report, ids);
  }
  return odd ? remarkNormalised(tx, report, landings, city, 'odd_row') : [];
}

/** What each row says by itself. Resolves to whether any is written otherwise than the form asks: it is in `odd_row`. */
async function judgeAlone(tx: Transaction, report: Report, landings: readonly Landing[]): Promise<boolean> {
  const select = flaggedSelect(report, faultsOf(report));
  await tx.run(
    'create or replace temp table odd_row (submission_id integer, sheet_no integer, row_no integer)'
  );
  let odd = 0;
  for (const group of sameDay(landings)) {
    const day = (group[0] as Landing).received_day;
    const where = `where ${inList(group.map(({ submission_id }) => submission_id))} and`;
    await tx.run(
      `create or replace temp table flagged_row as ${select.replace('where', where)}`.replaceAll(
        '$received',
        literal(day)
      )
    );
    await tx.run(`insert into raw.finding ${saidShort(findingsSelect(report, 'flagged_row'))}`);
    odd += await tx.run(
      'insert into odd_row select submission_id, sheet_no, row_no from flagged_row where odd'
    );
  }
  await tx.run('drop table flagged_row');
  return odd > 0;
}

/** What a finding rejects is rejected in raw, for ever, and in the batch in hand. */
async function markRejected(tx: Transaction, report: Report, ids: readonly number[]): Promise<void> {
  for (const table of [`raw.${report.table}`, `held_${report.table}`])
    await tx.run(`update ${table} as t set rejected = true
      from (select distinct submission_id, sheet_no, row_no from raw.finding
            where ${inList(ids)} and (level = 'reject' or check_id = 'repeated')) f
      where t.submission_id = f.submission_id and t.sheet_no = f.sheet_no and t.row_no = f.row_no and not t.rejected`);
}

/**
 * Checks that look at other rows: duplicates, authority, ownership of keys, references (VAL-01, VAL-02, rulings 2–6).
 * In steps: a row that one step rejects is no row for the next.
 */
function manyRowChecks(
  report: Report,
  landings: readonly Landing[],
  batch: readonly number[],
  { keysRepeat, voids, updates, rows: count }: Survey
): string[][] {
  const ids = landings.map(({ submission_id }) => submission_id);
  const keyField = report.key[0];
  const rows = `(select * from landing_${report.table} where not rejected)`;
  // Of few rows, only what they name is looked up with whose it is.
  const named = count > FEW ? 'true' : mayBeAmong(rows);
  const current = `(select * from staging.${report.table}
    where superseded_in = ${STILL_HOLDS} and row_action is distinct from 'void' and ${named})`;
  const known = knownBefore(report, current, new Set(ids).size > 1 ? rows : undefined);
  const sameKey = 'c.record_key = r.record_key and c.submission_id < r.submission_id';
  const finding = (check: string, level: string, field = literal(keyField), value = 'r.record_key') =>
    `select distinct r.submission_id, r.sheet_no, r.row_no, ${field}, '${level}', '${check}', ${value}`;
  const unknown = (action: RowAction, level: string) =>
    `${finding(`${action}_unknown`, level)} from ${rows} r anti join ${known} c on ${sameKey}
     where r.row_action = '${action}'`;

  return [
    [...(keysRepeat ? [repeatedRows(report, rows)] : []), ...authorityChecks(report, landings, rows, batch)],
    [
      `${finding('key_owner', 'reject')} from ${rows} r join ${known} c on ${sameKey}
     where r.owner <> c.owner`,
      // A department changes no record that names only others; the city may hand it on.
      ...(report.departments === undefined ? [] : sendersOf(landings, 'department')).map(
        ({ sent, code }) => `${finding('key_owner', 'reject')} from ${rows} r join ${known} c on ${sameKey}
     where r.${sent} and not list_contains(c.departments, ${code})`
      )
    ],
    [
      ...(voids ? [unknown('void', 'reject')] : []),
      ...(updates ? [unknown('update', 'remark')] : []),
      ...referenceChecks(report, rows, batch),
      ...ownershipRemarks(report, landings, rows, current)
    ]
  ];
}

/** What the rows in hand make it worth while to ask. */
interface Survey {
  rows: number;
  keysRepeat: boolean;
  voids: boolean;
  updates: boolean;
}

/** Rows up to which a look at the keys they name costs less than one at all that are known. */
const FEW = 100_000;

/** Most files name no record twice and take none out, and that is found out in a tenth of the time that asking takes. */
async function survey(tx: Transaction, { table }: Report): Promise<Survey> {
  const [found] = await tx.all<{ rows: number; keys: number; voids: boolean; updates: boolean }>(
    `select count(record_key) as rows,
       count(distinct hash(submission_id, record_key)) filter (where record_key is not null) as keys,
       coalesce(bool_or(row_action = 'void'), false) as voids, coalesce(bool_or(row_action = 'update'), false) as updates
     from landing_${table} where not rejected`
  );
  const { rows = 0, keys = 0, voids = false, updates = false } = found ?? {};
  return { rows, keysRepeat: rows !== keys, voids, updates };
}

/** Identical rows are ignored but for the first; rows that differ under one key are all rejected. */
function repeatedRows(report: Report, rows: string): string {
  const content = allColumns(report).map(({ field }) => `k.${field}`);
  return `with keyed as (select * from ${rows} where record_key is not null),
      twice as (select submission_id, record_key from keyed group by all having count(*) > 1),
      r as (
        select k.*, row_number() over (partition by k.submission_id, k.record_key order by k.sheet_no, k.row_no) as nth,
          count(distinct hash(${content.join(', ')})) over (partition by k.submission_id, k.record_key) as kinds
        from keyed k semi join twice t on t.submission_id = k.submission_id and t.record_key = k.record_key)
     select r.submission_id, r.sheet_no, r.row_no, ${literal(report.key[0])}, case when kinds > 1 then 'reject' else 'remark' end,
       case when kinds > 1 then 'duplicate' else 'repeated' end, r.record_key
     from r where kinds > 1 or nth > 1`;
}

/**
 * Keys with the institution that answers for them, or the departments that do: those that hold now, and new ones by
 * the first in the batch to bring them.
 */
function knownBefore(report: Report, current: string, rows: string | undefined): string {
  const departments = (alias: string) =>
    `case when ${departmentSql(report, alias)} is not null
      then [${(report.departments ?? []).map((field) => `${alias}.${field}`).join(', ')}] end as departments`;
  const holding = `select c.record_key, 0 as submission_id, ${institutionSql(report, 'c')} as owner, ${departments('c')}
    from ${current} c`;
  if (rows === undefined) return `(${holding})`;
  return `(${holding} union all
    select n.record_key, n.submission_id, n.owner, ${departments('n')}
    from ${rows} n anti join ${current} c on c.record_key = n.record_key
    where n.row_action is distinct from 'void'
    qualify row_number() over (partition by n.record_key order by n.submission_id, n.sheet_no, n.row_no) = 1)`;
}

/**
 * The senders of one kind, as SQL: which submissions of theirs have rows, and for whom each speaks. One question for
 * all of them, and one for a file, however many sheets it has.
 */
function sendersOf(
  landings: readonly Landing[],
  kind: 'department' | 'institution'
): { sent: string; code: string }[] {
  const codes = new Map(
    landings
      .filter(({ authority, sheet }) => authority.kind === kind && sheet.row_count > 0)
      .map(({ submission_id, authority }) => [submission_id, literal(authority.code)])
  );
  const [only, ...others] = codes.values();
  if (only === undefined) return [];
  const each = [...codes].map(([id, code]) => `when ${id} then ${code}`);
  const code = others.length === 0 ? only : `case r.submission_id ${each.join(' ')} end`;
  return [{ sent: inList([...codes.keys()]), code }];
}

/** Ruling 5. */
function authorityChecks(
  report: Report,
  landings: readonly Landing[],
  rows: string,
  batch: readonly number[]
): string[] {
  const { institution, departments = [] } = report;
  const field = institution?.field ?? departments[0] ?? report.key[0];
  const ofDepartment = institution === null ? 'true' : 'r.owner_dept is not null';
  const foreign = {
    institution: (code: string) => `r.owner <> ${code} or ${ofDepartment}`,
    department: (code: string) => foreignToDepartment(report, code, batch)
  };
  return (['institution', 'department'] as const).flatMap((kind) =>
    sendersOf(landings, kind).map(
      ({
        sent,
        code
      }) => `select r.submission_id, r.sheet_no, r.row_no, ${literal(field)}, 'reject', 'authority', cast(r.${field} as varchar)
        from ${rows} r where r.${sent} and (${foreign[kind](code)})`
    )
  );
}

/** A department speaks for the institutions it supervises and for what it issued itself; `code` is SQL. */
function foreignToDepartment(report: Report, code: string, batch: readonly number[]): string {
  const has = (name: string) => report.columns.some(({ field }) => field === name);
  const registered = `select record_key, supervising_dept from staging.institutions where superseded_in = ${STILL_HOLDS}`;
  const others = (registry: string) =>
    `exists (select 1 from (${registry}) i where i.record_key = r.owner and i.supervising_dept <> ${code})`;
  // An institution that another department registered is not taken over by saying so.
  if (has('supervising_dept')) return `r.supervising_dept <> ${code} or ${others(registered)}`;
  const own = others(`${registered}
    union all select record_key, supervising_dept from landing_institutions where not rejected and ${inList(batch)}`);
  const { institution, departments = [] } = report;
  const unnamed = departments.map((field) => `r.${field} is distinct from ${code}`);
  const nobodys = institution === null ? 'true' : 'r.owner_dept is not null';
  return [`(${own} or ${nobodys})`, ...unnamed].join(' and ');
}

/** Ruling 2: a row whose institution is not known is accepted and waits for the record by which it will be. */
function referenceChecks(report: Report, rows: string, batch: readonly number[]): string[] {
  if (report.institution === null || report.table === 'institutions') return [];
  const { field } = report.institution;
  return [
    `select r.submission_id, r.sheet_no, r.row_no, '${field}', 'remark', 'waiting', cast(r.${field} as varchar)
     from ${rows} r
     anti join (
       select record_key from staging.institutions where superseded_in = ${STILL_HOLDS} and row_action is distinct from 'void'
       union all
       select record_key from landing_institutions where ${inList(batch)} and not rejected and row_action is distinct from 'void'
     ) t on t.record_key = r.owner
     where r.${field} is not null`
  ];
}

/** Ruling 6: an institution's change to a column that the department owns is ignored with a remark. */
function ownershipRemarks(
  report: Report,
  landings: readonly Landing[],
  rows: string,
  current: string
): string[] {
  const ids = landings
    .filter(({ authority }) => authority.kind === 'institution')
    .map((landing) => landing.submission_id);
  if (ids.length === 0) return [];
  return (report.department_owns ?? []).map(
    (
      field
    ) => `select r.submission_id, r.sheet_no, r.row_no, '${field}', 'remark', 'not_owned', cast(r.${field} as varchar)
      from ${rows} r join (select *, ${ownedSql(report)} as is_owned from ${current}) c on c.record_key = r.record_key
      where r.${inList(ids)} and c.is_owned and r.${field} is distinct from c.${field}`
  );
}
