/** Measure 2 counted the slow way, from rows as they are written. */
import fc from 'fast-check';
import { addDays, addMonths, type Day } from '#warehouse/calendar.ts';
import { rolled } from '../official-days.ts';
import { committeeOf, type Texts } from '../filled-in.ts';
import { Counts, type Asked } from './agreement.ts';

/** Institution, its committee (or none), the committee's members, and its delegation (or none). */
export interface Written {
  institution: Texts;
  committee: Texts | null;
  members: readonly Texts[];
  delegation: Texts | null;
}

const day = (from: Day, to: number) => fc.integer({ min: 0, max: to }).map((n) => addDays(from, n));
const yes = (weight: number) => fc.integer({ min: 1, max: 10 }).map((n) => (n <= weight ? 'Y' : 'N'));
const orNone = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 3 });

/** Seven who sit as the law asks, before anything is changed. */
const SEATS = [
  ['chair', 'sci_tech_peer', 'male', 'N'],
  ['vice_chair', 'sci_tech_peer', 'female', 'N'],
  ['member', 'sci_tech_peer', 'male', 'N'],
  ['member', 'ethics', 'female', 'N'],
  ['member', 'law', 'male', 'Y'],
  ['member', 'public_representative', 'male', 'Y'],
  ['member', 'other_member', 'female', 'N']
] as const;
const start = '2024-01-15';
const CHANGES: readonly Texts[] = [
  { term_end: '2029-01-15' },
  { term_end: '2029-01-16' },
  { term_end: '2026-06-30' },
  { term_end: '2026-03-31' },
  { term_start: '2026-01-01' },
  { member_role: 'chair' },
  { member_category: 'other_member' },
  { gender: 'male' },
  { is_external: 'N' },
  { member_status: 'dissolved', changed_date: '2026-05-04' },
  { member_status: 'dissolved' },
  { member_status: 'expired', term_end: '2025-12-31' }
];

export const written: fc.Arbitrary<(uscc: string) => Written> = fc
  .record({
    kind: fc.constantFrom('university', 'enterprise', 'research_institute', 'sci_tech_society'),
    sensitive: yes(8),
    tasks: yes(8),
    has_committee: yes(5),
    status: fc.constantFrom('active', 'active', 'active', 'suspended'),
    valid_to: orNone(day('2026-03-01', 150)),
    rules: fc.subarray(['charter', 'coi', 'archive', 'training', 'monitoring', 'review_sop', 'commitment']),
    established: orNone(
      fc.oneof(fc.constantFrom('2023-11-30', '2023-12-01', '2026-01-01'), day('2023-06-01', 1100))
    ),
    registered: orNone(fc.integer({ min: 0, max: 60 })),
    reported: orNone(fc.constantFrom('2026-03-31', '2026-04-01', '2025-03-10', '2026-01-01')),
    committee_status: fc.constantFrom('active', 'active', 'active', 'active', 'suspended'),
    seats: orNone(fc.integer({ min: 6, max: 7 })),
    changes: fc.array(fc.tuple(fc.nat({ max: 6 }), fc.constantFrom(...CHANGES)), { maxLength: 2 }),
    delegation: orNone(
      fc.record({
        delegation_kind: fc.constantFrom('delegated_review', 'service_center', 'mutual_recognition'),
        has_written_agreement: yes(8),
        trustee_qualified: yes(8),
        valid_from: day('2025-06-01', 300),
        valid_to: fc.constantFrom('2026-05-01', '2026-06-30', '2027-06-30')
      })
    )
  })
  .map((said) => (uscc: string): Written => {
    const committee_id = committeeOf(uscc);
    const { established } = said;
    return {
      institution: {
        institution_uscc: uscc,
        institution_kind: said.kind,
        sensitive_fields: said.sensitive === 'Y' ? 'life_science' : 'none',
        sensitive_involved: said.sensitive,
        has_research_tasks: said.tasks,
        has_committee: said.has_committee,
        institution_status: said.status,
        internal_rules: said.rules.join(';'),
        valid_from: '2023-01-01',
        valid_to: said.valid_to
      },
      committee:
        established === null
          ? null
          : {
              institution_uscc: uscc,
              committee_id,
              established_date: established,
              platform_registered_date:
                said.registered === null ? null : addDays(established, said.registered),
              committee_status: said.committee_status,
              annual_report_date: said.reported
            },
      members:
        established === null
          ? []
          : SEATS.slice(0, said.seats ?? 0).map(([member_role, member_category, gender, is_external], i) => ({
              committee_id,
              member_no: `M0${i + 1}`,
              member_role,
              member_category,
              gender,
              is_external,
              term_start: start,
              term_end: '2028-12-31',
              member_status: 'active',
              changed_date: null,
              ...said.changes
                .filter(([n]) => n === i)
                .reduce<Texts>((row, [, change]) => ({ ...row, ...change }), {})
            })),
      delegation: said.delegation && {
        delegation_id: `DG-${uscc.slice(8, 16)}`,
        institution_uscc: uscc,
        committee_id: null,
        external_committee_name: '虚构外地委员会',
        project_id: null,
        review_id: null,
        recognition_result: null,
        recognition_date: null,
        ...said.delegation
      }
    };
  });

const on = (row: Texts, field: string): Day => row[field] ?? '';
const isActive = (row: Texts, at: Day) =>
  row.institution_status === 'active' && (!row.valid_to || on(row, 'valid_to') > at);
/** A committee whose only version is not active never was one. */
const ceased = (committee: Texts): Day =>
  committee.committee_status === 'active' ? '9999-12-31' : on(committee, 'established_date');
const stands = (committee: Texts | null, at: Day): committee is Texts =>
  committee !== null && on(committee, 'established_date') <= at && ceased(committee) > at;

/** `known`: the day on which all of it was first published. */
export function countedByHand(
  all: readonly (Written & { known: Day })[],
  what: string,
  asked: Asked
): Counts {
  const { at, due, start: from, end } = asked;
  const counts = new Counts();
  for (const { institution, committee, members, delegation, known } of all) {
    const uscc = on(institution, 'institution_uscc');
    const sensitive = institution.sensitive_involved === 'Y';
    const tasks = institution.has_research_tasks === 'Y';
    const society = institution.institution_kind === 'sci_tech_society';
    const gone = committee !== null && ceased(committee) <= at;
    const established = committee ? on(committee, 'established_date') : '';
    if (what === 'IND-02-01 rate' || what === 'IND-02-02 rate') {
      const own = stands(committee, at);
      const delegated =
        what === 'IND-02-02 rate' &&
        delegation !== null &&
        delegation.delegation_kind !== 'mutual_recognition' &&
        delegation.has_written_agreement === 'Y' &&
        delegation.trustee_qualified === 'Y' &&
        on(delegation, 'valid_from') <= at &&
        at <= on(delegation, 'valid_to');
      if (!sensitive) continue;
      if (!isActive(institution, at) || society || !tasks) counts.add(uscc, { excluded: 1 });
      else {
        const has = own || delegated;
        const reported = committee !== null && committee.committee_status === 'active';
        const unknown = !has && institution.has_committee === 'Y' && !reported;
        counts.add(uscc, { numerator: Number(has), denominator: 1, missing: Number(unknown) });
      }
    }
    if (what === 'IND-02-05 rate' && sensitive) {
      const eight = /^(charter|risk_assessment|coi|confidentiality|archive|complaint|training|monitoring)$/;
      const has = on(institution, 'internal_rules')
        .split(';')
        .filter((rule) => eight.test(rule)).length;
      if (isActive(institution, at) && tasks) counts.add(uscc, { numerator: has, denominator: 8 });
      else counts.add(uscc, { excluded: 1 });
    }
    if (committee === null) continue;
    if (what === 'IND-02-03 rate') {
      const last = rolled(addDays(established, 30));
      const registered = committee.platform_registered_date;
      if (!gone && established >= '2023-12-01' && last <= due)
        counts.add(uscc, { numerator: Number(Boolean(registered) && registered! <= last), denominator: 1 });
      else if (gone || established <= at) counts.add(uscc, { excluded: 1 });
    }
    if (what === 'IND-02-03 stock') {
      const registered = committee.platform_registered_date;
      const last = rolled(addDays(established, 30));
      if (stands(committee, at) && established < '2023-12-01')
        counts.add(uscc, { numerator: Number(Boolean(registered) && registered! <= at), denominator: 1 });
      else if (gone || (stands(committee, at) && last > due)) counts.add(uscc, { excluded: 1 });
    }
    if (what === 'IND-02-04 rate') {
      if (stands(committee, at)) {
        const ok = isComposed(members, at, known);
        counts.add(uscc, { numerator: Number(ok), denominator: 1, missing: Number(members.length === 0) });
      } else if (gone) counts.add(uscc, { excluded: 1 });
    }
    if (what === 'IND-02-06 rate') {
      const last = `${end.slice(0, 4)}-03-31`;
      const told = committee.annual_report_date;
      if (last <= due && established < from && !gone)
        counts.add(uscc, {
          numerator: Number(Boolean(told) && from <= told! && told! <= last),
          denominator: 1
        });
      else if (gone || (stands(committee, at) && established >= from)) counts.add(uscc, { excluded: 1 });
    }
  }
  return counts;
}

function isComposed(members: readonly Texts[], at: Day, known: Day): boolean {
  const sitting = members.filter((member) => {
    if (on(member, 'term_start') > at) return false;
    if (member.member_status === 'active') return true;
    const left = member.changed_date ?? known;
    return left > at && on(member, 'term_end') >= at;
  });
  const some = (field: string, value: string) => sitting.filter((member) => member[field] === value).length;
  return (
    sitting.length >= 7 &&
    some('member_role', 'chair') === 1 &&
    ['sci_tech_peer', 'ethics', 'law'].every((one) => some('member_category', one) > 0) &&
    some('gender', 'male') > 0 &&
    some('gender', 'female') > 0 &&
    some('is_external', 'Y') > 0 &&
    sitting.every(
      (member) =>
        on(member, 'term_end') >= at && on(member, 'term_end') <= addMonths(on(member, 'term_start'), 60)
    )
  );
}
