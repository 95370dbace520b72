/** 填表说明: who hands the report in and by when, what every column wants, and all choices. */
import { allColumns } from '#warehouse/typed.ts';
import { codeLists } from '../codes/index.ts';
import type { Column, Report } from '../declare.ts';
import { heightOf } from '../xlsx/row-height.ts';
import type { SheetCell, SheetContent, SheetRow } from '../xlsx/sheet-xml.ts';
import { choicesOf } from './choices.ts';
import { exampleText, formOf, requiredWords } from './column-words.ts';
import { formNumber, type TemplateCity } from './declared.ts';
import { headerRow } from './form-sheet.ts';
import type { Looks } from './looks.ts';

const widths = [24, 11, 40, 46, 30];

export function guideSheet(report: Report, city: TemplateCity, looks: Looks): SheetContent {
  const columns = allColumns(report);
  const merged: string[] = [];
  const rows: SheetRow[] = [];
  const line = (...cells: SheetCell[]) => rows.push(fitted(cells));
  const wide = (value: string, style: number, height: number) => {
    rows.push({ height, cells: [{ value, style }] });
    merged.push(`A${rows.length}:E${rows.length}`);
  };
  const fact = (name: string, value: string) => {
    const style = looks.wrapped;
    rows.push({
      height: heightOf([[value, widths.slice(1).reduce((sum, width) => sum + width, 0)]]),
      cells: [{ value: name, style: looks.heading }, { value, style }, { style }, { style }, { style }]
    });
    merged.push(`B${rows.length}:E${rows.length}`);
  };
  wide(`${report.id} ${report.zh}　填表说明`, looks.title, 27);
  fact('表号', formNumber(city.form, report.id));
  fact('制定机关', city.form.issued_by);
  fact('填报单位', report.who.zh);
  fact('报送频次', report.frequency.zh);
  fact('报送期限', report.deadline.zh);
  if (report.note) fact('报送范围', report.note.zh);
  fact('填写要求', requirements(report));
  rows.push({ cells: [] });
  wide('一、栏目说明', looks.section, 21);
  const bold = (value: string): SheetCell => ({ value, style: looks.heading });
  line(bold('栏目'), bold('是否必填'), bold('格式'), bold('说明'), bold('示例'));
  const cell = (value: string): SheetCell => ({ value, style: looks.wrapped });
  for (const column of columns)
    line(
      cell(column.zh),
      cell(requiredWords[column.required]),
      cell(formOf(column)),
      cell(column.note?.zh ?? ''),
      cell(exampleText(report, column, city.codes))
    );
  const listed = columns.filter((column) => column.type === 'code' || column.type === 'codes');
  if (listed.length > 0) {
    rows.push({ cells: [] });
    wide('二、选项（填写中文选项或代码均可）', looks.section, 21);
    line(bold('栏目'), bold('选项数'), bold('选项'), bold('代码'), bold('代码表'));
    for (const column of listed) rows.push(...choiceRows(column, city, cell));
  }
  return {
    columns: widths.map((width) => ({ width })),
    rows,
    merged,
    protected: true,
    tab: 'A6A6A6',
    footer: '&R第 &P 页，共 &N 页'
  };
}

const fitted = (cells: SheetCell[]): SheetRow => ({
  height: heightOf(cells.map(({ value = '' }, i) => [String(value), widths[i] ?? 10])),
  cells
});

function choiceRows(column: Column, city: TemplateCity, cell: (value: string) => SheetCell): SheetRow[] {
  const choices = choicesOf(column, city.codes);
  const list = column.codes ? `${column.codes} ${codeLists[column.codes].zh}` : '';
  return choices.map(({ label, code }, i) =>
    fitted([
      cell(i === 0 ? column.zh : ''),
      cell(i === 0 ? `${choices.length}项${column.type === 'codes' ? '，可多选' : ''}` : ''),
      cell(label),
      cell(code),
      cell(i === 0 ? list : '')
    ])
  );
}

function requirements(report: Report): string {
  return [
    `在本工作簿的“${report.id}”表第${headerRow + 1}行起填写，一行一条记录；表头和标题行不得改动。`,
    '日期、数字、编号按单元格规定的格式填写；编号和统一社会信用代码按文本填写，不得省略前导零。',
    '可以多选的栏目，各选项之间用英文分号（;）隔开。',
    '不得填写姓名、身份证号、手机号、诊断、方案正文和涉密内容。',
    '更正已报记录的，按原编号填写整行，“操作”选“更新”；作废的选“作废”。',
    report.nil ? '本期确无应报事项的，“零报告”选“是”，保留空表报送。' : '',
    '“填写示例”仅供参考，系统不读取。'
  ]
    .filter(Boolean)
    .map((sentence, i) => `${i + 1}．${sentence}`)
    .join('\n');
}
