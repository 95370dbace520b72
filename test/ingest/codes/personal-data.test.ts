/** The engine refuses and the program hides the same numbers. */
import fc from 'fast-check';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { personalDataSql, withoutPersonalData } from '#ingest/codes/personal-data.ts';
import { makeUscc } from '#ingest/codes/uscc.ts';

const IDENTITY = '210102199001011234';

async function found(texts: readonly string[]): Promise<boolean[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('create table text (n integer, t varchar)');
  const appender = await connection.createAppender('text');
  texts.forEach((text, n) => {
    appender.appendInteger(n);
    appender.appendVarchar(text);
    appender.endRow();
  });
  appender.closeSync();
  const rows = await connection.runAndReadAll(`select ${personalDataSql('t')} from text order by n`);
  return rows.getRows().map(([holds]) => holds === true);
}

const hidden: [text: string, shown: string][] = [
  ['联系人13800138000', '联系人138********'],
  ['13800138000', '138********'],
  ['张三-13800138000（备用13900139000）', '张三-138********（备用139********）'],
  ['024-23212345/13800138000', '024-23212345/138********'],
  ['13800138000,13900139000', '138********,139********'],
  ['手机138 0013 8000', '手机138********'],
  ['手机：138-0013-8000', '手机：138********'],
  ['１３８００１３８０００', '１３８********'],
  ['1380 0138 000', '138********'],
  ['138 001 38000', '138********'],
  ['Tel13800138000', 'Tel138********'],
  ['13800138000@example.org', '138********@example.org'],
  ['(+86)138 0013 8000', '(+86)138********'],
  ['+8613800138000', '+861********'],
  ['0086-13800138000', '008********'],
  [`身份证：${IDENTITY}。`, '身份证：210********。'],
  ['11010119900307451x', '110********'],
  ['11010119900307451Ｘ', '110********'],
  ['２１０１０２１９９００１０１１２３４', '２１０********'],
  ['210102 19900101 1234', '210********'],
  ['2101 0219 9001 0112 34', '210********'],
  ['210102-19900101-1234', '210********'],
  [`SFZ${IDENTITY}`, 'SFZ210********'],
  // its check digit is wrong: somebody mistyped it
  ['210102199001019999', '210********']
];
const left = [
  '024-23212345',
  '(024)2321-2345转801',
  '024-13800138',
  'KY2026-13800138000',
  'P13800138000',
  'ChiCTR13800138000',
  '13800138000-2026-01',
  '113800138000',
  '138001380001',
  '13800138000.50元',
  '12800138000',
  '123456789012345678',
  '202600000000000001',
  '2101021990010112345',
  '2026-09-01 2026-09-02 12',
  '国科伦〔2026〕13号第800页',
  '统一社会信用代码12210100000000019D',
  makeUscc('91210100', '11781245'),
  // a credit code of digits alone, among which a day of birth could be seen
  '912101202010123060'
];

test('Identity and mobile numbers are found by the engine and cut down by the program, in any form', async () => {
  expect(await found(hidden.map(([text]) => text))).toEqual(hidden.map(() => true));
  expect(hidden.map(([text]) => withoutPersonalData(text))).toEqual(hidden.map(([, shown]) => shown));
});

test('Land lines, parts of identifiers, amounts, days and credit codes are left', async () => {
  expect(await found(left)).toEqual(left.map(() => false));
  expect(left.map(withoutPersonalData)).toEqual(left);
});

test('A credit code beside an identity number hides nothing', async () => {
  const text = `912101202010123060，${IDENTITY}`;
  expect(await found([text])).toEqual([true]);
  expect(withoutPersonalData(text)).toBe('912101202010123060，210********');
});

test('Both agree on any text, and what is shown holds no such number', async () => {
  const part = fc.oneof(
    fc.constantFrom(
      '13800138000',
      IDENTITY,
      '138 0013 8000',
      '+86',
      '-',
      ' ',
      '/',
      '.',
      '，',
      '电话',
      'P',
      'x',
      '_'
    ),
    fc.stringMatching(/^[0-9A-Za-z，、 ]{0,6}$/)
  );
  const texts = fc.sample(
    fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
    { numRuns: 2000, seed: 3 }
  );
  const shown = texts.map(withoutPersonalData);
  expect(await found(texts)).toEqual(texts.map((text, n) => text !== shown[n]));
  expect(await found(shown)).toEqual(texts.map(() => false));
});
