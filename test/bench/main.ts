/**
 * `npm run bench`: speed and memory, printed with the machine, the sizes and the ratio to a baseline of the same run.
 * Arguments: --rows N (1000000), --institutions N (1000), --runs N (3), --only
 * receive,meanwhile,xlsx,slip,demo,large,indicators
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startProgram } from '../browser/program.ts';
import { child } from './child.ts';
import { figure, machine, median, say, seconds } from './figures.ts';
import type { IndicatorFigures } from './indicators.ts';
import { largeCityFiles } from './large-city.ts';
import { measureFirstVisit, measurePages } from './pages.ts';
import { measureMeanwhile } from './meanwhile.ts';
import type { WorkbookFigures } from './read-workbook.ts';
import type { ReceiveFigures } from './receive.ts';
import type { SlipFigures } from './slip.ts';
import { writeWorkbook } from './write-workbook.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    institutions: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: 'receive,meanwhile,xlsx,slip,demo,large,indicators' }
  }
});
const rows = Number(values.rows);
const institutions = Number(values.institutions);
/** A ratio to raw load that ruling and machine allow: large files spread their fixed costs. */
const LIMIT = rows >= 10_000_000 ? 3 : 4;
const LIMIT_MB = rows >= 10_000_000 ? 4096 : 2048;
const sections = new Set(values.only.split(','));
const folder = await mkdtemp(join(tmpdir(), 'shanjian-bench-'));
const files = join(folder, 'files');
const data = join(folder, 'large');

machine();
try {
  if (sections.has('receive') || sections.has('large')) await receiving();
  if (sections.has('meanwhile'))
    await measureMeanwhile(join(folder, 'meanwhile'), largeCityFiles(files, rows, institutions));
  if (sections.has('xlsx')) await reading();
  if (sections.has('slip')) await returning();
  if (sections.has('demo')) await serving('the demo city', join(folder, 'demo'), { SHANJIAN_DEMO: 'auto' });
  if (sections.has('indicators')) await indicators();
  if (sections.has('large')) await serving(`the warehouse with ${values.rows} reviews`, data, {});
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function receiving(): Promise<void> {
  const { reviews } = largeCityFiles(files, rows, institutions);
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
  figure('ratio, run by run', `${ratio.toFixed(2)} ×`, { holds: ratio <= LIMIT, says: `${LIMIT} ×` });
  figure('peak memory', `${last.peak_mb.toFixed(0)} MiB`, {
    holds: last.peak_mb <= LIMIT_MB,
    says: `${LIMIT_MB / 1024} GiB`
  });
  figure('accepted', `${last.accepted} of ${last.rows}`);
  const rebuilt = (s: number) => (rows <= 1_000_000 ? { holds: s <= 2, says: '2 s' } : undefined);
  figure('one institution’s new file, same day', seconds(last.same_day_s), rebuilt(last.same_day_s));
  figure('one institution’s new file, first of a day', seconds(last.new_day_s), rebuilt(last.new_day_s));
}

/** A workbook of 100,000 reviews: read by us and by the maintained readers, then received as a whole. */
async function reading(): Promise<void> {
  const of = 100_000;
  const { reviews } = largeCityFiles(files, of, institutions);
  const workbook = join(files, 'R04.xlsx');
  await writeWorkbook(reviews, workbook);
  say(
    `\nR04 as XLSX: ${of} rows × 31 columns, ${(statSync(workbook).size / 2 ** 20).toFixed(0)} MiB, median of ${values.runs} runs in turn`
  );
  const taken: Record<'hucre' | 'sheetjs' | 'ours' | 'whole', number[]> = {
    hucre: [],
    sheetjs: [],
    ours: [],
    whole: []
  };
  for (let run = 0; run < Number(values.runs); run++) {
    for (const reader of ['hucre', 'sheetjs', 'ours'] as const) {
      const { read_s, rows: read } = await child<WorkbookFigures>('read-workbook.ts', [
        reader,
        workbook,
        folder
      ]);
      if (read !== of) throw new Error(`${reader} read ${read} rows of ${of}`);
      taken[reader].push(read_s);
    }
    await rm(data, { recursive: true, force: true });
    const whole = await child<ReceiveFigures>('receive.ts', [
      data,
      String(of),
      values.institutions,
      files,
      workbook
    ]);
    taken.whole.push(whole.receive_s + whole.validate_s + whole.publish_s);
  }
  const fastest = taken.hucre.map((one, i) => Math.min(one, taken.sheetjs[i] ?? one));
  const ratio = (ours: readonly number[]) => median(ours.map((one, i) => one / (fastest[i] ?? Number.NaN)));
  figure('hucre merely reads it', seconds(median(taken.hucre)));
  figure('SheetJS merely reads it', seconds(median(taken.sheetjs)));
  figure('read into records', `${seconds(median(taken.ours))}, ${ratio(taken.ours).toFixed(2)} ×`, {
    holds: ratio(taken.ours) <= 4 / 3,
    says: '1.33 × the faster'
  });
  figure(
    'received, validated, published',
    `${seconds(median(taken.whole))}, ${ratio(taken.whole).toFixed(2)} ×`,
    {
      holds: ratio(taken.whole) <= 4 / 3,
      says: '1.33 × the faster'
    }
  );
}

async function returning(): Promise<void> {
  const one = await child<SlipFigures>('slip.ts', [join(folder, 'slip'), '10000']);
  say(`\nReturn slips of R04: ${one.rows} rows × 33 columns, ${one.found} faults`);
  figure('of a workbook, as it was handed in', seconds(one.workbook_s), {
    holds: one.workbook_s <= 5,
    says: '5 s'
  });
  figure('of a CSV, as a workbook', seconds(one.csv_s), { holds: one.csv_s <= 5, says: '5 s' });
  figure('the workbook, and its slip', `${one.workbook_mb.toFixed(1)}, ${one.slip_mb.toFixed(1)} MiB`);
  figure('peak memory of the service', `${one.peak_mb.toFixed(0)} MiB`);
}

/** Every indicator of a city with all 24 reports in proportion: as much as is asked for, and a tenth and a third of it. */
async function indicators(): Promise<void> {
  const prepared = join(folder, 'prepared');
  const program = await startProgram({ SHANJIAN_DEMO: 'auto', SHANJIAN_DATA: prepared }, 20 * 60_000);
  await program.stop();
  for (const share of [0.1, 0.3, 1]) {
    const large = join(folder, 'indicators');
    await rm(large, { recursive: true, force: true });
    await cp(prepared, large, { recursive: true });
    const sizes = [institutions, rows].map((one) => String(Math.round(one * share)));
    const one = await child<IndicatorFigures>('indicators.ts', [large, ...sizes, folder]);
    say(
      `\nIndicators of ${one.institutions} institutions, ${one.reviews} reviews, ${one.records} versions of records in all`
    );
    figure('one group by over the reviews', seconds(one.scan_s));
    figure('everything computed anew', seconds(one.full_s));
    figure('  versions of records a second', (one.records / one.full_s).toFixed(0));
    figure('  ratio to the group by', `${(one.full_s / one.scan_s).toFixed(1)} ×`);
    figure('one institution’s new file published, median of 3', seconds(median(one.same_day_s)), {
      holds: median(one.same_day_s) <= 1,
      says: '1 s'
    });
    figure('  the slowest, the first', seconds(Math.max(...one.same_day_s)));
    figure('which periods are known, once a publication', `${one.periods_ms.toFixed(0)} ms`);
    figure('a question for an indicator’s figures, median', `${one.page_ms.median.toFixed(0)} ms`);
    figure(`  the slowest, ${one.page_ms.of}`, `${one.page_ms.worst.toFixed(0)} ms`, {
      holds: one.page_ms.worst <= 50,
      says: '50 ms'
    });
    figure('peak memory', `${one.peak_mb.toFixed(0)} MiB`);
    const [unseen, seen] = await pastDay(large, one.past_day);
    figure('the overview of a past day, not seen before', seconds(unseen), {
      holds: unseen <= 5,
      says: '5 s'
    });
    figure('  seen before', `${(1000 * seen).toFixed(0)} ms`, { holds: seen <= 0.05, says: '50 ms' });
  }
}

/** Seconds until the page of a past day came, the first time and the second. */
async function pastDay(data: string, day: string): Promise<[number, number]> {
  const program = await startProgram({ SHANJIAN_DATA: data }, 20 * 60_000);
  const taken = async () => {
    const started = performance.now();
    const response = await fetch(`${program.address}/?asof=${day}`);
    await response.text();
    if (response.status !== 200) throw new Error(`${day}: ${response.status}`);
    return (performance.now() - started) / 1000;
  };
  try {
    return [await taken(), await taken()];
  } finally {
    await program.stop();
  }
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
