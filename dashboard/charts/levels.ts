/** Where green begins, as a line in the chart: only where one number says it for one value. */
import type { IndicatorWords } from '#warehouse/answers.ts';
import type { Said } from '../said.ts';
import type { Level } from './trend.ts';

export function levelsOf(
  indicator: Said<Pick<IndicatorWords, 'thresholds' | 'values'>>,
  label: (value: string) => string
): Level[] {
  if (indicator.values.length !== 1 || indicator.values[0]?.unit === 'count') return [];
  const newest = indicator.thresholds.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  const numbers = newest?.green.match(/\d+(?:\.\d+)?/g) ?? [];
  return numbers.length === 1 ? [{ value: Number(numbers[0]), label: label(numbers[0] ?? '') }] : [];
}
