/** The parts of the overview's answer that its page shows: a third of the bytes. */
import type { Figure, IndicatorStatus, Overview } from '#warehouse/answers.ts';
import { trendPoint } from '../charts/trend.ts';

export const shown = ({ measures, counts, data_day }: Overview) => ({
  counts,
  data_day,
  measures: measures.map(({ measure, words, indicators }) => ({
    measure,
    words,
    indicators: indicators.map(shownIndicator)
  }))
});

type ShownMeasures = ReturnType<typeof shown>['measures'];
type ShownIndicator = ShownMeasures[number]['indicators'][number];

/** What the joint meeting looks at first: how long reviews take, and whether things are done on time. */
export const charted = { turnaround: ['IND-07-03'], rates: ['IND-07-02', 'IND-G2-01', 'IND-G2-04'] };

/** Off target, or to be watched. */
export const needsLook = (now: { status: Figure['status'] } | null): boolean =>
  now?.status === 'red' || now?.status === 'amber';

/** Courses are sent along only where they are drawn: in the charts and beside what needs a look. */
export function withoutOtherTrends(measures: ShownMeasures): ShownMeasures {
  const drawn = Object.values(charted).flat();
  const lean = (indicator: ShownIndicator): ShownIndicator =>
    drawn.includes(indicator.id)
      ? indicator
      : {
          ...indicator,
          values: indicator.values.map((value) => (needsLook(value.now) ? value : { ...value, trend: [] }))
        };
  return measures.map((measure) => ({ ...measure, indicators: measure.indicators.map(lean) }));
}

/** The indicators of a measure with a strength, and with a value in a state; measures without any are left out. */
export function narrowed(
  measures: ShownMeasures,
  by: { measure?: string | undefined; strength?: string | undefined; state?: Figure['status'] | undefined }
): ShownMeasures {
  const wanted = ({ strength, values }: ShownIndicator) =>
    (by.strength === undefined || strength === by.strength) &&
    (by.state === undefined || values.some(({ now }) => (now?.status ?? 'none') === by.state));
  return measures
    .filter(({ measure }) => by.measure === undefined || measure === by.measure)
    .map((measure) => ({ ...measure, indicators: measure.indicators.filter(wanted) }))
    .filter(({ indicators }) => indicators.length > 0);
}

const shownIndicator = ({ indicator, now, before, compared_with, trend, open_alerts }: IndicatorStatus) => ({
  id: indicator.id,
  with_year_before: compared_with === 'year_before',
  words: indicator.words,
  strength: indicator.strength,
  direction: indicator.direction,
  open_alerts,
  /** The figures of the newest period, the total first where the indicator is split. */
  values: indicator.values.map((value) => ({
    ...value,
    now: whole(now, value.name),
    before: whole(before, value.name)?.value ?? null,
    trend: trend.filter((figure) => figure.name === value.name && figure.dimension === '').map(trendPoint)
  }))
});

function whole(figures: Figure[], name: string) {
  const found = figures.find((figure) => figure.name === name && figure.dimension === '');
  if (!found) return null;
  const { period, provisional, numerator, denominator, value, missing, status, small } = found;
  return { period, provisional, numerator, denominator, value, missing, status, small };
}
