/** Measure 5 counted the slow way, from rows as they are written. */
import fc from 'fast-check';
import { addDays, type Day } from '#warehouse/calendar.ts';
import type { Texts } from '../filled-in.ts';
import { Counts, type Asked } from './agreement.ts';

export const DEPARTMENTS = ['scitech_bureau', 'health_commission'] as const;

const day = fc.integer({ min: 0, max: 560 }).map((n) => addDays('2025-01-01', n));
const yes = fc.constantFrom('Y', 'Y', 'N');

export interface Written {
  institutions: readonly Texts[];
  publicity: readonly Texts[];
}

const institution = fc.record({
  sensitive_involved: yes,
  has_research_tasks: yes,
  institution_status: fc.constantFrom('active', 'active', 'active', 'suspended'),
  valid_to: fc.option(fc.constantFrom('2026-06-30', '2026-07-01', '2027-01-01'), { nil: null, freq: 3 })
});
const interpretation = fc.record({
  publicity_kind: fc.constantFrom('interpretation_session', 'guideline_release', 'qa_material'),
  organizer_dept: fc.constantFrom(...DEPARTMENTS),
  publicity_date: fc.oneof(fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-31', '2026-06-30'), day),
  covered: fc.array(fc.nat({ max: 9 }), { maxLength: 4 })
});
const selfCheck = fc.record({
  by: fc.nat({ max: 7 }),
  publicity_date: day,
  nonconformities: fc.nat({ max: 6 }),
  fixed: fc.option(fc.nat({ max: 6 }), { nil: null, freq: 4 })
});

/** `codes`: of eight institutions to be registered, and of two that are not. */
export const written: fc.Arbitrary<(codes: readonly string[], run: number) => Written> = fc
  .tuple(
    fc.array(institution, { minLength: 8, maxLength: 8 }),
    fc.array(interpretation, { minLength: 6, maxLength: 10 }),
    fc.array(selfCheck, { minLength: 6, maxLength: 10 })
  )
  .map(([institutions, sessions, checks]) => (codes, run) => ({
    institutions: institutions.map((one, i) => ({
      ...one,
      institution_uscc: codes[i] ?? '',
      sensitive_fields: one.sensitive_involved === 'Y' ? 'medicine' : 'none',
      valid_from: '2025-01-01'
    })),
    publicity: [
      ...sessions.map(({ covered, ...one }, i) => ({
        ...one,
        publicity_id: `PP-${run}-${i}`,
        institution_uscc: null,
        covered_usccs: covered.map((n) => codes[n]).join(';'),
        check_items: null,
        nonconformities: null,
        nonconformities_fixed: null
      })),
      ...checks.map(({ by, nonconformities, fixed, publicity_date }, i) => ({
        publicity_id: `SC-${run}-${i}`,
        publicity_kind: 'self_check',
        organizer_dept: null,
        institution_uscc: codes[by] ?? '',
        covered_usccs: null,
        publicity_date,
        check_items: '10',
        nonconformities: String(nonconformities),
        nonconformities_fixed: fixed === null ? null : String(Math.min(fixed, nonconformities))
      }))
    ]
  }));

const on = (row: Texts, field: string): Day => row[field] ?? '';

export function countedByHand({ institutions, publicity }: Written, what: string, asked: Asked): Counts {
  const counts = new Counts();
  const { at, start } = asked;
  const within = (row: Texts, from: Day) =>
    from <= on(row, 'publicity_date') && on(row, 'publicity_date') <= at;
  const checks = publicity.filter((row) => row.publicity_kind === 'self_check');
  const sessions = publicity.filter((row) => row.publicity_kind !== 'self_check');
  if (what === 'IND-05-01 count')
    for (const row of sessions)
      if (within(row, start)) counts.add(on(row, 'organizer_dept'), { numerator: 1 });
  if (what === 'IND-05-04 rate')
    for (const row of checks) {
      if (!within(row, start)) continue;
      const [found, fixed] = [Number(row.nonconformities), row.nonconformities_fixed];
      if (found === 0) counts.add(on(row, 'institution_uscc'), { excluded: 1 });
      else
        counts.add(on(row, 'institution_uscc'), {
          numerator: Number(fixed ?? 0),
          denominator: found,
          missing: fixed === null ? found : 0
        });
    }
  for (const row of institutions) {
    const uscc = on(row, 'institution_uscc');
    const active = row.institution_status === 'active' && (!row.valid_to || row.valid_to > at);
    const january = `${at.slice(0, 4)}-01-01`;
    if (what === 'IND-05-02 rate') {
      const reached = sessions.some(
        (one) => within(one, january) && on(one, 'covered_usccs').split(';').includes(uscc)
      );
      if (active && row.has_research_tasks === 'Y')
        counts.add(uscc, { numerator: Number(reached), denominator: 1 });
      else if (active || row.has_research_tasks === 'Y') counts.add(uscc, { excluded: 1 });
    }
    if (what === 'IND-05-03 rate' && row.sensitive_involved === 'Y') {
      const checked = checks.some((one) => one.institution_uscc === uscc && within(one, january));
      if (active) counts.add(uscc, { numerator: Number(checked), denominator: 1 });
      else counts.add(uscc, { excluded: 1 });
    }
  }
  return counts;
}
