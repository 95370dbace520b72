/**
 * One of the two compilers, with ingest/validate.ts (the other: compile-indicator.ts): a report's declaration becomes
 * the SQL that turns submitted text into typed values. Field `f` of the declaration is `r_f` as submitted, `c_f` trimmed (empty
 * is null), `h_f` half-width, `d_f` whether a day is written as the form asks, and `f` typed (null where it cannot be read).
 */
import type { Column, Report } from '#ingest/declare.ts';
import { codeLists, type CodeList } from '#ingest/codes/index.ts';
import { rowActions, systemColumns } from '#ingest/reports/system-columns.ts';
import { NONE_PLAIN, readPlain, type PlainColumns } from './plain-columns.ts';

/** Columns of a report with those that every file may carry. */
export const allColumns = (report: Report): readonly Column[] => [...report.columns, ...systemColumns];

/** Code lists that belong to the city's configuration (districts). */
export type CityCodes = Partial<Record<string, CodeList['items']>>;

export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const BLANKS = literal(' \t\r\n\u00a0\u3000\ufeff\u2028');
const FULL = '０１２３４５６７８９．－／：＋，；％（）＿　' + fullLetters(0xff21) + fullLetters(0xff41);
const HALF = '0123456789.-/:+,;%()_ ' + letters(65) + letters(97);
function fullLetters(start: number) {
  return Array.from({ length: 26 }, (_, i) => String.fromCharCode(start + i)).join('');
}
function letters(start: number) {
  return Array.from({ length: 26 }, (_, i) => String.fromCharCode(start + i)).join('');
}

/**
 * Full-width digits, letters and punctuation as half-width. `translate` is slow, so it is asked only for the rare
 * text that needs it: most cells are ASCII (as many bytes as characters), and few others hold such a character.
 */
const half = (text: string) =>
  `case when strlen(${text}) = length(${text}) or not regexp_matches(${text}, ${literal(`[${FULL}]`)}) then ${text}
    else translate(${text}, ${literal(FULL)}, ${literal(HALF)}) end`;

/** Without blanks at its ends; empty is null. Trimming costs most, so ASCII text without any is let through. */
const tidy = (text: string) =>
  `nullif(case when strlen(${text}) = length(${text}) and not (${text} like ' %' or ${text} like '% ' or contains(${text}, chr(9)))
    then ${text} else trim(${text}, ${BLANKS}) end, '')`;

/**
 * The typed rows of a relation that has the `r_` columns, as a select: `f` for every field, and `bad_f` for every
 * field that is not text: true where something stands that cannot be read. `carried`: columns of
 * the relation that are handed through. `also`: SQL of further columns, over what `typedCells` gives.
 */
export function typedSelect(
  report: Report,
  source: string,
  city: CityCodes,
  carried: readonly string[] = [],
  { also = [], plain = NONE_PLAIN }: { also?: readonly string[]; plain?: PlainColumns } = {}
): string {
  const columns = allColumns(report);
  const outputs = [
    ...['submission_id', 'sheet_no', 'row_no', ...carried, ...columns.map(({ field }) => field)],
    ...columns
      .filter(canBeUnreadable)
      .map((column) => `c_${column.field} is not null and ${unreadable(column)} as bad_${column.field}`),
    ...also
  ];
  return `select ${outputs.join(',\n  ')}
from ${typedCells(report, source, city, plain)}`;
}

/** SQL that is true of a text whose parts may be year, month and day in more than one order. */
export const isAmbiguousDay = (text: string): string =>
  `regexp_full_match(${half(`trim(${text}, ${BLANKS})`)}, '([0-9]{1,2} ?[-/.年 ] ?[0-9]{1,2} ?[-/.月 ] ?[0-9]{1,4}日?|[0-9]{6})([T ]+${TIME})?')`;

/** Of every field `r_f`, `c_f`, `h_f`, `d_f` and `f`, with what else the relation has. */
export function typedCells(
  report: Report,
  source: string,
  city: CityCodes,
  plain: PlainColumns = NONE_PLAIN
): string {
  const columns = allColumns(report);
  const read = columns.filter((column) => !isPlainText(column));
  const days = columns.filter(isDay);
  const formed = days.map(
    ({ field, type }) => `h_${field} like '____-__-__${type === 'date' ? '' : '%'}' as d_${field}`
  );
  const trimmed = ({ field }: Column) => (plain.has(field) ? `r_${field}` : tidy(`r_${field}`));
  const halved = ({ field }: Column) => (plain.has(field) ? `c_${field}` : half(`c_${field}`));
  const value = (column: Column) =>
    (plain.has(column.field) ? readPlain(column, `h_${column.field}`) : undefined) ?? typed(column, city);
  return `(select *, ${columns.map((column) => `${value(column)} as ${column.field}`).join(',\n  ')}
from (select *${formed.map((sql) => `, ${sql}`).join('')}
from (select *, ${read.map((column) => `${halved(column)} as h_${column.field}`).join(',\n  ')}
  from (select *, ${columns.map((column) => `${trimmed(column)} as c_${column.field}`).join(',\n  ')}
    from ${source}))))`;
}

const isPlainText = (column: Column) => column.type === 'string' && !isIdentifier(column);
const isDay = ({ type }: Column) => type === 'date' || type === 'datetime';

/** SQL that is true of a cell that holds something which cannot be read, or nothing. */
export const unreadable = ({ type, field }: Column) =>
  type === 'codes' ? `list_contains(list_transform(${field}, x -> x is null), true)` : `${field} is null`;

export const sqlType = (column: Column): string =>
  ({
    string: 'varchar',
    strings: 'varchar[]',
    code: 'varchar',
    codes: 'varchar[]',
    bool: 'boolean',
    int: 'bigint',
    decimal: 'double',
    date: 'date',
    datetime: 'timestamp',
    month: 'varchar',
    quarter: 'varchar'
  })[column.type];

const YES_NO = [
  { code: 'Y', accepted: ['Y', 'y', '是', 'Yes', 'YES', 'yes', 'TRUE', 'true', '1', '√'] },
  { code: 'N', accepted: ['N', 'n', '否', 'No', 'NO', 'no', 'FALSE', 'false', '0', '×'] }
] satisfies { code: string; accepted: string[] }[];

/** Codes of a column with every wording that is accepted for them. */
export function wordings(column: Column, city: CityCodes): { code: string; accepted: string[] }[] {
  if (column.type === 'bool') return [...YES_NO];
  if (column.field === 'row_action')
    return rowActions.map(({ code, zh, en }) => ({ code, accepted: [code, zh, en] }));
  const list = column.codes === undefined ? undefined : codeLists[column.codes];
  const items = (column.codes && city[column.codes]) ?? list?.items ?? [];
  return items.map(({ code, zh, en }) => ({ code, accepted: [...new Set([code, zh, en])] }));
}

/** Text is never unreadable; a list is when one of its codes is. */
export const canBeUnreadable = (column: Column) => column.type !== 'string' && column.type !== 'strings';

function typed(column: Column, city: CityCodes): string {
  const c = `c_${column.field}`;
  const h = `h_${column.field}`;
  switch (column.type) {
    case 'string':
      return isIdentifier(column) ? `upper(${h})` : `replace(${c}, chr(8232), chr(10))`;
    case 'strings':
      return `list_transform(string_split(${h}, ';'), x -> trim(x))`;
    case 'code':
    case 'bool':
      return column.type === 'bool' ? bool(h) : code(h, wordings(column, city));
    case 'codes':
      return codes(h, wordings(column, city));
    case 'int':
      return int(h);
    case 'decimal':
      return `case when regexp_full_match(${h}, '[+-]?${GROUPED}([.][0-9]*)?') then try_cast(replace(${h}, ',', '') as double) end`;
    case 'date':
      return `case when d_${column.field} then try_cast(${h} as date) else ${oddDate(h)} end`;
    case 'datetime':
      return datetime(h, `d_${column.field}`);
    case 'month':
      return `case when regexp_matches(${h}, '^[0-9]{4}-(0[1-9]|1[0-2])$') then ${h} end`;
    case 'quarter':
      return `case when regexp_matches(${h}, '^[0-9]{4}-?[Qq][1-4]$') then left(${h}, 4) || '-Q' || right(${h}, 1) end`;
  }
}

/** Names a record: half-width and in capitals. */
export const isIdentifier = (column: Column) =>
  column.ref !== undefined || /_(uscc|id|no)$/.test(column.field) || column.field === 'institution_uscc';

const list = (texts: readonly string[]) => texts.map(literal).join(', ');

const bool = (text: string) => `(${code(text, YES_NO)} = 'Y')`;

/** The code that a wording stands for. A list look-up: a long `in` would become a join for each column. */
function code(text: string, accepted: { code: string; accepted: string[] }[]): string {
  if (accepted.length === 0) return text;
  const pairs = accepted.flatMap((item) =>
    item.accepted.map((word) => ({ word: halfText(word), code: item.code }))
  );
  return `([${list(pairs.map((pair) => pair.code))}])[list_position([${list(pairs.map((pair) => pair.word))}], ${text})]`;
}

/** Several codes: mostly written as codes, which need no look-up one by one. */
function codes(text: string, accepted: { code: string; accepted: string[] }[]): string {
  const one = `(${accepted.map((item) => item.code).join('|')})`;
  return `case when regexp_full_match(${text}, ${literal(`${one}(;${one})*`)}) then string_split(${text}, ';')
    else list_transform(string_split(${text}, ';'), x -> ${code('trim(x)', accepted)}) end`;
}

/** As `half`, for a text of ours that is compared with a half-width cell. */
const halfText = (text: string) => [...text].map((char) => HALF[[...FULL].indexOf(char)] ?? char).join('');

/** Digits, with or without a comma before every three of them. */
const GROUPED = '([0-9]{1,3}(,[0-9]{3})+|[0-9]+)';

/** The engine alone would read 7.5 as 8, 1,2 as 12 and 0x10 as 16: what is not written plainly must look like a number. */
const int = (text: string) =>
  `case when cast(try_cast(${text} as bigint) as varchar) = ${text} then try_cast(${text} as bigint)
    when regexp_full_match(${text}, '[+-]?${GROUPED}([.]0*)?') then try_cast(replace(${text}, ',', '') as bigint) end`;

/**
 * Wall time in Shenyang; a text without an offset is that already. Words like infinity, which the engine knows, are none.
 * `plain`: SQL that is true where the text begins with a day as the form asks for it; a year has four digits.
 */
const datetime = (text: string, plain: string) =>
  `case when not (${text} >= '0' and ${text} < ':') then null
    when not ${plain} and not regexp_matches(${text}, '^[0-9]{4}[^0-9]') then null
    when ${text} like '%+08:00' then try_cast(left(${text}, length(${text}) - 6) as timestamp)
    when ${text} like '%Z' then try_cast(left(${text}, length(${text}) - 1) as timestamp) + interval 8 hour
    when regexp_matches(${text}, ':[0-9.]+[+-][0-9]{2}:[0-9]{2}$')
      then try_cast(left(${text}, length(${text}) - 6) as timestamp) + to_minutes(480 - ${offsetMinutes(text)})
    else coalesce(try_cast(${text} as timestamp), try_cast(trim(${isoDate(text)}) as timestamp)) end`;

/** Of a text that ends in ±hh:mm. */
const offsetMinutes = (text: string) =>
  `(case when substr(${text}, length(${text}) - 5, 1) = '-' then -1 else 1 end
    * (60 * try_cast(substr(${text}, length(${text}) - 4, 2) as integer) + try_cast(right(${text}, 2) as integer)))`;

/**
 * A period as periods are named, from what people write (2026年9月, 2026/9, 2026Q3, 2026年上半年, 2026年春季学期, 2026S1);
 * null where it is none. The spring semester is S1. Chinese numerals are read in quarters.
 */
export const periodSql = (text: string): string =>
  `case when regexp_full_match(${text}, '[0-9]{4}年?-?第?([Qq][1-4]|[1-4一二三四]季度?)')
      then left(${text}, 4) || '-Q' || translate(regexp_extract(substr(${text}, 5), '[1-4一二三四]'), '一二三四', '1234')
    when regexp_full_match(${text}, '[0-9]{4}[-/.年]?(0?[1-9]|1[0-2])月?')
      then left(${text}, 4) || '-' || lpad(regexp_extract(substr(${text}, 5), '[0-9]+'), 2, '0')
    when regexp_full_match(${text}, '[0-9]{4}年?度?') then left(${text}, 4)
    when regexp_full_match(${text}, '[0-9]{4}年?度?-?([HhSs][12]|[上下]半年度?|[春秋]季?学期)')
      then left(${text}, 4) || case when regexp_matches(${text}, '[Hh半]') then '-H' else '-S' end
        || case when regexp_matches(${text}, '[12]$') then right(${text}, 1) when regexp_matches(${text}, '[上春]') then '1' else '2' end
    end`;

/** 2026年3月5日, 2026.3.5, 2026/3/5 → 2026-3-5. */
const isoDate = (text: string) => `translate(${text}, '年月./日', '----')`;

const YMD = '([0-9]{4}) ?[-/.年 ] ?([0-9]{1,2}) ?[-/.月 ] ?([0-9]{1,2})日?';
const TIME = '[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?';

/**
 * Eight digits, or year, month and day apart by 年月, points, slashes or blanks; a time behind is dropped, one with an
 * offset is brought to Shenyang first. Anything else behind makes it no date.
 */
const oddDate = (text: string) =>
  `case when regexp_full_match(${text}, '${YMD}([T ]+${TIME})?')
      then try_cast(regexp_replace(${text}, '^${YMD}.*$', '\\1-\\2-\\3') as date)
    when regexp_full_match(${text}, '[0-9]{8}')
      then try_cast(left(${text}, 4) || '-' || substr(${text}, 5, 2) || '-' || right(${text}, 2) as date)
    when regexp_full_match(${text}, '${YMD}[T ]${TIME}(Z|[+-][0-9]{2}:[0-9]{2})') then cast(${datetime(text, 'true')} as date) end`;
