/** What is said about a file that was read all the same. One notice per sheet and code; rows are counted. */
import type { Words } from './declare.ts';

export type NoticeCode =
  | 'extra_cells'
  | 'stray_quote'
  | 'damaged_text'
  | 'control_signs'
  | 'external_links'
  | 'error_cell'
  | 'digits_lost'
  | 'hidden_sheet'
  | 'sheet_skipped';

export interface Notice {
  code: NoticeCode;
  /** `count` and `rows` (the first twenty row numbers) where rows are meant. */
  params: Record<string, string | number>;
  sheet: string;
  /** First row that it is about; absent where it is about the whole sheet. */
  row?: number;
}

const listed = 20;

/** Gathers the notices of one sheet, so that a million odd rows make one notice and not a million. */
export class Notices {
  private readonly sheet: string;
  private readonly rowsOf = new Map<NoticeCode, { count: number; rows: number[] }>();

  constructor(sheet: string) {
    this.sheet = sheet;
  }

  add(code: NoticeCode, row: number): void {
    const seen = this.rowsOf.get(code);
    if (!seen) this.rowsOf.set(code, { count: 1, rows: [row] });
    else if (seen.rows.at(-1) !== row) {
      seen.count++;
      if (seen.rows.length < listed) seen.rows.push(row);
    }
  }

  all(): Notice[] {
    return [...this.rowsOf].map(([code, { count, rows }]) => ({
      code,
      params: { count, rows: rows.join(', ') + (count > rows.length ? ' …' : '') },
      sheet: this.sheet,
      row: rows[0] ?? 0
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
  }
};
