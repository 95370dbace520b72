import { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import { catalogue } from '#warehouse/catalogue/index.ts';
import { type IndicatorLineage } from '#warehouse/lineage-words.ts';
import { reports } from '#ingest/reports/index.ts';
import { allColumns } from '#warehouse/typed.ts';
import { field, words } from '../field.ts';
import { asks, none } from '../fields.ts';
import { list } from '../list.ts';
import { invalid } from '../problem.ts';

const edge = z
  .strictObject({
    indicator: field(z.string(), '指标编号', 'Number of the indicator'),
    indicator_words: field(words, '指标名称', 'Name of the indicator'),
    report: field(z.string().nullable(), '报表编号', 'Report'),
    field: field(z.string().nullable(), '栏目字段名', 'Field'),
    field_words: field(words.nullable(), '栏目', 'Column'),
    parameter: field(z.string().nullable(), '参数', 'Parameter'),
    parameter_words: field(words.nullable(), '参数名称', 'Parameter in words')
  })
  .meta({ id: 'LineageEdge' });
type Edge = z.output<typeof edge>;

const ids = catalogue.map(({ id }) => id) as [string, ...string[]];

/** One row for each thing that an indicator is computed from. */
export const lineage = list({
  path: '/api/lineage',
  words: {
    zh: '血缘：指标由哪些报表栏目和参数计算，栏目和参数用于哪些指标',
    en: 'Lineage: from which columns and parameters an indicator is computed, and what depends on a column'
  },
  params: none,
  query: z.strictObject({
    indicator: field(z.enum(ids).optional(), '指标编号', 'Number of the indicator'),
    report: asks.report,
    field: field(
      z.string().min(1).optional(),
      '栏目字段名，如 accepted_at',
      'Field, for example accepted_at'
    ),
    parameter: field(
      z.string().min(1).optional(),
      '参数，如 decision_days',
      'Parameter, for example decision_days'
    )
  }),
  row: edge,
  async rows(reader, { indicator, report, field: column, parameter }) {
    const all = await reader.lineage();
    if (column !== undefined) refuseUnknown(report, column);
    if (parameter !== undefined && !all.some((one) => one.parameters.some(({ key }) => key === parameter)))
      throw unknown('parameter', {
        zh: `没有指标使用参数 ${parameter}`,
        en: `no indicator uses a parameter ${parameter}`
      });
    return all
      .filter((one) => indicator === undefined || one.indicator === indicator)
      .flatMap(edges)
      .filter(
        (one) =>
          (report === undefined || one.report === report) &&
          (column === undefined || one.field === column) &&
          (parameter === undefined || one.parameter === parameter)
      );
  }
});

function edges({ indicator, indicator_words, columns, parameters }: IndicatorLineage): Edge[] {
  const about = { indicator, indicator_words };
  const noColumn = { report: null, field: null, field_words: null };
  return [
    ...columns.map(({ report, field, field_words }) => ({
      ...about,
      report,
      field,
      field_words,
      parameter: null,
      parameter_words: null
    })),
    ...parameters.map(({ key, words: parameter_words }) => ({
      ...about,
      ...noColumn,
      parameter: key,
      parameter_words
    }))
  ];
}

/** A column that a report does not have, or no report, is a typing error: nothing found would be no answer. */
function refuseUnknown(report: string | undefined, column: string): void {
  const among = reports.filter(({ id }) => report === undefined || id === report);
  if (among.some((one) => allColumns(one).some((each) => each.field === column))) return;
  throw unknown('field', {
    zh: `${report ?? '各报表'}没有栏目 ${column}`,
    en: report === undefined ? `no report has a column ${column}` : `${report} has no column ${column}`
  });
}

const unknown = (parameter: string, detail: Words) => invalid({ parameter, detail });
