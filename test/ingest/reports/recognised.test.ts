import { expect, test } from 'vitest';
import { reports } from '#ingest/reports/index.ts';
import type { Column } from '#ingest/declare.ts';
import { recognise } from '#ingest/recognise.ts';

const each = reports.map((report) => [report.id, report] as const);

test.each(each)('%s: its header in any of its words is its own, and no other report’s', (id, report) => {
  const columns: readonly Column[] = report.columns;
  const headers: ((column: Column) => string)[] = [
    ({ zh }) => zh,
    ({ en }) => en,
    ({ field }) => field,
    ...[0, 1, 2].map((nth) => (column: Column) => column.variants?.[nth] ?? column.zh)
  ];
  for (const words of headers) {
    const lines = [{ row: 1, cells: columns.map(words) }];
    const read = recognise(lines, reports);
    if (!('found' in read)) throw new Error(`${id}: ${JSON.stringify(read.rejection)}`);
    expect(read.found.report.id).toBe(id);
    expect(Object.keys(read.found.columns).sort()).toEqual(columns.map(({ field }) => field).sort());
  }
});
