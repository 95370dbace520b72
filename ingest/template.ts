/** The workbook that institutions fill in, made from a report's declaration: the form, how to fill it, the codes. */
import { writeXlsx, type DataValidation, type WriteSheet } from 'hucre';
import { columnLetters } from '#warehouse/cell-name.ts';
import { allColumns, wordings, type CityCodes } from '#warehouse/typed.ts';
import type { Column, Report } from './declare.ts';

/** Rows of the form that are prepared with drop-downs and formats. */
const PREPARED_ROWS = 2000;
/** A list of choices may have this many characters inside the cell; longer ones refer to the sheet of codes. */
const INLINE_CHOICES = 250;

const header = {
  font: { bold: true },
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'E8EDF3' } }
};

/** A row of header cells in bold on grey. */
const headerCells = (row: number, count: number) =>
  new Map(Array.from({ length: count }, (_, column) => [`${row},${column}`, { style: header }]));

/** Three sheets: 填报 (headers as the report declares them), 填表说明 and 代码. */
export function templateWorkbook(report: Report, city: CityCodes): Promise<Uint8Array> {
  const columns = allColumns(report);
  const coded = columns.filter((column) => wordings(column, city).length > 0);
  return writeXlsx({
    sheets: [form(report, columns, coded, city), guide(report, columns), codes(coded, city)]
  });
}

function form(
  report: Report,
  columns: readonly Column[],
  coded: readonly Column[],
  city: CityCodes
): WriteSheet {
  return {
    name: '填报',
    columns: columns.map((column) => ({
      width: Math.min(40, Math.max(12, column.zh.length * 2 + 2)),
      // Codes and numbers with leading zeros must stay text, or Excel shortens them.
      ...(column.type === 'int' || column.type === 'decimal' ? {} : { numFmt: '@' })
    })),
    rows: [columns.map(({ zh }) => zh)],
    cells: headerCells(0, columns.length),
    freezePane: { rows: 1, columns: report.key.length },
    dataValidations: columns.flatMap((column, i) => choices(column, i, coded, city))
  };
}

/** A drop-down for a column of one code; several codes are typed, apart by semicolons. */
function choices(column: Column, index: number, coded: readonly Column[], city: CityCodes): DataValidation[] {
  if (column.type !== 'code' && column.type !== 'bool') return [];
  const labels = wordings(column, city).map((item) => labelOf(item));
  if (labels.length === 0) return [];
  const letters = columnLetters(index);
  const range = `${letters}2:${letters}${PREPARED_ROWS + 1}`;
  const listed = columnLetters(coded.indexOf(column));
  const inline = labels.join(',').length <= INLINE_CHOICES && labels.every((label) => !label.includes(','));
  return [
    {
      type: 'list',
      range,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: column.zh,
      errorMessage: '请从下拉选项中选择',
      ...(inline ? { values: labels } : { formula1: `代码!$${listed}$2:$${listed}$${labels.length + 1}` })
    }
  ];
}

const labelOf = ({ code, accepted }: { code: string; accepted: string[] }) =>
  code === 'Y' || code === 'N' ? code : (accepted[1] ?? code);

const REQUIRED: Record<Column['required'], string> = { yes: '必填', conditional: '条件必填', no: '选填' };
const KIND: Record<Column['type'], string> = {
  string: '文字',
  strings: '文字，多个用分号隔开',
  code: '选项',
  codes: '选项，多个用分号隔开',
  bool: 'Y 或 N',
  int: '整数',
  decimal: '数字',
  date: '日期 YYYY-MM-DD',
  datetime: '时间 YYYY-MM-DDTHH:MM+08:00',
  month: '月份 YYYY-MM',
  quarter: '季度 YYYY-Qn'
};

function guide(report: Report, columns: readonly Column[]): WriteSheet {
  const head = [
    [`${report.id} ${report.zh}`],
    ['报送主体', report.who.zh],
    ['报送频次', report.frequency.zh],
    ['报送期限', report.deadline.zh],
    ['说明', '在“填报”表第2行起填写；不得填写姓名、身份证号、个人手机号和涉密内容。'],
    [],
    ['表头', '是否必填', '格式', '填报要求', '示例']
  ];
  const rows = columns.map((column) => [
    column.zh,
    REQUIRED[column.required],
    KIND[column.type],
    [column.note?.zh, column.length ? `不超过${column.length}字` : ''].filter(Boolean).join('；'),
    column.example
  ]);
  return {
    name: '填表说明',
    columns: [{ width: 28 }, { width: 12 }, { width: 30 }, { width: 60 }, { width: 34 }],
    rows: [...head, ...rows],
    cells: headerCells(head.length - 1, 5)
  };
}

function codes(coded: readonly Column[], city: CityCodes): WriteSheet {
  const lists = coded.map((column) => wordings(column, city).map(labelOf));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return {
    name: '代码',
    columns: coded.map(({ zh }) => ({ width: Math.max(14, zh.length * 2) })),
    rows: [
      // Not the headers themselves: a sheet that bears those would be read as a report.
      coded.map(({ zh }) => `选项·${zh}`),
      ...Array.from({ length: longest }, (_, i) => lists.map((list) => list[i] ?? null))
    ]
  };
}
