/** A file that the engine reads by itself, in parallel: every row stands at its own line. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { receive } from '#ingest/receive.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { writeLargeReviews } from '#fixtures/large-reviews.ts';
import { SmallCity } from '../warehouse/small-city.ts';

test('row numbers are the lines of the file, with other rows before it in the table', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lines-'));
  const city = await SmallCity.open();
  try {
    const file = (name: string, rows: number, first: number) => {
      const path = join(folder, name);
      writeLargeReviews({ rows, first, path, institutions: 40, end: '2026-11-20' });
      return path;
    };
    const take = (path: string) =>
      receive(city.warehouse, {
        file_name: 'R04.csv',
        bytes: path,
        channel: 'upload',
        authority: { kind: 'city', code: '' },
        at: new Date('2026-11-20T10:00:00+08:00')
      });
    await take(file('few.csv', 50, 9_000_000));
    await validateSubmissions(city.warehouse);
    const path = file('many.csv', 60_000, 0);
    const id = await take(path);
    await validateSubmissions(city.warehouse);

    const lines = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
    const at = lines[0]?.replace('\ufeff', '').split(',').indexOf('审查编号') ?? -1;
    const written = lines.slice(1).map((line, i) => `${i + 2} ${line.split(',')[at]}`);
    const landed = await city.warehouse.engine.all<{ row_no: number; review_id: string }>(
      'select row_no, review_id from raw.reviews where submission_id = $id order by row_no',
      { id }
    );
    expect(landed.map(({ row_no, review_id }) => `${row_no} ${review_id}`)).toEqual(written);
  } finally {
    await city.close();
    rmSync(folder, { recursive: true });
  }
});
