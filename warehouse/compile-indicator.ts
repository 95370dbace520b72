/**
 * One of the two compilers (the other: ingest/typed.ts with ingest/validate.ts): a catalogue entry becomes the SQL of
 * its values, of its histogram and of its membership list, all from the same predicates.
 */
import type { Indicator, NamedValue, Timing } from './catalogue/declare.ts';

/** Where the rows come from: a build reads its own copies (`slice_…`), people are shown the marts themselves. */
export interface Source {
  relation(name: string): string;
  /** Which cells: a build computes every period of the dirty institutions and the running periods of the others. */
  cells: string;
}
export const sliceTable = (name: string) => `slice_${name}`;
const build: Source = { relation: sliceTable, cells: '(m.is_dirty or t.is_running)' };
const shown: Source = {
  relation: (name) => (name === 'period' ? 'meta.period_at($day)' : `marts.${name}($p)`),
  cells: 'true'
};

const onPeriod = (indicator: Indicator, timing: Timing): string => {
  const kind = `t.period_kind = '${indicator.period}'`;
  if ('stock' in timing) return kind;
  return `${kind} and t.period = ${periodOf(indicator, timing.flow)} and ${timing.flow} <= t.${timing.until ?? 'at_date'}`;
};

/** The period's name from a date column, so that the join is an equality. */
function periodOf({ period }: Indicator, date: string): string {
  if (period === 'month') return `strftime(${date}, '%Y-%m')`;
  if (period === 'quarter') return `(year(${date}) || '-Q' || quarter(${date}))`;
  return `cast(year(${date}) as varchar)`;
}

interface Parts {
  among: string;
  counts: string;
  numerator: string;
  denominator: string | null;
}

function partsOf(value: NamedValue): Parts {
  const { shape } = value;
  if (shape.kind === 'count')
    return { among: shape.counts, counts: 'true', numerator: shape.weight ?? '1', denominator: null };
  if (shape.kind === 'days') return { among: shape.among, counts: 'true', numerator: '1', denominator: '1' };
  return {
    among: shape.among,
    counts: shape.counts,
    numerator: shape.numerator_weight ?? '1',
    denominator: shape.denominator_weight ?? '1'
  };
}

/** The missing rows of the mart itself, as a predicate. */
const missingRows = ({ missing }: Indicator) => (missing.kind === 'rows' ? missing.where : 'false');

/** `select` of an indicator's values: one row per institution, committee and period. */
export function valuesSql(indicator: Indicator, source: Source = build): string {
  return indicator.values
    .filter(({ shape }) => shape.kind !== 'days')
    .map((value) => {
      const { among, counts, numerator, denominator } = partsOf(value);
      const counted = `coalesce((${counts}), false)`;
      return `select '${indicator.id}' as indicator, '${value.name}' as name, m.institution_uscc, m.committee_id,
  '' as dimension, t.period_kind, t.period,
  sum(case when ${counted} then ${numerator} else 0 end) as numerator,
  ${denominator === null ? 'null' : `sum(${denominator})`} as denominator,
  sum(case when not ${counted} and coalesce((${missingRows(indicator)}), false) then ${denominator ?? '1'} else 0 end) as missing
from ${source.relation(indicator.mart)} m
join ${source.relation('period')} t on ${onPeriod(indicator, value.timing)}
where ${source.cells} and (${among})
group by all`;
    })
    .concat(unitsSql(indicator, source), recordsSql(indicator, source))
    .join('\nunion all\n');
}

/** Institutions that owe the report and have not handed it in: their weight is missing from the denominator. */
function unitsSql(indicator: Indicator, source: Source): string[] {
  const { missing } = indicator;
  if (missing.kind !== 'units') return [];
  return indicator.values.map(
    ({ name }) => `select '${indicator.id}', '${name}', m.institution_uscc, '', '', t.period_kind, t.period,
  0, 0, sum(coalesce(m.${missing.weight}, 0))
from ${source.relation('report_due')} m
join ${source.relation('period')} t on t.period_kind = '${indicator.period}' and t.period = m.report_period
where ${source.cells} and m.report = '${missing.report}' and m.received_date is null
  and t.due_until = t.period_end
group by all`
  );
}

/** Rejected rows of the reports that the indicator needs, by the period they speak of. */
function recordsSql(indicator: Indicator, source: Source): string[] {
  const { missing } = indicator;
  if (missing.kind !== 'records') return [];
  const reports = missing.reports.map((report) => `'${report}'`).join(', ');
  const days = indicator.values.some(({ shape }) => shape.kind === 'days');
  return indicator.values
    .map(
      ({
        name
      }) => `select '${indicator.id}', '${days ? '' : name}', m.institution_uscc, '', '', t.period_kind, t.period,
  0, ${partsOf(indicator.values[0] as NamedValue).denominator === null ? 'null' : '0'}, sum(m.rejected_rows)
from ${source.relation('coverage')} m
join ${source.relation('period')} t on t.period_kind = '${indicator.period}' and m.report_period_end between t.period_start and t.period_end
where ${source.cells} and m.report in (${reports}) and m.rejected_rows > 0
group by all`
    )
    .slice(0, days ? 1 : undefined);
}

/** `select` of the histogram behind an indicator's quantiles: n records took that many days. */
export function histogramSql(indicator: Indicator, source: Source = build): string | undefined {
  const value = indicator.values.find(({ shape }) => shape.kind === 'days');
  if (!value || value.shape.kind !== 'days') return undefined;
  const { among, days, dimension } = value.shape;
  return `select '${indicator.id}' as indicator, m.institution_uscc, m.committee_id, m.${dimension} as dimension,
  t.period_kind, t.period, cast(${days} as integer) as days, cast(count(*) as integer) as n
from ${source.relation(indicator.mart)} m
join ${source.relation('period')} t on ${onPeriod(indicator, value.timing)}
where ${source.cells} and (${among})
group by all`;
}

/**
 * `select` of the records behind one figure: `part` is numerator, denominator_only or missing. `$period` and the
 * scope are bound; the caller narrows and pages it.
 */
export function membersSql(indicator: Indicator, value: NamedValue): string {
  const { among, counts, numerator, denominator } = partsOf(value);
  const counted = `coalesce((${counts}), false)`;
  const facts = indicator.facts.map((field) => `'${field}': cast(m.${field} as varchar)`).join(', ');
  const own = `select m.record_key, m.institution_uscc, m.committee_id, ${dimensionOf(value)} as dimension,
  case when ${counted} then 'numerator' when coalesce((${missingRows(indicator)}), false) then 'missing' else 'denominator_only' end as part,
  cast(case when ${counted} then ${numerator} else 0 end as double) as weight_numerator,
  cast(${denominator ?? '0'} as double) as weight_denominator,
  {${facts}} as facts, ${sourceOf(indicator)}
from visible.${indicator.mart}($p, $scope_kind, $scope_code) m
join meta.period_at($day) t on t.period = $period and ${onPeriod(indicator, value.timing)}
where (${among})`;
  const { missing } = indicator;
  if (missing.kind !== 'units') return own;
  const blanks = indicator.facts.map(
    (field) => `'${field}': ${field === 'period' ? 'm.report_period' : 'null'}`
  );
  return `${own}
union all
select m.record_key, m.institution_uscc, '', '', 'missing', 0.0, cast(coalesce(m.${missing.weight}, 0) as double),
  {${blanks.join(', ')}}, null, null, null
from visible.report_due($p, $scope_kind, $scope_code) m
join meta.period_at($day) t on t.period_kind = '${indicator.period}' and t.period = $period
where m.report = '${missing.report}' and m.report_period = $period and m.received_date is null
  and t.due_until = t.period_end`;
}

const dimensionOf = ({ shape }: NamedValue) => (shape.kind === 'days' ? `m.${shape.dimension}` : `''`);

const sourceOf = ({ mart }: Indicator) =>
  mart === 'report_due'
    ? 'm.submission_id, null as sheet_no, null as row_no'
    : 'm.submission_id, m.sheet_no, m.row_no';

/** The SQL that people are shown: every institution and period as known at publication `$p`, valued at `$day`. */
export const shownSql = (indicator: Indicator): string =>
  [valuesSql(indicator, shown), histogramSql(indicator, shown)]
    .filter((sql) => sql !== undefined && sql !== '')
    .join('\n\n')
    .replaceAll('where true and ', 'where ');
