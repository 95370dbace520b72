/** Strict ethics review: what had to be reviewed, within which time, followed up, re-reviewed, registered, delegated. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committeeOf, uscc, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { followup, listActivity, project, review } from './ledger-rows.ts';
import { partsOf } from './parts-of.ts';

const [A, DELEGATING, LAPSED, ALONE, UNREPORTED, IDLE] = [1, 2, 3, 4, 5, 6].map(uscc) as [
  string,
  string,
  string,
  string,
  string,
  string
];
const how = { day: '2026-10-16' };
/** From the final decision, thirty days on, past days of rest (regulation, day counting). */
const THIRTY_DAYS = [
  ['2026-09-01', '2026-10-08', '2026-10-09'],
  ['2026-08-10', '2026-09-09', '2026-09-10'],
  ['2026-01-16', '2026-02-24', '2026-02-25'],
  ['2026-01-15', '2026-02-14', '2026-02-15'],
  ['2026-04-10', '2026-05-11', '2026-05-12'],
  ['2025-12-02', '2026-01-04', '2026-01-05']
] as const;

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
  const registered = [A, DELEGATING, LAPSED, ALONE, UNREPORTED, IDLE].map((institution_uscc) => ({
    institution_uscc,
    has_committee: [A, UNREPORTED].includes(institution_uscc) ? 'Y' : 'N'
  }));
  await city.handIn('R01', registered, how);
  await city.handIn('R02', [{ institution_uscc: A }], how);
  await city.handIn('R04', reviews(), how);
  await city.handIn('R05', followups(), how);
  await city.handIn('R13', projects(), how);
  await city.handIn('R06', listActivities(), how);
  await city.handIn('R07', delegations(), how);
  await city.publish(how.day);
});
afterAll(() => city.close());

function projects(): Texts[] {
  const scoped = { in_review_scope: 'Y', activity_scope: 'human_participants' };
  const begun = (id: string, start_date: string, more: Texts = {}) =>
    project(A, id, { ...scoped, start_date, approval_review_id: 'R-0803', ...more });
  return [
    begun('approved-that-day', '2026-08-03'),
    begun('approved-after', '2026-08-02'),
    begun('terminated', '2026-08-02', { project_status: 'terminated' }),
    begun('refused', '2026-08-03', { approval_review_id: 'R-REFUSED' }),
    begun('without', '2026-08-03', { approval_review_id: null }),
    begun('to-come-in', '2026-08-03', { approval_review_id: 'R-UNKNOWN' }),
    begun('still-planned', '2026-08-03', { project_status: 'planned' }),
    begun('before-the-measures', '2023-11-30'),
    begun('unassessed', '2026-08-03', { risk_assessed: 'N', in_review_scope: null }),
    begun('out-of-scope', '2026-08-03', { in_review_scope: 'N' }),
    begun('begun-yesterday', '2026-10-15'),
    begun('begun-today', '2026-10-16'),
    ...[DELEGATING, LAPSED, ALONE, UNREPORTED].map((code, n) => project(code, `SCOPED-${n}`, scoped)),
    project(IDLE, 'IDLE-OVER', { ...scoped, project_status: 'completed' }),
    ...listed().map((id) => project(A, `P-${id}`, {}))
  ];
}
const listed = () => ['stopped', 'stopped-late', 'standing', 'too-late'];

function reviews(): Texts[] {
  const july = (id: string, decided: string | null, more: Texts = {}) =>
    review(A, id, { accepted: '2026-07-01', decided, ...more });
  return [
    review(A, 'R-0803', { accepted: '2026-07-20', decided: '2026-08-03' }),
    review(A, 'R-REFUSED', { accepted: '2026-07-20', decided: '2026-08-03', decision: 'disapproved' }),
    july('in-time', '2026-07-31'),
    july('late', '2026-08-01'),
    july('withdrawn', '2026-07-15', { decision: 'withdrawn' }),
    july('exempt', '2026-08-20', { procedure_kind: 'exempt' }),
    july('exempt-open', null, { procedure_kind: 'exempt' }),
    july('rereview', '2026-08-20', { procedure_kind: 'expert_rereview' }),
    july('simplified', '2026-07-31', { procedure_kind: 'simplified', converted_to_meeting: 'N' }),
    july('converted', '2026-07-30', { procedure_kind: 'simplified', converted_to_meeting: 'Y' }),
    // until 31 July, stopped for 31 days: until 31 August
    july('R-of-stopped', '2026-08-31'),
    july('R-of-stopped-late', '2026-09-01'),
    july('R-of-standing', null),
    july('R-of-too-late', null)
  ];
}

const followups = () => [
  followup('R-0803', 'that-day', { due_date: '2026-08-14', completed_at: '2026-08-14' }),
  followup('R-0803', 'day-after', { due_date: '2026-08-14', completed_at: '2026-08-15' }),
  followup('R-0803', 'not-done', { due_date: '2026-08-31' }),
  followup('R-0803', 'due-yesterday', { due_date: '2026-10-15' }),
  followup('R-0803', 'due-today', { due_date: '2026-10-16' })
];

function listActivities(): Texts[] {
  const started = (id: string, more: Texts = {}) =>
    listActivity('P-stopped', id, { activity_start_date: '2026-08-31', ...more });
  return [
    ...THIRTY_DAYS.flatMap(([final_decision_date, due, after]) =>
      [due, after].map((platform_registered_date) =>
        listActivity('P-stopped', `D${final_decision_date}-${platform_registered_date}`, {
          final_decision: 'approved',
          final_decision_date,
          platform_registered_date
        })
      )
    ),
    listActivity('P-stopped', 'D-refused', {
      final_decision: 'disapproved',
      final_decision_date: '2026-01-05'
    }),
    listActivity('P-stopped', 'D-not-yet-due', {
      final_decision: 'approved',
      final_decision_date: '2026-10-12'
    }),
    started('S-agreed', { rereview_feedback_date: '2026-08-31' }),
    started('S-agreed-after', { rereview_feedback_date: '2026-09-01' }),
    started('S-exempt', { rereview_exempt_basis: 'admin_approval', rereview_opinion: null }),
    started('S-disagreed', { rereview_opinion: 'disagree' }),
    started('S-earlier', { activity_start_date: '2023-11-30' }),
    started('S-later', { activity_start_date: '2026-09-01' }),
    ...listed().map((id) =>
      listActivity(`P-${id}`, id, {
        rereview_applied_date: id === 'too-late' ? '2026-08-05' : '2026-07-20',
        rereview_feedback_date: id === 'standing' ? null : '2026-08-20',
        rereview_opinion: id === 'standing' ? 'pending' : 'agree'
      })
    )
  ];
}

function delegations(): Texts[] {
  const to = (institution_uscc: string, valid_to: string): Texts => ({
    delegation_id: `D-${institution_uscc}`,
    institution_uscc,
    committee_id: committeeOf(A),
    valid_from: '2026-01-01',
    valid_to
  });
  const recognised = (id: string, recognition_date: string, recognition_result: string | null): Texts => ({
    ...to(A, '2027-12-31'),
    delegation_id: id,
    delegation_kind: 'mutual_recognition',
    review_id: 'R-0803',
    recognition_date,
    recognition_result
  });
  return [
    to(DELEGATING, '2026-10-16'),
    to(LAPSED, '2026-10-15'),
    recognised('whole', '2026-01-01', 'recognised'),
    recognised('with-conditions', '2026-10-16', 'recognised_conditional'),
    recognised('not', '2026-05-01', 'not_recognised'),
    recognised('unsaid', '2026-05-01', null),
    recognised('last-year', '2025-12-31', 'recognised')
  ];
}

test('what is in scope is approved on the day it begins or before, once the Measures are in force', async () => {
  expect(await partsOf(city, 'IND-07-01', '2026-Q4', { of: A })).toEqual({
    'approved-that-day': 'numerator',
    'approved-after': 'denominator_only',
    terminated: 'denominator_only',
    refused: 'denominator_only',
    without: 'denominator_only',
    'to-come-in': 'missing',
    'begun-yesterday': 'numerator',
    'still-planned': 'excluded',
    'before-the-measures': 'excluded',
    unassessed: 'excluded'
  });
  expect(Object.keys(await partsOf(city, 'IND-07-01', '2026-Q3'))).not.toContain('begun-yesterday');
});

test('while experts re-review a listed activity the clock of its review stands still', async () => {
  expect(await partsOf(city, 'IND-07-02', '2026-07')).toEqual({
    'in-time': 'numerator',
    late: 'denominator_only',
    simplified: 'numerator',
    converted: 'numerator',
    // it was applied for when the time had run out
    'r-of-too-late': 'denominator_only',
    withdrawn: 'excluded',
    exempt: 'excluded',
    'exempt-open': 'excluded',
    rereview: 'excluded'
  });
  expect(await partsOf(city, 'IND-07-02', '2026-08')).toMatchObject({
    'r-of-stopped': 'numerator',
    'r-of-stopped-late': 'denominator_only'
  });
  expect(await partsOf(city, 'IND-07-04', '2026-10')).toEqual({
    'r-of-too-late': 'numerator',
    'r-of-standing': 'excluded',
    'exempt-open': 'excluded'
  });
});

test('follow-ups are done on their day or before, and judged when it has passed', async () => {
  expect(await partsOf(city, 'IND-07-06', '2026-08')).toEqual({
    'that-day': 'numerator',
    'day-after': 'denominator_only',
    'not-done': 'denominator_only'
  });
  expect(await partsOf(city, 'IND-07-06', '2026-10')).toEqual({ 'due-yesterday': 'denominator_only' });
});

test('no listed activity begins without re-review, but for the exempt; each month is valued at its end', async () => {
  const august = {
    's-agreed': 'numerator',
    's-agreed-after': 'denominator_only',
    's-exempt': 'numerator',
    's-disagreed': 'denominator_only',
    's-earlier': 'excluded'
  };
  expect(await partsOf(city, 'IND-07-07', '2026-08')).toEqual(august);
  expect(await partsOf(city, 'IND-07-07', '2026-09')).toEqual({
    ...august,
    's-agreed-after': 'numerator',
    's-later': 'numerator'
  });
});

test('a listed activity is registered within thirty days of its approval, past days of rest', async () => {
  const expected = Object.fromEntries(
    THIRTY_DAYS.flatMap(([decided, due, after]) => [
      [`d${decided}-${due}`, 'numerator'],
      [`d${decided}-${after}`, 'denominator_only']
    ])
  );
  expect(await partsOf(city, 'IND-07-08', '2026-Q4')).toEqual({ ...expected, 'd-refused': 'excluded' });
});

test('months end on the same day or the last, and roll past days of rest', async () => {
  const due = await city.lines(
    `select cal_date, followup_due_date, listed_followup_due_date from meta.legal_due
     where list_contains(['2024-02-29', '2025-08-31', '2025-10-05', '2026-04-04'], cast(cal_date as varchar)) order by 1`
  );
  const ends = Object.fromEntries(due.map((line) => [line.slice(0, 10), line.slice(11)]));
  expect(ends['2024-02-29']?.slice(0, 10)).toBe('2025-02-28');
  expect(ends['2025-10-05']?.slice(0, 10)).toBe('2026-10-08');
  expect(ends['2025-08-31']?.slice(11)).toBe('2026-02-28');
  expect(ends['2026-04-04']?.slice(11)).toBe('2026-10-08');
});

test('who has no committee and carries out what is in scope has delegated its review', async () => {
  expect(await partsOf(city, 'IND-07-09', '2026-Q4')).toEqual({
    [DELEGATING.toLowerCase()]: 'numerator',
    [LAPSED.toLowerCase()]: 'denominator_only',
    [ALONE.toLowerCase()]: 'denominator_only',
    [UNREPORTED.toLowerCase()]: 'missing'
  });
});

test('what is recognised is a share of the year’s decisions on recognition', async () => {
  expect(await partsOf(city, 'IND-07-10', '2026')).toEqual({
    whole: 'numerator',
    'with-conditions': 'numerator',
    not: 'denominator_only',
    unsaid: 'missing'
  });
});

test('the simplified are counted among what was ended, the converted among the simplified', async () => {
  const quarter = await partsOf(city, 'IND-07-12', '2026-Q3', { name: 'share' });
  expect(Object.entries(quarter).filter(([, part]) => part === 'numerator')).toHaveLength(2);
  expect(Object.keys(quarter)).toHaveLength(11);
  expect(await partsOf(city, 'IND-07-12', '2026-Q3', { name: 'converted' })).toEqual({
    simplified: 'denominator_only',
    converted: 'numerator'
  });
});
