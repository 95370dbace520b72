/** What a template says of a column: when it is filled in, in which form, from which choices, and what goes wrong. */
import type { CityCodes } from '#warehouse/typed.ts';
import type { Column, DuePeriod, Report } from '../declare.ts';
import { isUscc } from '../validate.ts';
import { choicesOf } from './choices.ts';

/** Before the header: `*` and `▲` are no part of it for the recogniser. */
export const headerOf = ({ zh, required }: Column): string =>
  `${{ yes: '*', conditional: '▲', no: '' }[required]}${zh}`;

export const requiredWords: Record<Column['required'], string> = {
  yes: '必填',
  conditional: '条件必填',
  no: '选填'
};

const forms: Record<Column['type'], string> = {
  string: '文字',
  strings: '文字，多项之间用分号（;）隔开',
  code: '从下拉列表中选择',
  codes: '可多选，多项之间用分号（;）隔开',
  bool: '从下拉列表中选择“是”或“否”',
  int: '整数',
  decimal: '数字',
  date: '日期，如 2026-09-01',
  datetime: '日期和时间，如 2026-09-01 09:30',
  month: '年月，如 2026-09',
  quarter: '季度，如 2026-Q3'
};

export function formOf(column: Column): string {
  const { type, length, min, max, scale } = column;
  if (isUscc(column)) return '18位统一社会信用代码，按登记证书填写';
  const bounds =
    min !== undefined && max !== undefined
      ? `${min} 至 ${max}`
      : min !== undefined
        ? `不小于 ${min}`
        : max !== undefined
          ? `不大于 ${max}`
          : '';
  return [
    forms[type],
    length === undefined ? '' : `不超过${length}字`,
    bounds,
    scale === undefined ? '' : `小数不超过${scale}位`,
    (type === 'date' || type === 'datetime') && !column.may_be_future ? '不得晚于报送日' : ''
  ]
    .filter(Boolean)
    .join('，');
}

/** At most so many characters of choices are listed beside a cell; all of them stand in the guide. */
const listed = 300;

/** The note on a header. */
export function noteOf(column: Column, report: Report, city: CityCodes): string {
  const labels = choicesOf(column, city).map(({ label }) => label);
  const choices = labels.join('、');
  const remedies = report.checks.filter(({ fields }) => fields[0] === column.field).slice(0, 3);
  return [
    `格式：${formOf(column)}`,
    column.note ? `说明：${column.note.zh}` : '',
    column.free_text ? '不得填写姓名、身份证号、手机号等个人信息。' : '',
    choices === ''
      ? ''
      : choices.length <= listed
        ? `选项：${choices}`
        : `选项：共${labels.length}项，见“填表说明”`,
    column.example === '' ? '' : `示例：${exampleText(report, column, city)}`,
    ...remedies.map(({ says, remedy }) => `常见问题：${ended(says.zh)}${ended(remedy.zh)}`)
  ]
    .filter(Boolean)
    .join('\n');
}

const ended = (sentence: string) => (/[。；！？]$/.test(sentence) ? sentence : `${sentence}。`);

/** What is said beside a cell that is being filled in: at most 255 characters. */
export function promptOf(column: Column, city: CityCodes): string {
  const labels = choicesOf(column, city).map(({ label }) => label);
  const choices = column.type === 'codes' ? `可选：${labels.join('、')}` : '';
  const said = [`${requiredWords[column.required]}。${formOf(column)}。`, column.note?.zh ?? ''].filter(
    Boolean
  );
  const whole = [...said, choices].filter(Boolean).join('\n');
  return whole.length <= 250 || choices === '' ? whole : [...said, '选项见“填表说明”。'].join('\n');
}

/** A declared example as a person would fill it in: choices by their words. */
export function exampleText(report: Report, column: Column, city: CityCodes): string {
  if (column.field === 'report_period') return examplePeriod(report);
  if (column.type === 'datetime') return column.example.replace(/^(.{10})T(.{5}).*$/, '$1 $2');
  const choices = choicesOf(column, city);
  if (choices.length === 0) return column.example;
  return column.example
    .split(';')
    .map((code) => choices.find((choice) => choice.code === code)?.label ?? code)
    .join(';');
}

const periods: Record<DuePeriod, string> = {
  month: '2026-09',
  quarter: '2026-Q3',
  half_year: '2026-H1',
  semester: '2026-S1',
  year: '2026'
};

/** A report that is filed as things happen says of which month it speaks. */
export const examplePeriod = ({ due }: Report): string => periods[due[0]?.every ?? 'month'];
