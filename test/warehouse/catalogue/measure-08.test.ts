/** Supervision: commitments before approval, reviews on both sides, monitoring, drills, incidents, corrections. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uscc, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { project } from './ledger-rows.ts';
import { partsOf } from './parts-of.ts';

const [A, B] = [uscc(1), uscc(2)];
const how = { day: '2026-08-17' };
let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
  const supervising_dept = 'health_commission';
  await city.handIn(
    'R01',
    [A, B].map((institution_uscc) => ({ institution_uscc, supervising_dept })),
    how
  );
  const found = (issues_found_ytd: string, issues_corrected_ytd: string) => ({
    issues_found_ytd,
    issues_corrected_ytd
  });
  const ledger = (day: string, report_period: string, rows: Texts[]) =>
    city.handIn(
      'R13',
      rows.map((row) => ({ ...row, report_period })),
      { day }
    );
  await ledger('2026-01-15', '2025-Q4', [project(B, 'checked', found('9', '1'))]);
  await city.publish('2026-01-15');
  await ledger('2026-04-10', '2026-Q1', [
    project(B, 'checked', found('2', '1')),
    project(B, 'checked-once', found('1', '0'))
  ]);
  await city.publish('2026-04-10');
  await ledger(how.day, '2026-Q2', [
    project(B, 'checked', { ...found('5', '4'), managing_dept: 'education_bureau' }),
    project(B, 'unchecked', found('0', '0')),
    ...fiscal(),
    ...risky()
  ]);
  await city.handIn('R14', international(), how);
  await city.handIn('R15', monitoring(), how);
  await city.handIn('R16', incidents(), how);
  await city.publish(how.day);
});
afterAll(() => city.close());

function fiscal(): Texts[] {
  const approved = (id: string, commitment_signed_date: string | null, more: Texts = {}) =>
    project(A, id, {
      funding_kind: 'fiscal',
      managing_dept: 'education_bureau',
      approved_project_date: '2026-05-08',
      commitment_signed_date,
      ...more
    });
  return [
    approved('signed-that-day', '2026-05-08'),
    approved('signed-after', '2026-05-09'),
    approved('unsigned', null, { managing_dept: null }),
    approved('not-fiscal', null, { funding_kind: 'overseas' }),
    approved('earlier', '2026-03-02', { approved_project_date: '2026-03-31' })
  ];
}

function international(): Texts[] {
  const both = (project_id: string, more: Texts = {}): Texts => ({
    project_id,
    cn_approved_date: '2026-05-08',
    foreign_approved_date: '2026-05-08',
    project_approved_date: '2026-05-08',
    ...more
  });
  return [
    both('signed-that-day'),
    both('signed-after', { foreign_approved_date: '2026-05-09' }),
    both('unsigned', { cn_approved_date: null }),
    both('earlier', { foreign_evidence_archived: 'N' }),
    both('not-fiscal', { in_review_scope: 'N' }),
    both('of-nobody')
  ];
}

function risky(): Texts[] {
  const high = (id: string, more: Texts = {}) =>
    project(A, id, { risk_level: 'high', start_date: '2026-07-01', project_status: 'ongoing', ...more });
  return [
    high('monitored'),
    high('monitored-in-june'),
    high('unmonitored', { risk_level: 'extreme' }),
    high('listed', { risk_level: 'low', list_item: 'list_4_bci' }),
    high('begun-today', { start_date: '2026-08-17' }),
    high('planned', { project_status: 'planned' }),
    high('suspended', { project_status: 'suspended' }),
    high('over', { project_status: 'terminated' }),
    high('of-medium-risk', { risk_level: 'medium' })
  ];
}

function monitoring(): Texts[] {
  const of = (project_id: string, monitor_period: string, more: Texts = {}): Texts => ({
    monitor_id: `M-${project_id}-${monitor_period}`,
    project_id,
    monitor_period,
    monitor_date: `${monitor_period}-10`,
    last_drill_date: '2025-08-17',
    ...more
  });
  return [
    of('monitored', '2026-07'),
    of('monitored', '2026-08'),
    of('monitored-in-june', '2026-06', { last_drill_date: '2025-08-16' }),
    of('listed', '2026-07', { has_emergency_plan: 'N' }),
    of('of-medium-risk', '2026-07')
  ];
}

const incidents = (): Texts[] =>
  [
    ['on-the-hour', '2026-07-02T08:30+08:00', '2026-07-03T08:30+08:00'],
    ['a-minute-late', '2026-07-02T08:30+08:00', '2026-07-03T08:31+08:00'],
    ['over-a-weekend', '2026-07-03T17:00+08:00', '2026-07-06T09:00+08:00'],
    ['earlier', '2026-06-30T23:59+08:00', '2026-07-01T00:10+08:00']
  ].map(([incident_id, discovered_at, first_reported_at]) => ({
    incident_id: incident_id ?? '',
    institution_uscc: A,
    discovered_at: discovered_at ?? '',
    first_reported_at: first_reported_at ?? '',
    plan_activated_at: null,
    resolved_at: null,
    final_report_date: null,
    rectification_id: null,
    incident_status: 'ongoing'
  }));

test('fiscal projects commit themselves on the day of approval or before, by the department that manages them', async () => {
  expect(await partsOf(city, 'IND-08-01', '2026-Q2')).toEqual({
    'signed-that-day': 'numerator',
    'signed-after': 'denominator_only',
    unsigned: 'denominator_only'
  });
  const reader = await city.reader();
  const figures = await reader.figures('IND-08-01', { by: 'department', period: '2026-Q2' });
  expect(figures.map(({ group, numerator, denominator }) => [group, numerator, denominator]).sort()).toEqual([
    ['education_bureau', 1, 2],
    ['health_commission', 0, 1]
  ]);
});

test('international projects are reviewed on both sides before they are approved', async () => {
  expect(await partsOf(city, 'IND-08-02', '2026-Q2')).toEqual({
    'signed-that-day': 'numerator',
    'signed-after': 'denominator_only',
    unsigned: 'denominator_only',
    earlier: 'denominator_only',
    'not-fiscal': 'excluded'
  });
});

test('what is of high risk or listed is monitored in every month in which it is carried out', async () => {
  expect(await partsOf(city, 'IND-08-03', '2026-07')).toEqual({
    monitored: 'numerator',
    'monitored-in-june': 'denominator_only',
    unmonitored: 'denominator_only',
    listed: 'numerator',
    // when it ended nobody knew until August
    over: 'denominator_only',
    suspended: 'excluded'
  });
  expect(await partsOf(city, 'IND-08-03', '2026-08')).toEqual({
    monitored: 'numerator',
    'monitored-in-june': 'denominator_only',
    unmonitored: 'denominator_only',
    listed: 'denominator_only',
    'begun-today': 'denominator_only',
    suspended: 'excluded'
  });
});

test('a drill is no older than twelve months, and goes with a plan', async () => {
  expect(await partsOf(city, 'IND-08-04', '2026-Q3')).toEqual({
    monitored: 'numerator',
    'monitored-in-june': 'denominator_only',
    unmonitored: 'denominator_only',
    listed: 'denominator_only',
    'begun-today': 'denominator_only',
    suspended: 'excluded'
  });
});

test('an incident is first reported within a day of its discovery, by the hour', async () => {
  expect(await partsOf(city, 'IND-08-05', '2026-Q3')).toEqual({
    'on-the-hour': 'numerator',
    'a-minute-late': 'denominator_only',
    'over-a-weekend': 'denominator_only'
  });
});

test('issues of the year are those last reported by the period’s end, and begin anew with the year', async () => {
  const figure = async (period: string) => (await city.figure('IND-08-06', period))?.split(' ')[0];
  expect(await figure('2025-Q4')).toBe('1/9');
  expect(await figure('2026-Q1')).toBe('1/3');
  // one project was not reported on again
  expect(await figure('2026-Q2')).toBe('4/6');
  expect(await figure('2026-Q3')).toBe('4/6');
  expect(await figure('2026')).toBe('4/6');
  expect(await partsOf(city, 'IND-08-06', '2026-Q2', { of: B })).toEqual({
    checked: 'numerator',
    'checked-once': 'numerator'
  });
});
