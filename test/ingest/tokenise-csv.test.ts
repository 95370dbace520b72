import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rejection } from '#ingest/rejection.ts';
import type { Delimiter } from '#ingest/tokenise-csv.ts';
import { CsvTokeniser, newlineOf } from '#ingest/tokenise-csv.ts';
import { csv } from './report-files.ts';

interface Tokens {
  lines: number[];
  rows: string[][];
  stray: number[];
}

/** Pushes the text in pieces of the given length. */
function tokens(text: string, piece = text.length, delimiter: Delimiter = ',', width?: number): Tokens {
  const read: Tokens = { lines: [], rows: [], stray: [] };
  const take = (line: number, cells: string[]) => {
    read.lines.push(line);
    read.rows.push(cells);
  };
  const tokeniser = new CsvTokeniser(delimiter, newlineOf(text), take, (line) => read.stray.push(line));
  tokeniser.width = width;
  for (let at = 0; at < text.length; at += piece) tokeniser.push(text.slice(at, at + piece));
  tokeniser.end();
  return read;
}

const cell = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', ',', '\n', '\r\n', '\t', ';', ' ', '审', 'a'),
    fc.string({ unit: 'grapheme' })
  ),
  maxLength: 12
});
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 })
  );

test('Any table gives its cells back with the lines on which its rows begin, in pieces of any length', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom<Delimiter>(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 40 }),
      (rows, delimiter, newline, piece) => {
        const read = tokens(csv(rows, delimiter, newline), piece, delimiter, rows[0]?.length);
        expect(read.rows).toEqual(rows);
        let line = 1;
        const lines = rows.map((row) => {
          const begins = line;
          line += 1 + row.join('').split('\n').length - 1;
          return begins;
        });
        expect(read.lines).toEqual(lines);
      }
    ),
    { numRuns: 300 }
  );
});

test('A file of an old Macintosh has lone carriage returns for line ends', () => {
  expect(tokens('a,b\r1,"x\ry"\r2,z').rows).toEqual([
    ['a', 'b'],
    ['1', 'x\ry'],
    ['2', 'z']
  ]);
});

test('Quotes inside a bare cell and text behind a closed quote stay as they are written', () => {
  const read = tokens('5" 管,"甲"乙,丙\n1,2,3\n');
  expect(read.rows).toEqual([
    ['5" 管', '甲乙', '丙'],
    ['1', '2', '3']
  ]);
  expect(read.stray).toEqual([1]);
});

test.each([
  ['never closed', 'a,b\n1,"x\n2,y\n3,z\n', 2],
  ['closed by the next cell that is quoted', 'a,b\n1,2\n2,"x\n3,"y"\n', 3],
  ['that swallows more than a hundred lines', `a,b\n1,"x\n${'2,y\n'.repeat(101)}3,"z"\n`, 2],
  ['that swallows more than a cell can hold', `a,b\n1,"${'长'.repeat(32769)}",z\n`, 2],
  ['whose record has another width', 'a,b\n1,"x\n,",y,z\n', 2],
  ['opened in a record that spans lines already', 'a,b\n"1\n2","x\n', 3]
])('A quote %s is named with its line', (_, text, line) => {
  for (const piece of [text.length, 7]) {
    let fault: unknown;
    try {
      tokens(text, piece, ',', 2);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(Rejection);
    expect(fault).toMatchObject({ code: 'unclosed_quote', params: { line } });
  }
});

test('Cells of exactly the allowed size pass', () => {
  const long = '长'.repeat(32768);
  expect(tokens(`a,"${long}"\n`, 5000).rows).toEqual([['a', long]]);
});
