/** Figures of one period side by side: a row a group, a cell a named value. */
import type { Words } from '#ingest/declare.ts';
import type { Figure, IndicatorWords } from '#warehouse/answers.ts';
import type { Messages } from '#dashboard/messages/messages.ts';
import type { Unit } from '#dashboard/numbers.ts';
import { worstFirst } from '#dashboard/worst-first.ts';

type Cell = Pick<
  Figure,
  'numerator' | 'denominator' | 'value' | 'missing' | 'low' | 'high' | 'status' | 'small' | 'provisional'
>;

export interface Group {
  group: string;
  words: Words;
  /** In the order of the indicator's values; null where the group has no figure of that name. */
  cells: (Cell | null)[];
}

/** `dimension` is the split of the indicator itself; '' its whole. */
export function groupsOf(figures: Figure[], indicator: IndicatorWords, dimension = ''): Group[] {
  const groups = new Map<string, Group>();
  for (const figure of figures) {
    if (figure.dimension !== dimension) continue;
    let row = groups.get(figure.group);
    if (!row) {
      row = { group: figure.group, words: figure.group_words, cells: indicator.values.map(() => null) };
      groups.set(figure.group, row);
    }
    const at = indicator.values.findIndex(({ name }) => name === figure.name);
    if (at >= 0) row.cells[at] = cellOf(figure);
  }
  return [...groups.values()];
}

function cellOf(figure: Figure): Cell {
  const { numerator, denominator, value, missing, low, high, status, small, provisional } = figure;
  return { numerator, denominator, value, missing, low, high, status, small, provisional };
}

const nothing: Cell = {
  numerator: null,
  denominator: null,
  value: null,
  missing: 0,
  low: null,
  high: null,
  status: 'none',
  small: false,
  provisional: false
};

/** `sort`: worst, name, value, denominator, missing; a leading `-` turns the order round. */
export function sortGroups(groups: Group[], sort: string, indicator: IndicatorWords): Group[] {
  const cell = (group: Group): Cell => group.cells[0] ?? nothing;
  const worst = worstFirst(indicator.direction);
  const orders: Record<string, (a: Group, b: Group) => number> = {
    name: (a, b) => a.words.zh.localeCompare(b.words.zh, 'zh-CN'),
    value: (a, b) => (cell(a).value ?? -Infinity) - (cell(b).value ?? -Infinity),
    denominator: (a, b) => (cell(a).denominator ?? 0) - (cell(b).denominator ?? 0),
    missing: (a, b) => cell(a).missing - cell(b).missing
  };
  const order = orders[sort.replace(/^-/, '')];
  if (!order) return groups.toSorted((a, b) => worst(cell(a), cell(b)));
  return groups.toSorted(sort.startsWith('-') ? (a, b) => order(b, a) : order);
}

/** Head of the column with the parts of a value; undefined for counts, which have none. */
export function partsHead(unit: Unit | undefined, words: Messages): string | undefined {
  return unit === 'percent' || unit === 'per_thousand'
    ? words.figure.parts
    : unit === 'days'
      ? words.figure.counted
      : undefined;
}
