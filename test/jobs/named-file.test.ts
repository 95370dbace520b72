import { expect, test } from 'vitest';
import { namedFile } from '#jobs/named-file.ts';

/** Bytes of a header as Node hands them over. */
const raw = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const gbk = Buffer.from('c3fbc2bc2e637376', 'hex');

test.each([
  ['attachment; filename="r04.csv"', 'r04.csv'],
  ['attachment; filename=r04.csv', 'r04.csv'],
  ['attachment;filename=r04.csv; size=12', 'r04.csv'],
  ['attachment; filename="__.csv"; filename*=UTF-8\'\'%E5%90%8D%E5%BD%95.csv', '名录.csv'],
  ["attachment; filename*=utf-8''%E5%90%8D%E5%BD%95%201.csv; filename=x.csv", '名录 1.csv'],
  ["attachment; filename*=GBK''%C3%FB%C2%BC.csv", '名录.csv'],
  [`attachment; filename="${raw(Buffer.from('名录.csv'))}"`, '名录.csv'],
  [`attachment; filename="${raw(gbk)}"`, '名录.csv'],
  ['attachment; filename="%E5%90%8D%E5%BD%95.csv"', '名录.csv'],
  ['attachment; filename="100%.csv"', '100%.csv'],
  ['attachment; filename="a \\"b\\".csv"', 'a "b".csv']
])('%s', (disposition, name) => {
  expect(namedFile(disposition)).toBe(name);
});

test('else the end of the address, else nothing', () => {
  const url = new URL('https://data.example/exports/%E5%90%8D%E5%BD%95.csv?month=2026-11');
  expect(namedFile(undefined, url)).toBe('名录.csv');
  expect(namedFile('inline', url)).toBe('名录.csv');
  expect(namedFile('attachment; filename=""', url)).toBe('名录.csv');
  expect(namedFile('attachment; filename="own.csv"', url)).toBe('own.csv');
  expect(namedFile(undefined, new URL('https://data.example/'))).toBeUndefined();
  expect(namedFile(undefined)).toBeUndefined();
});
