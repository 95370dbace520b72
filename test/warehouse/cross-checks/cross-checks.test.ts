/** Each cross-check finds what it is about, at its cell, and nothing where reports agree. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reports } from '#ingest/reports/index.ts';
import { crossChecks } from '#warehouse/cross-checks/index.ts';
import { committeeOf, uscc, type ReportId, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';

const DAY = '2026-10-20';
const day = { day: DAY };
const [A, B, C] = [uscc(1), uscc(2), uscc(3)];

const member = (n: number, more: Texts = {}): Texts => ({
  committee_id: committeeOf(A),
  member_no: `M0${n}`,
  member_role: n === 1 ? 'chair' : 'member',
  ...more
});
const review = (id: string, more: Texts = {}): Texts => ({
  review_id: id,
  committee_id: committeeOf(A),
  project_id: 'P-1',
  accepted: '2025-03-01',
  decided: '2025-03-10',
  attending_count: '6',
  ...more
});
const project = (id: string, more: Texts = {}): Texts => ({
  project_id: id,
  institution_uscc: A,
  approval_review_id: null,
  start_date: '2025-04-01',
  end_date: '2028-03-31',
  ...more
});

/** Files in which everything agrees. */
const agreeing: Partial<Record<ReportId, Texts[]>> = {
  R01: [A, B].map((institution_uscc) => ({ institution_uscc, supervising_dept: 'education_bureau' })),
  R02: [A, B].map((institution_uscc) => ({ institution_uscc, member_count: '7' })),
  R03: [1, 2, 3, 4, 5, 6, 7].map((n) => member(n)),
  R13: [project('P-1')],
  R04: [review('R-1')],
  R05: [{ followup_id: 'F-1', review_id: 'R-1', due_date: '2026-03-10', completed_at: '2026-03-01' }],
  R21: [
    { institution_uscc: A, period: '2026-Q1', staff_trained_ytd: '100' },
    { institution_uscc: A, period: '2026-Q2', staff_trained_ytd: '200' }
  ]
};

/** What makes each check find something, in a file that comes later: the finding's record, and what it names. */
const contradicting: Record<string, { report: ReportId; rows: Texts[]; finds: string[] }> = {
  'VAL-03 registered': {
    report: 'R01',
    rows: [{ institution_uscc: C, institution_kind: 'research_institute' }],
    finds: [C]
  },
  'VAL-03 reported': {
    report: 'R01',
    rows: [{ institution_uscc: B, has_committee: 'N', valid_from: '2025-01-01' }],
    finds: [committeeOf(B)]
  },
  'VAL-04': { report: 'R02', rows: [{ institution_uscc: A, member_count: '9' }], finds: [committeeOf(A)] },
  'VAL-05': { report: 'R03', rows: [member(2, { member_role: 'chair' })], finds: [committeeOf(A)] },
  'VAL-08': {
    report: 'R04',
    rows: [review('R-2', { attending_count: '9', recused_count: '1' })],
    finds: ['R-2']
  },
  'VAL-10 review': {
    report: 'R04',
    rows: [review('R-3', { list_item: 'list_6_algorithm' })],
    finds: ['R-3']
  },
  'VAL-10 activity': {
    report: 'R06',
    rows: [
      {
        list_activity_id: 'LA-1',
        project_id: 'P-1',
        preliminary_review_id: 'R-1',
        list_item: 'list_6_algorithm'
      }
    ],
    finds: ['LA-1']
  },
  'VAL-10 missing': {
    report: 'R13',
    rows: [project('P-2', { list_item: 'list_6_algorithm' })],
    finds: ['P-2']
  },
  'VAL-11': {
    report: 'R05',
    rows: [
      {
        followup_id: 'F-2',
        review_id: 'R-1',
        due_date: '2027-06-01',
        completed_at: null,
        interval_basis: null
      }
    ],
    finds: ['F-2']
  },
  'VAL-12': {
    report: 'R05',
    rows: [
      {
        followup_id: 'F-3',
        review_id: 'R-1',
        due_date: '2026-03-01',
        completed_at: '2026-03-01',
        issues_found: '2'
      }
    ],
    finds: ['F-3']
  },
  'VAL-13 missing': { report: 'R13', rows: [project('P-3', { is_international: 'Y' })], finds: ['P-3'] },
  'VAL-13 said': { report: 'R14', rows: [{ project_id: 'P-1', cn_review_id: 'R-1' }], finds: ['P-1'] },
  'VAL-14': {
    report: 'R21',
    rows: [{ institution_uscc: A, period: '2026-Q3', staff_trained_ytd: '150' }],
    finds: [`${A}|2026-Q3`]
  },
  'VAL-15': { report: 'R19', rows: [{ meeting_id: 'MT-1', resolution_count: '3' }], finds: ['MT-1'] },
  'VAL-16': {
    report: 'R23',
    rows: [
      { dept: 'education_bureau', period: '2026-Q3', supervised_count: '38', submitted_date: '2026-10-10' }
    ],
    finds: ['education_bureau|2026-Q3']
  },
  'VAL-17': { report: 'R13', rows: [project('P-4', { risk_level: 'high' })], finds: ['P-4'] },
  'R12 campaign': {
    report: 'R12',
    rows: [
      {
        event_id: 'EV-1',
        campaign: 'sci_tech_workers_day',
        event_date: '2026-09-01',
        institution_uscc: A,
        partner_usccs: null
      }
    ],
    finds: ['EV-1']
  },
  'R11 university': { report: 'R11', rows: [{ course_id: 'CO-1', institution_uscc: C }], finds: ['CO-1'] },
  'REF R04.project_id': { report: 'R04', rows: [review('R-4', { project_id: 'P-404' })], finds: ['R-4'] },
  'REF R12.partner_usccs': {
    report: 'R12',
    rows: [{ event_id: 'EV-2', campaign: 'none', institution_uscc: A, partner_usccs: `${A};${uscc(77)}` }],
    finds: ['EV-2']
  }
};

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
  for (const [report, rows] of Object.entries(agreeing)) await city.handIn(report as ReportId, rows, day);
  await city.publish(DAY);
}, 300_000);
afterAll(() => city.close());

const foundBy = async (check: string) =>
  (await (await city.reader()).crossChecks({ check, page_size: 500 })).rows.map(
    ({ record_key }) => record_key
  );

test('reports that agree are asked nothing', async () => {
  expect(await (await city.reader()).crossCheckCounts()).toEqual([]);
});

test.each(Object.entries(contradicting))('%s', async (check, { report, rows, finds }) => {
  const before = new Set(await foundBy(check));
  await city.handIn(report, rows, day);
  await city.publish(DAY);
  expect((await foundBy(check)).filter((key) => !before.has(key))).toEqual(finds);
  const [first] = (await (await city.reader()).crossChecks({ check })).rows;
  expect(first?.says.zh).not.toMatch(/[{}]/);
  expect(first?.says.zh, 'codes are said in words').not.toMatch(/[a-z]_[a-z\d]/);
  expect(first?.cell).toMatch(/^[A-Z]+\d+$/);
});

test('every check is tried above, or is one about references, whose two forms are', () => {
  const tried = new Set(Object.keys(contradicting));
  expect(crossChecks.map(({ id }) => id).filter((id) => !tried.has(id) && !id.startsWith('REF '))).toEqual(
    []
  );
});

test('a department is told of its own institutions alone, and of its own summaries', async () => {
  const asked = await (
    await city.reader({ kind: 'department', code: 'health_commission' })
  ).crossCheckCounts();
  expect(asked).toEqual([]);
  const own = await (await city.reader({ kind: 'department', code: 'education_bureau' })).crossChecks();
  expect(own.rows.map(({ check_id }) => check_id)).toContain('VAL-16');
  expect(own.total).toBeGreaterThan(10);
});

test('every column that names a record of another report is looked up', () => {
  const named = reports.flatMap((report) =>
    report.columns.flatMap(({ field, ref }) =>
      ref && field !== report.institution?.field ? [`REF ${report.id}.${field}`] : []
    )
  );
  expect(
    crossChecks
      .map(({ id }) => id)
      .filter((id) => id.startsWith('REF '))
      .sort()
  ).toEqual(named.sort());
});
