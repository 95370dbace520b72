/** A preview tells what saving brings, and leaves nothing behind. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setParameter } from '#jobs/parameter-desk.ts';
import { rules } from '#jobs/rules/index.ts';
import { offencesOn, rulesThatUse } from '#jobs/what-if-alerts.ts';
import { whatIf } from '#jobs/what-if.ts';
import type { Figure } from '#warehouse/answers.ts';
import { catalogue } from '#warehouse/catalogue/index.ts';
import { ofInstitutions } from '#warehouse/catalogue/groupings.ts';
import type { Parameter } from '#warehouse/parameters.ts';
import type { Reach } from '#warehouse/parameters-proposed.ts';
import { CITY } from '#warehouse/scope.ts';
import { indicatorsChanged } from '#warehouse/what-if.ts';
import { committeeOf, uscc } from '../warehouse/filled-in.ts';
import { SmallCity } from '../warehouse/small-city.ts';

const [A, B] = [uscc(1), uscc(2)];
const NOW = new Date('2026-08-05T21:00:00+08:00');
let city: SmallCity;
beforeEach(async () => {
  city = await SmallCity.open();
  const registry = [A, B].map((institution_uscc) => ({ institution_uscc }));
  await city.handIn('R01', registry, { day: '2026-07-10' });
  await city.handIn('R02', registry, { day: '2026-07-10' });
  const reviews = [A, A, A, A, A, A, B, B].map((code, i) => ({
    review_id: `R-${i}`,
    committee_id: committeeOf(code),
    accepted: '2026-07-06',
    decided: i === 5 || i === 7 ? null : '2026-07-20'
  }));
  await city.handIn('R04', reviews, { day: '2026-07-22' });
  await city.publish('2026-07-22');
  await city.publish('2026-08-05');
});
afterEach(() => city.close());

const parameter = (key: string, value: string, from: string): Parameter => ({
  key,
  value,
  from,
  kind: 'default',
  basis: '虚构的会商决定'
});
const preview = (proposed: Parameter, reach: Reach = 'from', at = NOW) =>
  whatIf(city.warehouse, proposed, reach, at, (work) => work());
const save = (proposed: Parameter, at = NOW) => setParameter(city.warehouse, proposed, '虚构经办人', at);

/** Every row of every table of both stores. */
async function everything(): Promise<Record<string, unknown>> {
  const { control } = city.warehouse;
  const found: Record<string, unknown> = {};
  const tables = await city.all<{ name: string }>(
    `select schema_name || '.' || table_name as name from duckdb_tables() order by name`
  );
  for (const { name } of tables) found[name] = await city.lines(`select * from ${name} order by all`);
  for (const { name } of control.all<{ name: string }>(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite%'`
  ))
    found[`control ${name}`] = control.all(`select * from ${name}`);
  return found;
}

const isOfReviews = ({ measure }: Pick<(typeof catalogue)[number], 'measure'>) => measure === '7';

type Seen = Map<string, Pick<Figure, 'value' | 'status'>>;

const SINCE = '2024-08-05';

/** What a reader sees of the figures of ethics reviews. */
async function figuresSeen(): Promise<Seen> {
  const reader = await city.reader(CITY);
  const found: Seen = new Map();
  for (const entry of catalogue.filter(isOfReviews))
    for (const by of ['city', 'department', 'institution'] as const)
      if (by === 'city' || (entry.by ?? ofInstitutions).includes(by))
        for (const one of await reader.figures(entry.id, { by, periods: 36 }))
          if (one.period_end >= SINCE) found.set(nameOf(by, one), { value: one.value, status: one.status });
  return found;
}
const nameOf = (by: string, { indicator, name, group, dimension, period }: Figure) =>
  [by, indicator, name, group, dimension, period].join(' ');

/** `figure: value status → value status` */
function moved(before: Seen, after: Seen): string[] {
  const said = (one: Pick<Figure, 'value' | 'status'> | undefined) => `${one?.value} ${one?.status}`;
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => [key, said(before.get(key)), said(after.get(key))])
    .filter(([, was, is]) => was !== is)
    .map(([key, was, is]) => `${key}: ${was} → ${is}`)
    .sort();
}
const told = ({ figures }: Awaited<ReturnType<typeof preview>>): string[] => {
  const seen = (side: 'before' | 'after'): Seen =>
    new Map(
      figures.rows.flatMap((row) => {
        const one = row[side];
        return one ? [[nameOf(row.by, one), { value: one.value, status: one.status }] as const] : [];
      })
    );
  return moved(seen('before'), seen('after'));
};

async function offences(publication: number): Promise<string[]> {
  const found = await offencesOn(city.warehouse.engine, rules, [{ day: '2026-08-05', publication }]);
  return [...found].map(([key, { judged }]) => `${key} ${judged.severity}`);
}

test('a preview of a deadline equals what is found after it was set, and leaves nothing behind', async () => {
  const shorter = parameter('decision_days', '10', '2026-07-01');
  const stores = await everything();
  const found = await preview(shorter);
  expect(await everything()).toEqual(stores);

  const [before, raised] = [await figuresSeen(), await offences(2)];
  expect(await save(shorter)).toBe(3);
  const differ = moved(before, await figuresSeen());
  expect(differ.filter((line) => line.startsWith('city IND-07-02'))).not.toEqual([]);
  expect(told(found)).toEqual(differ);
  expect(found.figures.total).toBe(differ.length);
  expect((await indicatorsChanged(city.warehouse.engine, 3)).sort()).toEqual(
    [...new Set(found.figures.rows.flatMap(({ after }) => after?.indicator ?? []))].sort()
  );

  const now = await offences(3);
  const more = now.filter((one) => !raised.includes(one));
  expect(more.length).toBeGreaterThan(0);
  expect(
    found.alerts.rows
      .filter(({ days, after }) => days.includes('2026-08-05') && after !== null)
      .map(({ rule, object_id, after }) => `${rule}|2026-08-05|${object_id} ${after}`)
      .sort()
  ).toEqual(more.sort());
  // and they are open alerts now
  const open = city.warehouse.control.all<{ object_id: string }>('select object_id from episode');
  expect(open.map(({ object_id }) => object_id)).toEqual(
    expect.arrayContaining(more.map((one) => one.split('|')[2]?.split(' ')[0]))
  );
});

test('alerts are told at the ends of the months too, as known then', async () => {
  const { alerts } = await preview(parameter('decision_days', '10', '2026-07-01'));
  expect(new Set(alerts.rows.map(({ before }) => before))).toEqual(new Set([null]));
  expect(
    alerts.rows.flatMap(({ object_id, days }) => days.map((day) => `${object_id} ${day}`)).sort()
  ).toEqual(['R-5 2026-07-31', 'R-5 2026-08-05', 'R-7 2026-07-31', 'R-7 2026-08-05']);
  expect(alerts.days).toBe(2);
});

test('what is to hold from a later day changes nothing yet, unless it is asked what if it had always held', async () => {
  const later = parameter('decision_days', '10', '2026-08-05');
  expect((await preview(later)).figures.total).toBe(0);
  const always = await preview(later, 'throughout');
  expect(told(always)).toEqual(told(await preview(parameter('decision_days', '10', '2026-07-01'))));
});

test('limits move statuses alone, as they do after being set', async () => {
  const laxer = parameter('threshold:IND-07-02.rate', '60|40', '2026-08-01');
  // when the reviews are due, and with a colour
  await city.publish('2026-08-06');
  const at = new Date('2026-08-06T21:00:00+08:00');
  await save(parameter('small_denominator', '0', '2026-08-05'), at);
  const [stores, before] = [await everything(), await figuresSeen()];
  const found = await preview(laxer, 'from', at);
  expect(await everything()).toEqual(stores);
  await save(laxer, at);
  const differ = moved(before, await figuresSeen());
  expect(differ.length).toBeGreaterThan(0);
  expect(told(found)).toEqual(differ);
  expect((await preview(laxer, 'from', at)).figures.total).toBe(0);
});

test('a smaller denominator may be judged', async () => {
  const smaller = parameter('small_denominator', '1', '2026-08-05');
  const [found, before] = [await preview(smaller), await figuresSeen()];
  await save(smaller);
  const differ = moved(before, await figuresSeen());
  expect(differ.length).toBeGreaterThan(0);
  expect(differ).toEqual(expect.arrayContaining(told(found).filter((line) => / IND-07-/.test(line))));
  const counted = found.figures.statuses.reduce((sum, { n }) => sum + n, 0);
  expect(counted).toBe(found.figures.total);
});

test('a past day keeps what was known then', async () => {
  await city.publish('2026-08-06');
  const at = new Date('2026-08-06T21:00:00+08:00');
  const before = await (await city.reader(CITY, '2026-08-05')).figures('IND-07-02', { by: 'institution' });
  for (const [key, value] of [
    ['small_denominator', '1'],
    ['threshold:IND-07-02.rate', '1|0'],
    ['decision_days', '10']
  ] as const)
    await setParameter(city.warehouse, parameter(key, value, '2026-07-01'), '虚构经办人', at);
  const after = await (await city.reader(CITY, '2026-08-05')).figures('IND-07-02', { by: 'institution' });
  expect(after).toEqual(before);
});

test('what a newer program changes is not passed off as the parameter’s doing', async () => {
  const shorter = parameter('decision_days', '10', '2026-07-01');
  expect((await preview(shorter)).is_mixed).toBe(false);
  city = await city.reopened({ code_version: 'newer' });
  expect((await preview(shorter)).is_mixed).toBe(true);
  await save(shorter);
  expect((await preview(shorter)).is_mixed).toBe(false);
});

test('a rule is asked only where it, or what it reads, uses the parameter', () => {
  expect(rulesThatUse('decision_days').map(({ id }) => id)).toContain('RULE-07-03');
  expect(rulesThatUse('campaign_national_sci_pop_month')).toEqual([]);
});
