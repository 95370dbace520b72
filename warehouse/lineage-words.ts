/** Lineage as people read it: columns and parameters by their names, parameters as they hold on a day. */
import type { Words } from '#ingest/declare.ts';
import { reportById } from '#ingest/reports/index.ts';
import type { Day } from './calendar.ts';
import { indicatorById } from './catalogue/index.ts';
import { currentParameters } from './control/parameters.ts';
import { lineage } from './lineage.ts';
import type { Parameter } from './parameters.ts';
import { parameterWords } from './parameter-words.ts';
import { allColumns } from './typed.ts';
import type { Warehouse } from './warehouse.ts';

export interface ColumnUsed {
  report: string;
  report_words: Words;
  field: string;
  field_words: Words;
}

export interface ParameterUsed extends Parameter {
  words: Words;
}

/** What an indicator is computed from. */
export interface IndicatorLineage {
  indicator: string;
  indicator_words: Words;
  measure: string;
  /** In the order of the reports and their columns. */
  columns: ColumnUsed[];
  parameters: ParameterUsed[];
}

/** Every indicator in the order of the catalogue. A parameter that does not hold on that day yet stands with its first value. */
export async function lineageInWords(
  { engine, control, city_parameters }: Pick<Warehouse, 'engine' | 'control' | 'city_parameters'>,
  day: Day
): Promise<IndicatorLineage[]> {
  const values = currentParameters(control, city_parameters).sort((a, b) => a.from.localeCompare(b.from));
  const inForce = (key: string): ParameterUsed[] => {
    const all = values.filter((one) => one.key === key);
    const found = all.findLast(({ from }) => from <= day) ?? all[0];
    return found ? [{ ...found, words: parameterWords(key) }] : [];
  };
  return (await lineage(engine)).map(({ indicator, columns, parameters }) => {
    const entry = indicatorById(indicator);
    return {
      indicator,
      indicator_words: entry?.words ?? { zh: indicator, en: indicator },
      measure: entry?.measure ?? '',
      columns: columns.map(({ report, field }) => columnUsed(report, field)),
      parameters: parameters.flatMap(inForce)
    };
  });
}

/** @throws RangeError for a report or a column that does not exist. */
export function columnUsed(report: string, field: string): ColumnUsed {
  const declared = reportById(report);
  if (!declared) throw new RangeError(`There is no report ${report}`);
  const column = allColumns(declared).find((one) => one.field === field);
  if (!column) throw new RangeError(`${report} has no column ${field}`);
  return {
    report,
    report_words: { zh: declared.zh, en: declared.en },
    field,
    field_words: { zh: column.zh, en: column.en }
  };
}
