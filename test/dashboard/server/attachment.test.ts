import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachment } from '#dashboard/server/resources/submitted-file.ts';

const nameIn = (header: string) => decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '');

test('A name is given back in full, and in ASCII for those who read no more', () => {
  expect(attachment('审查 “台账”(1).xlsx')).toBe(
    `attachment; filename="__ ____(1).xlsx"; filename*=UTF-8''%E5%AE%A1%E6%9F%A5%20%E2%80%9C%E5%8F%B0%E8%B4%A6%E2%80%9D%281%29.xlsx`
  );
});

test.each([
  ['审查\u202exslx.exe', '审查xslx.exe'],
  ['../../etc/passwd', 'passwd'],
  ['a"; filename="b.exe', 'a"; filename="b.exe'],
  ['a\r\nSet-Cookie: x=1.csv', 'aSet-Cookie: x=1.csv'],
  ['NUL.csv', '_NUL.csv'],
  ['\ud800.csv', '\ufffd.csv'],
  ['', 'unnamed']
])('%j is served as %j', (name, served) => expect(nameIn(attachment(name))).toBe(served));

test('Whatever a file is called, the header is one line of ASCII with two names, and leads nowhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const header = attachment(name);
      expect(header).toMatch(
        /^attachment; filename="[^"\\%\x00-\x1f\x7f-\uffff]+"; filename\*=UTF-8''[!#$&+\-.^_`|~%0-9A-Za-z]+$/
      );
      expect(nameIn(header)).toMatch(/^[^\\/\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u);
    }),
    { seed: 9, numRuns: 150 }
  );
});
