import { expect, test } from 'vitest';
import { z } from 'zod';
import { cellText, csvOf } from '#dashboard/server/csv.ts';
import { field, words } from '#dashboard/server/field.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-1+2', "'-1+2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
  ['  =1', "'  =1"],
  ['＝1+1', "'＝1+1"],
  ['－2', "'－2"],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['\n=1', `"'\n=1"`],
  ['\u200b=1', "'\u200b=1"],
  ['\u0001=1', "'\u0001=1"],
  ['-2+3', "'-2+3"],
  ['-cmd|calc', "'-cmd|calc"]
])('%j is no formula any more', (text, cell) => expect(cellText(text)).toBe(cell));

test.each([
  [-12.5, '-12.5'],
  ['-12.5', '-12.5'],
  ['-1,234.50', '"-1,234.50"'],
  ['-3e-5', '-3e-5'],
  ['-5%', '-5%'],
  [-0.5, '-0.5'],
  ['a;=1+1', '"a;=1+1"'],
  ['+86', '+86'],
  ['a-b', 'a-b'],
  ['伦理“审查”', '伦理“审查”'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  [0, '0'],
  [false, 'false'],
  ['', ''],
  [null, '']
])('%j stays what it is', (value, cell) => expect(cellText(value)).toBe(cell));

const row = z.strictObject({
  name: field(words, '名称', 'Name'),
  also: field(words.nullable(), '又名', 'Also'),
  n: field(z.number().nullable(), '数', 'Number'),
  list: field(z.array(z.string()), '表', 'List'),
  source: field(z.strictObject({ row_no: field(z.int(), '行号', 'Row') }).nullable(), '出处', 'Source'),
  deep: field(z.array(z.strictObject({ a: z.int() })), '深', 'Deep')
});

async function csv(language: 'zh' | 'en', ...batches: z.output<typeof row>[][]): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of csvOf(
    row,
    (async function* () {
      yield* batches;
    })(),
    language
  ))
    parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

const one: z.output<typeof row> = {
  name: { zh: '甲', en: 'First' },
  also: null,
  n: -3,
  list: ['x', 'y'],
  source: { row_no: 7 },
  deep: [{ a: 1 }]
};

test('a mark, a header in the language asked for, CRLF; what is nested becomes columns', async () => {
  const two = { ...one, name: { zh: '乙', en: 'Second' }, source: null, n: null };
  expect(await csv('zh', [one], [two])).toBe(
    '\uFEFF名称,又名,数,表,出处：行号,深\r\n甲,,-3,"x;y",7,"[{""a"":1}]"\r\n乙,,,"x;y",,"[{""a"":1}]"\r\n'
  );
  expect(await csv('en', [one])).toBe(
    '\uFEFFName,Also,Number,List,Source: Row,Deep\r\nFirst,,-3,"x;y",7,"[{""a"":1}]"\r\n'
  );
});

test('nothing to list is a header alone', async () => {
  expect(await csv('en')).toBe('\uFEFFName,Also,Number,List,Source: Row,Deep\r\n');
  expect(await csv('en', [], [])).toBe('\uFEFFName,Also,Number,List,Source: Row,Deep\r\n');
});
