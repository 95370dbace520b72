/** How long matters stay open: Kaplan–Meier over whole days, of matters still open and of those known for a part of their time. */

/** So many matters that were seen from one age to another. */
export interface Spell {
  /** Age in days at which they came into sight; 0 for those seen since they began. */
  entered: number;
  /** Age in days at which they were closed, or else last seen open. */
  days: number;
  closed: boolean;
  n: number;
}

/** Ascending ages at which some were closed, and the share still open at the end of each. */
export interface Curve {
  readonly days: readonly number[];
  readonly open: readonly number[];
  /** How many were closed. */
  readonly closures: number;
}

export function curveOf(spells: Iterable<Spell>): Curve {
  const [seen, gone, closed] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>()
  ];
  const add = (to: Map<number, number>, age: number, n: number) => to.set(age, (to.get(age) ?? 0) + n);
  let closures = 0;
  for (const spell of spells) {
    // Closed on the day it began: it has been at risk on that day all the same.
    add(seen, spell.entered === 0 ? -1 : spell.entered, spell.n);
    add(gone, spell.days, spell.n);
    if (spell.closed) {
      add(closed, spell.days, spell.n);
      closures += spell.n;
    }
  }
  const ages = [...new Set([...seen.keys(), ...gone.keys()])].sort((a, b) => a - b);
  const curve = { days: [] as number[], open: [] as number[], closures };
  let [atRisk, open] = [0, 1];
  for (const age of ages) {
    const done = closed.get(age) ?? 0;
    if (done > 0) {
      open *= 1 - done / atRisk;
      curve.days.push(age);
      curve.open.push(open);
    }
    // Who leaves at an age was at risk on it; who comes at an age is at risk from the next day on.
    atRisk += (seen.get(age) ?? 0) - (gone.get(age) ?? 0);
  }
  return curve;
}

/** S(age): the share open longer than so many days; beyond the last closure its last value. */
export function stillOpen({ days, open }: Curve, age: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? Infinity) <= age) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 1 : (open[low - 1] ?? 1);
}

/** Probability that what is open at an age is still open so many days later: 1 where nothing so old was ever closed. */
export function staysOpen(curve: Curve, age: number, ahead: number): number {
  const now = stillOpen(curve, age);
  return now === 0 ? 1 : stillOpen(curve, age + ahead) / now;
}
