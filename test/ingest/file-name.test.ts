import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '#ingest/file-name.ts';

test.each([
  ['审查台账.xlsx', '审查台账.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\桌面\\审查\u0007台账.csv', '审查台账.csv'],
  ['..', 'unnamed'],
  ['', 'unnamed'],
  ['a/', 'unnamed'],
  [' .台账.csv. ', '台账.csv'],
  ['审查\u202exslx.exe', '审查xslx.exe'],
  ['a\r\nSet-Cookie: b.csv', 'aSet-Cookie: b.csv'],
  ['NUL', '_NUL'],
  ['con.csv', '_con.csv'],
  ['contents.csv', 'contents.csv'],
  ['张三13800138000.csv', '张三138********.csv'],
  ['a\ud800b.csv', 'a\ufffdb.csv']
])('%j is %j', (sent, name) => expect(safeFileName(sent)).toBe(name));

test('A name of 300 characters is cut, its ending stays', () => {
  const name = safeFileName(`${'𠀀'.repeat(300)}.xlsx`);
  expect([...name]).toHaveLength(200);
  expect(name.endsWith('𠀀.xlsx')).toBe(true);
});

test('No name leads anywhere, breaks a line, or changes when it is made safe again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sent) => {
      const name = safeFileName(sent);
      expect(name).toMatch(/^[^\\/\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u);
      expect(safeFileName(name)).toBe(name);
    }),
    { seed: 5, numRuns: 500 }
  );
});
