/** What is said about a file that was read all the same. One notice per sheet and code; rows are counted. */
import type { Words } from './declare.ts';

export type NoticeCode =
  | 'extra_cells'
  | 'stray_quote'
  | 'damaged_text'
  | 'control_signs'
  | 'short_row'
  | 'external_links'
  | 'error_cell'
  | 'digits_lost'
  | 'hidden_sheet'
  | 'sheet_skipped'
  | 'hidden_row'
  | 'merged_cells'
  | 'no_value'
  | 'serial_date'
  | 'member_refused'
  | 'nil_refused' // says, says_en, remedy, remedy_en
  | 'nil_with_rows'
  | 'nil_superseded' // count, list
  | 'normalised';

export interface Notice {
  code: NoticeCode;
  /** `count` and `rows` where rows are meant: the first twenty row numbers, or cells where the words speak of cells. */
  params: Record<string, string | number>;
  sheet: string;
  /** First row that it is about; absent where it is about the whole sheet. */
  row?: number;
}

const listed = 20;

/** Gathers the notices of one sheet, so that a million odd rows make one notice and not a million. */
export class Notices {
  private readonly sheet: string;
  private readonly seen = new Map<
    NoticeCode,
    { count: number; row: number; last: string; places: string[] }
  >();

  constructor(sheet: string) {
    this.sheet = sheet;
  }

  /** `place`: what is counted and listed, the row or a cell of it. */
  add(code: NoticeCode, row: number, place = String(row)): void {
    const seen = this.seen.get(code);
    if (!seen) this.seen.set(code, { count: 1, row, last: place, places: [place] });
    else if (seen.last !== place) {
      seen.count++;
      seen.last = place;
      if (seen.places.length < listed) seen.places.push(place);
    }
  }

  all(): Notice[] {
    return [...this.seen].map(([code, { count, row, places }]) => ({
      code,
      params: { count, rows: places.join(', ') + (count > places.length ? ' …' : '') },
      sheet: this.sheet,
      row
    }));
  }
}

export const noticeWords: Record<NoticeCode, Words> = {
  extra_cells: {
    zh: '有 {count} 行在表头之外还有内容，未读入（第 {rows} 行）。',
    en: '{count} rows have cells beyond the header, which were not read (rows {rows}).'
  },
  stray_quote: {
    zh: '有 {count} 行的双引号位置不规范，已按原文读入（第 {rows} 行）。',
    en: '{count} rows have a misplaced double quote and were read as they stand (rows {rows}).'
  },
  damaged_text: {
    zh: '有 {count} 行含有替代字符“\uFFFD”，原文在此前已损坏（第 {rows} 行）。',
    en: '{count} rows hold the replacement character “\uFFFD”: their text had been damaged before (rows {rows}).'
  },
  control_signs: {
    zh: '有 {count} 行含有不可见的控制字符，已改为可见符号标出，相应行未采用（第 {rows} 行）。',
    en: '{count} rows hold control characters, which are made visible; these rows are not accepted (rows {rows}).'
  },
  short_row: {
    zh: '有 {count} 行的单元格比表头少，所缺的按空白读入（第 {rows} 行）；请核对文件是否完整。',
    en: '{count} rows have fewer cells than the header; what is missing was read as blank (rows {rows}). Check that the file is whole.'
  },
  external_links: {
    zh: '工作簿引用了其他文件，引用未打开，只读取单元格中已保存的值。',
    en: 'The workbook refers to other files. They were not opened; cells are read as they were saved.'
  },
  error_cell: {
    zh: '有 {count} 行含有公式错误值（第 {rows} 行）。',
    en: '{count} rows hold the error value of a formula (rows {rows}).'
  },
  digits_lost: {
    zh: '有 {count} 行的编号被按数字保存，15 位之后的数字已丢失，请设为文本格式重填（第 {rows} 行）。',
    en: '{count} rows hold an identifier kept as a number: digits after the 15th are lost; format as text and enter anew (rows {rows}).'
  },
  hidden_sheet: { zh: '隐藏的工作表未读取。', en: 'A hidden worksheet was not read.' },
  sheet_skipped: {
    zh: '此工作表不是报表，未读取。',
    en: 'This worksheet is no report and was not read.'
  },
  hidden_row: {
    zh: '有 {count} 行被隐藏或筛选，已照常读入（第 {rows} 行）；不应报送的，请删除后重新报送。',
    en: '{count} rows are hidden or filtered and were read like the others (rows {rows}); delete those that are not to be handed in.'
  },
  merged_cells: {
    zh: '有 {count} 个单元格被上方的合并单元格覆盖，已按合并单元格的内容读入（{rows}）。',
    en: '{count} cells are covered by a merged cell above and were read with its content ({rows}).'
  },
  no_value: {
    zh: '有 {count} 个单元格的公式没有计算结果，按空值读入（{rows}）；请用 Excel 或 WPS 打开，重新计算并保存后报送。',
    en: '{count} cells hold a formula without a result and were read as empty ({rows}); open the file in Excel or WPS, recalculate, save, and hand it in again.'
  },
  serial_date: {
    zh: '有 {count} 个日期单元格未设日期格式，已按序列值换算为日期（{rows}）；请核对。',
    en: '{count} dates have lost their date format and were read from their serial numbers ({rows}); please check.'
  },
  member_refused: {
    zh: '压缩包内的此文件未读入：{says}{remedy}',
    en: 'This file of the archive was not read. {says_en} {remedy_en}'
  },
  nil_refused: {
    zh: '此表的零报告未予登记：{says}{remedy}',
    en: 'The nil declaration of this table was not taken. {says_en} {remedy_en}'
  },
  nil_with_rows: {
    zh: '表头注明零报告，表内却有 {count} 行；已按所填各行处理，零报告不予登记。',
    en: 'The title declares that there is nothing, yet there are {count} rows: the rows were taken, the declaration was not.'
  },
  nil_superseded: {
    zh: '此前已登记零报告的（{list}），本次报送了数据行；以数据行为准，原零报告不再有效。',
    en: 'A nil declaration stood before for {list}. Rows have come now: they count, the declaration does not.'
  },
  normalised: {
    zh: '“{column}”列有 {count} 个单元格的写法与表式不符，已规范读入，如“{was}”读作“{reads}”（第 {rows} 行）；今后请按表式填写，例如 {example}。',
    en: '{count} cells of the column “{column_en}” are not written as the form asks and were read so: “{was}” as “{reads}” (rows {rows}). Write them like {example} from now on.'
  }
};
