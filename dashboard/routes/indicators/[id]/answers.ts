/** What the page of an indicator asks the reader: the city now and before, over time, and by every grouping. */
import type { By, Figure, IndicatorWords } from '#warehouse/answers.ts';
import { periodNamed } from '#warehouse/periods.ts';
import type { Reader } from '#warehouse/reader.ts';
import { trendPoint } from '#dashboard/charts/trend.ts';
import { groupsOf } from './groups.ts';

const spreads: readonly By[] = ['department', 'kind', 'district', 'affiliation'];

/** Two years and the running month. */
const PERIODS = 25;

/** What the address asks for. */
interface Asked {
  /** Kind of period; the indicator's own where it has no such. */
  every: string | undefined;
  /** The newest with figures where it is none of the indicator's. */
  period: string | undefined;
}

export async function answers(reader: Reader, indicator: IndicatorWords, asked: Asked) {
  const { id } = indicator;
  const kinds = [indicator.period_kind, ...indicator.longer];
  const named = asked.period === undefined ? undefined : periodNamed(asked.period)?.kind;
  const every = kinds.find((kind) => kind === (asked.every ?? named)) ?? indicator.period_kind;
  const [periods, newest] = await Promise.all([
    reader.periods(id, every),
    reader.figures(id, { by: 'city', every })
  ]);
  const period = periods.find((each) => each === asked.period) ?? newest[0]?.period ?? '';
  const figures = async (by: By, of = period): Promise<Figure[]> =>
    of && indicator.by.includes(by) ? reader.figures(id, { by, period: of }) : [];
  const [now, before, trend, institutions, ...groups] = await Promise.all([
    figures('city'),
    figures('city', periods[periods.indexOf(period) + 1]),
    reader.figures(id, { by: 'city', every, periods: PERIODS }),
    figures('institution'),
    ...spreads.map((by) => figures(by))
  ]);
  return {
    kinds,
    every,
    periods,
    period,
    now,
    before,
    lines: indicator.values.map(({ name }) => whole(trend, name).map(trendPoint)),
    institutions: groupsOf(institutions, indicator),
    spread: groups.map((each, at) => ({
      by: spreads[at] ?? 'department',
      groups: groupsOf(each, indicator)
    }))
  };
}

/** Figures of one name, without the indicator's own splits. */
const whole = (figures: Figure[], name: string): Figure[] =>
  figures.filter((figure) => figure.name === name && figure.dimension === '');
