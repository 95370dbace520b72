import { expect, test } from 'vitest';
import { svg } from '../../../dashboard/charts/echarts.ts';
import { trend, trendTable, type TrendPoint, type TrendSeries } from '../../../dashboard/charts/trend.ts';

const words = { period: 'Period', provisional: 'provisional' };

const point = (period: string, value: number | null, provisional = false): TrendPoint => ({
  period,
  value,
  provisional,
  numerator: value === null ? null : 9,
  denominator: value === null ? 0 : 10,
  missing: 0
});

const rate = (label: string, ...points: TrendPoint[]): TrendSeries => ({ label, unit: 'percent', points });

interface Drawn {
  xAxis: { data: string[] };
  yAxis: { min: number; max?: number };
  legend: { show: boolean };
  series: {
    name: string;
    data: (number | null | { value: number | null })[];
    lineStyle: { type?: number[] };
  }[];
  tooltip: { formatter: (items: { dataIndex: number }[]) => string };
}
const drawn = (series: TrendSeries[]): Drawn => trend(series, words, 'en') as unknown as Drawn;

test('the running period hangs on the settled line by a dashed one', () => {
  const { series } = drawn([
    rate('Rate', point('2026-08', 80), point('2026-09', 90), point('2026-10', 95, true))
  ]);
  expect(series).toHaveLength(2);
  expect(series[0]?.data).toEqual([80, 90, null]);
  expect(series[1]?.data).toEqual([null, { value: 90, symbol: 'none' }, 95]);
  expect(series[0]?.lineStyle.type).toBeUndefined();
  expect(series[1]?.lineStyle.type).toEqual([4, 4]);
});

test('a period without a value is a gap, not a zero', () => {
  const { series } = drawn([
    rate('Rate', point('2026-08', 80), point('2026-09', null), point('2026-10', 85))
  ]);
  expect(series[0]?.data).toEqual([80, null, 85]);
});

test('series of different periods share one axis in order', () => {
  const { xAxis, legend, series } = drawn([
    rate('A', point('2026-09', 90), point('2026-10', 91)),
    rate('B', point('2026-08', 70), point('2026-09', 71))
  ]);
  expect(xAxis.data).toHaveLength(3);
  expect(legend.show).toBe(true);
  expect(series[0]?.data).toEqual([null, 90, 91]);
});

test('the axis of a rate begins below its lowest value and ends at 100', () => {
  expect(drawn([rate('A', point('2026-09', 83), point('2026-10', 97))]).yAxis).toMatchObject({
    min: 80,
    max: 100
  });
  expect(drawn([rate('A', point('2026-09', 80), point('2026-10', 97))]).yAxis.min).toBe(70);
  expect(drawn([rate('A', point('2026-09', 0))]).yAxis.min).toBe(0);
});

test('counts and days begin at zero', () => {
  const { yAxis } = drawn([{ label: 'Days', unit: 'days', points: [point('2026-09', 40)] }]);
  expect(yAxis.min).toBe(0);
  expect(yAxis.max).toBeUndefined();
});

test('the table says the same as the lines, with parts and what is provisional', () => {
  const table = trendTable([rate('Rate', point('2026-09', 90), point('2026-10', null, true))], words, 'en');
  expect(table.head).toEqual(['Period', 'Rate']);
  expect(table.rows).toEqual([
    ['Sept 2026', '90.0% (9/10)'],
    ['Oct 2026 (provisional)', '— (—/0)']
  ]);
});

test('what institutions wrote is drawn and tipped as text, never as markup', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const series = [rate(evil, point('2026-09', 90)), rate('B', point('2026-09', 80))];
  const picture = svg(trend(series, words, 'en'), 560, 230);
  expect(picture).toContain('<svg');
  expect(picture).not.toContain('<img');
  expect(drawn(series).tooltip.formatter([{ dataIndex: 0 }])).not.toContain('<img');
});

test('a drawing carries no style element and every value as a point', () => {
  const picture = svg(trend([rate('A', point('2026-08', 80), point('2026-09', 90))], words, 'zh'), 560, 230);
  expect(picture).not.toContain('<style');
  expect(picture).toContain('8月');
  expect(picture).toContain('viewBox');
});

test('one option draws a wide picture and then a narrow one, whose legend has room for two lines', () => {
  const option = trend(
    ['A', 'B', 'C'].map((label) => rate(label, point('2026-08', 80))),
    words,
    'en'
  );
  /** Height of the uppermost grid line. */
  const top = (picture: string): number =>
    Math.min(
      ...[...picture.matchAll(/d="M[\d.]+ ([\d.]+)L[\d.]+ \1" fill="none"/g)].map(([, y]) => Number(y))
    );
  const [wide, narrow, again] = [svg(option, 560, 230), svg(option, 340, 230), svg(option, 560, 230)];
  expect(top(again)).toBe(top(wide));
  expect(top(narrow)).toBe(top(wide) + 22);
});
