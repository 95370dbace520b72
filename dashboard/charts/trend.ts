/** Figures over periods as lines. The running period is provisional: its line is dashed and its point hollow. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Figure } from '#warehouse/answers.ts';
import { periodName, shortPeriod } from '../days.ts';
import type { Language } from '../language.ts';
import { fraction, measured, type Unit } from '../numbers.ts';
import type { ChartTable } from './chart-table.ts';
import { axisText, grid, ink, inks, symbols } from './look.ts';

export type TrendPoint = Pick<
  Figure,
  'period' | 'value' | 'provisional' | 'numerator' | 'denominator' | 'missing'
>;

/** What of a figure a chart needs. */
export const trendPoint = ({
  period,
  value,
  provisional,
  numerator,
  denominator,
  missing
}: Figure): TrendPoint => ({
  period,
  value: value === null ? null : Math.round(value * 100) / 100,
  provisional,
  numerator,
  denominator,
  missing
});

export interface TrendSeries {
  label: string;
  unit: Unit;
  /** Oldest first. */
  points: TrendPoint[];
}

export interface TrendWords {
  period: string;
  provisional: string;
}

/** A level to hold the lines against, for example the limit of green. */
export interface Level {
  value: number;
  label: string;
}

/** All series share one axis and must share one unit. */
export function trend(
  series: TrendSeries[],
  words: TrendWords,
  language: Language,
  levels: Level[] = []
): EChartsCoreOption {
  const unit = series[0]?.unit ?? 'count';
  const periods = periodsOf(series);
  const legend = series.length > 1;
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit', color: ink },
    grid: grid(legend ? 1 : 0),
    legend: {
      show: legend,
      top: 0,
      left: 0,
      itemWidth: 18,
      itemGap: 16,
      textStyle: axisText,
      data: series.map(({ label }) => label)
    },
    tooltip: { trigger: 'axis', confine: true, formatter: tip(series, words, language) },
    xAxis: {
      type: 'category',
      data: periods.map((period, at) => shortPeriod(period, language, at === 0)),
      axisLabel: { ...axisText, hideOverlap: true },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#aeb8c3' } },
      boundaryGap: true
    },
    yAxis: yAxis(series, levels, unit),
    series: series.flatMap((one, at) => lines(one, at, periods, at === 0 ? levels : [])),
    // On a phone two names fit a line of the legend.
    media: [{ query: { maxWidth: 450 }, option: { grid: grid(legend ? Math.ceil(series.length / 2) : 0) } }]
  };
}

const periodsOf = (series: TrendSeries[]): string[] =>
  [...new Set(series.flatMap(({ points }) => points.map(({ period }) => period)))].sort();

function yAxis(series: TrendSeries[], levels: Level[], unit: Unit): object {
  const known = [
    ...series.flatMap(({ points }) => points.map(({ value }) => value)),
    ...levels.map((l) => l.value)
  ];
  const lowest = Math.min(...known.filter((value) => value !== null), 100);
  if (unit !== 'percent') return { type: 'value', min: 0, minInterval: 1, splitNumber: 4, ...axis };
  // A rate near 100 % would be a flat line on an axis from 0; counts and days begin at 0, where nothing is.
  const min = Math.max(0, Math.floor((lowest - 1) / 10) * 10);
  const interval = 100 - min <= 20 ? 5 : 100 - min <= 50 ? 10 : 20;
  return {
    type: 'value',
    min,
    max: 100,
    interval,
    ...axis,
    axisLabel: { ...axisText, formatter: '{value}%' }
  };
}

const axis = { axisLabel: axisText, splitLine: { lineStyle: { color: '#e9edf1' } } };

/** The settled part as a whole line, and from the last settled point on a dashed one. */
function lines(one: TrendSeries, at: number, periods: string[], levels: Level[]): object[] {
  const colour = inks[at % inks.length];
  const by = new Map(one.points.map((point) => [point.period, point]));
  const settled = periods.map((period) =>
    by.get(period)?.provisional ? null : (by.get(period)?.value ?? null)
  );
  const lastSettled = settled.findLastIndex((value) => value !== null);
  const open = periods.map((period, index) =>
    by.get(period)?.provisional || index === lastSettled ? (by.get(period)?.value ?? null) : null
  );
  const shared = { type: 'line', name: one.label, symbol: symbols[at % symbols.length], color: colour };
  return [
    { ...shared, data: settled, symbolSize: 6, lineStyle: { width: 2 }, markLine: levelLines(levels) },
    {
      ...shared,
      data: open.map((value, index) => (index === lastSettled ? { value, symbol: 'none' } : value)),
      symbolSize: 8,
      itemStyle: { color: '#fff', borderColor: colour, borderWidth: 2 },
      lineStyle: { width: 2, type: [4, 4], color: colour }
    }
  ];
}

const levelLines = (levels: Level[]): object | undefined =>
  levels.length === 0
    ? undefined
    : {
        silent: true,
        symbol: 'none',
        lineStyle: { color: '#7a8794', type: [2, 3], width: 1 },
        label: { ...axisText, position: 'insideEndTop', formatter: '{b}' },
        data: levels.map(({ value, label }) => ({ yAxis: value, name: label }))
      };

type TipItem = { dataIndex: number };

function tip(series: TrendSeries[], words: TrendWords, language: Language) {
  const periods = periodsOf(series);
  return (items: TipItem[]): string => {
    const period = periods[items[0]?.dataIndex ?? 0] ?? '';
    const points = series.map((one) => ({ one, point: one.points.find((each) => each.period === period) }));
    const open = points.some(({ point }) => point?.provisional) ? ` (${words.provisional})` : '';
    return [`<b>${escaped(periodName(period, language))}</b>${escaped(open)}`, ...points.map(line)].join(
      '<br>'
    );
  };
  function line({ one, point }: { one: TrendSeries; point: TrendPoint | undefined }): string {
    const parts = point ? fraction(point, language) : '';
    const value = measured(point?.value ?? null, one.unit, language);
    return escaped(`${one.label}  ${value}${parts && one.unit === 'percent' ? `  (${parts})` : ''}`);
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same figures as a table, oldest first. */
export function trendTable(series: TrendSeries[], words: TrendWords, language: Language): ChartTable {
  return {
    head: [words.period, ...series.map(({ label }) => label)],
    rows: periodsOf(series).map((period) => {
      const points = series.map(({ points }) => points.find((point) => point.period === period));
      const open = points.some((point) => point?.provisional) ? ` (${words.provisional})` : '';
      return [
        periodName(period, language) + open,
        ...points.map((point, at) => {
          const unit = series[at]?.unit ?? 'count';
          const parts = point && unit === 'percent' ? fraction(point, language) : '';
          return measured(point?.value ?? null, unit, language) + (parts && ` (${parts})`);
        })
      ];
    })
  };
}
