/** What was handed in, from the control store: files, sheets, verdicts; as it stood on a day. */
import type { Words } from '#ingest/declare.ts';
import { reportById } from '#ingest/reports/index.ts';
import type { Page, SubmissionRow } from './answers.ts';
import { readBy } from './control/mapping-profiles.ts';
import type { Asking } from './reader.ts';
import { seesWhole } from './rows-in-sight.ts';
import { scopeParams } from './scope.ts';
import { question } from './question.ts';
import type { Warehouse } from './warehouse.ts';

export interface SheetHead {
  sheet_no: number;
  sheet: string;
  report: string;
  header_row: number;
  /** By field: 0-based column in the file and its header there. */
  columns: Record<string, { index: number; header: string }>;
  unknown_columns: { index: number; header: string }[];
  skipped: { row: number; why: string; text: string }[];
  rows: number;
  accepted: number;
  rejected: number;
}

type StoredSheet = Omit<SheetHead, 'columns' | 'unknown_columns' | 'skipped'> &
  Record<'columns' | 'unknown_columns' | 'skipped', string>;

const parsed = (row: StoredSheet): SheetHead => ({
  ...row,
  columns: JSON.parse(row.columns) as SheetHead['columns'],
  unknown_columns: JSON.parse(row.unknown_columns) as SheetHead['unknown_columns'],
  skipped: JSON.parse(row.skipped) as SheetHead['skipped']
});

export const sheetsOf = ({ control }: Warehouse, submission_id: number): SheetHead[] =>
  control
    .all<StoredSheet>(
      `select sheet_no, sheet, report, header_row, columns, unknown_columns, skipped, rows, accepted, rejected
       from sheet where submission_id = $submission_id order by sheet_no`,
      { submission_id }
    )
    .map(parsed);

export const sheetOf = (
  warehouse: Warehouse,
  submission_id: number,
  sheet_no: number
): SheetHead | undefined => sheetsOf(warehouse, submission_id).find((sheet) => sheet.sheet_no === sheet_no);

export const submissionHead = ({ control }: Warehouse, id: number) =>
  control.one<{ file_name: string; sha256: string; received_at: string }>(
    'select file_name, sha256, received_at from submission where id = $id',
    { id }
  );

export interface AskSubmissions {
  state?: string;
  report?: string;
  institution?: string;
  search?: string;
  page?: number;
  page_size?: number;
}

/** How the words of a file's fault are found: they stand with the reading of files, which builds on the warehouse. */
export type ReasonWords = (reason: string) => { says: Words; remedy: Words };

/** A remark about a file that was read all the same; `row` null where it is about the whole sheet. */
export interface ShownNotice {
  sheet: string;
  row: number | null;
  words: Words;
}
export type NoticeWords = (notices: string) => ShownNotice[];

export const noticesOf = ({ control }: Warehouse, id: number): string =>
  control.one<{ notices: string }>('select notices from submission where id = $id', { id })?.notices ?? '[]';

/** As it stood: a withdrawal that came later is not known yet. */
const STATE = `case when w.submission_id is not null then 'withdrawn'
  when s.publication is not null then case when s.publication <= $p then 'published' else 'validated' end
  when s.state <> 'withdrawn' then s.state
  when exists (select 1 from sheet t where t.submission_id = s.id) then 'validated' else 'received' end`;

const FROM = `submission s left join withdrawal w
  on w.submission_id = s.id and w.day <= $day and (w.publication is null or w.publication <= $p)`;

const COLUMNS = `s.id, s.file_name, s.sha256, s.bytes, s.channel, s.authority_kind, s.authority_code, s.received_at, s.reason,
  ${STATE} as state,
  (select group_concat(distinct t.report) from sheet t where t.submission_id = s.id) as reports,
  s.rows, s.accepted, s.remarked, s.rejected, s.unchanged,
  case when s.publication <= $p then s.publication end as publication, s.duration_ms, s.same_as, s.rerun_of,
  w.at as withdrawn_at, w.reason as withdrawn_for, w.by_kind, w.by_code, w.publication as withdrawn_in`;

interface Stored extends Omit<SubmissionRow, 'authority' | 'reports' | 'reason' | 'withdrawal'> {
  authority_kind: string;
  authority_code: string;
  reports: string | null;
  reason: string | null;
  withdrawn_at: string | null;
  withdrawn_for: string | null;
  by_kind: string | null;
  by_code: string | null;
  withdrawn_in: number | null;
}

/** What has come since the newest publication is seen where no past day is asked for. */
const dayOf = ({ day, is_past }: Asking['moment']): string => (is_past ? day : '9999-12-31');

/** Newest first. What a scope may see: what it handed in itself, and what speaks of its institutions. */
export async function submissions(asking: Asking, ask: AskSubmissions = {}): Promise<Page<SubmissionRow>> {
  const { warehouse, moment, scope } = asking;
  const page = ask.page ?? 1;
  const page_size = ask.page_size ?? 50;
  const seen = scope.kind === 'city' && !ask.institution ? null : await covering(asking, ask.institution);
  const bound = {
    p: moment.publication,
    day: dayOf(moment),
    seen: seen === null ? null : JSON.stringify(seen),
    kind: scope.kind,
    code: scope.kind === 'city' ? '' : scope.code,
    state: ask.state ?? null,
    report: ask.report ?? null,
    search: ask.search ? `%${ask.search.replace(/[%_\\]/g, '\\$&')}%` : null
  };
  const where = `where s.received_day <= $day
    and ($seen is null or s.id in (select value from json_each($seen)) or (s.authority_kind = $kind and s.authority_code = $code and $kind <> 'city'))
    and ($state is null or ${STATE} = $state)
    and ($report is null or s.id in (select submission_id from sheet where report = $report))
    and ($search is null or s.file_name like $search escape '\\' or s.sha256 like $search)`;
  const total =
    warehouse.control.one<{ n: number }>(`select count(*) as n from ${FROM} ${where}`, bound)?.n ?? 0;
  const rows = warehouse.control.all<Stored>(
    `select ${COLUMNS} from ${FROM} ${where} order by s.received_at desc, s.id desc limit $limit offset $offset`,
    { ...bound, limit: page_size, offset: (page - 1) * page_size }
  );
  return { rows: rows.map((row) => shaped(row, asking.reasonWords)), total, page, page_size };
}

/** One submission, or undefined where the scope may not see it. */
export async function submission(asking: Asking, id: number): Promise<SubmissionRow | undefined> {
  const { warehouse, moment, scope } = asking;
  const row = warehouse.control.one<Stored>(
    `select ${COLUMNS} from ${FROM} where s.id = $id and s.received_day <= $day`,
    {
      p: moment.publication,
      id,
      day: dayOf(moment)
    }
  );
  if (!row) return undefined;
  const own = scope.kind === row.authority_kind && scope.kind !== 'city' && scope.code === row.authority_code;
  if (scope.kind !== 'city' && !own && !(await covering(asking)).includes(id)) return undefined;
  return shaped(row, asking.reasonWords);
}

/** Submissions that speak of institutions which the scope may see. */
export async function covering(
  { warehouse, moment, scope }: Asking,
  institution?: string
): Promise<number[]> {
  const rows = await warehouse.engine.all<{ submission_id: number }>(question('covering-submissions'), {
    p: moment.publication,
    ...scopeParams(scope),
    institution: institution ?? null
  });
  return rows.map(({ submission_id }) => submission_id);
}

/** Submissions that the scope handed in itself. */
export const ownSubmissions = ({ warehouse, scope }: Asking): number[] =>
  scope.kind === 'city'
    ? []
    : warehouse.control
        .all<{ id: number }>(
          'select id from submission where authority_kind = $kind and authority_code = $code order by id',
          { kind: scope.kind, code: scope.code }
        )
        .map(({ id }) => id);

/** Submissions that stood then, those of a name alone where one is asked for; undefined where that is all. */
export function standing({ warehouse, moment }: Asking, name?: string): number[] | undefined {
  const bound = {
    p: moment.publication,
    day: dayOf(moment),
    name: name === undefined ? null : `%${name.replace(/[%_\\]/g, '\\$&')}%`
  };
  const stood = `s.received_day <= $day and w.submission_id is null
    and ($name is null or s.file_name like $name escape '\\')`;
  const odd = warehouse.control.one(`select 1 from ${FROM} where not (${stood}) limit 1`, bound);
  if (!odd) return undefined;
  return warehouse.control
    .all<{ id: number }>(`select s.id from ${FROM} where ${stood} order by s.id`, bound)
    .map(({ id }) => id);
}

const shaped = (
  {
    authority_kind,
    authority_code,
    reports,
    reason,
    withdrawn_at,
    withdrawn_for,
    by_kind,
    by_code,
    withdrawn_in,
    ...row
  }: Stored,
  words: ReasonWords
): SubmissionRow => ({
  ...row,
  authority: speaker(authority_kind, authority_code),
  reports: reports === null ? [] : reports.split(',').sort(),
  reason: reason === null ? null : words(reason),
  withdrawal:
    withdrawn_at === null
      ? null
      : {
          at: withdrawn_at,
          by: speaker(by_kind ?? '', by_code ?? ''),
          reason: withdrawn_for ?? '',
          publication: withdrawn_in
        }
});

const speaker = (kind: string, code: string): string => (code === '' ? kind : `${kind}:${code}`);

/** Its sheets as a result page shows them. What stands around the table is text of the one who handed it in. */
export const shownSheets = (asking: Asking, id: number) => {
  const whole = seesWhole(asking, id);
  const mapped = readBy(asking.warehouse.control, id);
  return sheetsOf(asking.warehouse, id).map((head) => ({
    ...shownSheet(whole ? head : { ...head, skipped: [] }),
    mapping: mapped.get(head.sheet_no) ?? null
  }));
};

const shownSheet = ({ unknown_columns, skipped, ...head }: SheetHead) => ({
  sheet_no: head.sheet_no,
  sheet: head.sheet,
  report: head.report,
  report_words: reportWords(head.report),
  rows: head.rows,
  accepted: head.accepted,
  rejected: head.rejected,
  unknown_columns: unknown_columns.map(({ header }) => header),
  skipped: skipped.map(({ row, why, text }) => ({ row, why, text }))
});

const reportWords = (id: string): Words => {
  const report = reportById(id);
  return report ? { zh: report.zh, en: report.en } : { zh: id, en: id };
};
