/** A line without axes, drawn by hand: too small to carry a chart library. */
export interface Sparkline {
  /** SVG path of the settled part; gaps where a value is unknown. */
  settled: string;
  /** From the last settled point to the running period. */
  open: string;
  last: { x: number; y: number } | null;
}

export interface SparkPoint {
  value: number | null;
  provisional: boolean;
}

/** `width` × `height` in the units of the viewBox; two units of margin keep the last point whole. */
export function sparkline(points: SparkPoint[], width: number, height: number): Sparkline {
  const known = points.map(({ value }) => value).filter((value) => value !== null);
  if (known.length === 0) return { settled: '', open: '', last: null };
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (at: number): number => round(3 + (at * (width - 6)) / Math.max(1, points.length - 1));
  const y = (value: number): number =>
    high === low ? height / 2 : round(height - 3 - ((value - low) * (height - 6)) / (high - low));
  const lastKnown = points.findLastIndex(({ value }) => value !== null);
  const lastSettled = points.findLastIndex(({ value, provisional }) => value !== null && !provisional);
  const path = (from: number, until: number): string => {
    let drawn = '';
    let pen = false;
    for (let at = from; at <= until; at++) {
      const value = points[at]?.value ?? null;
      if (value !== null) drawn += `${pen ? 'L' : 'M'}${x(at)} ${y(value)}`;
      pen = value !== null;
    }
    return drawn;
  };
  return {
    settled: path(0, lastSettled),
    open: lastSettled >= 0 && lastSettled < lastKnown ? path(lastSettled, lastKnown) : '',
    last: { x: x(lastKnown), y: y(points[lastKnown]?.value ?? 0) }
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
