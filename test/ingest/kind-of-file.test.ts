import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { compoundOf } from './hostile/compound-of.ts';
import { csv, headers, readSheet, rejectionOf, review } from './report-files.ts';
import { zipOf } from './zip-of.ts';

/** Records of a workbook stream: its beginning, then FILEPASS or the list of sheets. */
const records = (kind: number) =>
  Buffer.concat([Buffer.from([0x09, 0x08, 4, 0, 0, 6, 5, 0, kind, 0, 2, 0, 1, 0]), Buffer.alloc(8000)]);

test.each([
  ['an empty file', '', 'empty_file', undefined],
  ['a byte order mark alone', '\uFEFF', 'empty_file', undefined],
  ['blank lines', '\n \n\n', 'empty_file', undefined],
  [
    'a workbook of Excel 4',
    Buffer.from([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0, 0, 0]),
    'old_excel',
    undefined
  ],
  ['a broken workbook of before 2007', compoundOf({ Workbook: records(0x85) }), 'broken_archive', undefined],
  [
    'a workbook of before 2007 with a password',
    compoundOf({ Workbook: records(0x2f) }),
    'password_protected',
    undefined
  ],
  ['a Word document of that time', compoundOf({ WordDocument: records(0) }), 'not_supported', 'DOC'],
  ['a mail of that time', compoundOf({ __properties: records(0) }), 'not_supported', 'OLE'],
  [
    'the beginning of such a file',
    compoundOf({ Workbook: records(0) }).subarray(0, 700),
    'broken_archive',
    undefined
  ],
  [
    'a program',
    Buffer.concat([Buffer.from('MZ'), Buffer.from([0x90, 0, 3]), Buffer.alloc(90)]),
    'not_supported',
    'EXE'
  ],
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

test('A document that is no workbook is refused, whatever it is called', async () => {
  const document = zipOf({ '[Content_Types].xml': Buffer.from('x'), 'word/document.xml': Buffer.from('x') });
  expect(await rejectionOf(document)).toMatchObject({ code: 'not_supported', params: { kind: 'DOCX' } });
  const open = zipOf({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.text'),
    'content.xml': Buffer.from('x')
  });
  expect(await rejectionOf(open)).toMatchObject({ code: 'not_supported', params: { kind: 'ODT' } });
});

test('A table whose first header begins with the letters of an archive is a table', async () => {
  const sheet = await readSheet(
    csv([
      ['PK 编号', ...headers],
      ['1', ...review(1)]
    ])
  );
  expect(sheet).toMatchObject({ report: 'R04', row_count: 1 });
});
