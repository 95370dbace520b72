import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanCsv } from '#ingest/scan-csv.ts';
import { csv, put } from './report-files.ts';

const scan = (text: string | Buffer, width = 3, start = 0) => scanCsv(put(text, 'scanned.csv'), start, width);

test('Well-formed lines are counted, with and without a last line end', () => {
  expect(scan('1,2,3\n4,"5,""6",7\n"8",,\n')).toMatchObject({ lines: 3 });
  expect(scan('1,2,3\r\n4,5,"6"\r\n7,8,9')).toMatchObject({ lines: 3 });
  expect(scan('标题\n1,2,3\n', 3, 7)).toMatchObject({ lines: 1 });
  expect(scan('1,2,3\n').doubt).toBeUndefined();
});

test.each([
  ['too few cells', '1,2,3\n4,5\n', 'width', 2],
  ['too many cells', '1,2,3,4\n', 'width', 1],
  ['a blank line', '1,2,3\n\n4,5,6\n', 'width', 2],
  ['a line of commas', '1,2,3\n,,\n', 'blank', 2],
  ['a quote that opens inside a cell', '1,a"b,3\n', 'quote', 1],
  ['text behind a closed quote', '1,"a"b,3\n', 'quote', 1],
  ['a cell of two lines', '1,"a\nb",3\n', 'quote', 1],
  ['a space before the quote', '1, "a,b"\n', 'quote', 1],
  ['a quote that is not closed', '1,2,"3', 'quote', 1],
  ['line ends of two kinds', '1,2,3\r\n4,5,6\n', 'line_end', 2],
  ['a lone carriage return', '1,2\r,3\n', 'control', 1],
  ['NUL', '1,\0,3\n', 'control', 1],
  ['the separator of records', '1,\x1f,3\n', 'control', 1],
  ['a line beyond all measure', `1,2,${'x'.repeat(2 ** 20)}\n`, 'long_line', 1]
])('The engine does not get a file with %s', (_, text, doubt, at) => {
  expect(scan(text)).toMatchObject({ doubt, at });
});

test('Lines across the pieces of a large file are counted once, and the tail begins with a line', () => {
  const line = `${'甲'.repeat(50)},2,"x,y"\n`;
  const lines = 60_000;
  const { doubt, lines: counted, tail } = scan(line.repeat(lines));
  expect([doubt, counted]).toEqual([undefined, lines]);
  expect(tail.length).toBeLessThanOrEqual(64 << 10);
  expect(tail.toString().startsWith(line) && tail.toString().endsWith(line)).toBe(true);
});

test('Whatever passes has as many lines as rows', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', '审', ' '), maxLength: 5 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const { doubt, lines } = scan(csv(rows));
      const simple = rows.every((row) => !row.join('').includes('\n') && row.join('') !== '');
      expect(doubt === undefined).toBe(simple);
      if (!doubt) expect(lines).toBe(rows.length);
    })
  );
});
