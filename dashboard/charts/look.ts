/** What all charts share: quiet inks, so that colour stays free for state. Series differ by shade and by symbol. */
export const ink = '#1c2733';
export const inks = ['#1f3a5f', '#6a83a3', '#8b7355'] as const;
export const symbols = ['circle', 'triangle', 'rect'] as const;

export const axisText = { color: '#55616e', fontSize: 12, fontFamily: 'inherit' } as const;

/** Room for the legend above and two lines of axis labels below. ECharts 6 measures labels by itself. */
export const grid = (legend: boolean): object => ({
  top: legend ? 34 : 14,
  right: 12,
  bottom: 4,
  left: 4,
  outerBoundsMode: 'same'
});
