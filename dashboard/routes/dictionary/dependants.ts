/** Which indicators depend on a column: lineage read from the other end. */
import type { Words } from '#ingest/declare.ts';
import type { IndicatorLineage } from '#warehouse/lineage-words.ts';

export interface Dependant {
  id: string;
  words: Words;
  measure: string;
}

/** By field of the report, in the order of the catalogue; a column on which nothing depends is not there. */
export function dependantsOf(lineage: readonly IndicatorLineage[], report: string): Map<string, Dependant[]> {
  const found = new Map<string, Dependant[]>();
  for (const { indicator, indicator_words, measure, columns } of lineage)
    for (const column of columns) {
      if (column.report !== report) continue;
      const all = found.get(column.field) ?? [];
      all.push({ id: indicator, words: indicator_words, measure });
      found.set(column.field, all);
    }
  return found;
}
