/**
 * In a process of its own, on the data folder of the demo city: makes it large, computes every indicator of everybody,
 * then takes one institution's new file and asks every indicator. Arguments: data, institutions, reviews, files.
 */
import { join } from 'node:path';
import { endReading } from '#ingest/read-file.ts';
import { receive } from '#ingest/receive.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { writeLargeReviews } from '#fixtures/large-reviews.ts';
import { above } from '#jobs/above.ts';
import { rebuild } from '#jobs/rebuild.ts';
import { addDays } from '#warehouse/calendar.ts';
import { readCity } from '#warehouse/city.ts';
import { openReader } from '#warehouse/reader.ts';
import { CITY } from '#warehouse/scope.ts';
import { openWarehouse } from '#warehouse/warehouse.ts';
import { multiply } from './multiply.ts';
import { peakMemory } from './peak-memory.ts';

export interface IndicatorFigures {
  institutions: number;
  reviews: number;
  records: number;
  scan_s: number;
  full_s: number;
  /** First to last of three files. */
  same_day_s: number[];
  periods_ms: number;
  page_ms: { median: number; worst: number; of: string };
  past_day: string;
  peak_mb: number;
}

const [data = '', institutions = '', reviews = '', folder = ''] = process.argv.slice(2);
const { departments, districts } = readCity('warehouse/city/shenyang.json');
const warehouse = await openWarehouse({
  data,
  memory_limit: '3GB',
  threads: 2,
  city: { CL20: districts },
  departments,
  code_version: 'bench'
});
const { engine } = warehouse;
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const size = await multiply(engine, Number(institutions), Number(reviews));
const [staged] = await engine.all<{ n: number }>(
  `select sum(estimated_size) as n from duckdb_tables() where schema_name = 'staging'`
);
const scan_s = await timed(() =>
  engine.all(
    'select committee_id, count(*) as n, max(decision_at) as newest from staging.reviews group by committee_id'
  )
);
const [newest] = await engine.all<{ day: string }>(
  'select cast(max(day) as varchar) as day from meta.publication'
);
const day = newest?.day ?? '';
const at = (time: string, on = day) => new Date(`${on}T${time}:00+08:00`);
const take = async (nth: number, when: Date) => {
  const path = join(folder, `institution-${nth}.csv`);
  writeLargeReviews({
    institutions: 1,
    end: day,
    rows: 200,
    path,
    committee,
    first: 60_000_000 + nth * 1000
  });
  await receive(warehouse, {
    file_name: `R04_${nth}.csv`,
    bytes: path,
    channel: 'import',
    authority: { kind: 'city', code: '' },
    at: when
  });
  await validateSubmissions(warehouse);
};
const [{ committee_id: committee } = { committee_id: '' }] = await engine.all<{ committee_id: string }>(
  'select committee_id from staging.reviews group by committee_id order by count(*) limit 1'
);

// Another program than the one that prepared the city: everything is computed anew.
await take(1, at('20:00'));
const full_s = await timed(() => rebuild(warehouse, at('20:10')));
const same_day: number[] = [];
for (const nth of [2, 3, 4]) {
  await take(nth, at(`20:${nth}0`));
  same_day.push(await timed(() => rebuild(warehouse, at(`20:${nth}5`))));
}

const reader = await openReader(warehouse, above(warehouse), CITY);
// Asked once for as long as nothing is published.
const periods_ms = 1000 * (await timed(() => reader.periods('IND-07-02')));
const asked: { of: string; ms: number }[] = [];
for (const { id, by } of reader.indicators()) {
  const ask = async (of: string, how: Parameters<typeof reader.figures>[1]) =>
    asked.push({ of: `${id} ${of}`, ms: 1000 * (await timed(() => reader.figures(id, how))) });
  await ask('of 13 periods', { by: 'city', periods: 13 });
  if (by.includes('department')) await ask('by department', { by: 'department' });
}
asked.sort((a, b) => a.ms - b.ms);
await endReading();
const figures: IndicatorFigures = {
  ...size,
  records: staged?.n ?? 0,
  scan_s,
  full_s,
  same_day_s: same_day,
  periods_ms,
  page_ms: {
    median: asked[Math.floor(asked.length / 2)]?.ms ?? 0,
    worst: asked.at(-1)?.ms ?? 0,
    of: asked.at(-1)?.of ?? ''
  },
  past_day: addDays(day, -100),
  peak_mb: peakMemory()
};
warehouse.close();
console.log(JSON.stringify(figures));
process.exit();
