/** Measures 10 and 11 counted the slow way, from rows as they are written. */
import fc from 'fast-check';
import { addDays, type Day } from '#warehouse/calendar.ts';
import type { Texts } from '../filled-in.ts';
import { Counts, type Asked } from './agreement.ts';

export interface Written {
  institutions: readonly Texts[];
  trainings: readonly Texts[];
  bases: readonly Texts[];
  courses: readonly Texts[];
}

const yes = fc.constantFrom('Y', 'Y', 'N');
const day = fc.oneof(
  fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'),
  fc.integer({ min: 0, max: 560 }).map((n) => addDays('2025-01-01', n))
);
const institution = fc.record({
  has_research_tasks: yes,
  institution_kind: fc.constantFrom('university', 'university', 'enterprise'),
  affiliation_level: fc.constantFrom('municipal', 'municipal', 'provincial'),
  institution_status: fc.constantFrom('active', 'active', 'active', 'expired'),
  valid_to: fc.constantFrom(null, null, '2026-07-15'),
  students: fc.option(fc.integer({ min: 1, max: 9000 }), { nil: null, freq: 5 })
});
const training = fc.record({
  // the last two are a department and an institution that nobody registered
  by: fc.nat({ max: 9 }),
  training_date: day,
  assessed: fc.nat({ max: 20 }),
  failed: fc.nat({ max: 20 })
});
const base = fc.record({
  by: fc.nat({ max: 7 }),
  period: fc.constantFrom('2025-Q4', '2026-Q1', '2026-Q2'),
  hired: fc.nat({ max: 9 }),
  untrained: fc.nat({ max: 9 }),
  events: fc.nat({ max: 9 }),
  without: fc.nat({ max: 9 })
});
const course = fc.record({
  by: fc.nat({ max: 7 }),
  term: fc.constantFrom('2025-S1', '2025-S2', '2026-S1', '2026-S2'),
  course_kind: fc.constantFrom('compulsory', 'elective'),
  is_standalone: yes,
  first: fc.nat({ max: 200 })
});

/** `codes`: of eight institutions to be registered, and two that are not. */
export const written: fc.Arbitrary<(codes: readonly string[], run: number) => Written> = fc
  .record({
    institutions: fc.array(institution, { minLength: 8, maxLength: 8 }),
    trainings: fc.array(training, { minLength: 8, maxLength: 14 }),
    bases: fc.uniqueArray(base, {
      minLength: 6,
      maxLength: 10,
      selector: ({ by, period }) => `${by} ${period}`
    }),
    courses: fc.array(course, { minLength: 8, maxLength: 14 })
  })
  .map((said) => (codes, run) => ({
    institutions: said.institutions.map(({ students, ...one }, i) => ({
      ...one,
      institution_uscc: codes[i] ?? '',
      student_count: students === null ? null : String(students),
      valid_from: '2025-01-01'
    })),
    trainings: said.trainings.map(({ by, assessed, failed, training_date }, i) => ({
      training_id: `TR-${run}-${i}`,
      institution_uscc: by === 8 ? null : (codes[by] ?? ''),
      organizer_dept: by === 8 ? 'health_commission' : null,
      training_date,
      attendees_staff: '50',
      attendees_staff_first_ytd: '0',
      assessed_count: String(assessed),
      passed_count: String(Math.max(0, assessed - failed))
    })),
    bases: said.bases.map(({ by, period, hired, untrained, events, without }) => ({
      institution_uscc: codes[by] ?? '',
      period,
      new_hires_ytd: String(hired),
      new_hires_trained_ytd: String(Math.max(0, hired - untrained)),
      academic_events: String(events),
      academic_events_with_ethics: String(Math.max(0, events - without))
    })),
    courses: said.courses.map(({ by, first, ...one }, i) => ({
      ...one,
      course_id: `CO-${run}-${i}`,
      institution_uscc: codes[by] ?? '',
      enrolled: '300',
      enrolled_first_ytd: String(first)
    }))
  }));

const on = (row: Texts, field: string): Day => row[field] ?? '';
const number = (row: Texts, field: string) => Number(row[field] ?? 0);
const isActive = (row: Texts, at: Day) =>
  row.institution_status === 'active' && (!row.valid_to || row.valid_to > at);
const isMunicipal = (row: Texts) =>
  row.institution_kind === 'university' && row.affiliation_level === 'municipal';
const begins = (term: string) => `${term.slice(0, 4)}-${term.endsWith('S1') ? '02' : '08'}-01`;

export function countedByHand(
  { institutions, trainings, bases, courses }: Written,
  what: string,
  asked: Asked
): Counts {
  const { at, start, name } = asked;
  const counts = new Counts();
  const january = `${at.slice(0, 4)}-01-01`;
  const whose = (row: Texts) => institutions.find((one) => one.institution_uscc === row.institution_uscc);
  for (const row of trainings) {
    const date = on(row, 'training_date');
    if (what !== 'IND-11-05 rate' || date < start || date > at) continue;
    if (row.institution_uscc !== null && !whose(row)) continue;
    const owner = row.institution_uscc ?? 'health_commission';
    if (row.assessed_count === '0') counts.add(owner, { excluded: 1 });
    else
      counts.add(owner, {
        numerator: number(row, 'passed_count'),
        denominator: number(row, 'assessed_count')
      });
  }
  for (const row of bases) {
    if (row.period !== name) continue;
    const uscc = on(row, 'institution_uscc');
    if (what === 'IND-11-02 rate')
      counts.add(uscc, {
        numerator: number(row, 'new_hires_trained_ytd'),
        denominator: number(row, 'new_hires_ytd')
      });
    if (what === 'IND-11-03 rate')
      counts.add(uscc, {
        numerator: number(row, 'academic_events_with_ethics'),
        denominator: number(row, 'academic_events')
      });
  }
  for (const row of courses) {
    const begun = begins(on(row, 'term'));
    const owner = whose(row);
    if (!owner || begun < start || begun > at) continue;
    const uscc = on(row, 'institution_uscc');
    const counted = isMunicipal(owner) && isActive(owner, at);
    if (what === 'IND-10-02 rate' && counted && owner.student_count !== null)
      counts.add(uscc, { numerator: number(row, 'enrolled_first_ytd') });
    if (what === 'IND-10-03 rate')
      if (counted && row.is_standalone === 'Y')
        counts.add(uscc, { numerator: Number(row.course_kind === 'compulsory'), denominator: 1 });
      else counts.add(uscc, { excluded: 1 });
  }
  for (const row of institutions) {
    const uscc = on(row, 'institution_uscc');
    const active = isActive(row, at);
    const tasks = row.has_research_tasks === 'Y';
    if (what === 'IND-11-01 rate') {
      const held = trainings.some((one) => {
        const date = on(one, 'training_date');
        return one.institution_uscc === uscc && january <= date && date <= at;
      });
      if (active && tasks) counts.add(uscc, { numerator: Number(held), denominator: 1 });
      else if (active || tasks) counts.add(uscc, { excluded: 1 });
    }
    if (what === 'IND-10-01 rate' && row.institution_kind === 'university' && active) {
      const offers = courses.some(
        (one) => one.institution_uscc === uscc && one.term === name && one.is_standalone === 'Y'
      );
      if (isMunicipal(row)) counts.add(uscc, { numerator: Number(offers), denominator: 1 });
      else counts.add(uscc, { excluded: 1 });
    }
    if (what === 'IND-10-02 rate' && active && isMunicipal(row))
      counts.add(uscc, { denominator: number(row, 'student_count') });
  }
  return counts;
}
