/** The indicators as the dictionary tells them: their words, and what they are computed from. */
import type { Words } from '#ingest/declare.ts';
import type { IndicatorWords } from '#warehouse/answers.ts';
import type { IndicatorLineage } from '#warehouse/lineage-words.ts';
import type { Reader } from '#warehouse/reader.ts';
import { reportNames } from '../../indicators/[id]/report-names.ts';

export interface Entry extends Omit<IndicatorWords, 'reports' | 'sql'> {
  reports: { id: string; words: Words }[];
  /** All reports of which a column is read, those that it does not name itself among them. */
  columns: IndicatorLineage['columns'];
  parameters: IndicatorLineage['parameters'];
}

export async function entriesOf(reader: Reader): Promise<Entry[]> {
  const lineage = new Map((await reader.lineage()).map((one) => [one.indicator, one]));
  return reader.indicators().map(({ sql: _, reports, ...indicator }) => ({
    ...indicator,
    reports: reportNames(reports),
    columns: lineage.get(indicator.id)?.columns ?? [],
    parameters: lineage.get(indicator.id)?.parameters ?? []
  }));
}

export interface Narrowed {
  measure: string | undefined;
  strength: string | undefined;
  search: string | undefined;
}

/** Those of a measure, a strength, or with a text in their number, name, definition or basis, in either language. */
export function narrowed<E extends Omit<Entry, 'columns'>>(entries: readonly E[], by: Narrowed): E[] {
  const wanted = by.search?.toLowerCase();
  return entries.filter(
    (entry) =>
      (by.measure === undefined || entry.measure === by.measure) &&
      (by.strength === undefined || entry.strength === by.strength) &&
      (wanted === undefined || textOf(entry).toLowerCase().includes(wanted))
  );
}

function textOf({
  id,
  words,
  definition,
  legal_basis,
  values,
  reports,
  parameters
}: Omit<Entry, 'columns'>): string {
  const { numerator, denominator, excluded, missing, note } = definition;
  const said = [words, numerator, denominator, ...excluded, missing, note, legal_basis]
    .concat(values.map((value) => value.words))
    .concat(reports.map((report) => report.words))
    .flatMap((each) => (each ? [each.zh, each.en] : []));
  return [id, ...reports.map((report) => report.id), ...parameters.map(({ key }) => key), ...said].join('\n');
}
