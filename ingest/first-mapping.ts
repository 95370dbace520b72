/** The mapping that a person is shown first: what is suggested, with what every file of its kind says of itself. */
import type { Mapping } from '#warehouse/control/mapping-profiles.ts';
import type { CityCodes } from '#warehouse/typed.ts';
import type { Report } from './declare.ts';
import type { ForeignTable } from './read-foreign.ts';
import { columnOf, foreignWordings, isCoded } from './suggest-codes.ts';
import type { Suggestion } from './suggest-mapping.ts';

export function firstMapping(
  report: Report,
  { columns }: Suggestion,
  table: Pick<ForeignTable, 'columns'>,
  city: CityCodes
): Mapping {
  const headers = Object.fromEntries(Object.entries(columns).map(([field, { header }]) => [field, header]));
  const constants = Object.fromEntries(
    report.columns
      .filter(({ field, required }) => required === 'yes' && !(field in headers))
      .flatMap(({ field, type }) => {
        if (field.endsWith('uscc')) return [[field, '{institution_uscc}']];
        return type === 'month' || type === 'quarter' ? [[field, '{report_period}']] : [];
      })
  );
  return { columns: headers, constants, codes: codesOf(report, headers, table, city) };
}

/** Translations for what stands in the coded columns of a table, as far as they can be suggested. */
export function codesOf(
  report: Report,
  headers: Mapping['columns'],
  table: Pick<ForeignTable, 'columns'>,
  city: CityCodes
): Mapping['codes'] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([field, header]) => {
      const column = columnOf(report, field);
      const values = table.columns.find((one) => one.header === header)?.values ?? [];
      if (!column || !isCoded(column)) return [];
      const found = foreignWordings(column, values, city);
      const codes = Object.fromEntries(found.flatMap(({ wording, code }) => (code ? [[wording, code]] : [])));
      // Several values apart by commas are taken apart only where a translation is declared, be it empty.
      const several = column.type === 'codes' && values.some((value) => /[、，,|]/.test(value));
      return Object.keys(codes).length > 0 || several ? [[field, codes]] : [];
    })
  );
}
