/** The sheets of the indicators' dictionary. */
import { basisWords } from '#dashboard/basis-words.ts';
import type { Language } from '#dashboard/language.ts';
import type { Messages } from '#dashboard/messages/messages.ts';
import type { Said } from '#dashboard/said.ts';
import type { Table } from '#ingest/table-workbook.ts';
import type { Entry } from '../indicators/entries.ts';

type Told = Said<Entry>;

export function dictionaryTables(entries: readonly Told[], words: Messages, language: Language): Table[] {
  const own = words.lineage;
  return [
    {
      name: own.sheet.indicators,
      ...indicators(entries, words, language),
      frozen: 3,
      pages: 2
    },
    { name: own.sheet.thresholds, ...thresholds(entries, words, language), frozen: 2, pages: 1 },
    { name: own.sheet.parameters, ...parameters(entries, words, language), frozen: 1, pages: 1 },
    { name: own.sheet.lineage, ...lineage(entries, words), frozen: 2, pages: 1 }
  ];
}

type Content = Pick<Table, 'columns' | 'rows'>;
/** A column: its head, its width in characters, and what stands in it. */
type Of<Row> = readonly [head: string, width: number, cell: (row: Row) => string | number | null];

const table = <Row>(rows: readonly Row[], columns: readonly Of<Row>[]): Content => ({
  columns: columns.map(([head, width]) => ({ head, width })),
  rows: rows.map((row) => columns.map(([, , cell]) => cell(row) ?? ''))
});

function indicators(entries: readonly Told[], words: Messages, language: Language): Content {
  const own = words.lineage;
  const list = (texts: string[]) => texts.join(language === 'zh' ? '、' : ', ');
  const column = (one: Told, field: string) =>
    one.columns.find((each) => each.field === field)?.field_words ??
    words.facts[field as keyof Messages['facts']] ??
    field;
  const rolledUp = (one: Told): string => {
    if (one.longer.length === 0) return '';
    if (one.over_time !== 'sum') return own.over_time[one.over_time];
    const days = one.values[0]?.unit === 'days' ? 'days' : 'count';
    return own.over_time.sum[one.definition.denominator ? 'rate' : days];
  };
  return table(entries, [
    [own.measure, 18, (one) => `${words.overview.measure(one.measure)} ${one.measure_words}`],
    [own.id, 13, (one) => one.id],
    [own.name, 26, (one) => one.words],
    [words.indicator.strength, 10, (one) => words.strength[one.strength]],
    [own.direction, 10, (one) => words.indicator.direction[one.direction]],
    [
      own.values,
      20,
      (one) =>
        one.values
          .map(
            ({ words: value, unit, dimension }) =>
              `${value}（${own.units[unit]}${dimension === null ? '' : `；${own.split_by(column(one, dimension))}`}）`
          )
          .join('\n')
    ],
    [
      own.period,
      14,
      (one) => list([one.period_kind, ...one.longer].map((kind) => words.indicator.period_kind[kind]))
    ],
    [own.rolled_up, 24, rolledUp],
    [`${words.figure.numerator} / ${own.counted}`, 36, (one) => one.definition.numerator],
    [words.figure.denominator, 34, (one) => one.definition.denominator],
    [words.figure.excluded, 28, (one) => one.definition.excluded.join('\n')],
    [words.figure.missing, 28, (one) => one.definition.missing],
    [words.indicator.note, 40, (one) => one.definition.note],
    [own.by, 16, (one) => list(one.by.map((by) => words.by[by]))],
    [words.indicator.basis, 34, (one) => one.legal_basis],
    [
      words.indicator.reports,
      28,
      (one) => one.reports.map((report) => `${report.id} ${report.words}`).join('\n')
    ],
    [own.parameters, 22, (one) => one.parameters.map(({ key }) => key).join('\n')]
  ]);
}

function thresholds(entries: readonly Told[], words: Messages, language: Language): Content {
  const own = words.lineage;
  const limits = entries.flatMap((one) => one.thresholds.map((limit) => ({ one, limit })));
  return table(limits, [
    [own.id, 13, ({ one }) => one.id],
    [own.name, 32, ({ one }) => one.words],
    [
      own.threshold_of,
      16,
      ({ one, limit }) => one.values.find(({ name }) => name === limit.name)?.words ?? limit.name
    ],
    [own.threshold_per, 20, ({ limit }) => limit.per ?? own.itself],
    [words.status.green, 16, ({ limit }) => limit.green],
    [words.status.amber, 18, ({ limit }) => limit.amber],
    [words.status.red, 16, ({ limit }) => limit.red],
    [words.indicator.threshold_from, 12, ({ limit }) => limit.from],
    [words.indicator.threshold_basis, 36, ({ limit }) => basisWords(limit.basis, language)]
  ]);
}

function parameters(entries: readonly Told[], words: Messages, language: Language): Content {
  const own = words.lineage;
  const used = entries.flatMap((one) => one.parameters.map((parameter) => ({ parameter, id: one.id })));
  const rows = [...Map.groupBy(used, ({ parameter }) => parameter.key).values()].flatMap((all) =>
    all[0] ? [{ ...all[0].parameter, ids: all.map(({ id }) => id) }] : []
  );
  return table(rows, [
    [own.parameter, 30, ({ key }) => key],
    [own.name, 44, (one) => one.words],
    [own.value, 12, ({ value }) => value],
    [own.since, 12, ({ from }) => from],
    [own.kind, 16, ({ kind }) => own.kinds[kind]],
    [own.law, 44, ({ basis }) => basisWords(basis, language)],
    [own.used_by, 26, ({ ids }) => ids.join('\n')]
  ]);
}

function lineage(entries: readonly Told[], words: Messages): Content {
  const own = words.lineage;
  const edges = entries.flatMap((one) => one.columns.map((column) => ({ one, column })));
  return table(edges, [
    [own.id, 13, ({ one }) => one.id],
    [own.name, 40, ({ one }) => one.words],
    [own.report, 10, ({ column }) => column.report],
    [words.dictionary.report, 34, ({ column }) => column.report_words],
    [words.dictionary.column, 32, ({ column }) => column.field_words],
    [own.field, 30, ({ column }) => column.field]
  ]);
}
