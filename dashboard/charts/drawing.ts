import type { EChartsCoreOption } from 'echarts/core';

/** Draws an option as SVG text of the given size in pixels. */
export type Draw = (option: EChartsCoreOption, width: number, height: number) => string;

/**
 * Filled on the server alone (hooks.server.ts), so that a component can draw there without the browser's bundle
 * holding ECharts: a first visit shows its charts without a chart script.
 */
export const drawing: { svg: Draw | undefined } = { svg: undefined };
