/** The form itself: whose form it is, who fills it in for which period, the headers, and the cells to fill in. */
import { columnLetters } from '#warehouse/cell-name.ts';
import { allColumns } from '#warehouse/typed.ts';
import type { Column, Report } from '../declare.ts';
import { exampleMark } from '../own-sheets.ts';
import type { Note } from '../xlsx/notes.ts';
import { heightOf } from '../xlsx/row-height.ts';
import type { SheetCell, SheetContent, SheetRow } from '../xlsx/sheet-xml.ts';
import type { Validation } from '../xlsx/validations.ts';
import { isUscc } from '../validate.ts';
import type { ChoiceLists } from './choices.ts';
import { examplePeriod, formOf, headerOf, noteOf, promptOf, requiredWords } from './column-words.ts';
import { formNumber, type Prefill, type TemplateCity } from './declared.ts';
import { exampleCell } from './example-row.ts';
import type { Looks } from './looks.ts';

/** The row in which the headers stand; the rows to fill in follow. */
export const headerRow = 6;
const lastRow = 1_048_576;

export interface FormAsk {
  city: TemplateCity;
  looks: Looks;
  choices: ChoiceLists;
  prefill: Prefill;
  /** Whether an empty table means that there was nothing; undefined leaves the question open. */
  nil?: '是' | '否';
  /** Rows that are filled in already, cells in the order of the columns. */
  rows?: readonly (readonly (string | number)[])[];
}

export function formSheet(report: Report, ask: FormAsk): SheetContent {
  const columns = allColumns(report);
  const { looks } = ask;
  const filled = (ask.rows ?? []).map((cells): SheetRow => ({
    height: heightOf(columns.map((column, i) => [String(cells[i] ?? ''), widthOf(column)])),
    cells: columns.map(({ type }, i) => ({ value: cells[i] ?? '', style: looks.data(type) }))
  }));
  return {
    columns: columns.map((column) => ({ width: widthOf(column), style: looks.data(column.type) })),
    otherColumns: looks.beyond,
    rows: [...headRows(report, ask, `${report.id} ${report.zh}`), headerCells(columns, looks), ...filled],
    frozen: { rows: headerRow, columns: 1 },
    merged: givenCells,
    validations: [...headRules(report), ...columns.map((column, i) => rule(column, i, ask))],
    protected: true,
    footer: `&L${report.id} ${report.zh}&R第 &P 页，共 &N 页`,
    cursor: `A${headerRow + 1}`,
    pages: pagesOf(columns)
  };
}

/** The same filled in by the declared examples, to be looked at and not to be used. */
export function exampleSheet(report: Report, ask: FormAsk): SheetContent {
  const columns = allColumns(report);
  const { looks, city } = ask;
  const shown: SheetRow = {
    height: heightOf(
      columns.map((column) => [String(exampleCell(report, column, city.codes)), widthOf(column)])
    ),
    cells: columns.map((column) => ({
      value: exampleCell(report, column, city.codes),
      style: looks.shown(column.type)
    }))
  };
  return {
    columns: columns.map((column) => ({ width: widthOf(column) })),
    rows: [
      ...headRows(
        report,
        {
          ...ask,
          prefill: { ...fictional, report_period: examplePeriod(report) },
          nil: '否',
          post: '科研管理部门伦理管理岗'
        },
        `${exampleMark}${report.id} ${report.zh}（仅供参考，系统不读取本表）`
      ),
      headerCells(columns, looks),
      shown
    ],
    frozen: { rows: headerRow, columns: 1 },
    merged: givenCells,
    protected: true,
    tab: 'A6A6A6',
    pages: pagesOf(columns),
    footer: `&L${report.id} ${report.zh} 填写示例&R第 &P 页，共 &N 页`
  };
}

export const headerNotes = (report: Report, { city }: FormAsk): Note[] =>
  allColumns(report).map((column, i) => ({
    column: i,
    row: headerRow,
    head: `${column.zh}（${requiredWords[column.required]}）`,
    text: noteOf(column, report, city.codes)
  }));

const headerCells = (columns: readonly Column[], looks: Looks): SheetRow => ({
  height: 33,
  cells: columns.map((column) => ({ value: headerOf(column), style: looks.head[column.required] }))
});

/** Wide enough for the header in two lines and for what is usually filled in. */
function widthOf(column: Column): number {
  const header = Math.ceil((headerOf(column).length * 2) / 2) + 3;
  const usual = {
    string: 16,
    strings: 24,
    code: 16,
    codes: 24,
    bool: 9,
    int: 9,
    decimal: 11,
    date: 12.5,
    datetime: 17.5,
    month: 10,
    quarter: 10
  };
  const content = isUscc(column) ? 21 : column.free_text ? 32 : usual[column.type];
  return Math.min(40, Math.max(header, content));
}

/** Of the institution in the reports' examples. */
const fictional: Prefill = {
  institution_name: '示例大学（虚构）',
  institution_uscc: '12210100000000019C'
};

/** Pages side by side on which a form is printed and can still be read. */
const pagesOf = (columns: readonly Column[]): number =>
  Math.max(1, Math.round(columns.reduce((sum, column) => sum + widthOf(column), 0) / 200));

const givenCells = ['B3:D3', 'F3:H3', 'B4:C4', 'E4:F4', 'H4:I4'];

function headRows(
  report: Report,
  { city, looks, prefill, nil, post }: Omit<FormAsk, 'nil'> & { nil?: string; post?: string },
  title: string
): SheetRow[] {
  const { form } = city;
  const row = (height: number, cells: (SheetCell | undefined)[]): SheetRow => ({
    height,
    style: looks.plain,
    cells
  });
  const given = (value: string | undefined, cells: number): SheetCell[] =>
    Array.from({ length: cells }, (_, i) => ({ value: i === 0 ? (value ?? '') : '', style: looks.given }));
  const label = (value: string): SheetCell => ({ value, style: looks.label });
  const about = [
    `表号：${formNumber(form, report.id)}`,
    `制定机关：${form.issued_by}`,
    `批准/备案文号：${form.approval || '＿＿＿＿＿＿'}`,
    `有效期至：${form.valid_to || '＿＿＿＿＿＿'}`
  ];
  return [
    row(27, [{ value: title, style: looks.title }]),
    row(18, [{ value: about.join('　　'), style: looks.note }]),
    row(19, [
      label('填报单位：'),
      ...given(prefill.institution_name, 3),
      label('统一社会信用代码：'),
      ...given(prefill.institution_uscc, 3)
    ]),
    row(19, [
      label('报告期：'),
      ...given(prefill.report_period, 2),
      label('填报岗位：'),
      ...given(post, 2),
      ...(report.nil ? [label('零报告：'), ...given(nil, 2)] : [])
    ]),
    row(18, [
      {
        value: `标*的栏目必填，标▲的栏目在规定情形下必填。将光标停在表头可查看填写要求；从第${headerRow + 1}行起填写，一行一条。`,
        style: looks.note
      }
    ])
  ];
}

/** What may stand in the cells above the table. */
function headRules(report: Report): Validation[] {
  const about = (cells: string, title: string, text: string): Validation => ({
    cells,
    prompt: { title, text }
  });
  return [
    about('B3', '填报单位', '填写单位全称，与登记证书一致。'),
    {
      cells: 'F3',
      allows: { kind: 'textLength', from: '18', to: '18' },
      prompt: { title: '统一社会信用代码', text: '填写填报单位的18位统一社会信用代码。' },
      error: { title: '统一社会信用代码', text: '统一社会信用代码为18位，请对照登记证书核对。' }
    },
    about(
      'B4',
      '报告期',
      '月报填 2026-09，季报填 2026-Q3，半年报填 2026-H1，学期报填 2026-S1，年报填 2026。'
    ),
    about('E4', '填报岗位', '填写负责填报的岗位名称，不填写个人姓名和电话。'),
    ...(report.nil
      ? [
          {
            cells: 'H4',
            allows: { kind: 'list', from: '"是,否"' },
            prompt: { title: '零报告', text: '本期确无应报事项的，选“是”，表内不填任何行。' },
            error: { title: '零报告', text: '请选择“是”或“否”。' }
          } satisfies Validation
        ]
      : [])
  ];
}

/** What may be filled in below a header. */
function rule(column: Column, index: number, { city, choices }: FormAsk): Validation {
  const letters = columnLetters(index);
  const title = column.zh.slice(0, 30);
  return {
    cells: `${letters}${headerRow + 1}:${letters}${lastRow}`,
    ...allowed(column, choices.formula(column, city.codes)),
    prompt: { title, text: promptOf(column, city.codes) },
    error: { title, text: `“${column.zh}”应为：${formOf(column)}。请更正。` }
  };
}

function allowed(column: Column, list: string | undefined): Pick<Validation, 'allows'> {
  const { type, min, max, length } = column;
  if ((type === 'code' || type === 'bool') && list !== undefined)
    return { allows: { kind: 'list', from: list } };
  if (type === 'int' || type === 'decimal')
    return {
      allows: {
        kind: type === 'int' ? 'whole' : 'decimal',
        from: String(min ?? -999_999_999_999),
        ...(max === undefined ? {} : { to: String(max) })
      }
    };
  // The first day of 2000, and the day on which it is filled in.
  if (type === 'date' || type === 'datetime')
    return { allows: { kind: 'date', from: '36526', to: column.may_be_future ? '73050' : 'TODAY()+1' } };
  if (type === 'quarter' || type === 'month') return { allows: { kind: 'textLength', from: '7', to: '7' } };
  if (isUscc(column)) return { allows: { kind: 'textLength', from: '18', to: '18' } };
  if (length !== undefined && type === 'string')
    return { allows: { kind: 'textLength', from: '0', to: String(length) } };
  return {};
}
