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

const shownIndicator = ({ indicator, now, before, compared_with, trend, open_alerts }: IndicatorStatus) => ({
  id: indicator.id,
  with_year_before: compared_with === 'year_before',
  words: indicator.words,
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
