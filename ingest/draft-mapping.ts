/** A mapping while a person works on it: suggested first, with every wording that wants a word of theirs. */
import type { Mapping } from '#warehouse/control/mapping-profiles.ts';
import type { CityCodes } from '#warehouse/typed.ts';
import type { Column, Report } from './declare.ts';
import { normalHeader } from './header-names.ts';
import type { ForeignTable } from './read-foreign.ts';
import { columnOf, foreignWordings, isCoded } from './suggest-codes.ts';
import type { Suggestion } from './suggest-mapping.ts';

/** As a mapping, but '' stands for a wording that is left as it is. */
export type Draft = Mapping;

type Table = Pick<ForeignTable, 'columns'>;

/** Wordings of one column that are asked about; the rest of a column full of free text is not. */
export const MOST_WORDINGS = 40;

/** What is suggested for a table; what a profile said before goes first, where the table still has its columns. */
export function firstDraft(
  report: Report,
  { columns: suggested }: Suggestion,
  table: Table,
  city: CityCodes,
  before?: Mapping
): Draft {
  const there = new Map(table.columns.map(({ header }) => [normalHeader(header), header]));
  const columns: Mapping['columns'] = {};
  const constants: Mapping['constants'] = { ...before?.constants };
  for (const [field, header] of Object.entries(before?.columns ?? {})) {
    const now = there.get(normalHeader(header));
    if (now !== undefined) columns[field] = now;
  }
  const used = new Set(Object.values(columns));
  for (const [field, { header }] of Object.entries(suggested))
    if (!(field in columns) && !(field in constants) && !used.has(header)) columns[field] = header;
  if (!before) Object.assign(constants, saidByFile(report, columns));
  return { columns, constants, codes: translations(report, columns, table, city, before?.codes) };
}

/** Whose the rows are and of when they speak, a file without such columns says above its table or by its receipt. */
function saidByFile({ columns }: Report, mapped: Mapping['columns']): Mapping['constants'] {
  return Object.fromEntries(
    columns
      .filter(({ field, required }) => required === 'yes' && !(field in mapped))
      .flatMap(({ field, type }) => {
        if (field.endsWith('uscc')) return [[field, '{institution_uscc}']];
        return type === 'month' || type === 'quarter' ? [[field, '{report_period}']] : [];
      })
  );
}

/** By coded field: every wording that is asked about, with what was said of it, else what is suggested. */
export function translations(
  report: Report,
  columns: Mapping['columns'],
  table: Table,
  city: CityCodes,
  before: Mapping['codes'] = {},
  said: Mapping['codes'] = {}
): Mapping['codes'] {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, header]) => {
      const column = columnOf(report, field);
      if (!column || !isCoded(column)) return [];
      const values = table.columns.find((one) => one.header === header)?.values ?? [];
      const words = new Map(Object.entries(before[field] ?? {}));
      for (const { wording, code = '' } of foreignWordings(column, values, city).slice(0, MOST_WORDINGS))
        if (!words.has(wording)) words.set(wording, code);
      for (const [wording, code] of Object.entries(said[field] ?? {}))
        if (words.has(wording)) words.set(wording, code);
      return words.size > 0 || field in before || takesApart(column, values)
        ? [[field, Object.fromEntries(words)]]
        : [];
    })
  );
}

/** Several values apart by commas are taken apart only where a translation is declared, be it empty. */
const takesApart = ({ type }: Column, values: readonly string[]): boolean =>
  type === 'codes' && values.some((value) => /[、，,|]/.test(value));

/** Without the wordings that are left as they are. */
export function mappingOf({ columns, constants, codes }: Draft, report: Report): Mapping {
  const some = Object.entries(codes).flatMap(([field, words]): [string, Record<string, string>][] => {
    const said = Object.fromEntries(Object.entries(words).filter(([, code]) => code !== ''));
    const several = columnOf(report, field)?.type === 'codes';
    return Object.keys(said).length > 0 || several ? [[field, said]] : [];
  });
  return { columns, constants, codes: Object.fromEntries(some) };
}
