/** What is said of a finding: what is wrong with the cell, what to do, and by which rule. */
import { codeLists } from '#ingest/codes/index.ts';
import type { Column, Report, Words } from '#ingest/declare.ts';
import type { FindingRow } from './answers.ts';
import { exampleOf } from './example-of.ts';
import { allColumns, wordings, type CityCodes } from './typed.ts';

/** Words of the checks that every column shares, with `{placeholders}`; they stand with the validator. */
export type GenericChecks = Record<string, { says: Words; remedy: Words; basis: string }>;

/** `value`: what stood in the cell, shortened. */
export function findingWords(
  report: Report | undefined,
  { field, check_id, value }: { field: string; check_id: string; value: string | null },
  genericChecks: GenericChecks,
  city: CityCodes
): Pick<FindingRow, 'says' | 'remedy' | 'basis'> {
  const check = report?.checks.find((one) => one.id === check_id);
  const column = report && allColumns(report).find((one) => one.field === field);
  if (check) return { says: check.says, remedy: check.remedy, basis: check.basis };
  const generic = genericChecks[check_id];
  if (!generic || !column)
    return { says: { zh: check_id, en: check_id }, remedy: { zh: '', en: '' }, basis: '' };
  const fill = (text: string, language: keyof Words) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => placeholder(name, column, value, language, city));
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
      return exampleOf(column);
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
