/** An institution's figures: of each indicator the newest period that says something, and its course until now. */
import type { Figure, NamedValueWords } from '#warehouse/answers.ts';
import type { Reader } from '#warehouse/reader.ts';
import { trendPoint } from '#dashboard/charts/trend.ts';

const PERIODS = 13;

export const ownFigures = (reader: Reader, uscc: string) =>
  Promise.all(
    reader
      .indicators()
      .filter(({ by }) => by.includes('institution'))
      .map(async ({ id, words, direction, values }) => {
        const figures = await reader.figures(id, { by: 'institution', group: uscc, periods: PERIODS });
        const newest = figures.findLast(({ value }) => value !== null)?.period ?? null;
        return {
          id,
          words,
          direction,
          period: newest,
          values: values.map((value) => of(value, figures, newest))
        };
      })
  );

function of(value: NamedValueWords, figures: Figure[], period: string | null) {
  const own = figures.filter(({ name, dimension }) => name === value.name && dimension === '');
  const found = own.find((figure) => figure.period === period);
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
    trend: own.map(trendPoint)
  };
}
