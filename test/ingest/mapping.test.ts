import { expect, test } from 'vitest';
import { translateCodes } from '#ingest/mapping.ts';
import { profile, renamed } from './mapping-profiles.ts';
import { csv, headers, read, readSheet, recordsOf, rejectionOf, review, reviews } from './report-files.ts';

const european = profile({
  report: 'R04',
  columns: {
    review_id: 'record',
    committee_id: 'member_state',
    applied_at: 'submitted_or_first_entered',
    accepted_at: 'validated',
    decision_at: 'ethics_opinion_or_decision',
    decision: 'opinion'
  },
  constants: {
    project_id: 'P2026-031',
    review_subject: 'initial',
    regime: 'gcp',
    procedure_kind: 'general',
    activity_scope: 'human_participants',
    list_item: 'none',
    supplement_notices: '0',
    is_extended: 'N',
    recused_count: '0'
  },
  codes: { decision: { Favourable: 'approved', Unfavourable: 'disapproved' } }
});
const register = [
  'register',
  'record',
  'member_state',
  'submitted_or_first_entered',
  'validated',
  'ethics_opinion_or_decision',
  'opinion'
];

test('A file with foreign headers is read onto the columns of a report', async () => {
  const file = csv([
    register,
    ['EUCTR', '2022-002568-62', 'Spain - AEMPS', '2023-01-16', '', '2023-02-03', 'Favourable'],
    ['EUCTR', '2022-002568-63', 'Sweden - MPA', '2023-01-17', '2023-01-19', '', 'Withdrawn']
  ]);
  const { sheets } = await read(file, { profiles: [{ ...european, id: 7 }] });
  const [sheet] = sheets;
  expect(sheet).toMatchObject({ report: 'R04', profile: 7, row_count: 2, header_row: 1 });
  const [first, second] = recordsOf(sheet ?? (await readSheet(file)));
  expect(first).toMatchObject({
    row: 2,
    cells: {
      review_id: '2022-002568-62',
      applied_at: '2023-01-16',
      accepted_at: '',
      decision_at: '2023-02-03',
      decision: 'approved',
      regime: 'gcp',
      emergency_reason: ''
    }
  });
  expect(second?.cells.decision).toBe('Withdrawn');
});

test('A profile that only renames columns leaves the file to the engine', async () => {
  const columns = renamed('R04', { review_id: '流水号' });
  const file = csv([headers.map((header) => (header === '审查编号' ? '流水号' : header)), review(1)]);
  const sheet = await readSheet(file, { profiles: [profile({ report: 'R04', columns })] });
  expect(sheet.records.road).toBe('csv');
  expect(sheet.columns.review_id).toEqual({ index: 0, header: '流水号' });
});

test('What a profile does not name is not read, though its header is known', async () => {
  const { emergency_reason: _, ...columns } = renamed('R04', { review_id: '流水号' });
  const file = csv([
    headers.map((header) => (header === '审查编号' ? '流水号' : header)),
    review(1, { emergency_reason: '突发' })
  ]);
  const profiles = [profile({ report: 'R04', columns })];
  const sheet = await readSheet(file, { profiles, limits: { csv_road: 'records' } });
  expect(recordsOf(sheet)[0]?.cells.emergency_reason).toBe('');
  const name = reviews.columns.find(({ field }) => field === 'emergency_reason')?.zh;
  expect(sheet.unknown_columns.map(({ header }) => header)).toContain(name);
});

test('Constants that a file says of itself come from its title lines, else from its receipt', async () => {
  const row = ['EUCTR', '2022-002568-62', 'ES', '2023-01-16', '', '', 'Favourable'];
  const said = profile({
    ...european,
    constants: { ...european.constants, project_id: '{institution_uscc}', report_period: '{report_period}' },
    otherwise: { report_period: '2026-08' }
  });
  const cellsOf = async (text: string) => recordsOf(await readSheet(text, { profiles: [said] }))[0]?.cells;
  expect(await cellsOf(csv([register, row]))).toMatchObject({ report_period: '2026-08', project_id: '' });
  const title = [['报告期：2023年1月 统一社会信用代码：12210100MB0000019C']];
  expect(await cellsOf(csv([...title, register, row]))).toMatchObject({
    report_period: '2023-01',
    project_id: '12210100MB0000019C'
  });
  const { sheets } = await read(
    JSON.stringify({
      period: '2023-01',
      rows: [Object.fromEntries(register.map((header, i) => [header, row[i]]))]
    }),
    { profiles: [said] }
  );
  expect(sheets.flatMap((sheet) => recordsOf(sheet))[0]?.cells.report_period).toBe('2023-01');
});

test('Columns of one name are told apart by their group, else by their place', async () => {
  const twice = ['编号', '日期', '日期'];
  const columns = { review_id: '编号', accepted_at: '日期', decision_at: '日期#2' };
  const more = {
    constants: { ...european.constants, committee_id: 'C', applied_at: '2026-01-01', decision: 'pending' }
  };
  const of = async (lines: string[][], other: Record<string, string> = columns) =>
    recordsOf(
      await readSheet(csv(lines), { profiles: [profile({ report: 'R04', columns: other, ...more })] })
    )[0]?.cells;
  expect(await of([twice, ['甲', '2026-01-02', '2026-01-03']])).toMatchObject({
    accepted_at: '2026-01-02',
    decision_at: '2026-01-03'
  });
  const groups = [
    ['', '受理', '', '决定', ''],
    ['编号', '日期', '经办', '日期', '经办'],
    ['甲', '2026-01-02', '', '2026-01-03', '']
  ];
  expect(
    await of(groups, { review_id: '编号', accepted_at: '受理 日期', decision_at: '决定 日期' })
  ).toMatchObject({ accepted_at: '2026-01-02', decision_at: '2026-01-03' });
});

test('A file that lacks some of a profile’s columns is told which', async () => {
  const without = register.map((header) => (header === 'opinion' ? 'verdict' : header));
  const rejection = await rejectionOf(csv([without, ['a', 'b', 'c', 'd', 'e', 'f', 'g']]), {
    profiles: [{ ...european, name: '甲', version: 3 }]
  });
  expect(rejection).toMatchObject({
    code: 'profile_columns',
    params: { profile: '甲', version: 3, missing: 'opinion' }
  });
  const unlike = await rejectionOf(
    csv([
      ['甲', '乙', 'record'],
      ['1', '2', '3']
    ]),
    { profiles: [european] }
  );
  expect(unlike.code).toBe('not_recognised');
});

test('A submitter’s own profile goes before the city’s, the fuller before the poorer', async () => {
  const file = csv([register, ['EUCTR', '2022-002568-62', 'ES', '2023-01-16', '', '', 'Favourable']]);
  const poor = {
    ...european,
    columns: { review_id: 'record', committee_id: 'member_state', applied_at: 'validated' },
    constants: { ...european.constants, decision: 'pending' }
  };
  const by = async (...profiles: (typeof european)[]) => (await readSheet(file, { profiles })).profile;
  expect(await by({ ...european, id: 1, own: false }, { ...poor, id: 2, own: true })).toBe(2);
  expect(await by({ ...poor, id: 3 }, { ...european, id: 4 })).toBe(4);
  expect(await by({ ...poor, id: 5 }, { ...poor, id: 6 })).toBe(5);
});

test('Codes are translated each by itself', () => {
  const codes = { 甲: 'a', 乙: 'b', 'x;y': 'z' };
  expect(translateCodes('甲', codes)).toBe('a');
  expect(translateCodes(' 甲；丙; 乙', codes)).toBe('a;丙;b');
  expect(translateCodes('x;y', codes)).toBe('z');
  expect(translateCodes('', codes)).toBe('');
  expect(translateCodes('constructor', codes)).toBe('constructor');
});

test('In a column of several values commas stand between them as well', () => {
  const codes = { 甲: 'a', 乙: 'b', '甲、丙': 'c' };
  expect(translateCodes('甲、乙', codes, true)).toBe('a;b');
  expect(translateCodes('甲，丁,乙；', codes, true)).toBe('a;丁;b');
  expect(translateCodes('甲、丙', codes, true)).toBe('c');
  expect(translateCodes('甲、乙', codes)).toBe('甲、乙');
});
