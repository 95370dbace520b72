/** Ledgers of a few institutions, as anybody may fill them in: every row can be true, and nothing is rejected. */
import fc from 'fast-check';
import { addDays, type Day } from '#warehouse/calendar.ts';
import { committeeOf, uscc, type ReportId, type Texts } from '../filled-in.ts';
import { followup, lead, listActivity, project, review } from './ledger-rows.ts';

/** Rows by report; `R01` first, as each is handed in. */
export type Ledgers = Partial<Record<ReportId, Texts[]>>;

/** Nothing is dated later, but what may lie in the future. */
export const LAST_DAY: Day = '2026-08-17';

const day = (from: Day, to: number) => fc.integer({ min: 0, max: to }).map((n) => addDays(from, n));
const recent = day('2026-05-20', 89);
const orNone = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 4 });
const yes = fc.constantFrom('Y', 'Y', 'N');
const orUnsaid = fc.constantFrom('Y', 'Y', 'Y', 'N', null);
const later = (from: Day, days: number) => {
  const found = addDays(from, days);
  return found <= LAST_DAY ? found : null;
};
const index = fc.nat(20);
const chosen = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const anyReview = fc.record({
  of: index,
  accepted: orNone(recent),
  after: orNone(fc.nat(40)),
  minutes: fc.constantFrom(0, 0, 1),
  decision: fc.constantFrom('approved', 'approved', 'approved_after_revision', 'disapproved', 'withdrawn'),
  regime: fc.constantFrom('most_2023', 'nhc_2023', 'ai_2026', 'biomed_2026', 'gcp'),
  procedure: fc.constantFrom('general', 'general', 'emergency', 'simplified'),
  attending: fc.option(fc.integer({ min: 4, max: 9 }), { nil: null, freq: 6 }),
  against: fc.option(fc.nat(4), { nil: null, freq: 6 }),
  categories: fc.constantFrom('sci_tech_peer;ethics;law', 'law;ethics;sci_tech_peer', 'ethics;law', null),
  genders: orUnsaid,
  external: orUnsaid,
  converted: yes
});
const anyProject = fc.record({
  of: index,
  funding: fc.constantFrom('fiscal', 'fiscal', 'self_funded'),
  scope: fc.constantFrom('Y', 'Y', 'N', null),
  approved: orNone(recent),
  start: orNone(fc.oneof(recent, recent, fc.constantFrom('2025-01-01', '2026-08-18', '2026-09-30'))),
  status: fc.constantFrom('ongoing', 'ongoing', 'ongoing', 'planned', 'suspended', 'completed', 'terminated'),
  review: fc.option(index, { nil: null, freq: 5 }),
  unknown: fc.constantFrom(false, false, false, true),
  signed: fc.integer({ min: -3, max: 2 }),
  pi: yes,
  risk: fc.constantFrom('high', 'extreme', 'medium'),
  listed: fc.constantFrom('none', 'none', 'list_4_bci'),
  found: fc.nat(5),
  open: fc.nat(5),
  period: fc.constantFrom('2025-Q4', '2026-Q1', '2026-Q2'),
  months: fc.subarray(['2026-05', '2026-06', '2026-07', '2026-08'])
});
const anyFollowup = fc.record({
  of: index,
  due: fc.oneof(recent, day('2026-08-14', 6)),
  completed: orNone(recent),
  change: orNone(recent),
  reported: orNone(fc.nat(10))
});
const anyActivity = fc.record({
  of: index,
  decision: fc.constantFrom('approved', 'approved', 'disapproved', null),
  decided: orNone(recent),
  registered: orNone(fc.integer({ min: 25, max: 40 }))
});
const anyLead = fc.record({
  of: index,
  received: recent,
  decision: fc.constantFrom('accepted', 'not_accepted', null),
  after: orNone(fc.integer({ min: 18, max: 26 }))
});
const anyBase = fc.record({ staff: fc.nat(2000), quarter: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3') });

const several = <T>(one: fc.Arbitrary<T>, most: number) =>
  fc.array(one, { minLength: Math.ceil(most / 2), maxLength: most });

/** Of three institutions, of which the last has no committee; no number or name is used by another `nth`. */
export const anyLedgers: fc.Arbitrary<(nth: number) => Ledgers> = fc
  .record({
    members: fc.tuple(fc.integer({ min: 7, max: 9 }), fc.integer({ min: 7, max: 9 })),
    delegated: orNone(day('2026-08-10', 14)),
    reviews: several(anyReview, 24),
    projects: several(anyProject, 24),
    followups: several(anyFollowup, 12),
    activities: several(anyActivity, 8),
    leads: several(anyLead, 10),
    bases: fc.array(anyBase, { maxLength: 3 })
  })
  .map((any) => (nth: number) => written(any, nth));

type Any = {
  members: [number, number];
  delegated: string | null;
  reviews: Value<typeof anyReview>[];
  projects: Value<typeof anyProject>[];
  followups: Value<typeof anyFollowup>[];
  activities: Value<typeof anyActivity>[];
  leads: Value<typeof anyLead>[];
  bases: Value<typeof anyBase>[];
};
type Value<T> = T extends fc.Arbitrary<infer V> ? V : never;

function written(any: Any, nth: number): Ledgers {
  const all = [1, 2, 3].map((n) => uscc(100 * nth + n)) as [string, string, string];
  const own = all.slice(0, 2);
  const reviews = any.reviews.map((one, i) => reviewRow(one, chosen(own, one.of), `R-${nth}-${i}`));
  const projects = any.projects.map((one, i) =>
    projectRow(one, chosen(all, one.of), `P-${nth}-${i}`, reviews)
  );
  return {
    R01: all.map((institution_uscc, i) => ({
      institution_uscc,
      supervising_dept: chosen(['education_bureau', 'health_commission'], nth + i),
      has_committee: i < 2 ? 'Y' : 'N'
    })),
    R02: own.map((institution_uscc, i) => ({
      institution_uscc,
      committee_id: committeeOf(institution_uscc),
      member_count: String(any.members[i])
    })),
    R04: reviews,
    R05: any.followups.map((one, i) => followupRow(one, chosen(reviews, one.of), `F-${nth}-${i}`)),
    R13: projects,
    R06: any.activities.map(({ of, decision, decided, registered }, i) =>
      listActivity(chosen(projects, of)['project_id'] ?? '', `L-${nth}-${i}`, {
        final_decision: decision,
        final_decision_date: decided,
        platform_registered_date: decided && registered ? later(decided, registered) : null
      })
    ),
    R07: [all[2]].flatMap((institution_uscc) =>
      any.delegated === null
        ? []
        : [
            {
              delegation_id: `D-${nth}`,
              institution_uscc,
              committee_id: committeeOf(all[0]),
              valid_from: '2026-07-01',
              valid_to: any.delegated
            }
          ]
    ),
    R09: any.leads.map((one, i) =>
      lead(chosen(all, one.of), `C-${nth}-${i}`, {
        received_date: one.received,
        accept_decision: one.decision,
        accept_decision_date: one.decision && one.after ? later(one.received, one.after) : null,
        case_status:
          one.decision === null ? 'received' : one.decision === 'accepted' ? 'investigating' : 'not_accepted'
      })
    ),
    R15: any.projects.flatMap(({ months }, i) =>
      months.map((monitor_period) => ({
        monitor_id: `M-${nth}-${i}-${monitor_period}`,
        project_id: `P-${nth}-${i}`,
        monitor_period,
        monitor_date: `${monitor_period}-01`,
        last_drill_date: null
      }))
    ),
    R21: [...new Map(any.bases.map((one) => [one.quarter, one])).values()].map(({ staff, quarter }) => ({
      institution_uscc: all[0],
      period: quarter,
      research_staff_end: String(staff),
      staff_trained_ytd: '0',
      new_hires_ytd: '0',
      new_hires_trained_ytd: '0'
    }))
  };
}

function reviewRow(one: Value<typeof anyReview>, institution: string, id: string): Texts {
  const { accepted, after, procedure, attending, against, minutes } = one;
  // An emergency takes days, anything else weeks.
  const took = after === null ? null : procedure === 'emergency' ? after % 5 : after;
  const decided = took === null ? null : later(accepted ?? '2026-06-01', took);
  return review(institution, id, {
    accepted,
    decided,
    decision_at: decided && `${decided}T10:0${minutes}+08:00`,
    accepted_at: accepted && `${accepted}T10:00+08:00`,
    decision: decided ? one.decision : 'pending',
    regime: one.regime,
    procedure_kind: procedure,
    attending_count: attending === null ? null : String(attending),
    attending_categories: one.categories,
    attending_both_genders: one.genders,
    attending_has_external: one.external,
    consent_votes: against === null ? null : String((attending ?? 9) - against),
    converted_to_meeting: procedure === 'simplified' ? one.converted : null
  });
}

function projectRow(
  one: Value<typeof anyProject>,
  institution: string,
  id: string,
  reviews: readonly Texts[]
): Texts {
  const named = one.review === null ? null : (chosen(reviews, one.review)['review_id'] ?? null);
  const signed = one.approved === null ? null : addDays(one.approved, one.signed);
  return project(institution, id, {
    funding_kind: one.funding,
    risk_assessed: one.scope === null ? 'N' : 'Y',
    in_review_scope: one.scope,
    approved_project_date: one.approved,
    start_date: one.start,
    project_status: one.status,
    approval_review_id: one.unknown ? `${id}-UNKNOWN` : named,
    commitment_signed_date: signed === null || signed > LAST_DAY ? null : signed,
    pi_commitment_signed: one.pi,
    risk_level: one.risk,
    list_item: one.listed,
    issues_found_ytd: String(one.found),
    issues_corrected_ytd: String(Math.max(0, one.found - one.open)),
    report_period: one.period
  });
}

const followupRow = (one: Value<typeof anyFollowup>, of: Texts, id: string): Texts =>
  followup(of['review_id'] ?? '', id, {
    due_date: one.due,
    completed_at: one.completed,
    change_date: one.change,
    change_reported_date: one.change && one.reported !== null ? later(one.change, one.reported) : null
  });
