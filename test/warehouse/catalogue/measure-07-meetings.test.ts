/** Quorum, votes and hours: what the law says of meetings, case by case. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committeeOf, uscc, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { review } from './ledger-rows.ts';
import { partsOf } from './parts-of.ts';

const A = uscc(1);
const decided = { accepted: '2026-07-06', decided: '2026-07-20' };
/** Regime, members of the committee, attending, consenting; whether the votes suffice (regulation, voting). */
const VOTES = [
  ['most_2023', 9, 5, 4, true],
  ['most_2023', 9, 5, 3, false],
  ['most_2023', 9, 6, 4, true],
  ['most_2023', 9, 6, 3, false],
  ['most_2023', 9, 7, 5, true],
  ['most_2023', 9, 7, 4, false],
  ['ai_2026', 9, 6, 4, true],
  ['ai_2026', 9, 7, 4, false],
  ['local_rule', 9, 7, 4, false],
  ['gcp', 8, 6, 4, true],
  ['animal_gbt35892', 8, 7, 4, false],
  ['nhc_2023', 9, 5, 5, true],
  ['nhc_2023', 9, 9, 5, true],
  ['nhc_2023', 9, 5, 4, false],
  ['nhc_2023', 8, 5, 5, true],
  ['nhc_2023', 8, 5, 4, false],
  ['biomed_2026', 8, 8, 5, true],
  ['biomed_2026', 8, 8, 4, false]
] as const;
const nameOf = (vector: readonly unknown[]) => vector.slice(0, 4).join('-');

/** Whatever else a meeting lacks. */
const LACKING: Record<string, [Texts, string]> = {
  whole: [{}, 'numerator'],
  'four-attending': [{ attending_count: '4', consent_votes: '4' }, 'denominator_only'],
  'no-lawyer': [{ attending_categories: 'sci_tech_peer;ethics' }, 'denominator_only'],
  'one-gender': [{ attending_both_genders: 'N' }, 'denominator_only'],
  'nobody-from-outside': [{ attending_has_external: 'N' }, 'denominator_only'],
  'votes-unsaid': [{ consent_votes: null }, 'missing'],
  'categories-unsaid': [{ attending_categories: null }, 'missing'],
  'votes-unsaid-no-quorum': [{ attending_count: '4', consent_votes: null }, 'denominator_only'],
  refused: [{ decision: 'disapproved', consent_votes: '3' }, 'denominator_only'],
  withdrawn: [{ decision: 'withdrawn' }, 'excluded']
};

const hours = (id: string, accepted_at: string | null, decision_at: string): Texts =>
  review(A, id, {
    accepted: accepted_at?.slice(0, 10) ?? null,
    decided: decision_at.slice(0, 10),
    applied_at: '2026-09-30T09:00+08:00',
    accepted_at,
    decision_at,
    procedure_kind: 'emergency',
    emergency_level: 'e1',
    emergency_reason: '虚构事由'
  });

let city: SmallCity;
beforeAll(async () => {
  const changed = {
    key: 'consent_share_of_attending',
    value: '3/4',
    from: '2026-08-01',
    kind: 'law' as const,
    basis: 'D'
  };
  city = await SmallCity.open({ parameters: [changed] });
  const how = { day: '2026-10-16' };
  await city.handIn('R01', [{ institution_uscc: A }], how);
  const committee = (nth: number, member_count: string) => ({
    institution_uscc: A,
    committee_id: committeeOf(A, nth),
    member_count
  });
  await city.handIn('R02', [committee(1, '9'), committee(2, '8')], how);
  const votes = VOTES.map((vector) => {
    const [regime, members, attending, consent] = vector;
    return review(A, nameOf(vector), {
      ...decided,
      regime,
      committee_id: committeeOf(A, members === 9 ? 1 : 2),
      attending_count: String(attending),
      consent_votes: String(consent)
    });
  });
  const lacking = Object.entries(LACKING).map(([id, [more]]) =>
    review(A, id, { ...decided, committee_id: committeeOf(A, 2), ...more })
  );
  const sixToFour = (id: string, day: string) =>
    review(A, id, { accepted: '2026-07-27', decided: day, attending_count: '6', consent_votes: '4' });
  await city.handIn(
    'R04',
    [
      ...votes,
      ...lacking,
      sixToFour('before-the-change', '2026-07-31'),
      sixToFour('from-the-change', '2026-08-01'),
      review(A, 'simplified', { ...decided, procedure_kind: 'simplified' }),
      review(A, 'open', { accepted: '2026-07-06', decided: null }),
      hours('on-the-hour', '2026-10-01T20:00+08:00', '2026-10-04T20:00+08:00'),
      hours('a-minute-late', '2026-10-01T20:00+08:00', '2026-10-04T20:01+08:00'),
      hours('unaccepted', null, '2026-10-04T20:00+08:00'),
      { ...hours('given-up', '2026-10-01T20:00+08:00', '2026-10-02T20:00+08:00'), decision: 'withdrawn' }
    ],
    how
  );
  await city.publish(how.day);
});
afterAll(() => city.close());

test('votes suffice by the regime under which it is reviewed', async () => {
  const parts = await partsOf(city, 'IND-07-05', '2026-Q3');
  const found = Object.fromEntries(VOTES.map((vector) => [nameOf(vector), parts[nameOf(vector)]]));
  expect(found).toEqual(
    Object.fromEntries(VOTES.map((vector) => [nameOf(vector), vector[4] ? 'numerator' : 'denominator_only']))
  );
});

test('a meeting has its quorum, categories, genders and outside members; what is not said is not known', async () => {
  const parts = await partsOf(city, 'IND-07-05', '2026-Q3');
  const found = Object.fromEntries(Object.keys(LACKING).map((id) => [id, parts[id]]));
  expect(found).toEqual(Object.fromEntries(Object.entries(LACKING).map(([id, [, part]]) => [id, part])));
  expect(parts).not.toHaveProperty('simplified');
  expect(parts).not.toHaveProperty('open');
});

test('the share that is needed is that of the day of decision', async () => {
  const parts = await partsOf(city, 'IND-07-05', '2026-Q3');
  expect(parts['before-the-change']).toBe('numerator');
  expect(parts['from-the-change']).toBe('denominator_only');
});

test('an emergency is decided by the hour, whatever days of rest lie between', async () => {
  expect(await partsOf(city, 'IND-07-11', '2026')).toEqual({
    'on-the-hour': 'numerator',
    'a-minute-late': 'denominator_only',
    unaccepted: 'missing',
    'given-up': 'excluded'
  });
});

test('figures of committees add up to those of their institution', async () => {
  const reader = await city.reader();
  const all = await reader.figures('IND-07-05', { by: 'committee', period: '2026-Q3' });
  const whole = await reader.figures('IND-07-05', { by: 'institution', period: '2026-Q3' });
  expect(all).toHaveLength(2);
  expect(all.reduce((sum, one) => sum + (one.denominator ?? 0), 0)).toBe(whole[0]?.denominator);
});
