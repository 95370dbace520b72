/**
 * One of the two compilers (the other: ingest/typed.ts with ingest/validate.ts): a catalogue entry becomes the SQL of
 * its values, of its histogram and of its membership list, all from the same predicates.
 */
import type { Indicator, Mart, NamedValue, RowValue, Timing } from './catalogue/declare.ts';
import { indicatorMarts } from './catalogue/marts.ts';
import { periodStartSql, type PeriodKind } from './periods.ts';

/** Where the rows come from: a build reads its own copies (`slice_…`), people are shown the marts themselves. */
export interface Source {
  relation(mart: Mart): string;
  /** Periods of a kind, or more. */
  periods(kind: PeriodKind): string;
  /** Whether the mart has any rows that could count. */
  has(mart: Mart): boolean;
  /** Which cells: a build computes every period of the dirty institutions and the running periods of the others. */
  cells: string;
}
export const sliceTable = (name: string) => `slice_${name}`;
export const periodTable = (kind: PeriodKind) => `slice_period_${kind}`;
/** What a build reads, of the marts of which it has rows. */
export const buildSource = (has: (mart: Mart) => boolean): Source => ({
  relation: sliceTable,
  periods: periodTable,
  has,
  cells: '(m.is_dirty or t.is_running)'
});
const build = buildSource(() => true);
const shown: Source = {
  relation: (mart) => `marts.${mart}($p)`,
  periods: () => 'meta.period_at($day)',
  has: () => true,
  cells: 'true'
};

/** Rows of one mart, and what each of them adds to a value. */
interface Piece {
  mart: Mart;
  timing: Timing;
  among: string;
  /** Which of these count into the numerator. */
  counts: string;
  numerator: string;
  denominator: string | null;
  facts: readonly string[];
}

export const isOfRows = (value: NamedValue): value is RowValue =>
  value.shape.kind !== 'quotient' && value.shape.kind !== 'union';

/** What a value is summed from. */
export function piecesOf(indicator: Indicator, value: NamedValue): Piece[] {
  if (isOfRows(value)) return [ownPiece(indicator, value)];
  const { shape } = value;
  if (shape.kind === 'union')
    return shape.of.map(({ weight = '1', ...part }) => ({
      ...part,
      counts: 'true',
      numerator: weight,
      denominator: null
    }));
  return [
    ...shape.numerator.map(({ weight = '1', ...part }) => ({
      ...part,
      counts: 'true',
      numerator: weight,
      denominator: '0'
    })),
    ...shape.denominator.map(({ weight = '1', ...part }) => ({
      ...part,
      counts: 'false',
      numerator: '0',
      denominator: weight
    }))
  ];
}

function ownPiece(indicator: Indicator, { shape, timing, mart = indicator.mart }: RowValue): Piece {
  const piece = { mart, timing, facts: indicator.facts, counts: 'true', numerator: '1', denominator: '1' };
  if (shape.kind === 'days') return { ...piece, among: shape.among };
  if (shape.kind === 'count') {
    const count = { ...piece, numerator: shape.weight ?? '1', denominator: null };
    return shape.among === undefined
      ? { ...count, among: shape.counts }
      : { ...count, among: shape.among, counts: shape.counts };
  }
  return {
    ...piece,
    among: shape.among,
    counts: shape.counts,
    numerator: shape.numerator_weight ?? '1',
    denominator: shape.denominator_weight ?? '1'
  };
}

/** All that decides what a row of a piece adds, as expressions over its mart `m` and the period `t`. */
export const expressionsOf = (indicator: Indicator, value: NamedValue, piece: Piece): string[] => [
  piece.among,
  piece.counts,
  piece.numerator,
  piece.denominator ?? 'null',
  'stock' in piece.timing ? 'null' : piece.timing.flow,
  value.shape.kind === 'days' ? value.shape.days : 'null',
  missingRows(indicator),
  excludedRows(indicator, value, piece) || 'false',
  deptOf(indicator),
  dimensionOf(value)
];

/** The marts that an entry's values are computed from. */
export const martsOf = (indicator: Indicator): Mart[] => [
  ...new Set(indicator.values.flatMap((value) => piecesOf(indicator, value).map(({ mart }) => mart)))
];

/** A value that no sum can exceed: its numerator is part of its denominator, and weighs no more. */
export const isBounded = (indicator: Indicator, value: NamedValue): boolean =>
  value.shape.kind === 'ratio' && (value.unit ?? indicator.unit) === 'percent';

const onPeriod = ({ period }: Indicator, timing: Timing): string => {
  const kind = `t.period_kind = '${period}'`;
  if ('stock' in timing) return timing.only === undefined ? kind : `${kind} and (${timing.only})`;
  // By the period's first day, so that the join is an equality.
  return `${kind} and t.period_start = ${periodStartSql(period, timing.flow)} and ${timing.flow} <= t.${timing.until ?? 'at_date'}`;
};

/** The missing rows of the mart itself, as a predicate. */
const missingRows = ({ missing }: Indicator) => (missing.kind === 'rows' ? missing.where : 'false');

/** Rows that are left out on purpose; only values over an entry's own mart have such. */
const excludedRows = (indicator: Indicator, value: NamedValue, { mart }: Piece): string =>
  isOfRows(value) && mart === indicator.mart
    ? (indicator.excluded ?? []).map(({ where }) => `coalesce((${where}), false)`).join(' or ')
    : '';

const deptOf = ({ dept }: Indicator) => (dept === undefined ? `''` : `coalesce(m.${dept}, '')`);
const dimensionOf = (value: NamedValue): string => {
  if (value.shape.kind === 'days') return `m.${value.shape.dimension}`;
  return value.dimension === undefined ? `''` : `coalesce(m.${value.dimension}, '')`;
};

/** `select` of an indicator's values: rows of one institution, committee, department, dimension and period add up. */
export function valuesSql(indicator: Indicator, source: Source = build): string {
  return indicator.values
    .filter(({ shape }) => shape.kind !== 'days')
    .flatMap((value) =>
      piecesOf(indicator, value)
        .filter(({ mart }) => source.has(mart))
        .map((piece) => pieceSql(indicator, value, piece, source))
    )
    .concat(unitsSql(indicator, source), recordsSql(indicator, source))
    .join('\nunion all\n');
}

function pieceSql(indicator: Indicator, value: NamedValue, piece: Piece, source: Source): string {
  const { mart, timing, counts, numerator, denominator } = piece;
  const counted = counts === 'true' || counts === 'false' ? counts : `coalesce((${counts}), false)`;
  const left_out = excludedRows(indicator, value, piece);
  // Where nothing is left out, the predicate alone chooses the rows.
  const belongs = left_out === '' ? 'true' : `coalesce((${piece.among}), false)`;
  const and = (...all: string[]) => all.filter((one) => one !== 'true').join(' and ') || 'true';
  const sumIf = (where: string, weight: string) =>
    where === 'true' ? `sum(${weight})` : `sum(case when ${where} then ${weight} else 0 end)`;
  const missing = missingRows(indicator);
  return `select '${indicator.id}' as indicator, '${value.name}' as name,
  coalesce(m.institution_uscc, '') as institution_uscc, m.committee_id, ${deptOf(indicator)} as dept,
  ${dimensionOf(value)} as dimension, t.period_kind, t.period,
  ${counted === 'false' ? '0' : sumIf(and(belongs, counted), numerator)} as numerator,
  ${denominator === null ? 'null' : denominator === '0' ? '0' : sumIf(belongs, denominator)} as denominator,
  ${missing === 'false' ? '0' : sumIf(and(belongs, `not ${counted}`, `coalesce((${missing}), false)`), denominator ?? '1')} as missing,
  ${left_out === '' ? '0' : sumIf(`not ${belongs}`, '1')} as excluded
from ${source.relation(mart)} m
join ${source.periods(indicator.period)} t on ${onPeriod(indicator, timing)}
where ${source.cells} and (${left_out === '' ? piece.among : `(${piece.among}) or ${left_out}`})
group by all`;
}

/** Institutions that owe the report and have not handed it in: their weight is missing from the denominator. */
function unitsSql(indicator: Indicator, source: Source): string[] {
  const { missing } = indicator;
  if (missing.kind !== 'units' || !source.has('report_due')) return [];
  return indicator.values.map(
    ({
      name
    }) => `select '${indicator.id}', '${name}', m.institution_uscc, '', '', '', t.period_kind, t.period,
  0, 0, sum(coalesce(m.${missing.weight}, 0)), 0
from ${source.relation('report_due')} m
join ${source.periods(indicator.period)} t on t.period_kind = '${indicator.period}' and t.period = m.report_period
where ${source.cells} and m.report = '${missing.report}' and m.received_date is null
  and t.due_until = t.period_end and m.institution_uscc is not null
group by all`
  );
}

/** Rejected rows, still owed, of the reports that the indicator needs, by the period they speak of. */
function recordsSql(indicator: Indicator, source: Source): string[] {
  const { missing } = indicator;
  if (missing.kind !== 'records' || !source.has('rejection')) return [];
  const reports = missing.reports.map((report) => `'${report}'`).join(', ');
  const days = indicator.values.some(({ shape }) => shape.kind === 'days');
  // A histogram's missing rows are those of all its quantiles.
  const values = days ? indicator.values.slice(0, 1) : indicator.values;
  return values.map((value) => {
    const whole = piecesOf(indicator, value).every(({ denominator }) => denominator === null) ? 'null' : '0';
    return `select '${indicator.id}', '${days ? '' : value.name}', coalesce(m.institution_uscc, ''), '', coalesce(m.dept, ''), '',
  t.period_kind, t.period, 0, ${whole}, sum(m.rejected_rows), 0
from ${source.relation('rejection')} m
join ${source.periods(indicator.period)} t on t.period_kind = '${indicator.period}' and m.report_period_end between t.period_start and t.period_end
where ${source.cells} and m.report in (${reports})
group by all`;
  });
}

/** `select` of the histogram behind an indicator's quantiles: n records took that many days. */
export function histogramSql(indicator: Indicator, source: Source = build): string | undefined {
  const value = indicator.values.filter(isOfRows).find(({ shape }) => shape.kind === 'days');
  if (!value || value.shape.kind !== 'days' || !source.has(value.mart ?? indicator.mart)) return undefined;
  const { among, days, dimension } = value.shape;
  return `select '${indicator.id}' as indicator, m.institution_uscc, m.committee_id, m.${dimension} as dimension,
  t.period_kind, t.period, cast(${days} as integer) as days, cast(count(*) as integer) as n
from ${source.relation(value.mart ?? indicator.mart)} m
join ${source.periods(indicator.period)} t on ${onPeriod(indicator, value.timing)}
where ${source.cells} and (${among})
group by all`;
}

/**
 * `select` of the records behind one figure: `part` is numerator, denominator_only, missing or excluded, and `reason`
 * the number of the entry's exclusion. `$period` (of the entry's own kind) and the scope are bound; the caller narrows
 * and pages it.
 */
export function membersSql(indicator: Indicator, value: NamedValue): string {
  const own = piecesOf(indicator, value).map((piece) => memberSql(indicator, value, piece));
  return [...own, ...silentSql(indicator)].join('\nunion all\n');
}

function memberSql(indicator: Indicator, value: NamedValue, piece: Piece): string {
  const { mart, among, counts, numerator, denominator } = piece;
  const { report } = indicatorMarts[mart];
  const excluded = excludedRows(indicator, value, piece) === '' ? [] : (indicator.excluded ?? []);
  const reason = excluded.map(({ where }, n) => `when coalesce((${where}), false) then ${n}`).join(' ');
  const belongs = `coalesce((${among}), false)`;
  const counted = `coalesce((${counts}), false)`;
  const rows = `select m.record_key, m.institution_uscc, m.committee_id, ${deptOf(indicator)} as dept, ${dimensionOf(value)} as dimension,
  t.period, ${belongs} as belongs, ${counted} as counted, coalesce((${missingRows(indicator)}), false) as is_missing,
  ${reason === '' ? 'cast(null as integer)' : `case ${reason} end`} as reason,
  cast(${numerator} as double) as numerator, cast(${denominator ?? unknownOne(indicator, counts)} as double) as denominator,
  ${factsSql(piece.facts)} as facts, ${reportOf(report)} as report, ${sourceOf(mart)}
from visible.${mart}($p, $scope_kind, $scope_code) m
join meta.period_at($day) t on list_contains($periods, t.period) and ${onPeriod(indicator, piece.timing)}`;
  return `select record_key, institution_uscc, committee_id, dept, dimension, period,
  case when not belongs then 'excluded' when counted then 'numerator' when is_missing then 'missing' else 'denominator_only' end as part,
  case when not belongs then reason end as reason,
  case when belongs and counted then numerator else 0 end as weight_numerator,
  case when belongs then denominator else 0 end as weight_denominator,
  facts, report, submission_id, sheet_no, row_no
from (${rows}) r
where belongs or reason is not null`;
}

/** A number of things has no denominator; what may or may not be one of them weighs as one that is missing. */
const unknownOne = (indicator: Indicator, counts: string): string =>
  counts === 'true' || missingRows(indicator) === 'false'
    ? '0'
    : `case when not coalesce((${counts}), false) and coalesce((${missingRows(indicator)}), false) then 1 else 0 end`;

/** A row for which nothing was handed in is no record. */
const reportOf = (report: string | null): string =>
  report === null ? 'cast(null as varchar)' : `case when m.submission_id is not null then '${report}' end`;

/** Institutions that owe the report and have not handed it in. */
function silentSql({ missing, period }: Indicator): string[] {
  if (missing.kind !== 'units') return [];
  return [
    `select m.record_key, m.institution_uscc, '', '', '', t.period, 'missing', null, 0.0, cast(coalesce(m.${missing.weight}, 0) as double),
  ${factsSql(['report', 'report_period', 'due_date', missing.weight])}, null, null, null, null
from visible.report_due($p, $scope_kind, $scope_code) m
join meta.period_at($day) t on t.period_kind = '${period}' and t.period = m.report_period
where m.report = '${missing.report}' and list_contains($periods, m.report_period) and m.received_date is null
  and t.due_until = t.period_end and m.institution_uscc is not null`
  ];
}

/** What is shown beside a record, as JSON in the order of the entry. */
const factsSql = (facts: readonly string[]): string =>
  `cast(json_object(${facts.map((field) => `'${field}', cast(m.${field} as varchar)`).join(', ')}) as varchar)`;

const sourceOf = (mart: Mart): string => {
  if (mart === 'report_due') return 'm.submission_id, null as sheet_no, null as row_no';
  return 'm.submission_id, m.sheet_no, m.row_no';
};

/** The SQL that people are shown: every institution and period as known at publication `$p`, valued at `$day`. */
export const shownSql = (indicator: Indicator): string =>
  [valuesSql(indicator, shown), histogramSql(indicator, shown)]
    .filter((sql) => sql !== undefined && sql !== '')
    .join('\n\n')
    .replaceAll('where true and ', 'where ');
