/** Figures counted by hand, and where the reader's differ: by group and for the city, with the records behind them. */
import { addDays, type Day } from '#warehouse/calendar.ts';
import type { By, Figure } from '#warehouse/answers.ts';
import { periods, type PeriodKind } from '#warehouse/periods.ts';
import type { Reader } from '#warehouse/reader.ts';

/** A period as it is valued on a day. */
export interface Valued {
  name: string;
  start: Day;
  end: Day;
  /** The day it is valued at, and the last day whose dues have fallen. */
  at: Day;
  due: Day;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** The periods of a kind that have begun by a day. */
export const valuedOn = (kind: PeriodKind, day: Day): Valued[] =>
  periods(2025, 2027)
    .filter((one) => one.kind === kind && one.start <= day)
    .map(({ name, start, end }) => ({
      name,
      start,
      end,
      at: earlier(end, day),
      due: earlier(end, addDays(day, -1))
    }));

/** Whether a day lies in a period, up to its last day that counts. */
export const inPeriod = (day: string | null | undefined, { start }: Valued, until: Day): boolean =>
  day !== null && day !== undefined && day !== '' && day >= start && day <= until;

export interface Sums {
  numerator: number;
  denominator: number;
  missing: number;
  excluded: number;
}
const nothing = (): Sums => ({ numerator: 0, denominator: 0, missing: 0, excluded: 0 });

/** Sums by period and group; what is of no group stands under ''. */
export class Tally {
  readonly #sums = new Map<string, Map<string, Sums>>();

  add({ name }: Pick<Valued, 'name'>, group: string, more: Partial<Sums>): void {
    const groups = this.#sums.get(name) ?? new Map<string, Sums>();
    this.#sums.set(name, groups);
    groups.set(group, plus(groups.get(group) ?? nothing(), { ...nothing(), ...more }));
  }

  /** `period group numerator/denominator missing excluded`, of what is not nothing. */
  lines(by: By): string[] {
    return [...this.#sums].flatMap(([period, groups]) =>
      by === 'city'
        ? said(period, '', [...groups.values()].reduce(plus, nothing()))
        : [...groups].flatMap(([group, sums]) => (group === '' ? [] : said(period, group, sums)))
    );
  }
}

const plus = (a: Sums, b: Sums): Sums => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
  missing: a.missing + b.missing,
  excluded: a.excluded + b.excluded
});

const said = (period: string, group: string, sums: Sums): string[] => {
  const { numerator, denominator, missing, excluded } = sums;
  if (numerator + denominator + missing + excluded === 0) return [];
  return [`${period} ${group} ${numerator}/${denominator} ${missing} ${excluded}`];
};

const ofFigure = ({ period, group, numerator, denominator, missing, excluded }: Figure): string[] =>
  said(period, group, { numerator: numerator ?? 0, denominator: denominator ?? 0, missing, excluded });

/** Lines that only the reader says (`+`) or only the count by hand (`-`), and figures that are not what their records add up to. */
export async function differences(
  reader: Reader,
  id: string,
  name: string,
  by: By,
  tally: Tally
): Promise<string[]> {
  const found: string[] = [];
  for (const each of new Set<By>([by, 'city'])) {
    const figures = (await reader.figures(id, { by: each, periods: 40 })).filter(
      (figure) => figure.name === name && figure.dimension === ''
    );
    const [theirs, ours] = [figures.flatMap(ofFigure), tally.lines(each)];
    found.push(...theirs.filter((line) => !ours.includes(line)).map((line) => `+ ${id} ${name} ${line}`));
    found.push(...ours.filter((line) => !theirs.includes(line)).map((line) => `- ${id} ${name} ${line}`));
    // The fullest is enough: the records come from the same predicates.
    const [fullest] = figures.toSorted((a, b) => weight(b) - weight(a));
    if (fullest) found.push(...(await unlike(reader, fullest, each)));
  }
  return found;
}

const weight = ({ numerator, denominator, excluded }: Figure) =>
  (numerator ?? 0) + (denominator ?? 0) + excluded;

async function unlike(reader: Reader, figure: Figure, by: By): Promise<string[]> {
  const { indicator, name, period, group } = figure;
  const sums = await reader.members(indicator, { name, period, by, group, page_size: 1 });
  const same =
    (figure.numerator ?? 0) === sums.numerator &&
    (figure.denominator === null || figure.denominator === sums.denominator) &&
    figure.excluded === sums.excluded;
  return same ? [] : [`${indicator} ${name} ${period} ${group} is not what its records add up to`];
}
