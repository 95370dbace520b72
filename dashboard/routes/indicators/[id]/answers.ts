/** What the page of an indicator asks the reader: the city now and before, over time, and by every grouping. */
import type { By, Figure, IndicatorWords } from '#warehouse/answers.ts';
import type { Reader } from '#warehouse/reader.ts';
import { trendPoint } from '#dashboard/charts/trend.ts';
import { groupsOf } from './groups.ts';

const spreads: readonly By[] = ['department', 'kind', 'district', 'affiliation'];

/** Two years and the running month. */
const PERIODS = 25;

/** `asked`: the period in the address; the newest with figures where it is none of the indicator's. */
export async function answers(reader: Reader, indicator: IndicatorWords, asked: string | undefined) {
  const { id } = indicator;
  const [periods, newest] = await Promise.all([reader.periods(id), reader.figures(id, { by: 'city' })]);
  const period = periods.find((each) => each === asked) ?? newest[0]?.period ?? '';
  const figures = async (by: By, of = period): Promise<Figure[]> =>
    of && indicator.by.includes(by) ? reader.figures(id, { by, period: of }) : [];
  const [now, before, trend, institutions, ...groups] = await Promise.all([
    figures('city'),
    figures('city', periods[periods.indexOf(period) + 1]),
    reader.figures(id, { by: 'city', periods: PERIODS }),
    figures('institution'),
    ...spreads.map((by) => figures(by))
  ]);
  return {
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
