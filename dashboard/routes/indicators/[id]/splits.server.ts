/** What an indicator is split into (the procedure of a review …), in words: a row a part, a cell a named value. */
import type { Figure, IndicatorWords } from '#warehouse/answers.ts';
import { reportById, reports } from '#ingest/reports/index.ts';
import { labels } from '#dashboard/code-labels.server.ts';
import type { Language } from '#dashboard/language.ts';
import type { Messages } from '#dashboard/messages/messages.ts';

export interface Split {
  /** Column by which it is split, in words. */
  column: string;
  values: IndicatorWords['values'];
  rows: { dimension: string; says: string; cells: (Figure | null)[] }[];
}

/** The column by which a value is split, in words, and what its codes say. */
export function dimensionWords(
  field: string,
  reportIds: readonly string[],
  language: Language,
  words: Messages
): { column: string; codes: Record<string, string> } {
  const own = reportIds.flatMap((id) => reportById(id) ?? []);
  const found = [...own, ...reports].flatMap(({ columns }) => columns).find((one) => one.field === field);
  const derived: Record<string, string> = words.facts;
  return {
    column: found?.[language] ?? derived[field] ?? field,
    codes: found?.codes
      ? (labels(language, found.codes)[found.codes] ?? {})
      : { true: words.record.yes, false: words.record.no }
  };
}

/** Parts in the order of their code list; figures of one period. */
export function splitsOf(
  figures: readonly Figure[],
  { values, reports: ids }: Pick<IndicatorWords, 'values' | 'reports'>,
  language: Language,
  words: Messages
): Split[] {
  const parts = figures.filter(({ dimension }) => dimension !== '');
  const columns = new Set(values.flatMap(({ dimension }) => dimension ?? []));
  return [...columns].flatMap((field) => {
    const split = values.filter(({ dimension }) => dimension === field);
    const of = parts.filter(({ name }) => split.some((value) => value.name === name));
    if (of.length === 0) return [];
    const { column, codes } = dimensionWords(field, ids, language, words);
    const order = Object.keys(codes);
    const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
    const found = [...new Set(of.map(({ dimension }) => dimension))].sort((a, b) => place(a) - place(b));
    const rows = found.map((dimension) => ({
      dimension,
      says: codes[dimension] ?? dimension,
      cells: split.map(
        ({ name }) => of.find((figure) => figure.dimension === dimension && figure.name === name) ?? null
      )
    }));
    return [{ column, values: split, rows }];
  });
}
