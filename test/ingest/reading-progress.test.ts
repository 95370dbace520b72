import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { endReading, readFile } from '#ingest/read-file.ts';
import { bytesRead, ReadingProgress, rowsWritten, type ReadingAt } from '#ingest/reading-progress.ts';
import { reportOf, reports } from '#ingest/reports/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'shanjian-reading-'));
afterAll(async () => {
  await endReading();
  rmSync(folder, { recursive: true });
});

const { columns } = reportOf('R04');
const record = columns.map(({ example }) => `"${example.replaceAll('"', '""')}"`).join(',');
const csv = (rows: number) => `${columns.map(({ zh }) => zh).join(',')}\n${`${record}\n`.repeat(rows)}`;

async function read(name: string, text: string): Promise<{ said: ReadingAt[]; rows: number }> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const said: ReadingAt[] = [];
  const found = await readFile(path, name, reports, folder, { csv_road: 'records' }, [], (at) =>
    said.push(at)
  );
  return { said, rows: found.sheets[0]?.row_count ?? 0 };
}

test('a large file says how far it is while it is read, and never goes back', async () => {
  const { said, rows } = await read('large.csv', csv(150_000));
  expect(rows).toBe(150_000);
  const counted = said.filter((at) => at.rows > 0);
  expect(counted.length).toBeGreaterThan(2);
  for (const [n, at] of counted.entries()) {
    expect(at.rows).toBeGreaterThanOrEqual(counted[n - 1]?.rows ?? 0);
    expect(at.share ?? 0).toBeGreaterThanOrEqual(counted[n - 1]?.share ?? 0);
    expect(at.share ?? 0).toBeLessThanOrEqual(1);
    // What is expected comes near what there is, as soon as a chunk more or less is little beside what was read.
    if (at.share === null || at.share < 0.5) continue;
    expect(at.rows / at.share / rows).toBeGreaterThan(0.5);
    expect(at.rows / at.share / rows).toBeLessThan(1.5);
  }
}, 300_000);

test('rows that are read from memory have no share of the bytes', () => {
  let now = 0;
  const said: ReadingAt[] = [];
  const progress = new ReadingProgress(
    100,
    (at) => said.push(at),
    () => now,
    10
  );
  bytesRead.publish(100);
  now = 20;
  rowsWritten.publish(5);
  now = 25;
  rowsWritten.publish(5);
  now = 40;
  rowsWritten.publish(5);
  progress.end();
  now = 100;
  rowsWritten.publish(5);
  expect(said).toEqual([
    { rows: 5, share: null },
    { rows: 15, share: null }
  ]);
  expect(rowsWritten.hasSubscribers).toBe(false);
});
