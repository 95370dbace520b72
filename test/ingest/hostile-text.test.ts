/** Text files made to harm, broken on the way, or called what they are not. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { endReading, readFile } from '#ingest/read-file.ts';
import { fillWords, Rejection, rejectionWords, type RejectionCode } from '#ingest/rejection.ts';
import { reports } from '#ingest/reports/index.ts';
import { compoundOf } from './hostile/compound-of.ts';
import { ledger, workbookOf } from './hostile/workbook-of.ts';
import {
  csv,
  csvLine,
  fields,
  folder,
  headers,
  put,
  read,
  readSheet,
  recordsOf,
  refusal,
  rejectionOf,
  review
} from './report-files.ts';

afterAll(endReading);

const table = csv([headers, review(1), review(2)]);
const object = (n: number, more = '') =>
  `{${fields.map((field, i) => `"${field}":${JSON.stringify(review(n)[i])}`).join(',')}${more}}`;

/** Both languages, filled in whole: nothing is left of the placeholders. */
function reasonOf(error: Rejection): void {
  for (const words of [rejectionWords[error.code].says, rejectionWords[error.code].remedy]) {
    const { zh, en } = fillWords(words, error.params);
    expect(zh + en).not.toMatch(/\{\w+\}/);
    expect(zh.length + en.length).toBeGreaterThan(10);
  }
}

const files: [what: string, content: string | Uint8Array, code: RejectionCode][] = [
  ['nothing', '', 'empty_file'],
  ['one byte', 'x', 'not_recognised'],
  ['one zero', Buffer.alloc(1), 'not_supported'],
  ['a byte order mark', '\ufeff', 'empty_file'],
  ['a byte order mark of UTF-16', Buffer.from([0xff, 0xfe]), 'empty_file'],
  ['half of a byte order mark', Buffer.from([0xef, 0xbb]), 'not_recognised'],
  ['a megabyte of zeros', Buffer.alloc(1 << 20), 'not_supported'],
  ['a megabyte of quotes', '"'.repeat(1 << 20), 'long_line'],
  ['a million quotes on many lines', `${headers.join(',')}\n${'"\n'.repeat(500_000)}`, 'unclosed_quote'],
  ['a million quoted nothings on a line', '"",'.repeat(1 << 20), 'long_line'],
  ['a million stray quotes', `${headers.join(',')}\n${'"a"b,'.repeat(300_000)}\n`, 'too_wide'],
  ['a hundred thousand columns', `${'x,'.repeat(100_000)}\n`, 'too_wide'],
  [
    'a header of a hundred thousand columns with a ledger below',
    `${'列,'.repeat(100_000)}\n${table}`,
    'too_wide'
  ],
  ['a row of a hundred thousand cells', `${table}${'x,'.repeat(100_000)}\n`, 'too_wide'],
  ['a line of five million characters', `${table}${'审'.repeat(5 << 20)}\n`, 'long_line'],
  ['a line without end', 'x'.repeat(3 << 20), 'long_line'],
  ['a quote that is opened and cut off', `${table}"0000019C-C01`, 'unclosed_quote'],
  [
    'UTF-8 cut within a character',
    Buffer.from(table).subarray(0, Buffer.from(table).lastIndexOf('的') + 2),
    'bad_encoding'
  ],
  ['gzip', gzipSync(table), 'not_supported'],
  ['gzip cut off', gzipSync(table).subarray(0, 40), 'not_supported'],
  ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'not_supported'],
  ['a PDF', `%PDF-1.7\n${table}`, 'not_supported'],
  ['a program', Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(200, 3)]), 'not_supported'],
  [
    'a web page',
    `\ufeff\n<HTML><table><tr><td>${headers.join('</td><td>')}</td></tr></table>`,
    'not_supported'
  ],
  [
    'a mail with a web page in it',
    'MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html><table>',
    'not_supported'
  ],
  [
    'XML with entities that multiply',
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`,
    'not_supported'
  ],
  [
    'a workbook of the old kind with a password',
    compoundOf({ EncryptedPackage: Buffer.alloc(5000) }),
    'password_protected'
  ],
  ['lists in lists', '['.repeat(1_000_000), 'not_recognised'],
  ['objects in objects', '{"a":'.repeat(200_000), 'json_broken'],
  ['objects in objects, all closed', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'not_recognised'],
  ['a record within a record', `[${object(1, ',"x":{"y":[[[[]]]]}')}]`, 'json_nested'],
  ['a key twice', `[${object(1)},${object(2, ',"review_id":"x"')}]`, 'repeated_key'],
  ['a key twice, one object a line', `${object(1)}\n${object(2, ',"review_id":"x"')}\n`, 'repeated_key'],
  ['JSON that is cut off', `[${object(1)},{"review_id":"x`, 'json_broken'],
  ['a line of JSON without end', `${object(1)}\n{"review_id":"${'x'.repeat(6 << 20)}`, 'long_line'],
  [
    'a text of five million characters',
    `[${object(1).replace(/"extension_reason":"/, `$&${'x'.repeat(5 << 20)}`)}]`,
    'long_line'
  ],
  [
    'twenty thousand keys',
    `[{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join(',')}}]`,
    'too_wide'
  ],
  ['numbers alone', '[1,2,3]', 'not_recognised'],
  ['nothing in JSON', 'null', 'not_recognised']
];

test.each(files)('%s is given back with its reason', async (_, content, code) => {
  const started = performance.now();
  const rejection = await rejectionOf(content, { name: '审查台账.xls' });
  expect(rejection.code).toBe(code);
  reasonOf(rejection);
  expect(performance.now() - started).toBeLessThan(8000);
});

test.each([
  ['a table that is called a workbook', table, '审查台账.xlsx'],
  ['a workbook that is called a table', workbookOf(ledger(2)), '审查台账.csv'],
  ['JSON that is called a picture', `[${object(1)},${object(2)}]`, '审查.png']
])('%s is read for what it is', async (_, content, name) => {
  expect(await readSheet(content, { name })).toMatchObject({ report: 'R04', row_count: 2 });
});

test('A header alone is a table without rows', async () => {
  for (const content of [csv([headers]), headers.join(','), `\ufeff${csv([headers])}`, workbookOf(ledger(0))])
    expect(await readSheet(content)).toMatchObject({ report: 'R04', row_count: 0 });
});

test('A row that was cut off in the middle is read as far as it goes, and is said', async () => {
  const cut = table.slice(0, table.lastIndexOf(review(2)[5] ?? ''));
  const { sheets, remarks } = await read(cut);
  expect(sheets[0]?.row_count).toBe(2);
  expect(remarks).toMatchObject([{ code: 'short_row', row: 3 }]);
});

test('Control characters become signs that can be seen, line ends of Word become line ends', async () => {
  const odd = review(1, {
    extension_reason: '补\x00正\x1f材\x07料\x7f',
    emergency_reason: '一\x0b二\x0c三\t四'
  });
  for (const content of [
    csv([headers, odd]),
    `[${JSON.stringify(Object.fromEntries(fields.map((f, i) => [f, odd[i]])))}]`
  ]) {
    const { sheets, remarks } = await read(content);
    const [sheet] = sheets;
    expect(sheet && recordsOf(sheet)[0]?.cells).toMatchObject({
      extension_reason: '补␀正␟材␇料␡',
      emergency_reason: '一\n二\n三\t四'
    });
    expect(sheet?.control_signs).toBe(true);
    expect(remarks).toMatchObject([{ code: 'control_signs', params: { count: 1 } }]);
  }
});

test('Formulas in a table are text', async () => {
  const formulas = [
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x","y")',
    '@SUM(1)',
    '+1',
    '-1+2',
    '\t=1',
    '\r=1'
  ];
  for (const formula of formulas) {
    const sheet = await readSheet(csv([headers, review(1, { extension_reason: formula })]), {
      limits: { csv_road: 'records' }
    });
    expect(recordsOf(sheet)[0]?.cells.extension_reason).toBe(formula.replace('\r', '\n'));
  }
});

test('Keys that mean something to a program are columns that nobody knows', async () => {
  const more = ',"__proto__":"x","constructor":"y","toString":"z"';
  const sheet = await readSheet(`[${object(1, more)}]`);
  expect(sheet.unknown_columns.map(({ header }) => header)).toEqual(['__proto__', 'constructor', 'toString']);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  const cells = await readSheet(
    csv([headers, review(1, { extension_reason: 'constructor', project_id: '__proto__' })]),
    {
      limits: { csv_road: 'records' }
    }
  );
  expect(recordsOf(cells)[0]?.cells).toMatchObject({
    extension_reason: 'constructor',
    project_id: '__proto__'
  });
});

test('Numbers in JSON lose no digit, halves of characters are remarked on', async () => {
  const text = `[${object(1)
    .replace(/"review_id":"[^"]*"/, '"review_id":210102199001011234')
    .replace(/"extension_reason":"[^"]*"/, '"extension_reason":"\\ud800x"')}]`;
  const { sheets, remarks } = await read(text);
  const [sheet] = sheets;
  expect(sheet && recordsOf(sheet)[0]?.cells).toMatchObject({
    review_id: '210102199001011234',
    extension_reason: '\ufffdx'
  });
  expect(remarks).toMatchObject([{ code: 'damaged_text', params: { count: 1 } }]);
});

test('Text of far more bytes than the reader may hold is read, or given back, all the same', async () => {
  // Neither the heap nor all of the process could hold any of it as a whole.
  const limits = { heap_mb: 60, memory_mb: 260 };
  const scratch = `${folder}/scratch-small`;
  const asked = (content: string | Uint8Array) =>
    refusal(readFile(put(content), 'x.csv', reports, scratch, limits));
  const line = Buffer.from(csvLine(review(1)) + '\n');
  const long = Buffer.alloc(160 << 20, line);
  const opened = await readFile(
    put(Buffer.concat([Buffer.from(csv([headers])), long.subarray(0, long.lastIndexOf(0x0a) + 1)])),
    'x.csv',
    reports,
    scratch,
    limits
  );
  expect(opened.sheets[0]?.row_count).toBe(Math.floor((160 << 20) / line.length));
  expect((await asked(Buffer.alloc(160 << 20, 'x'))).code).toBe('long_line');
  expect((await asked(Buffer.concat([Buffer.from(table), Buffer.alloc(160 << 20, 'x')]))).code).toBe(
    'long_line'
  );
  expect((await asked(Buffer.alloc(160 << 20))).code).toBe('not_supported');
}, 60_000);

const ends = async (content: Uint8Array, name: string): Promise<void> => {
  try {
    await read(content, { name });
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    reasonOf(error);
  }
};

test('Any bytes are read or given back with a reason', async () => {
  const beginnings = [
    '',
    'PK\x03\x04',
    'PK\x05\x06',
    '{',
    '[{',
    '<?xml',
    '\ufeff',
    '{"rows":[',
    'R04',
    '"'
  ].map((text) => Buffer.from(text, 'latin1'));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 600 }), (begin, rest) =>
      ends(Buffer.concat([begin, rest]), '审查台账.csv')
    ),
    { seed: 11, numRuns: 60 }
  );
}, 60_000);

test('Any change to a file is read or given back with a reason', async () => {
  const sound: Uint8Array[] = [
    Buffer.from(table),
    Buffer.from(`[${object(1)},${object(2)}]`),
    Buffer.from(`${object(1)}\n${object(2)}\n`),
    workbookOf(ledger(3)),
    compoundOf({ Workbook: Buffer.alloc(6000, 9) })
  ];
  const change = fc.record({
    file: fc.nat(sound.length - 1),
    cuts: fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), fc.uint8Array({ maxLength: 6 })),
      {
        minLength: 1,
        maxLength: 4
      }
    )
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ file, cuts }) => {
      let bytes = Buffer.from(sound[file] ?? []);
      for (const [where, gone, put] of cuts) {
        const at = Math.floor(where * bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)]);
      }
      await ends(bytes, 'r04');
    }),
    { seed: 13, numRuns: 50 }
  );
}, 60_000);
