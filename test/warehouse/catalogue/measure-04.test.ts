/** Researchers observe ethics requirements: commitments, reported changes, leads, releases. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uscc } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { followup, lead, project, review } from './ledger-rows.ts';
import { partsOf } from './parts-of.ts';

const A = uscc(1);
let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
  const how = { day: '2026-08-17' };
  await city.handIn('R01', [{ institution_uscc: A }], how);
  await city.handIn('R02', [{ institution_uscc: A }], how);
  const fiscal = { funding_kind: 'fiscal', approved_project_date: '2026-03-02' };
  const released = (release_date: string) => ({ sensitive_release: 'Y', release_date });
  await city.handIn(
    'R13',
    [
      project(A, 'signed', { ...fiscal, pi_commitment_signed: 'Y' }),
      project(A, 'begun-today', { in_review_scope: 'Y', start_date: '2026-08-17' }),
      project(A, 'to-begin', { in_review_scope: 'Y', start_date: '2026-08-18', project_status: 'planned' }),
      project(A, 'undated', { in_review_scope: 'Y' }),
      project(A, 'of-no-scope', { start_date: '2026-03-02' }),
      project(A, 'suspended', { ...fiscal, project_status: 'suspended' }),
      project(A, 'over', { ...fiscal, project_status: 'completed' }),
      project(A, 'checked-that-day', released('2026-08-14')),
      project(A, 'checked-after', released('2026-08-13')),
      project(A, 'checked-in-vain', released('2026-08-12')),
      project(A, 'released-today', released('2026-08-17')),
      project(A, 'not-sensitive', { release_date: '2026-08-12' })
    ],
    how
  );
  const release = (of: string, decision = 'approved') =>
    review(A, `R-${of}`, {
      project_id: of,
      review_subject: 'release',
      accepted: '2026-08-03',
      decided: '2026-08-14',
      decision
    });
  await city.handIn(
    'R04',
    [
      release('checked-that-day'),
      release('checked-after'),
      release('checked-in-vain', 'disapproved'),
      review(A, 'R-1', { accepted: '2026-03-02', decided: '2026-03-16' })
    ],
    how
  );
  const changed = (id: string, change_date: string, change_reported_date: string | null) =>
    followup('R-1', id, { due_date: '2027-03-16', change_date, change_reported_date });
  await city.handIn(
    'R05',
    [
      changed('fifth-day', '2026-08-07', '2026-08-14'),
      changed('sixth-day', '2026-08-06', '2026-08-14'),
      changed('unreported', '2026-08-06', null),
      changed('falls-due-today', '2026-08-10', '2026-08-11'),
      changed('before-the-quarter', '2026-06-01', '2026-06-02'),
      followup('R-1', 'unchanged', { due_date: '2027-03-16' })
    ],
    how
  );
  await city.handIn(
    'R09',
    [
      lead(A, 'own', { intake_channel: 'self_report', received_date: '2026-01-01' }),
      lead(A, 'found', { intake_channel: 'committee', received_date: '2026-08-17' }),
      lead(A, 'heard', { intake_channel: 'media', received_date: '2026-05-06' }),
      lead(A, 'last-year', { intake_channel: 'self_report', received_date: '2025-12-31' })
    ],
    how
  );
  await city.publish(how.day);
});
afterAll(() => city.close());

test('commitments are asked of fiscal projects and of those in scope while they stand', async () => {
  expect(await partsOf(city, 'IND-04-02', '2026-Q3')).toEqual({
    signed: 'numerator',
    'begun-today': 'denominator_only',
    undated: 'denominator_only',
    suspended: 'excluded'
  });
});

test('a change is reported within five working days, and judged when they have passed', async () => {
  expect(await partsOf(city, 'IND-04-03', '2026-Q3')).toEqual({
    'fifth-day': 'numerator',
    'sixth-day': 'denominator_only',
    unreported: 'denominator_only'
  });
  expect(await partsOf(city, 'IND-04-03', '2026-Q2')).toEqual({ 'before-the-quarter': 'numerator' });
});

test('what an institution reports of itself is a share of the year’s leads, and not judged', async () => {
  expect(await partsOf(city, 'IND-04-04', '2026')).toEqual({
    own: 'numerator',
    found: 'numerator',
    heard: 'denominator_only'
  });
  const [figure] = await (await city.reader()).figures('IND-04-04', { by: 'city', period: '2026' });
  expect(figure).toMatchObject({ status: 'none' });
  expect(figure?.value).toBeCloseTo((100 * 2) / 3);
});

test('a release is approved on its day or before', async () => {
  expect(await partsOf(city, 'IND-04-05', '2026-Q3')).toEqual({
    'checked-that-day': 'numerator',
    'checked-after': 'denominator_only',
    'checked-in-vain': 'denominator_only'
  });
});
