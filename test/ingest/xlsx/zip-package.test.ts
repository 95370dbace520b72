import { readXlsx, writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { ZipPackage } from '#ingest/xlsx/zip-package.ts';
import { zipOf } from '../zip-of.ts';

test('parts are replaced and added, the others keep their packed bytes and their order', () => {
  const before = zipOf({
    'a.xml': Buffer.from('<a/>'),
    'b.bin': Buffer.from([1, 2, 3]),
    'c.xml': Buffer.from('<c/>')
  });
  const pack = ZipPackage.open(before);
  pack.put('a.xml', '<数/>');
  pack.put('d.xml', '<d/>');
  const after = ZipPackage.open(pack.bytes());
  expect(after.names).toEqual(['a.xml', 'b.bin', 'c.xml', 'd.xml']);
  expect(['a.xml', 'c.xml', 'd.xml'].map((name) => after.text(name))).toEqual(['<数/>', '<c/>', '<d/>']);
  expect(after.freeName('d', '.xml')).toBe('d1.xml');
});

test('a workbook that was only opened and written again says the same', async () => {
  const before = await writeXlsx({ sheets: [{ name: 'S', rows: [['a', 1]] }] });
  const after = ZipPackage.open(Buffer.from(before)).bytes();
  expect((await readXlsx(after)).sheets).toEqual((await readXlsx(before)).sheets);
});

test('an archive that is not sound is left alone', () => {
  const twice = zipOf({ 'a.xml': Buffer.from('<a/>'), 'b.xml': Buffer.from('<b/>') });
  for (let at = twice.indexOf('b.xml'); at !== -1; at = twice.indexOf('b.xml', at)) twice.write('a.xml', at);
  expect(() => ZipPackage.open(twice)).toThrow(/a\.xml/);
  expect(() => ZipPackage.open(zipOf({ 'a.xml': Buffer.from('<a/>') }, { 'a.xml': { flags: 1 } }))).toThrow(
    /./
  );
  const lying = ZipPackage.open(zipOf({ 'a.xml': Buffer.from('<a/>') }, { 'a.xml': { expanded: 3 } }));
  expect(() => lying.text('a.xml')).toThrow(/./);
  const wide = ZipPackage.open(zipOf({ 'a.xml': Buffer.from([0x3c, 0x61, 0x2f, 0x3e, 0xca, 0xfd]) }));
  expect(() => wide.text('a.xml')).toThrow(/./);
  expect(() => wide.text('b.xml')).toThrow(/b\.xml/);
});
