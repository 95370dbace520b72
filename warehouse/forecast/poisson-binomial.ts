/** How many of several independent events come about, each with a probability of its own: exactly, one event after another. */

/** Mass that is dropped at either end of the distribution, each time; it bounds the work at n · √n. */
const NOTHING = 1e-18;

export interface Distribution {
  /** The smallest number that has a mass worth keeping. */
  from: number;
  /** Probability of `from`, `from + 1` … */
  mass: Float64Array;
}

export function countOf(probabilities: Iterable<number>): Distribution {
  let mass = new Float64Array(64);
  mass[0] = 1;
  let [from, width] = [0, 1];
  for (const p of probabilities) {
    if (p <= 0) continue;
    if (p >= 1) {
      from++;
      continue;
    }
    if (width === mass.length) {
      const wider = new Float64Array(2 * width);
      wider.set(mass);
      mass = wider;
    }
    for (let k = width; k > 0; k--) mass[k] = (mass[k] ?? 0) * (1 - p) + (mass[k - 1] ?? 0) * p;
    mass[0] = (mass[0] ?? 0) * (1 - p);
    width++;
    while (width > 1 && (mass[width - 1] ?? 0) < NOTHING) mass[--width] = 0;
    let low = 0;
    while (low < width - 1 && (mass[low] ?? 0) < NOTHING) low++;
    if (low > 0) {
      mass.copyWithin(0, low, width);
      mass.fill(0, width - low, width);
      from += low;
      width -= low;
    }
  }
  return { from, mass: mass.slice(0, width) };
}

/** The smallest number that is not exceeded with at least this probability (0–1). */
export function quantile({ from, mass }: Distribution, share: number): number {
  let sum = 0;
  for (const [k, each] of mass.entries()) {
    sum += each;
    // A sum of many roundings must not miss what it equals.
    if (sum >= share - 1e-12) return from + k;
  }
  return from + mass.length - 1;
}
