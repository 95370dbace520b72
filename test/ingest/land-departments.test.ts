/** Reports that departments hand in for themselves, and rows that name their institution by way of several records. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committeeOf, uscc } from '../warehouse/filled-in.ts';
import { department, institution, SmallCity } from '../warehouse/small-city.ts';

const DAY = '2026-09-30';
const day = { day: DAY };
const [A, B] = [uscc(1), uscc(2)];
const education = { ...day, authority: department('education_bureau') };
const health = { ...day, authority: department('health_commission') };

let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
  const registry = [A, B].map((institution_uscc) => ({
    institution_uscc,
    supervising_dept: 'education_bureau'
  }));
  await city.handIn('R01', registry, day);
  await city.handIn('R02', [{ institution_uscc: A }], day);
  await city.publish(DAY);
});
afterAll(() => city.close());

const item = (n: number, lead_dept: string) => ({
  action_id: `MT-2026-02-A${n}`,
  lead_dept,
  support_depts: null
});

test('a department hands in what it leads, and nothing of others', async () => {
  const id = await city.handIn('R20', [item(1, 'education_bureau'), item(2, 'health_commission')], education);
  const taken = await city.handIn('R20', [item(1, 'health_commission')], health);
  const foreign = await city.handIn('R20', [item(3, 'education_bureau')], {
    ...day,
    authority: institution(A)
  });
  await city.publish(DAY);
  expect(await city.findings(id)).toEqual(['3 lead_dept reject authority']);
  expect(await city.findings(foreign)).toEqual(['2 lead_dept reject authority']);
  expect(await city.findings(taken)).toEqual(['2 action_id reject key_owner']);
});

test('what departments handed in is counted as theirs', async () => {
  await city.handIn(
    'R23',
    [{ dept: 'health_commission', period: '2026-Q2', submitted_date: '2026-07-20' }],
    health
  );
  await city.publish(DAY);
  expect(
    await city.lines(
      `select report, dept, institution_uscc, report_period, row_count
       from marts.coverage((select max(number) from meta.publication)) where dept = 'health_commission' and report = 'R23'`
    )
  ).toEqual(['R23 health_commission  2026-Q2 1']);
});

test('a row says the period it speaks of: a self-check its year, a yearly summary the year, a course its term', async () => {
  const check = {
    publicity_id: 'PP-9',
    publicity_kind: 'self_check',
    publicity_date: '2026-09-10',
    institution_uscc: A,
    organizer_dept: null,
    covered_usccs: null
  };
  const summary = {
    dept: 'education_bureau',
    period: '2025-Q4',
    submitted_date: '2026-01-20',
    report_period: '2025'
  };
  await city.handIn('R22', [check], { ...day, authority: institution(A) });
  await city.handIn('R23', [summary], education);
  await city.handIn('R11', [{ course_id: 'CO-9', institution_uscc: A, term: '2026-S1' }], day);
  const typical = { typical_case_id: 'TC-9', recommending_dept: 'education_bureau', institution_uscc: A };
  await city.handIn(
    'R18',
    [{ ...typical, recommended_date: '2026-06-20', report_period: '2026-H1' }],
    education
  );
  await city.publish(DAY);
  expect(
    await city.lines(
      `select report, coalesce(dept, institution_uscc) as who, report_period
       from marts.coverage((select max(number) from meta.publication))
       where report in ('R11', 'R18', 'R22') or report = 'R23' and dept = 'education_bureau' order by report`
    )
  ).toEqual([
    `R11 ${A} 2026-S1`,
    'R18 education_bureau 2026-H1',
    `R22 ${A} 2026`,
    'R23 education_bureau 2025'
  ]);
});

test('an activity has one organiser: an institution hands in its own, a department its own', async () => {
  const own = { training_id: 'TR-1', institution_uscc: A, organizer_dept: null };
  const of_dept = { training_id: 'TR-2', institution_uscc: null, organizer_dept: 'education_bureau' };
  const byInstitution = await city.handIn('R10', [own, of_dept], { ...day, authority: institution(A) });
  const byDepartment = await city.handIn('R10', [{ ...of_dept, training_id: 'TR-3' }], education);
  await city.publish(DAY);
  expect(await city.findings(byInstitution)).toEqual(['3 institution_uscc reject authority']);
  expect(await city.findings(byDepartment)).toEqual([]);
});

test('a follow-up belongs to the institution of its review’s committee, and waits until that is known', async () => {
  const review = {
    review_id: 'A-1',
    committee_id: committeeOf(A),
    accepted: '2026-07-01',
    decided: '2026-07-10'
  };
  const followup = { followup_id: 'F-1', review_id: 'A-1', due_date: '2026-09-20', completed_at: null };
  const early = await city.handIn('R05', [followup], { ...day, authority: institution(A) });
  await city.publish(DAY);
  expect(await city.findings(early)).toContain('2 review_id remark waiting');
  const waiting = () =>
    city.lines(`select report, record_key from marts.waiting((select max(number) from meta.publication))`);
  expect(await waiting()).toEqual(['R05 F-1']);
  await city.handIn('R04', [review], day);
  await city.publish(DAY);
  expect(await waiting()).toEqual([]);
  const foreign = await city.handIn('R05', [{ ...followup, followup_id: 'F-2' }], {
    ...day,
    authority: institution(B)
  });
  await city.publish(DAY);
  expect(await city.findings(foreign)).toContain('2 review_id reject authority');
});
