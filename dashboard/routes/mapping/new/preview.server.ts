/** A preview as a person reads it: what would be rejected and why, and the first rows as they would be read. */
import type { Report } from '#ingest/declare.ts';
import type { Draft } from '#ingest/draft-mapping.ts';
import type { PreviewFinding, PreviewRow } from '#ingest/preview-mapping.ts';
import { FIRST_ROWS } from '#ingest/read-foreign.ts';
import { shownText } from '#ingest/shown-text.ts';
import { genericChecks } from '#ingest/validate.ts';
import { findingWords } from '#warehouse/finding-words.ts';
import type { Cell } from '#warehouse/plain.ts';
import { valueWords } from '#warehouse/record.ts';
import { allColumns, type CityCodes } from '#warehouse/typed.ts';
import type { Language } from '#dashboard/language.ts';

/** Rows that are shown whole; what is wrong is told of all that were read. */
const SHOWN = 10;

export function previewShown(
  report: Report,
  { columns, constants }: Draft,
  rows: readonly PreviewRow[],
  language: Language,
  city: CityCodes
) {
  const shown = allColumns(report).filter(({ field }) => field in columns || field in constants);
  const text = (value: Cell, column: (typeof shown)[number]): string => {
    const known = value as string | number | boolean | string[] | null;
    const words = valueWords(column, known, city)?.[language];
    if (words !== undefined) return words;
    if (Array.isArray(known)) return shownText(known.join('; '), 60);
    return known === null ? '' : shownText(String(known).replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 '), 60);
  };
  return {
    count: rows.length,
    first_only: rows.length >= FIRST_ROWS,
    rejected: rows.filter(({ rejected }) => rejected).length,
    remarked: rows.filter(({ rejected, findings }) => !rejected && findings.length > 0).length,
    findings: grouped(report, rows, language, city),
    fields: shown.map((column) => ({ field: column.field, name: column[language] })),
    rows: rows.slice(0, SHOWN).map(({ row_no, rejected, values, findings }) => ({
      row_no,
      rejected,
      cells: shown.map((column) => ({
        text: text(values[column.field] ?? null, column),
        /** As submitted, where it could not be read. */
        unread: values[column.field] === null ? (at(findings, column.field)?.value ?? null) : null,
        level: at(findings, column.field)?.level ?? null
      }))
    }))
  };
}

const at = (findings: readonly PreviewFinding[], name: string): PreviewFinding | undefined =>
  findings.find(({ field }) => field === name);

/** One line a column and check, with the first values and rows; what rejects comes first, what is more often before. */
function grouped(report: Report, rows: readonly PreviewRow[], language: Language, city: CityCodes) {
  const all = rows.flatMap(({ row_no, findings }) => findings.map((finding) => ({ ...finding, row_no })));
  const groups = Map.groupBy(all, ({ field, check_id }) => `${field} ${check_id}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { says, remedy } = findingWords(report, first, genericChecks, city);
      const column = allColumns(report).find(({ field }) => field === first.field);
      return {
        field: first.field,
        check_id: first.check_id,
        name: column?.[language] ?? first.field,
        level: first.level,
        count: group.length,
        rows: group.slice(0, 5).map(({ row_no }) => row_no),
        values: [...new Set(group.flatMap(({ value }) => value ?? []))].slice(0, 3),
        says: says[language],
        remedy: remedy[language]
      };
    })
    .sort((a, b) => Number(b.level === 'reject') - Number(a.level === 'reject') || b.count - a.count);
}
