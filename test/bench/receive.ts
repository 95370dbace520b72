/**
 * A process of its own: receives, validates and publishes a large city's files into an empty data folder, and prints
 * seconds and peak memory as one line of JSON. Arguments: data folder, rows, institutions, files folder.
 */
import { readFileSync } from 'node:fs';
import { readCity } from '#warehouse/city.ts';
import { openWarehouse } from '#warehouse/warehouse.ts';
import { receive } from '#ingest/receive.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { rebuild } from '#jobs/rebuild.ts';
import { END, largeCityFiles } from './large-city.ts';

const [data = '', rows = '', institutions = '', folder = ''] = process.argv.slice(2);
const files = largeCityFiles(folder, Number(rows), Number(institutions));
const { districts } = readCity('warehouse/city/shenyang.json');
const warehouse = await openWarehouse({
  data,
  memory_limit: process.env.BENCH_MEMORY ?? '1200MB',
  threads: 2,
  city: { CL20: districts },
  code_version: 'bench'
});
const city = { kind: 'city', code: '' } as const;
const take = async (file_name: string, bytes: string, at: string) => {
  await receive(warehouse, { file_name, bytes, channel: 'import', authority: city, at: new Date(at) });
};
for (const { file_name, path } of files.registry) await take(file_name, path, `${END}T08:00:00+08:00`);
await validateSubmissions(warehouse);
await rebuild(warehouse, new Date(`${END}T08:30:00+08:00`));

const laps: Record<string, number> = {};
let last = performance.now();
const lap = (name: string) => {
  laps[name] = (performance.now() - last) / 1000;
  last = performance.now();
};
await take('R04.csv', files.reviews, `${END}T09:00:00+08:00`);
lap('receive_s');
await validateSubmissions(warehouse);
lap('validate_s');
await rebuild(warehouse, new Date(`${END}T09:30:00+08:00`));
lap('publish_s');
const total_s = Object.values(laps).reduce((sum, lap) => sum + lap, 0);
const peak_mb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
const [submission] = warehouse.control.all('select state, rows, accepted, rejected, remarked from submission order by id desc limit 1');
console.log(JSON.stringify({ ...laps, total_s, peak_mb, submission }));
warehouse.close();
process.exit();
