/** What the validator found in a submission: which cell, which rule, what to do. */
import { codeLists } from '#ingest/codes/index.ts';
import type { Check, Column, Level, Words } from '#ingest/declare.ts';
import { reportById } from '#ingest/reports/index.ts';
import type { FindingRow, Page } from './answers.ts';
import { cellName } from './cell-name.ts';
import type { Asking } from './reader.ts';
import { inSight, seesWhole } from './rows-in-sight.ts';
import { scopeParams } from './scope.ts';
import { sheetsOf, submission, type SheetHead } from './submissions.ts';
import { allColumns, wordings, type CityCodes } from './typed.ts';

export interface AskFindings {
  level?: string;
  field?: string;
  page?: number;
  page_size?: number;
}

/** Words of the checks that every column shares, with `{placeholders}`; they stand with the validator. */
export type GenericChecks = Record<string, { says: Words; remedy: Words; basis: string }>;

interface Stored {
  sheet_no: number;
  row_no: number;
  field: string;
  level: Level;
  check_id: string;
  value: string | null;
}

export async function findings(asking: Asking, id: number, ask: AskFindings = {}): Promise<Page<FindingRow>> {
  const page = ask.page ?? 1;
  const page_size = ask.page_size ?? 50;
  const empty = { rows: [], total: 0, page, page_size };
  if (!(await submission(asking, id))) return empty;
  const sheets = new Map(sheetsOf(asking.warehouse, id).map((sheet) => [sheet.sheet_no, sheet]));
  const whole = seesWhole(asking, id);
  const bound = {
    id,
    level: ask.level ?? null,
    field: ask.field ?? null,
    ...(whole ? {} : { p: asking.moment.publication, ...scopeParams(asking.scope) })
  };
  const where = `from raw.finding where submission_id = $id and ($level is null or level = $level) and ($field is null or field = $field)
    ${whole ? '' : `and (sheet_no, row_no) in (${rowsInSight([...sheets.values()], asking.warehouse.city)})`}`;
  const [count] = await asking.warehouse.engine.all<{ n: number }>(`select count(*) as n ${where}`, bound);
  const rows = (await asking.warehouse.engine.all(
    `select sheet_no, row_no, field, level, check_id, value ${where}
     order by level = 'remark', sheet_no, row_no, field, check_id limit $limit offset $offset`,
    { ...bound, limit: page_size, offset: (page - 1) * page_size }
  )) as unknown as Stored[];
  return {
    rows: rows.map((row): FindingRow => {
      const sheet = sheets.get(row.sheet_no);
      const report = sheet && reportById(sheet.report);
      const column = report && allColumns(report).find(({ field }) => field === row.field);
      const place = sheet?.columns[row.field];
      const check = report?.checks.find((one) => one.id === row.check_id);
      return {
        ...row,
        sheet: sheet?.sheet ?? '',
        field_words: column ? { zh: column.zh, en: column.en } : { zh: row.field, en: row.field },
        cell: place && sheet.header_row > 0 ? cellName(place.index, row.row_no) : null,
        ...wordsOf(check, row, column, asking)
      };
    }),
    total: count?.n ?? 0,
    page,
    page_size
  };
}

const rowsInSight = (sheets: readonly SheetHead[], city: CityCodes): string =>
  sheets
    .flatMap(({ sheet_no, report: id }) => {
      const report = reportById(id);
      return report
        ? `select r.sheet_no, r.row_no from raw.${report.table} r
           where r.submission_id = $id and r.sheet_no = ${sheet_no} and ${inSight(report, city)}`
        : [];
    })
    .concat('select 0, 0 where false')
    .join(' union all ');

function wordsOf(
  check: Check | undefined,
  { check_id, value }: Stored,
  column: Column | undefined,
  { genericChecks, warehouse }: Asking
): Pick<FindingRow, 'says' | 'remedy' | 'basis'> {
  if (check) return { says: check.says, remedy: check.remedy, basis: check.basis };
  const generic = genericChecks[check_id];
  if (!generic || !column)
    return { says: { zh: check_id, en: check_id }, remedy: { zh: '', en: '' }, basis: '' };
  const fill = (text: string, language: keyof Words) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) =>
      placeholder(name, column, value, language, warehouse.city)
    );
  const filled = (words: Words): Words => ({ zh: fill(words.zh, 'zh'), en: fill(words.en, 'en') });
  return { says: filled(generic.says), remedy: filled(generic.remedy), basis: fill(generic.basis, 'zh') };
}

const KINDS: Record<Column['type'], Words> = {
  string: { zh: '文字', en: 'text' },
  strings: { zh: '文字', en: 'text' },
  code: { zh: '代码', en: 'a code' },
  codes: { zh: '代码', en: 'codes' },
  bool: { zh: '是或否', en: 'yes or no' },
  int: { zh: '整数', en: 'a whole number' },
  decimal: { zh: '数字', en: 'a number' },
  date: { zh: '日期', en: 'a date' },
  datetime: { zh: '日期时间', en: 'a date and time' },
  month: { zh: '月份', en: 'a month' },
  quarter: { zh: '季度', en: 'a quarter' }
};

function placeholder(
  name: string,
  column: Column,
  value: string | null,
  language: keyof Words,
  city: CityCodes
): string {
  switch (name) {
    case 'value':
      return value ?? '';
    case 'zh':
      return column.zh;
    case 'en':
      return column.en;
    case 'kind':
      return KINDS[column.type].zh;
    case 'kind_en':
      return KINDS[column.type].en;
    case 'codes':
      return wordings(column, city)
        .slice(0, 12)
        .map(({ code, accepted }) => accepted[language === 'zh' ? 1 : 2] ?? code)
        .join(language === 'zh' ? '、' : ', ');
    case 'list':
      return column.codes ? `${column.codes} ${codeLists[column.codes].zh}` : 'Y/N';
    case 'example':
      return column.example;
    case 'length':
      return String(column.length);
    case 'min':
      return String(column.min);
    case 'max':
      return String(column.max);
    default:
      return '';
  }
}
