/** What other parameters would change in the figures of the last 24 months. Nothing of it remains. */
import type { By, Figure, Moment } from './answers.ts';
import type { AskingFigures } from './asking-figures.ts';
import { fillBuildTables } from './build-tables.ts';
import { addMonths, type Day } from './calendar.ts';
import type { Indicator } from './catalogue/declare.ts';
import { ofInstitutions } from './catalogue/groupings.ts';
import { catalogueInForce } from './catalogue/in-force.ts';
import type { Engine } from './engine.ts';
import { periodsOfAll, type PeriodRow } from './figure-periods.ts';
import { assemble, groupsOf, load } from './figures.ts';
import { parameterSpans, valueOn, type Parameter } from './parameters.ts';
import { publishAnew } from './publish.ts';
import { CITY } from './scope.ts';
import type { Warehouse } from './warehouse.ts';

/** How far a preview looks back, and how many differences of each grouping it names. */
export const MONTHS_BACK = 24;
export const NAMED = 100;

/** Indicators asked for by one question, so that a big city's figures fit into memory. */
const TOGETHER = 12;

const GROUPINGS = ['city', 'department', 'institution'] as const satisfies readonly By[];

/** The indicators and figures under some parameters, as asked of the stored values or of a draft. */
export interface Side {
  catalogue: readonly Indicator[];
  asking: AskingFigures;
}

/** One figure that would be another. */
export interface FigureDifference {
  by: By;
  before: Figure | undefined;
  after: Figure | undefined;
}

export interface FigureDifferences {
  /** The first NAMED of each grouping: the city, then departments, then institutions; newest period first. */
  rows: FigureDifference[];
  total: number;
  /** Those of another status, by its change. */
  statuses: { before: Figure['status']; after: Figure['status']; n: number }[];
}

/** `engine`: where it is asked; figures are the whole city's. */
export function sideOf(
  { city, departments }: Pick<Warehouse, 'city' | 'departments'>,
  engine: Pick<Engine, 'all'>,
  moment: Moment,
  parameters: readonly Parameter[]
): Side {
  return {
    catalogue: catalogueInForce(parameters),
    asking: {
      scope: CITY,
      moment,
      small_denominator: Number(valueOn(parameterSpans(parameters), 'small_denominator', moment.day)),
      warehouse: { city, departments, engine }
    }
  };
}

/** Everything computed anew under other parameters, for as long as `work` asks it; then it is as if it had never been. */
export function drafted<T>(
  { engine, calendar, departments, code_version }: Warehouse,
  moment: Moment,
  parameters: readonly Parameter[],
  work: (draft: Pick<Engine, 'all'>, moment: Moment) => Promise<T>
): Promise<T> {
  const number = moment.publication + 1;
  return engine.draft(async (tx) => {
    await fillBuildTables(tx, calendar, parameters, departments);
    const { published_day: day, published_at } = moment;
    await publishAnew(tx, { number, day, published_at, code_version });
    return work(tx, { ...moment, publication: number });
  });
}

/**
 * Whether program, calendar or other parameters have changed since the stored values were computed: then a draft, like
 * the next publication, brings what that changes as well.
 */
export async function isOtherwiseValued(engine: Pick<Engine, 'all'>, code_version: string): Promise<boolean> {
  const rows = await engine.all<{ was: string; now: string }>(
    `select v.signature as was, $code_version || ' ' || b.signature as now from meta.valued_with v, meta.build_tables b`,
    { code_version }
  );
  return rows.some(({ was, now }) => was !== now);
}

/** Indicators of which a publication changed a stored figure. */
export async function indicatorsChanged(engine: Pick<Engine, 'all'>, publication: number): Promise<string[]> {
  const changed = (table: string) =>
    `select indicator from indicators.${table} where published_in = $p or superseded_in = $p`;
  const rows = await engine.all<{ indicator: string }>(
    `select distinct indicator from (${changed('value')} union all ${changed('histogram')})`,
    { p: publication }
  );
  return rows.map(({ indicator }) => indicator);
}

/** Figures of some indicators that differ in value or status, of periods that ended in the last 24 months or still run. */
export async function figuresThatDiffer(
  before: Side,
  after: Side,
  ids: readonly string[]
): Promise<FigureDifferences> {
  const since = addMonths(before.asking.moment.day, -MONTHS_BACK);
  const [then, now] = await Promise.all([periodsOfAll(before.asking), periodsOfAll(after.asking)]);
  const found: FigureDifference[] = [];
  const statuses = new Map<string, FigureDifferences['statuses'][number]>();
  let total = 0;
  for (const by of GROUPINGS) {
    let named = 0;
    const asked = before.catalogue.flatMap((entry) =>
      ids.includes(entry.id) && (by === 'city' || (entry.by ?? ofInstitutions).includes(by)) ? [entry.id] : []
    );
    for (let at = 0; at < asked.length; at += TOGETHER) {
      const some = asked.slice(at, at + TOGETHER);
      const was = await figuresBy(before, some, by, then, since);
      const is = await figuresBy(after, some, by, now, since);
      for (const key of new Set([...was.keys(), ...is.keys()])) {
        const one = { by, before: was.get(key), after: is.get(key) };
        if (isSame(one)) continue;
        total++;
        if (named++ < NAMED) found.push(one);
        countStatus(statuses, one);
      }
    }
  }
  return { rows: found, total, statuses: [...statuses.values()].sort((a, b) => b.n - a.n) };
}

/** By what tells figures apart; of each indicator the newest period first. */
async function figuresBy(
  { catalogue, asking }: Side,
  ids: readonly string[],
  by: By,
  periods: ReadonlyMap<string, PeriodRow[]>,
  since: Day
): Promise<Map<string, Figure>> {
  const asked = (id: string) => (periods.get(id) ?? []).filter(({ period_end }) => period_end >= since);
  const entries = catalogue.filter(({ id }) => ids.includes(id));
  const all = new Map(ids.flatMap(asked).map((row) => [row.period, row]));
  const loaded = await load(asking, entries, [...all.values()], by, null);
  const found = new Map<string, Figure>();
  for (const entry of entries)
    for (const one of assemble(
      asking,
      entry,
      asked(entry.id),
      by,
      loaded,
      await groupsOf(asking, entry, by, null)
    ))
      found.set([one.indicator, one.period, one.name, one.group, one.dimension].join('|'), one);
  return found;
}

const isSame = ({ before, after }: FigureDifference): boolean =>
  before?.status === after?.status && before?.value === after?.value;

function countStatus(
  statuses: Map<string, FigureDifferences['statuses'][number]>,
  one: FigureDifference
): void {
  const [before, after] = [one.before?.status ?? 'none', one.after?.status ?? 'none'];
  if (before === after) return;
  const key = `${before} ${after}`;
  const counted = statuses.get(key) ?? { before, after, n: 0 };
  counted.n++;
  statuses.set(key, counted);
}
