import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { csv, headers, rejectionOf, review } from './report-files.ts';
import { zipOf } from './zip-of.ts';

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const compoundWith = (stream: string) =>
  Buffer.concat([compound, Buffer.alloc(1016), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);

test.each([
  ['an empty file', '', 'empty_file', undefined],
  ['a byte order mark alone', '\uFEFF', 'empty_file', undefined],
  ['blank lines', '\n \n\n', 'empty_file', undefined],
  ['a workbook of the time before 2007', compoundWith('Workbook'), 'old_excel', undefined],
  ['a Word document of that time', compoundWith('WordDocument'), 'not_supported', 'DOC'],
  ['a PDF', '%PDF-1.7\n', 'not_supported', 'PDF'],
  ['a web page that calls itself a workbook', '<html><table><tr><td>审查编号', 'not_supported', 'HTML'],
  ['a spreadsheet in XML', '<?xml version="1.0"?><Workbook>', 'not_supported', 'XML'],
  ['a compressed file', gzipSync('审查编号'), 'not_supported', 'gzip'],
  [
    'bytes of no kind',
    Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7) % 9)),
    'not_supported',
    'binary'
  ]
])('%s is refused by its content', async (_, content, code, kind) => {
  const rejection = await rejectionOf(content, { name: '审查台账.xlsx' });
  expect(rejection.code).toBe(code);
  expect(rejection.params.kind).toBe(kind);
});

test('A workbook with a password is refused as such', async () => {
  const rows = [headers, review(1)];
  const locked = await writeXlsx({
    sheets: [{ name: '审查', rows }],
    encryption: { password: '123456', spinCount: 100 }
  });
  expect((await rejectionOf(locked)).code).toBe('password_protected');
});

test('A ZIP archive with reports in it is refused, whatever it is called', async () => {
  const archive = zipOf({ 'reviews.csv': Buffer.from(csv([headers, review(1)])) });
  expect(await rejectionOf(archive)).toMatchObject({ code: 'not_supported', params: { kind: 'ZIP' } });
  const document = zipOf({ '[Content_Types].xml': Buffer.from('x'), 'word/document.xml': Buffer.from('x') });
  expect(await rejectionOf(document)).toMatchObject({ code: 'not_supported', params: { kind: 'DOCX' } });
  const open = zipOf({ mimetype: Buffer.from('x'), 'content.xml': Buffer.from('x') });
  expect(await rejectionOf(open)).toMatchObject({ code: 'not_supported', params: { kind: 'ODS' } });
});
