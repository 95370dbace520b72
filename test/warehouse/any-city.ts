/** Cities by chance: what happens in them, and what their ledgers say of it on a day. */
import fc from 'fast-check';
import { addDays, addMonths, type Day } from '#warehouse/calendar.ts';
import { committeeOf, uscc, type ReportId, type Texts } from './filled-in.ts';

const FIRST = '2025-10-01';
/** A day of the year that the cities live in. */
const day = fc.integer({ min: 0, max: 380 }).map((n) => addDays(FIRST, n));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const wait = (max: number) => fc.integer({ min: 0, max });
const oneOf = (...texts: string[]) => fc.constantFrom(...texts);
/** The turn in which it is first reported: most at once. */
const turn = fc.constantFrom(0, 0, 0, 1, 2);
const later = (from: Day, wait: number | null): Day | null => (wait === null ? null : addDays(from, wait));

export const anyCity = fc
  .record({
    gaps: fc.tuple(wait(90), wait(90)),
    institutions: fc.array(
      fc.record({
        turn,
        kind: oneOf('university', 'enterprise', 'sci_tech_society'),
        sensitive: fc.boolean(),
        research: fc.boolean(),
        says_committee: fc.boolean(),
        staff: maybe(fc.nat(60)),
        from: day,
        voided: fc.constantFrom(false, false, false, true),
        until: maybe(fc.integer({ min: 1, max: 400 })),
        changes: maybe(
          fc.record({ from: day, research: fc.boolean(), status: oneOf('active', 'suspended') })
        ),
        committee: maybe(
          fc.record({ turn, established: day, registered: maybe(wait(50)), ends: maybe(turn) })
        ),
        bases: fc.array(fc.record({ turn, quarter: fc.nat(3), staff: fc.nat(50), trained: fc.nat(60) }), {
          maxLength: 3
        })
      }),
      { minLength: 2, maxLength: 4 }
    ),
    reviews: fc.array(
      fc.record({
        turn,
        of: fc.nat(3),
        accepted: day,
        decided: maybe(wait(80)),
        procedure: oneOf('general', 'general', 'simplified', 'expert_rereview', 'emergency', 'exempt'),
        decision: oneOf('approved', 'approved', 'disapproved', 'withdrawn'),
        extended: maybe(fc.integer({ min: 31, max: 70 })),
        reason: fc.boolean(),
        voided: fc.constantFrom(false, false, false, true),
        faulty: fc.constantFrom(false, false, false, true)
      }),
      { maxLength: 10 }
    ),
    rectifications: fc.array(
      fc.record({
        turn,
        of: fc.nat(3),
        issued: day,
        due: fc.integer({ min: 1, max: 60 }),
        extended: maybe(fc.integer({ min: 1, max: 40 })),
        submitted: maybe(wait(90)),
        judged: maybe(wait(30)),
        result: oneOf('passed', 'passed_conditional', 'failed'),
        cancelled: fc.constantFrom(false, false, true)
      }),
      { maxLength: 6 }
    ),
    cases: fc.array(
      fc.record({
        turn,
        of: fc.nat(3),
        received: day,
        decided: maybe(wait(20)),
        decision: oneOf('accepted', 'accepted', 'not_accepted'),
        due: maybe(fc.integer({ min: 10, max: 200 })),
        extended: maybe(fc.integer({ min: 1, max: 60 })),
        investigated: maybe(wait(200)),
        closed: maybe(wait(60))
      }),
      { maxLength: 4 }
    )
  })
  .map((city) => ({ ...city, days: daysOf(city.gaps) }));

export type AnyCity = typeof anyCity extends fc.Arbitrary<infer City> ? City : never;

/** Three days of publication. */
function daysOf([first, second]: [number, number]): [Day, Day, Day] {
  const start = addDays(FIRST, 150);
  const next = addDays(start, first);
  return [start, next, addDays(next, second)];
}

const yes = (truth: boolean) => (truth ? 'Y' : 'N');

/** The ledgers as they stand on the n-th day of publication: what lies ahead is not known, what ended has its day. */
export function ledgersOf(city: AnyCity, nth: number): [ReportId, Texts[]][] {
  const today = city.days[nth] ?? '';
  const known = (day: Day | null): Day | null => (day !== null && day <= today ? day : null);
  const at = (day: Day | null, hour: string) => (known(day) ? `${day}T${hour}:00+08:00` : null);
  const reported = <T extends { turn: number }>(list: readonly T[]) => list.filter(({ turn }) => turn <= nth);
  const code = (of: number) => uscc((of % city.institutions.length) + 1);

  /** At last, what was reported before can be withdrawn. */
  const wasReported = (turn: number, begun: Day) => nth === 2 && turn < 2 && begun <= city.days[1];

  const institutions = city.institutions.flatMap((one, i): Texts[] => {
    if (one.turn > nth || one.from > today) return [];
    const row = {
      institution_uscc: uscc(i + 1),
      institution_kind: one.kind,
      sensitive_involved: yes(one.sensitive),
      has_research_tasks: yes(one.research),
      research_staff_count: one.staff === null ? null : String(one.staff),
      has_committee: yes(one.says_committee),
      valid_from: one.from,
      valid_to: later(one.from, one.until),
      row_action: one.voided && wasReported(one.turn, one.from) ? 'void' : 'add'
    };
    // from the second day on the later entry stands in the registry
    if (!one.changes || nth === 0 || one.changes.from > today) return [row];
    const { from, research, status } = one.changes;
    const changed = { valid_from: from, valid_to: null, has_research_tasks: yes(research) };
    return [{ ...row, ...changed, institution_status: status }];
  });
  const committees = city.institutions.flatMap(({ committee }, i): Texts[] => {
    if (!committee || committee.turn > nth || committee.established > today) return [];
    const registered = known(later(committee.established, committee.registered));
    return [
      {
        institution_uscc: uscc(i + 1),
        established_date: committee.established,
        platform_registered_date: registered,
        committee_status: committee.ends !== null && committee.ends <= nth ? 'dissolved' : 'active'
      }
    ];
  });
  const reviews = reported(city.reviews.map((one, n) => ({ ...one, n }))).flatMap((one): Texts[] => {
    if (one.accepted > today) return [];
    const decided = known(later(one.accepted, one.decided));
    const row = {
      review_id: `R-${one.n}`,
      committee_id: committeeOf(code(one.of)),
      procedure_kind: one.procedure,
      applied_at: at(one.accepted, '08'),
      accepted_at: at(one.accepted, '09'),
      is_extended: yes(one.extended !== null),
      extended_due_date: later(one.accepted, one.extended),
      extension_reason: one.reason ? '需补充论证' : null,
      meeting_date: decided,
      decision: decided ? one.decision : 'pending',
      decision_at: at(decided, '17'),
      row_action: one.voided && wasReported(one.turn, one.accepted) ? 'void' : 'add'
    };
    const faulty = { ...row, review_id: `F-${one.n}`, list_item: '没有这一项' };
    return one.faulty ? [row, faulty] : [row];
  });
  const rectifications = reported(city.rectifications.map((one, n) => ({ ...one, n }))).flatMap(
    (one): Texts[] => {
      if (one.issued > today) return [];
      const due = addDays(one.issued, one.due);
      const submitted = known(later(one.issued, one.submitted));
      const judged = submitted && known(later(submitted, one.judged));
      return [
        {
          rectification_id: `C-${one.n}`,
          institution_uscc: code(one.of),
          issued_date: one.issued,
          due_date: due,
          is_extended: yes(one.extended !== null),
          extended_due_date: later(due, one.extended),
          report_submitted_date: submitted,
          accepted_date: judged,
          acceptance_result: judged ? one.result : null,
          rect_status: one.cancelled
            ? 'cancelled'
            : judged
              ? one.result === 'failed'
                ? 'returned'
                : 'closed'
              : submitted
                ? 'submitted'
                : 'open'
        }
      ];
    }
  );
  const cases = reported(city.cases.map((one, n) => ({ ...one, n }))).flatMap((one): Texts[] => {
    if (one.received > today) return [];
    const decided = known(later(one.received, one.decided));
    const due = decided && later(decided, one.due);
    const investigated = decided && known(later(decided, one.investigated));
    const closed = investigated && known(later(investigated, one.closed));
    return [
      {
        case_id: `L-${one.n}`,
        institution_uscc: code(one.of),
        received_date: one.received,
        accept_decision: decided ? one.decision : null,
        accept_decision_date: decided,
        investigation_due_date: due,
        extended_due_date: due && later(due, one.extended),
        investigation_closed_date: investigated,
        closed_date: closed
      }
    ];
  });
  const bases = city.institutions.flatMap((one, i) => {
    const quarters = new Map(reported(one.bases).map((base) => [base.quarter, base]));
    return [...quarters.values()].flatMap(({ quarter, staff, trained }): Texts[] => {
      const start = addMonths('2025-10-01', 3 * quarter);
      if (addMonths(start, 3) > today) return [];
      const period = `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`;
      const row = { research_staff_end: String(staff), staff_trained_ytd: String(trained) };
      return [{ institution_uscc: uscc(i + 1), period, ...row }];
    });
  });
  const ledgers: [ReportId, Texts[]][] = [
    ['R04', reviews],
    ['R08', rectifications],
    ['R09', cases],
    ['R21', bases],
    ['R02', committees],
    ['R01', institutions]
  ];
  return ledgers.filter(([, rows]) => rows.length > 0);
}
