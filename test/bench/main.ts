/**
 * `npm run bench`: speed and memory, printed with the machine, the sizes and the ratio to a baseline of the same run.
 * Arguments: --rows N (1000000), --institutions N (1000), --runs N (3), --only receive,demo,large
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startProgram } from '../browser/program.ts';
import { child } from './child.ts';
import { figure, machine, median, say, seconds } from './figures.ts';
import { largeCityFiles } from './large-city.ts';
import { measureFirstVisit, measurePages } from './pages.ts';
import type { ReceiveFigures } from './receive.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    institutions: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: 'receive,demo,large' }
  }
});
const sections = new Set(values.only.split(','));
const folder = await mkdtemp(join(tmpdir(), 'shanjian-bench-'));
const files = join(folder, 'files');
const data = join(folder, 'large');

machine();
try {
  if (sections.has('receive') || sections.has('large')) await receiving();
  if (sections.has('demo')) await serving('the demo city', join(folder, 'demo'), { SHANJIAN_DEMO: 'auto' });
  if (sections.has('large')) await serving(`the warehouse with ${values.rows} reviews`, data, {});
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function receiving(): Promise<void> {
  const { reviews } = largeCityFiles(files, Number(values.rows), Number(values.institutions));
  say(
    `\nR04 as CSV: ${values.rows} rows × 31 columns, ${values.institutions} institutions, median of ${values.runs} runs in turn`
  );
  const raw: number[] = [];
  const ours: number[] = [];
  let last: ReceiveFigures | undefined;
  for (let run = 0; run < Number(values.runs); run++) {
    await rm(data, { recursive: true, force: true });
    raw.push((await child<{ load_s: number }>('raw-load.ts', [reviews, join(folder, 'raw.duckdb')])).load_s);
    last = await child<ReceiveFigures>('receive.ts', [data, values.rows, values.institutions, files]);
    ours.push(last.receive_s + last.validate_s + last.publish_s);
  }
  if (!last) return;
  const ratio = median(ours.map((one, i) => one / (raw[i] ?? Number.NaN)));
  figure('DuckDB read_csv into a table of text', seconds(median(raw)));
  figure('received, validated, published', seconds(median(ours)));
  figure('  last run: kept and hashed', seconds(last.receive_s));
  figure('  last run: read, landed, judged', seconds(last.validate_s));
  figure('  last run: published, revalued, checked', seconds(last.publish_s));
  figure('ratio, run by run', `${ratio.toFixed(2)} ×`, { holds: ratio <= 4, says: '4 ×' });
  figure('peak memory', `${last.peak_mb.toFixed(0)} MiB`, { holds: last.peak_mb <= 2048, says: '2 GiB' });
  figure('accepted', `${last.accepted} of ${last.rows}`);
  figure('one institution’s new file, same day', seconds(last.same_day_s), {
    holds: last.same_day_s <= 2,
    says: '2 s'
  });
  figure('one institution’s new file, first of a day', seconds(last.new_day_s), {
    holds: last.new_day_s <= 2,
    says: '2 s'
  });
}

async function serving(what: string, folderOfData: string, settings: Record<string, string>): Promise<void> {
  say(`\nPages on ${what}, 16 connections`);
  const program = await startProgram({ ...settings, SHANJIAN_DATA: folderOfData }, 20 * 60_000);
  try {
    await measurePages(program.address);
    say(`\nFirst visit of the overview on ${what}`);
    await measureFirstVisit(program.address);
  } finally {
    await program.stop();
  }
}
