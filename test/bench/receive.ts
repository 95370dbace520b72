/**
 * In a process of its own: receives, validates and publishes a large city's files into an empty data folder, then one
 * institution's new file twice (on the same day, and as the first of a new day). Arguments: data, rows, institutions, files,
 * and a workbook with the same reviews, if they are to come as such.
 */
import { join } from 'node:path';
import { readCity } from '#warehouse/city.ts';
import { openWarehouse } from '#warehouse/warehouse.ts';
import { receive } from '#ingest/receive.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { endReading } from '#ingest/read-file.ts';
import { rebuild } from '#jobs/rebuild.ts';
import { writeLargeReviews } from '#fixtures/large-reviews.ts';
import { END, largeCityFiles } from './large-city.ts';
import { peakMemory } from './peak-memory.ts';

export interface ReceiveFigures {
  receive_s: number;
  validate_s: number;
  publish_s: number;
  same_day_s: number;
  new_day_s: number;
  peak_mb: number;
  rows: number;
  accepted: number;
}

const [data = '', rows = '', institutions = '', folder = '', workbook = ''] = process.argv.slice(2);
const large = { institutions: Number(institutions), end: END };
const files = largeCityFiles(folder, Number(rows), large.institutions);
const warehouse = await openWarehouse({
  data,
  memory_limit: '1000MB',
  threads: 2,
  city: { CL20: readCity('warehouse/city/shenyang.json').districts },
  code_version: 'bench'
});
const at = (time: string, day = END) => new Date(`${day}T${time}:00+08:00`);
const take = (file_name: string, bytes: string, when: Date) =>
  receive(warehouse, {
    file_name,
    bytes,
    channel: 'import',
    authority: { kind: 'city', code: '' },
    at: when
  });
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

for (const { file_name, path } of files.registry) await take(file_name, path, at('08:00'));
await validateSubmissions(warehouse);
await rebuild(warehouse, at('08:30'));

const receive_s = await timed(() =>
  workbook === '' ? take('R04.csv', files.reviews, at('09:00')) : take('R04.xlsx', workbook, at('09:00'))
);
const validate_s = await timed(() => validateSubmissions(warehouse));
const publish_s = await timed(() => rebuild(warehouse, at('09:30')));
const peak_mb = peakMemory();

const [{ committee_id: committee } = { committee_id: '' }] = await warehouse.engine.all<{
  committee_id: string;
}>('select committee_id from staging.reviews group by committee_id order by count(*) desc limit 1');
const more = (nth: number) => {
  const path = join(folder, `more-${nth}.csv`);
  writeLargeReviews({ ...large, rows: 200, path, committee, first: 50_000_000 + nth * 1000 });
  return path;
};
const takeMore = async (nth: number, when: Date) => {
  await take(`R04_${nth}.csv`, more(nth), when);
  await validateSubmissions(warehouse);
  await rebuild(warehouse, when);
};
await takeMore(1, at('10:00'));
const same_day_s = await timed(() => takeMore(2, at('11:00')));
const new_day_s = await timed(() => takeMore(3, at('11:00', '2026-11-23')));
const submission = warehouse.control.one<{ rows: number; accepted: number }>(
  'select rows, accepted from submission order by rows desc limit 1'
);
await endReading();
warehouse.close();
const figures: ReceiveFigures = {
  receive_s,
  validate_s,
  publish_s,
  same_day_s,
  new_day_s,
  peak_mb,
  rows: submission?.rows ?? 0,
  accepted: submission?.accepted ?? 0
};
console.log(JSON.stringify(figures));
process.exit();
