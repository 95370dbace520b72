import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isUscc,
  makeUscc,
  usccBodyHolds,
  usccBodyHoldsSql,
  usccCheckDigit,
  usccHoldsSql
} from '#ingest/codes/uscc.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const valid = [
  '91350100M000100Y43',
  '11320000MB151840XJ',
  '12210100000000019C',
  '12210112000000027K',
  '91210112MA00000310',
  '122101030000000438',
  '91210113MA00000586'
];
const invalid = [
  '91350100M000100Y4Z', // the published example's own misprint
  '91350100M000100Y44',
  '12210100000000019c',
  '1221010000000001９C',
  ' 12210100000000019C',
  '12210100000000019C\n',
  '12210100000000019',
  '12210100000000019CC',
  '1I210100000000019C',
  '1221010A000000019C',
  ''
];

/** What SQL says of many texts at once: does the code hold, does its body. */
async function inSql(texts: readonly string[]): Promise<{ holds: unknown; body: unknown }[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    await connection.run('create table t (n integer, uscc varchar)');
    const insert = await connection.prepare('insert into t values ($1, $2)');
    for (const [at, text] of texts.entries()) {
      insert.bindInteger(1, at);
      insert.bindVarchar(2, text);
      await insert.run();
    }
    const read = await connection.runAndReadAll(
      `select ${usccHoldsSql('uscc')} as holds, ${usccBodyHoldsSql('uscc')} as body from t order by n`
    );
    return read.getRowObjectsJson() as { holds: unknown; body: unknown }[];
  } finally {
    connection.closeSync();
  }
}

test.each(valid)('%s is a code, and so is its body', (code) => {
  expect(isUscc(code)).toBe(true);
  expect(usccBodyHolds(code)).toBe(true);
  expect(usccCheckDigit(code.slice(0, 17))).toBe(code.charAt(17));
});

test.each(invalid)('%j is none', (text) => expect(isUscc(text)).toBe(false));

test('a code is made of its area and its body', () => {
  expect(makeUscc('12210100', '00000001')).toBe('12210100000000019C');
  expect(makeUscc('91350100', 'M000100Y')).toBe('91350100M000100Y43');
  expect(() => makeUscc('1I210100', '00000001')).toThrow(RangeError);
});

test('SQL agrees with TypeScript on the known codes, on random ones and on their misprints', async () => {
  const symbol = fc.constantFrom(...ALPHABET);
  const word = (length: number) =>
    fc.array(symbol, { minLength: length, maxLength: length }).map((symbols) => symbols.join(''));
  const area = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'));
  const made = fc.tuple(word(2), area, word(8)).map(([kind, place, body]) => makeUscc(kind + place, body));
  const misprint = fc
    .tuple(made, fc.nat(17), symbol)
    .map(([code, at, other]) => code.slice(0, at) + other + code.slice(at + 1));
  const texts = [
    ...valid,
    ...invalid,
    ...fc.sample(made, { numRuns: 300, seed: 1 }),
    ...fc.sample(misprint, { numRuns: 500, seed: 2 })
  ];
  const answers = await inSql(texts);
  expect(answers.map((answer) => answer.holds)).toEqual(texts.map(isUscc));
  const codes = texts
    .map((text, at) => ({ text, body: answers[at]?.body }))
    .filter(({ text }) => isUscc(text));
  expect(codes.map(({ body }) => body)).toEqual(codes.map(({ text }) => usccBodyHolds(text)));
  expect(codes.length).toBeGreaterThan(300);
  expect(codes.length).toBeLessThan(texts.length);
});

test('one wrong symbol is always seen', () => {
  for (const code of valid)
    for (let at = 0; at < 18; at++)
      for (const other of ALPHABET)
        if (other !== code.charAt(at))
          expect(isUscc(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
});
