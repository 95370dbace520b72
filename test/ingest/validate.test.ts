/** Every check that all columns share finds its fault, at the cell where it stands, and says it in words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportOf, reports } from '#ingest/reports/index.ts';
import { faultsOf, genericChecks } from '#ingest/validate.ts';
import { addDays } from '#warehouse/calendar.ts';
import { exampleRow, violations } from './reports/typed-table.ts';
import { committeeOf, filledIn, uscc, type ReportId, type Texts } from '../warehouse/filled-in.ts';
import { department, institution, SmallCity, type HandedIn } from '../warehouse/small-city.ts';

const DAY = '2026-09-30';
const [A, B, UNKNOWN] = [uscc(1), uscc(2), uscc(9)];
let n = 0;
const review = (more: Texts = {}): Texts => ({
  review_id: `R-${++n}`,
  committee_id: committeeOf(A),
  accepted: '2026-08-03',
  ...more
});
const order = (more: Texts = {}): Texts => ({
  rectification_id: `RC-${++n}`,
  institution_uscc: A,
  issued_date: '2026-08-03',
  due_date: '2026-08-20',
  ...more
});
const registry = (more: Texts): Texts => ({ institution_uscc: uscc(20 + ++n), ...more });
const base = (more: Texts): Texts => ({ institution_uscc: A, period: '2026-Q2', ...more });
const order1 = order();
const order2 = order();

interface Case {
  check: string;
  report: ReportId;
  rows: Texts[];
  field: string;
  /** Rows of the file in which it is found; 2 is the first below the header. */
  at?: number[];
  /** What the finding shows, where it is not the cell as submitted. */
  shows?: string;
  authority?: HandedIn['authority'];
}

const IDENTITY = '210100190001010000';
const cases: Case[] = [
  { check: 'required', report: 'R04', rows: [review({ project_id: ' ' })], field: 'project_id' },
  { check: 'code', report: 'R04', rows: [review({ decision: '同意' })], field: 'decision' },
  { check: 'code', report: 'R04', rows: [review({ is_extended: '有' })], field: 'is_extended' },
  {
    check: 'code',
    report: 'R01',
    rows: [registry({ sensitive_fields: 'medicine;x' })],
    field: 'sensitive_fields'
  },
  { check: 'code', report: 'R01', rows: [registry({ district_code: '110101' })], field: 'district_code' },
  { check: 'type', report: 'R04', rows: [review({ meeting_date: '待定' })], field: 'meeting_date' },
  ...['05/03/2026', '3-5-2026', '26.3.5', '２６年３月５日', '260305'].map((meeting_date): Case => ({
    check: 'ambiguous_date',
    report: 'R04',
    rows: [review({ meeting_date })],
    field: 'meeting_date'
  })),
  {
    check: 'ambiguous_date',
    report: 'R04',
    rows: [review({ decision_at: '20/9/2026 17:00' })],
    field: 'decision_at'
  },
  {
    check: 'type',
    report: 'R04',
    rows: [review({ supplement_notices: '7.5' })],
    field: 'supplement_notices'
  },
  { check: 'type', report: 'R21', rows: [base({ period: '2026年二季度' })], field: 'period' },
  {
    check: 'length',
    report: 'R04',
    rows: [review({ project_id: 'P'.repeat(41) })],
    field: 'project_id'
  },
  {
    check: 'length',
    report: 'R08',
    rows: [order({ issue_summary: '长'.repeat(301) })],
    field: 'issue_summary',
    shows: '长'.repeat(80)
  },
  {
    check: 'min',
    report: 'R21',
    rows: [base({ academic_events: '-1' })],
    field: 'academic_events'
  },
  {
    check: 'max',
    report: 'R11',
    rows: [{ institution_uscc: A, credits: '6.5' }],
    field: 'credits'
  },
  {
    check: 'before_2000',
    report: 'R04',
    rows: [review({ meeting_date: '1926-3-5' })],
    field: 'meeting_date'
  },
  {
    check: 'future',
    report: 'R04',
    rows: [review({ meeting_date: addDays(DAY, 1) }), review({ meeting_date: DAY })],
    field: 'meeting_date',
    at: [2]
  },
  {
    check: 'uscc',
    report: 'R08',
    rows: [order({ institution_uscc: '12210100000000019D' })],
    field: 'institution_uscc'
  },
  ...[
    ['联系人13800138000', '联系…'],
    ['电话１３８００１３８０００', '电话…'],
    [`身份证：${IDENTITY}。`, '身份…'],
    // too long as well: neither finding writes it down
    [`${IDENTITY}${'长'.repeat(300)}`, '21…']
  ].map(([issue_summary, shows]): Case => ({
    check: 'personal_data',
    report: 'R08',
    rows: [order({ issue_summary: issue_summary ?? '' })],
    field: 'issue_summary',
    shows: shows ?? ''
  })),
  {
    check: 'duplicate',
    report: 'R08',
    rows: [order1, order(), { ...order1, severity: 'low' }],
    field: 'rectification_id',
    at: [2, 4]
  },
  ...(
    [
      ['meeting_date', '2026年8月20日', '2026-08-20'],
      ['meeting_date', '2026.8.20', '2026-08-20'],
      ['meeting_date', '20260820', '2026-08-20'],
      ['meeting_date', '2026-08-20 09:00', '2026-08-20'],
      ['accepted_at', '2026/8/3 10:00', '2026-08-03T10:00'],
      ['supplement_notices', '１', '1'],
      ['supplement_notices', '1,000', '1000'],
      ['project_id', ' P２０２６-031　', 'P2026-031'],
      ['is_extended', 'ｎ', 'N'],
      ['activity_scope', 'human_participants；laboratory_animal', 'human_participants;laboratory_animal']
    ] as const
  ).map(([field, was, reads]): Case => ({
    check: 'normalised',
    report: 'R04',
    rows: [review(), review({ [field]: was })],
    field,
    at: [3],
    shows: `“${was.slice(0, 34)}” → “${reads.slice(0, 34)}”`
  })),
  { check: 'repeated', report: 'R08', rows: [order2, order2], field: 'rectification_id', at: [3] },
  {
    check: 'key_owner',
    report: 'R08',
    rows: [order({ rectification_id: 'RC-KNOWN', institution_uscc: B })],
    field: 'rectification_id'
  },
  {
    check: 'authority',
    report: 'R04',
    rows: [review({ committee_id: committeeOf(B) }), review()],
    field: 'committee_id',
    at: [3],
    authority: institution(B)
  },
  { check: 'void_unknown', report: 'R04', rows: [review({ row_action: '作废' })], field: 'review_id' },
  { check: 'update_unknown', report: 'R04', rows: [review({ row_action: 'Update' })], field: 'review_id' },
  {
    check: 'waiting',
    report: 'R04',
    rows: [review({ committee_id: committeeOf(UNKNOWN) })],
    field: 'committee_id'
  },
  {
    check: 'waiting',
    report: 'R08',
    rows: [order({ institution_uscc: UNKNOWN })],
    field: 'institution_uscc'
  },
  {
    check: 'not_owned',
    report: 'R08',
    rows: [order({ rectification_id: 'RC-KNOWN', due_date: '2026-12-31' })],
    field: 'due_date',
    authority: institution(A)
  }
];

/** Raised where no condition over one row says so: across rows, and of how a cell is written. */
const ACROSS = [
  'duplicate',
  'repeated',
  'key_owner',
  'authority',
  'void_unknown',
  'update_unknown',
  'waiting',
  'not_owned',
  'normalised',
  'ambiguous_date'
];

test('every check that can be raised is tried below, and has words', () => {
  const declared = reports.flatMap((report) => report.checks.map(({ id }) => id));
  const ofColumns = reports
    .flatMap((report) => faultsOf(report).map(({ check_id }) => check_id))
    .filter((id) => !declared.includes(id));
  const raised = [...new Set([...ofColumns, ...ACROSS])].sort();
  expect([...new Set(cases.map(({ check }) => check))].sort()).toEqual(raised);
  expect(raised.filter((id) => !(id in genericChecks))).toEqual([]);
});

test('two thirds of those present are reached at exactly two thirds; the NHC Measures count otherwise', async () => {
  const votes = [
    ['most_2023', 5, 4, true],
    ['most_2023', 5, 3, false],
    ['most_2023', 6, 4, true],
    ['most_2023', 7, 5, true],
    ['most_2023', 7, 4, false],
    ['nhc_2023', 9, 5, true],
    ['nhc_2023', 9, 4, true]
  ] as const;
  const rows = votes.map(([regime, attending, consent]) => ({
    ...exampleRow(reportOf('R04')),
    regime,
    attending_count: String(attending),
    consent_votes: String(consent)
  }));
  const found = await violations(reportOf('R04'), rows);
  expect(found.map((ids) => !ids.includes('R04.two_thirds'))).toEqual(votes.map(([, , , holds]) => holds));
});

describe('the finding', () => {
  let city: SmallCity;
  const ids: number[] = [];
  beforeAll(async () => {
    city = await SmallCity.open();
    await city.handIn('R01', [{ institution_uscc: A }, { institution_uscc: B }], { day: DAY });
    await city.handIn('R02', [{ institution_uscc: A }, { institution_uscc: B }], { day: DAY });
    await city.handIn('R08', [order({ rectification_id: 'RC-KNOWN' })], {
      day: DAY,
      authority: department('education_bureau')
    });
    await city.publish(DAY);
    for (const { report, rows, authority } of cases)
      ids.push(await city.handIn(report, rows, { day: DAY, ...(authority ? { authority } : {}) }));
    await city.validate();
  });
  afterAll(() => city.close());

  test.each(cases.map((one, i) => [`${one.check} of ${one.report} ${one.field}`, one, i] as const))(
    '%s',
    async (_name, { check, report, rows, field, at = [2], shows }, i) => {
      const reader = await city.reader();
      const found = (await reader.findings(ids[i] ?? 0, { page_size: 100 })).rows.filter(
        ({ check_id }) => check_id === check
      );
      const columns = reportOf(report).columns;
      const column = columns.findIndex((one) => one.field === field);
      const letters = (column > 25 ? 'A' : '') + String.fromCharCode(65 + (column % 26));
      expect(found.map(({ row_no, field, cell, level }) => ({ row_no, field, cell, level }))).toEqual(
        at.map((row_no) => ({
          row_no,
          field,
          cell: `${letters}${row_no}`,
          level: genericChecks[check]?.level
        }))
      );
      for (const { row_no, value, says, remedy, basis } of found) {
        const submitted = filledIn(report, rows[row_no - 2] ?? {})[field];
        expect(value).toBe(shows ?? submitted);
        for (const text of [says.zh, says.en, remedy.zh, remedy.en, basis]) {
          expect(text.length).toBeGreaterThan(0);
          expect(text).not.toMatch(/[{}]|undefined/);
        }
      }
    }
  );

  test('no finding writes down personal data, whatever else is wrong with the cell', async () => {
    const values = await city.lines(
      `select value from raw.finding where regexp_matches(value, '[0-9]{11}') and field = 'issue_summary'`
    );
    expect(values).toEqual([]);
  });

  test('a row that only a remark speaks of is accepted, a rejected one is not', async () => {
    for (const [i, { check, rows, at = [2] }] of cases.entries()) {
      const rejects = genericChecks[check]?.level === 'reject' || check === 'repeated';
      expect(city.state(ids[i] ?? 0), check).toMatchObject({
        rows: rows.length,
        rejected: rejects ? at.length : 0,
        accepted: rows.length - (rejects ? at.length : 0)
      });
    }
  });
});
