/** What a submitted cell is read as, or that it cannot be read. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Column, Report } from '#ingest/declare.ts';
import { plain } from '#warehouse/plain.ts';
import { mayBeOdd, oddRow } from '#warehouse/odd-cells.ts';
import { isPlain, NONE_PLAIN, type PlainColumns } from '#warehouse/plain-columns.ts';
import { literal, typedSelect } from '#warehouse/typed.ts';
import { districts } from './small-city.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
});
afterAll(() => connection.closeSync());

const UNREADABLE = 'unreadable';

/** A report of one column. */
function reportWith(column: Partial<Column> & Pick<Column, 'type'>): Report {
  return {
    id: 'R00',
    table: 't',
    zh: '',
    en: '',
    who: { zh: '', en: '' },
    frequency: { zh: '', en: '' },
    deadline: { zh: '', en: '' },
    nil: false,
    columns: [{ field: 'cell', zh: '', en: '', required: 'no', example: '', ...column }],
    key: ['cell'],
    institution: { field: 'cell' },
    checks: [],
    due: []
  };
}

function rawOf(texts: readonly string[]): string {
  const rows = texts.map((text, i) => `(1, 1, ${i}, ${literal(text)}, null, null)`).join(', ');
  return `(select * from (values ${rows}) v(submission_id, sheet_no, row_no, r_cell, r_report_period, r_row_action))`;
}

/** As read, in the order of the texts. */
async function read(
  column: Partial<Column> & Pick<Column, 'type'>,
  texts: readonly string[],
  plainly: PlainColumns = NONE_PLAIN
): Promise<unknown[]> {
  const found = await connection.runAndReadAll(
    `select * from (${typedSelect(reportWith(column), rawOf(texts), { CL20: districts }, [], { plain: plainly })}) order by row_no`
  );
  return found
    .getRowObjects()
    .map((row) => plain(row))
    .map((row) => (row['bad_cell'] === true ? UNREADABLE : (row['cell'] ?? null)));
}

/** Those of the texts which are written so. */
async function among(
  column: Partial<Column> & Pick<Column, 'type'>,
  texts: readonly string[]
): Promise<string[]> {
  const [cell] = reportWith(column).columns;
  if (!cell) return [];
  const found = await connection.runAndReadAll(
    `select cell from (values ${texts.map((text) => `(${literal(text)})`).join(', ')}) v(cell) where ${isPlain(cell)}`
  );
  return found.getRows().map(([text]) => String(text));
}

async function odd(
  column: Partial<Column> & Pick<Column, 'type'>,
  texts: readonly string[]
): Promise<boolean[]> {
  const report = reportWith(column);
  const found = await connection.runAndReadAll(
    `select odd from (${typedSelect(report, rawOf(texts), {}, [], { also: [oddRow(report)] })}) order by row_no`
  );
  return found.getRowObjects().map((row) => row['odd'] === true);
}

async function expectRead(
  column: Partial<Column> & Pick<Column, 'type'>,
  expected: Record<string, unknown>
): Promise<void> {
  const found = await read(column, Object.keys(expected));
  expect(Object.fromEntries(Object.keys(expected).map((text, i) => [text, found[i]]))).toEqual(expected);
}
const all = (texts: readonly string[], value: unknown) =>
  Object.fromEntries(texts.map((text) => [text, value]));

test('days, however they are written', async () => {
  await expectRead(
    { type: 'date' },
    all(
      [
        '2026-09-01',
        '2026-9-1',
        '2026/9/1',
        '2026/09/01',
        '2026.9.1',
        '2026年9月1日',
        '2026年09月01日',
        '2026年 9月 1日',
        '20260901',
        '２０２６－０９－０１',
        '２０２６年９月１日',
        '　2026-09-01 ',
        '2026-09-01 00:00:00',
        '2026/9/1 0:00:00',
        '2026-09-01T08:30',
        '2026-09-01T08:30+08:00',
        '2026-08-31T16:00:00.000Z'
      ],
      '2026-09-01'
    )
  );
  await expectRead({ type: 'date' }, { '': null, '  ': null, '　': null, '2024-02-29': '2024-02-29' });
});

test('what is no day, or could be two, is not guessed at', async () => {
  await expectRead(
    { type: 'date' },
    all(
      [
        '05/03/2026',
        '5/3/2026',
        '2026-02-30',
        '2025-02-29',
        '2026年2月30日',
        '2026-13-01',
        '20261301',
        '2026-09',
        '2026年9月',
        '9月1日',
        '2026-09-01（暂定）',
        '2026-09-01至2026-09-05',
        '2026-09-01,',
        '12026-09-01',
        'infinity',
        'epoch',
        'today',
        '46266',
        '-',
        '无'
      ],
      UNREADABLE
    )
  );
});

test('a year has four digits', async () => {
  await expectRead({ type: 'date' }, all(['26-3-5', '26.3.5', '26年3月5日', '126-3-5'], UNREADABLE));
  await expectRead(
    { type: 'datetime' },
    all(['26-3-5 9:10', '26-03-05T09:10', '26年3月5日 9:10'], UNREADABLE)
  );
});

test('times: an offset is brought to Shenyang, a text without one is wall time there', async () => {
  await expectRead(
    { type: 'datetime' },
    all(
      [
        '2026-09-01T09:10+08:00',
        '2026-09-01T09:10:00+08:00',
        '2026-09-01T01:10Z',
        '2026-09-01T01:10:00.000Z',
        '2026-09-01T10:10+09:00',
        '2026-08-31T20:10:00-05:00',
        '2026-09-01T06:40:00+05:30',
        '2026-09-01T09:10',
        '2026-09-01 09:10',
        '2026-09-01 9:10:00',
        '2026/9/1 9:10',
        '2026.9.1 9:10',
        '2026年9月1日 9:10',
        '２０２６－０９－０１　０９：１０'
      ],
      '2026-09-01T09:10'
    )
  );
  await expectRead(
    { type: 'datetime' },
    { '2026-09-01': '2026-09-01T00:00', '2026年9月1日': '2026-09-01T00:00', '': null }
  );
  await expectRead(
    { type: 'datetime' },
    all(
      ['2026-02-30 09:10', '2026-09-01 25:00', '05/03/2026 09:10', '上午9点', '09:10', 'infinity', 'epoch'],
      UNREADABLE
    )
  );
});

test('whole numbers: thousands may be apart by commas, and nothing is rounded', async () => {
  await expectRead(
    { type: 'int' },
    {
      '7': 7,
      '007': 7,
      '+7': 7,
      '-3': -3,
      '7.00': 7,
      '1,234': 1234,
      '1,234,567': 1234567,
      '１２': 12,
      '１，２３４': 1234,
      ' 12 ': 12,
      '': null
    }
  );
  await expectRead(
    { type: 'int' },
    all(
      ['7.5', '.5', '1,2', '12,34', '1,234.5', '1e3', '0x10', '1_000', '7人', '约7', 'nan', '1 234'],
      UNREADABLE
    )
  );
});

test('decimals', async () => {
  await expectRead(
    { type: 'decimal' },
    { '1,234.5': 1234.5, '１２．５': 12.5, '-3.25': -3.25, '7': 7, '5.': 5 }
  );
  await expectRead(
    { type: 'decimal' },
    all(['1,2', '1.2.3', '12%', 'nan', 'inf', '1e3', '1,234,5'], UNREADABLE)
  );
});

test('codes: by code, by Chinese and by English label, with brackets of either width', async () => {
  await expectRead(
    { type: 'code', codes: 'CL12' },
    {
      general: 'general',
      '一般程序（会议审查）': 'general',
      '一般程序(会议审查)': 'general',
      'General (meeting)': 'general',
      ' 简易程序　': 'simplified',
      '': null
    }
  );
  await expectRead(
    { type: 'code', codes: 'CL12' },
    all(['GENERAL', '一般', 'general;simplified', '通用'], UNREADABLE)
  );
  const [first] = districts;
  if (!first) throw new RangeError('no district');
  await expectRead(
    { type: 'code', codes: 'CL20' },
    { [first.code]: first.code, [first.zh]: first.code, [first.en]: first.code, '110101': UNREADABLE }
  );
});

test('yes and no in the words that people use', async () => {
  await expectRead(
    { type: 'bool' },
    all(['Y', 'y', 'Ｙ', '是', 'Yes', 'yes', 'TRUE', 'true', '1', '√'], true)
  );
  await expectRead({ type: 'bool' }, all(['N', 'n', '否', 'No', 'FALSE', 'false', '0', '×'], false));
  await expectRead({ type: 'bool' }, { ...all(['有', '2', 'T', '是否', 'Y/N'], UNREADABLE), '': null });
});

test('several codes, apart by semicolons of either width', async () => {
  const both = ['human_participants', 'laboratory_animal'];
  await expectRead(
    { type: 'codes', codes: 'CL06' },
    {
      ...all(
        [
          'human_participants;laboratory_animal',
          'human_participants；laboratory_animal',
          ' human_participants ； laboratory_animal ',
          'Human participants;laboratory_animal'
        ],
        both
      ),
      human_participants: ['human_participants'],
      '': null
    }
  );
  await expectRead(
    { type: 'codes', codes: 'CL06' },
    all(
      ['human_participants;', 'human_participants;x', ';', 'human_participants,laboratory_animal'],
      UNREADABLE
    )
  );
});

test('months and quarters', async () => {
  await expectRead(
    { type: 'month' },
    { '2026-09': '2026-09', ...all(['2026-13', '2026-9', '2026-09-01'], UNREADABLE) }
  );
  await expectRead(
    { type: 'quarter' },
    {
      ...all(['2026-Q3', '2026Q3', '2026-q3', '２０２６Ｑ３'], '2026-Q3'),
      ...all(['2026-Q5', '2026-3', 'Q3'], UNREADABLE)
    }
  );
});

describe('text', () => {
  test('is kept as it is but for the blanks at its ends; blanks alone are nothing', async () => {
    await expectRead(
      { type: 'string' },
      {
        ' 甲 乙　': '甲 乙',
        ａｂｃ１２: 'ａｂｃ１２',
        'a\u2028b': 'a\nb',
        '\t\u00a0\u3000\ufeff': null,
        '': null,
        ' x\r\n': 'x'
      }
    );
  });

  test('that names a record is half-width and in capitals', async () => {
    const code = '12210100000000019C';
    expect(
      await read({ type: 'string', ref: 'institutions' }, [
        code,
        ' 12210100000000019c　',
        '１２２１０１０００００００００１９ｃ'
      ])
    ).toEqual([code, code, code]);
    expect(await read({ type: 'string', ref: 'committees' }, ['0000019c－c01'])).toEqual(['0000019C-C01']);
  });
});

describe('A column that is plain throughout', () => {
  const days = ['2026-09-01', '2026-02-30', '0000-00-00', '1999-12-31'];
  const texts: Partial<Record<Column['type'], readonly string[]>> = {
    string: ['0000019c－c01', 'a b', ' a', 'a ', '', 'Review-1', '文', 'a\tb'],
    strings: ['a; b', 'a;b', ';', 'a;b '],
    bool: ['Y', 'no', 'maybe', '是'],
    codes: ['none;medicine', 'none; medicine', 'none;alchemy', 'none；medicine'],
    int: ['0', '-7', '007', '+7', '1,234', '123456789012345678', '9999999999999999999', '7.0', '-'],
    decimal: ['1', '-1.5', '1.', '.5', '1e3', '1,000.5', '00.5'],
    date: [...days, '2026-9-1', '20260901', '2026-09-01 '],
    datetime: [
      ...days,
      ...days.map((day) => `${day}T09:10`),
      ...days.map((day) => `${day}T23:59:60+08:00`),
      ...['2026-09-01T09:10+08:00', '2026-09-01T24:00', '2026-09-01T25:00', '2026-09-01T09:10Z']
    ],
    month: ['2026-09', '2026-13', '2026-9'],
    quarter: ['2026-Q3', '2026Q3', '2026-q3', '2026-Q5']
  };

  test.each(Object.entries(texts) as [Column['type'], readonly string[]][])(
    '%s: reads the same as any, and nothing in it is odd',
    async (type, cells) => {
      const column = type === 'codes' ? ({ type, codes: 'CL05' } as const) : { type };
      for (const named of type === 'string'
        ? [column, { ...column, ref: 'committees' as const }]
        : [column]) {
        const plainly = await among(named, cells);
        expect(plainly.length).toBeGreaterThan(0);
        expect(plainly.length).toBeLessThan(cells.length);
        expect(await read(named, plainly, new Set(['cell']))).toEqual(await read(named, plainly));
        expect(await odd(named, plainly)).not.toContain(true);
      }
    }
  );
});

test('what may be written oddly is known without the engine, and is never less than what is', async () => {
  const texts: Partial<Record<Column['type'], readonly string[]>> = {
    date: ['2026-09-01', '2026-9-1', '２０２６-09-01', ' 2026-09-01', '20260901', '2026-09-01T08:00'],
    datetime: ['2026-09-01T09:10', '2026-09-01', '2026/9/1 9:10', '2026-09-01　09:10'],
    int: ['1', '1,000', '１', '1 '],
    decimal: ['1.5', '1,000.5', '１．５'],
    quarter: ['2026-Q3', '2026Q3', '2026-q3'],
    code: ['approved', 'ａｐｐｒｏｖｅｄ', ' approved', '批准（附条件）'],
    bool: ['Y', 'Ｙ', '是\t'],
    string: ['文', '文　', '\u00a0文', '文\u2028']
  };
  for (const [type, cells] of Object.entries(texts) as [Column['type'], readonly string[]][]) {
    const declared = type === 'code' ? ({ type, codes: 'CL15' } as const) : { type };
    const [column] = reportWith(declared).columns;
    const is = await odd(declared, cells);
    const may = cells.map((cell) => column !== undefined && mayBeOdd(column, cell));
    expect(is).toContain(true);
    expect(may[0]).toBe(false);
    expect(cells.filter((_, i) => is[i] && !may[i])).toEqual([]);
  }
});
