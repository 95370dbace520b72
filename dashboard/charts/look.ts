/** What all charts share: quiet inks, so that colour stays free for state. Series differ by shade and by symbol. */
export const ink = '#1c2733';
export const inks = ['#1f3a5f', '#6a83a3', '#8b7355'] as const;
export const symbols = ['circle', 'triangle', 'rect'] as const;

export const axisText = { color: '#55616e', fontSize: 12, fontFamily: 'inherit' } as const;

/** Room for so many lines of legend above. ECharts 6 measures the labels of the axes by itself. */
export const grid = (legendLines: number): object => ({
  top: 14 + 22 * legendLines,
  right: 12,
  bottom: 4,
  left: 4,
  outerBoundsMode: 'same'
});
