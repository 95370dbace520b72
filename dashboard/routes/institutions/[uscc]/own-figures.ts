/** An institution's figures: of each indicator the newest period that says something, and its course until now. */
import type { Figure, IndicatorStatus, NamedValueWords } from '#warehouse/answers.ts';
import type { Reader } from '#warehouse/reader.ts';
import { trendPoint } from '#dashboard/charts/trend.ts';

/** Those of which anything is known, in the order of the measures. */
export async function ownFigures(reader: Reader, uscc: string) {
  const known = (await reader.statuses('institution', uscc)).filter(({ trend }) => trend.length > 0);
  return known.map(({ indicator: { id, words, direction, values }, now, trend }) => ({
    id,
    words,
    direction,
    period: now[0]?.period ?? null,
    values: values.map((value) => of(value, now, trend))
  }));
}

function of(value: NamedValueWords, now: readonly Figure[], trend: IndicatorStatus['trend']) {
  const found = now.find(({ name }) => name === value.name);
  return {
    ...value,
    now: found
      ? {
          value: found.value,
          numerator: found.numerator,
          denominator: found.denominator,
          missing: found.missing,
          status: found.status,
          provisional: found.provisional
        }
      : null,
    trend: trend.filter(({ name }) => name === value.name).map(trendPoint)
  };
}
