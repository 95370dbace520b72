import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { endReading, readFile } from '#ingest/read-file.ts';
import { reports } from '#ingest/reports/index.ts';
import { csv, fields, folder, headers, put, recordsOf, refusal, review } from './report-files.ts';

const scratch = join(folder, 'scratch-of-processes');
afterAll(endReading);

test('Files are read in another process, one after another and several at once', async () => {
  const paths = [1, 2, 3, 4, 5].map((n) => put(csv([headers, review(n), ['合计']])));
  const reads = await Promise.all(paths.map((path) => readFile(path, 'r04.csv', reports, scratch)));
  const ids = reads.map(({ sheets: [sheet] }) => sheet && recordsOf(sheet)[0]?.cells.review_id);
  expect(ids).toEqual([1, 2, 3, 4, 5].map((n) => review(n)[0]));
});

test('A Rejection comes back as one, and the next file is read', async () => {
  const bad = put(csv([headers.slice(2)]));
  const rejection = await refusal(readFile(bad, 'r04.csv', reports, scratch));
  expect(rejection).toMatchObject({ code: 'missing_columns', params: { missing: '审查编号、委员会编号' } });
  const good = await readFile(put(csv([headers, review(1)])), 'r04.csv', reports, scratch);
  expect(good.sheets[0]).toMatchObject({ report: 'R04', row_count: 1, records: { road: 'csv' } });
});

test('A fault of ours is no Rejection', async () => {
  const missing = join(folder, 'no-such-file');
  await expect(readFile(missing, 'x.csv', reports, scratch)).rejects.toThrow('ENOENT');
});

test('A file that takes too long is given back, and the next one is read', async () => {
  const long = put(
    csv([headers, ...Array.from({ length: 20_000 }, (_, n) => review(n, { project_id: '"' }))])
  );
  const rejection = await refusal(
    readFile(long, 'x.csv', reports, scratch, { timeout_ms: 1, csv_road: 'records' })
  );
  expect(rejection.code).toBe('too_slow');
  expect((await readFile(long, 'x.csv', reports, scratch)).sheets[0]?.row_count).toBe(20_000);
});

test('A file that needs more memory than allowed is given back, and the service lives', async () => {
  const row = Object.fromEntries(fields.map((field, i) => [field, review(1)[i]]));
  const large = put(JSON.stringify(Array.from({ length: 60_000 }, () => row)));
  const rejection = await refusal(readFile(large, 'x.json', reports, scratch, { heap_mb: 40 }));
  expect(rejection.code).toBe('too_large');
  const next = await readFile(put(csv([headers, review(1)])), 'x.csv', reports, scratch, { heap_mb: 40 });
  expect(next.sheets[0]?.row_count).toBe(1);
});

test('The scratch folder is made where it is missing', async () => {
  const other = join(folder, 'made', 'here');
  await readFile(put(csv([headers])), 'x.csv', reports, other);
  expect(existsSync(other)).toBe(true);
});
