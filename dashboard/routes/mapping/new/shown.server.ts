/** What the page of one mapping shows: the file's columns beside ours, each with what could fill it. */
import type { Column, Report } from '#ingest/declare.ts';
import type { Draft } from '#ingest/draft-mapping.ts';
import type { ForeignTable } from '#ingest/read-foreign.ts';
import { shownText } from '#ingest/shown-text.ts';
import type { Suggestion } from '#ingest/suggest-mapping.ts';
import { valueWords } from '#warehouse/record.ts';
import { allColumns, wordings, type CityCodes } from '#warehouse/typed.ts';
import type { Language } from '#dashboard/language.ts';

/** How a constant is given: chosen from a list, taken from what each file says of itself, or written. */
export type ConstantBy = 'code' | 'period' | 'uscc' | 'text';

export interface FieldShown {
  field: string;
  name: string;
  note: string;
  required: Column['required'];
  type: Column['type'];
  by: ConstantBy;
  /** Code and label, where it holds codes. */
  codes: { code: string; label: string }[];
}

const FIRST_VALUES = 4;

export const fieldsShown = (report: Report, language: Language, city: CityCodes): FieldShown[] =>
  allColumns(report).map((column) => ({
    field: column.field,
    name: column[language],
    note: column.note?.[language] ?? '',
    required: column.required,
    type: column.type,
    by: constantBy(column),
    codes: coded(column)
      ? wordings(column, city).map(({ code, accepted }) => ({
          code,
          label: codeLabel(column, code, accepted, language, city)
        }))
      : []
  }));

const codeLabel = (
  column: Column,
  code: string,
  [, zh = code, en = zh]: readonly string[],
  language: Language,
  city: CityCodes
): string =>
  (valueWords(column, column.type === 'bool' ? code === 'Y' : [code], city) ?? { zh, en })[language];

const coded = ({ type, field }: Column) =>
  type === 'code' || type === 'codes' || type === 'bool' || field === 'row_action';

function constantBy(column: Column): ConstantBy {
  if (coded(column)) return 'code';
  if (column.type === 'month' || column.type === 'quarter' || column.field === 'report_period')
    return 'period';
  return column.field.endsWith('uscc') && column.type === 'string' ? 'uscc' : 'text';
}

/** Columns of the file with some values that differ, and its first rows. */
export function tableShown({ columns, rows }: ForeignTable) {
  return {
    columns: columns.map(({ header, values }) => ({
      header,
      values: [...new Set(values.filter((value) => value.trim() !== ''))]
        .slice(0, FIRST_VALUES)
        .map((value) => shownText(value, 40))
    })),
    rows: rows.slice(0, 5).map((row, at) => ({
      row,
      cells: columns.map(({ values }) => shownText(values[at] ?? '', 60))
    }))
  };
}

/** field → how sure the suggestion is, where the draft still follows it. */
export const surenessOf = (draft: Draft, { columns }: Suggestion): Record<string, number> =>
  Object.fromEntries(
    Object.entries(draft.columns).flatMap(([field, header]) =>
      columns[field]?.header === header ? [[field, columns[field].sureness]] : []
    )
  );
