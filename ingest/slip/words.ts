/** The words of a slip, in the register of an official document. */
import type { Level } from '../declare.ts';
import type { Language } from './request.ts';

export interface SlipWords {
  title: string;
  file_name: string;
  number: string;
  received: string;
  verdict: string;
  by_report: string;
  sheet: string;
  report: string;
  rows: string;
  accepted: string;
  remarked: string;
  rejected: string;
  whole_file: string;
  next: string;
  notices: string;
  faults: string;
  none: string;
  no: string;
  level_head: string;
  level: Record<Level, string>;
  row: string;
  cell: string;
  column: string;
  value: string;
  blank: string;
  wrong: string;
  remedy: string;
  basis: string;
  reason: string;
  original_row: string;
  no_column: string;
  found: (reject: number, remark: number) => string;
  here: (listed: number, rest: number, sheet: string) => string;
  not_listed: (listed: number) => string;
  marked: (marked: number, noted: number) => string;
  legend: string;
  merged: (cell: string) => string;
  page: string;
  /** Begins the note on a cell; known again when the slip is handed in. */
  note_head: Record<Level, string>;
  colon: string;
  /** Between sentences. */
  space: string;
  section: (n: number, title: string) => string;
}

export const slipWords: Record<Language, SlipWords> = {
  zh: {
    title: '科技伦理报表报送回执',
    file_name: '文件名',
    number: '回执号',
    received: '收到时间',
    verdict: '处理结果',
    by_report: '分表结果',
    sheet: '工作表',
    report: '报表',
    rows: '总行数',
    accepted: '接收',
    remarked: '其中有提示',
    rejected: '退回',
    whole_file: '全部内容',
    next: '下一步',
    notices: '文件提示',
    faults: '问题清单',
    none: '逐格检查未发现问题。',
    no: '序号',
    level_head: '结论',
    level: { reject: '退回', remark: '提示' },
    row: '行号',
    cell: '单元格',
    column: '栏目',
    value: '填写内容',
    blank: '（空）',
    wrong: '问题',
    remedy: '处理办法',
    basis: '依据',
    reason: '退回原因',
    original_row: '原文件行号',
    no_column: '（表中无此栏目）',
    found: (reject, remark) => `共发现问题 ${reject + remark} 条：退回 ${reject} 条，提示 ${remark} 条。`,
    here: (listed, rest, sheet) => `本页列出前 ${listed} 条，其余 ${rest} 条列入“${sheet}”表。`,
    not_listed: (listed) => `问题数量过多，本文件只列出前 ${listed} 条；全部问题可在系统的报送结果页导出。`,
    marked: (marked, noted) =>
      `表中已标记 ${marked} 个单元格${noted === marked ? '，均加有批注' : `，其中 ${noted} 个加有批注，其余见本清单`}。`,
    legend: '红底粗实线框为退回，黄底粗虚线框为提示；该行首格左侧有相同的粗线。点击单元格地址可直接跳转。',
    merged: (cell) => `${cell}（合并单元格）`,
    page: '第 &P 页，共 &N 页',
    note_head: { reject: '【回执·退回】', remark: '【回执·提示】' },
    colon: '：',
    space: '',
    section: (n, title) => `${'一二三四五六'[n - 1] ?? ''}、${title}`
  },
  en: {
    title: 'Return slip for ethics reports',
    file_name: 'File',
    number: 'Receipt no.',
    received: 'Received',
    verdict: 'Result',
    by_report: 'Result by report',
    sheet: 'Sheet',
    report: 'Report',
    rows: 'Rows',
    accepted: 'Accepted',
    remarked: 'with a remark',
    rejected: 'Returned',
    whole_file: 'whole file',
    next: 'What to do next',
    notices: 'Remarks on the file',
    faults: 'List of faults',
    none: 'Nothing was found in any cell.',
    no: 'No.',
    level_head: 'Verdict',
    level: { reject: 'returned', remark: 'remark' },
    row: 'Row',
    cell: 'Cell',
    column: 'Column',
    value: 'As filled in',
    blank: '(empty)',
    wrong: 'What is wrong',
    remedy: 'What to do',
    basis: 'Basis',
    reason: 'Why it was returned',
    original_row: 'Row in the file',
    no_column: '(no such column in the table)',
    found: (reject, remark) => `${reject + remark} faults were found: ${reject} returned, ${remark} remarks.`,
    here: (listed, rest, sheet) =>
      `The first ${listed} stand here, the other ${rest} on the sheet “${sheet}”.`,
    not_listed: (listed) =>
      `There are too many faults: this file lists the first ${listed}; all of them can be exported from the result page.`,
    marked: (marked, noted) =>
      `${marked} cells are marked, ${noted === marked ? 'each with a note' : `${noted} of them with a note; for the others see this list`}.`,
    legend:
      'Red with a thick line: returned. Yellow with a thick dashed line: remark. The first cell of such a row has the same line on its left. Click an address to go to the cell.',
    merged: (cell) => `${cell} (merged)`,
    page: 'Page &P of &N',
    note_head: { reject: '【Slip: returned】', remark: '【Slip: remark】' },
    colon: ': ',
    space: ' ',
    section: (n, title) => `${n}. ${title}`
  }
};

/** In whichever language a slip was made. */
export const noteHeads: readonly string[] = Object.values(slipWords).flatMap(({ note_head }) =>
  Object.values(note_head)
);
