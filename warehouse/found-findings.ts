/** Findings across files: what the validator found in any file that the scope may see, newest file first. */
import { withoutPersonalData } from '#ingest/codes/personal-data.ts';
import type { Level, Words } from '#ingest/declare.ts';
import { reportById, reports } from '#ingest/reports/index.ts';
import type { FindingRow } from './answers.ts';
import { cellName } from './cell-name.ts';
import type { Lists, Params } from './engine.ts';
import { findingWords } from './finding-words.ts';
import { findingsInSight, placesOf, type PlaceOfRow } from './findings-in-sight.ts';
import type { Asking } from './reader.ts';
import { sheetsOf, standing, submissionHead, type SheetHead } from './submissions.ts';
import { allColumns } from './typed.ts';

export interface AskFound {
  level?: Level;
  report?: string;
  check?: string;
  institution?: string;
  /** Period that the row speaks of. */
  period?: string;
  /** Part of the file's name. */
  file?: string;
  /** In the value, the rule or the column. */
  search?: string;
  /** The key after which to go on: `next` of the page before. */
  after?: string;
  page_size?: number;
  /** Whether to count all; not to be asked for each page of an export. */
  count?: boolean;
}

export interface FoundFinding extends FindingRow, PlaceOfRow {
  submission_id: number;
  file_name: string;
  report: string;
  report_words: Words;
}

export interface FoundPage {
  rows: FoundFinding[];
  /** Null where it was not asked for. */
  total: number | null;
  /** The key to go on after; null on the last page. */
  next: string | null;
}

interface Stored {
  submission_id: number;
  sheet_no: number;
  row_no: number;
  field: string;
  level: Level;
  check_id: string;
  value: string | null;
  report: string;
  institution_uscc: string | null;
  via_key: string | null;
  report_period: string | null;
}

export const FOUND_KEY = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})\.(\w{1,80})\.([\w.-]{1,80})$/;

/** The order of lists: the newest file first, in it as its rows stand. */
const ORDER = 'f.submission_id desc, f.sheet_no, f.row_no, f.field, f.check_id';

const COLUMNS = `f.submission_id, f.sheet_no, f.row_no, f.field, f.level, f.check_id, f.value,
  f.report, f.institution_uscc, f.via_key, f.report_period`;

export async function foundFindings(asking: Asking, ask: AskFound = {}): Promise<FoundPage> {
  const { engine } = asking.warehouse;
  const { page_size = 50, count = true } = ask;
  const { from, params, lists } = await narrowed(asking, ask);
  const key = FOUND_KEY.exec(ask.after ?? '');
  const after = key
    ? `and (f.submission_id < ${key[1]} or (f.submission_id = ${key[1]}
        and (f.sheet_no, f.row_no, f.field, f.check_id) > (${key[2]}, ${key[3]}, $field, $check_id)))`
    : '';
  const [counted] = count
    ? await engine.all<{ n: number }>(`select count(*) as n ${from}`, params, lists)
    : [];
  const stored = (await engine.all(
    `select ${COLUMNS} ${from} ${after} order by ${ORDER} limit $limit`,
    {
      ...params,
      limit: page_size + 1,
      ...(key && { field: key[4] ?? '', check_id: key[5] ?? '' })
    },
    lists
  )) as unknown as Stored[];
  const rows = stored.slice(0, page_size);
  const last = rows.at(-1);
  return {
    rows: await shown(asking, rows),
    total: counted?.n ?? null,
    next: stored.length > page_size && last ? keyOf(last) : null
  };
}

const keyOf = ({ submission_id, sheet_no, row_no, field, check_id }: Stored): string =>
  [submission_id, sheet_no, row_no, field, check_id].join('.');

/** What stands from `from` on, of findings `f`. */
async function narrowed(
  asking: Asking,
  ask: AskFound
): Promise<{ from: string; params: Params; lists: Lists }> {
  const files = standing(asking, ask.file);
  const seen = await findingsInSight(asking, ask.institution);
  const asked = {
    'f.level = $level': ask.level,
    'f.report = $report': ask.report,
    'f.check_id = $check': ask.check,
    'f.report_period = $period': ask.period,
    'f.submission_id in (select unnest(cast($files as integer[])))': files && JSON.stringify(files)
  };
  const sought = ask.search === undefined ? undefined : searched(ask.search);
  const conditions = Object.entries(asked).filter(([, value]) => value !== undefined);
  const where = [
    '$any',
    ...conditions.map(([condition]) => condition),
    ...(sought ? [sought.condition] : [])
  ];
  return {
    from: `from (${seen.sql}) f where ${where.join(' and ')}`,
    params: {
      any: true,
      ...seen.params,
      ...Object.fromEntries(
        conditions.map(([condition, value]) => [/\$(\w+)/.exec(condition)?.[1] ?? '', value ?? ''])
      ),
      ...sought?.params
    },
    lists: ask.search === undefined ? {} : spokenOf(ask.search, asking)
  };
}

/** In the value, or in what is said of the column and the rule. Looking for text as it stands takes a third of the time. */
function searched(text: string): { condition: string; params: Params } {
  const cased = /[a-z]/i.test(text);
  const like = `%${text.replace(/[%_\\]/g, '\\$&')}%`;
  return {
    condition: `(${cased ? `f.value ilike $sought escape '\\'` : 'contains(f.value, $sought)'}
      or list_position($fields, f.field) is not null or list_position($checks, f.check_id) is not null)`,
    params: { sought: cased ? like : text }
  };
}

/** Columns and rules whose names or words hold a text. */
function spokenOf(text: string, { genericChecks }: Asking): Lists {
  const sought = text.toLowerCase();
  const says = (...words: string[]) => words.some((each) => each.toLowerCase().includes(sought));
  const checks = Object.entries(genericChecks).map(([id, { says }]) => ({ id, says }));
  const fields = reports.flatMap((report) =>
    allColumns(report).flatMap(({ field, zh, en }) => (says(field, zh, en) ? field : []))
  );
  const rules = [...checks, ...reports.flatMap((report) => report.checks)].flatMap((check) =>
    says(check.id, check.says.zh, check.says.en) ? check.id : []
  );
  return { fields: [...new Set(fields)], checks: [...new Set(rules)] };
}

async function shown(asking: Asking, rows: readonly Stored[]): Promise<FoundFinding[]> {
  const { warehouse, genericChecks } = asking;
  const ids = [...new Set(rows.map(({ submission_id }) => submission_id))];
  const files = new Map(ids.map((id) => [id, submissionHead(warehouse, id)?.file_name ?? '']));
  const sheets = new Map<string, SheetHead>(
    ids.flatMap((id) => sheetsOf(warehouse, id).map((sheet) => [`${id}|${sheet.sheet_no}`, sheet] as const))
  );
  const places = await placesOf(asking, rows);
  return rows.map(({ via_key: _, ...row }, n) => {
    const sheet = sheets.get(`${row.submission_id}|${row.sheet_no}`);
    const report = reportById(row.report);
    const column = report && allColumns(report).find(({ field }) => field === row.field);
    const cell = sheet?.columns[row.field];
    const value = row.value === null ? null : withoutPersonalData(row.value);
    return {
      ...row,
      value,
      file_name: files.get(row.submission_id) ?? '',
      report_words: report ? { zh: report.zh, en: report.en } : { zh: '', en: '' },
      sheet: sheet?.sheet ?? '',
      field_words: column ? { zh: column.zh, en: column.en } : { zh: row.field, en: row.field },
      cell: cell && sheet.header_row > 0 ? cellName(cell.index, row.row_no) : null,
      ...(places[n] ?? { institution_uscc: null, institution_name: null, report_period: null }),
      ...findingWords(report, { ...row, value }, genericChecks, warehouse.city)
    };
  });
}
