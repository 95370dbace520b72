/** Measures 3 and 6 counted the slow way, from rows as they are written. */
import fc from 'fast-check';
import { addDays, type Day } from '#warehouse/calendar.ts';
import type { Texts } from '../filled-in.ts';
import { Counts, type Asked } from './agreement.ts';

const day = fc.oneof(
  fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'),
  fc.integer({ min: 0, max: 560 }).map((n) => addDays('2025-01-01', n))
);
const yes = fc.constantFrom('Y', 'N');

export interface Written {
  institutions: readonly Texts[];
  research: readonly Texts[];
  events: readonly Texts[];
}

const research = fc.record({
  by: fc.nat({ max: 5 }),
  research_kind: fc.constantFrom(
    'funded_project',
    'self_study',
    'standard_drafting',
    'consultation',
    'exchange'
  ),
  start_date: day,
  lasts: fc.option(fc.nat({ max: 300 }), { nil: null }),
  output_kind: fc.option(fc.constantFrom('paper', 'advisory_report', 'standard'), { nil: null }),
  output: fc.nat({ max: 200 }),
  adopted: fc.option(yes, { nil: null })
});
const event = fc.record({
  // the last two are a department and an institution that nobody registered
  by: fc.nat({ max: 7 }),
  partners: fc.array(fc.nat({ max: 7 }), { maxLength: 2 }),
  event_kind: fc.constantFrom('forum', 'seminar', 'lecture'),
  event_date: day,
  audience: fc.constantFrom('researchers', 'public'),
  is_ethics_dedicated: yes
});

const noLater = (one: Day, than: Day) => (one > than ? than : one);

/** `codes`: of six institutions to be registered, of which the first two are societies, and of two that are not. */
export const written: fc.Arbitrary<(codes: readonly string[], run: number) => Written> = fc
  .tuple(
    fc.array(research, { minLength: 12, maxLength: 16 }),
    fc.array(event, { minLength: 12, maxLength: 16 })
  )
  .map(([studies, events]) => (codes, run) => ({
    institutions: codes.slice(0, 6).map((institution_uscc, i) => ({
      institution_uscc,
      institution_kind: i < 2 ? 'sci_tech_society' : 'university',
      institution_status: i === 1 ? 'suspended' : 'active',
      valid_from: '2025-01-01'
    })),
    research: studies.map(({ by, lasts, output, output_kind, adopted, ...one }, i) => ({
      ...one,
      research_id: `ER-${run}-${i}`,
      institution_uscc: codes[by] ?? '',
      end_date: lasts === null ? null : noLater(addDays(one.start_date, lasts), '2026-08-01'),
      output_kind,
      output_date: output_kind && noLater(addDays(one.start_date, output), '2026-08-01'),
      adopted: output_kind === 'advisory_report' ? adopted : null,
      adopted_by_dept: null
    })),
    events: events.map(({ by, partners, ...one }, i) => ({
      ...one,
      event_id: `EV-${run}-${i}`,
      institution_uscc: by === 6 ? null : (codes[by] ?? ''),
      organizer_dept: by === 6 ? 'health_commission' : null,
      partner_usccs: partners.map((n) => codes[n]).join(';'),
      campaign: 'none'
    }))
  }));

const on = (row: Texts, field: string): Day => row[field] ?? '';

export function countedByHand(
  { institutions, research, events }: Written,
  what: string,
  asked: Asked
): Counts {
  const { at, start } = asked;
  const counts = new Counts();
  const within = (date: Day) => date !== '' && start <= date && date <= at;
  const societies = institutions
    .filter((row) => row.institution_kind === 'sci_tech_society')
    .map((row) => row.institution_uscc);
  const registered = institutions.map((row) => row.institution_uscc);
  const takesPart = (row: Texts) => [row.institution_uscc, ...on(row, 'partner_usccs').split(';')];
  const held = events.filter(
    (row) => row.institution_uscc === null || registered.includes(row.institution_uscc)
  );
  for (const row of held) {
    if (!within(on(row, 'event_date'))) continue;
    const owner = row.institution_uscc ?? on(row, 'organizer_dept');
    if (what === 'IND-03-02 count' && takesPart(row).some((one) => societies.includes(one ?? '')))
      counts.add(owner, row.is_ethics_dedicated === 'Y' ? { numerator: 1 } : { excluded: 1 });
    if (what === 'IND-06-03 count' && row.audience === 'researchers' && row.event_kind !== 'lecture')
      counts.add(owner, { numerator: 1 });
  }
  for (const row of research) {
    const uscc = on(row, 'institution_uscc');
    const goesOn = on(row, 'start_date') <= at && (!row.end_date || row.end_date >= start);
    const kind = on(row, 'research_kind');
    if (what === 'IND-06-01 count' && goesOn)
      counts.add(uscc, kind === 'consultation' || kind === 'exchange' ? { excluded: 1 } : { numerator: 1 });
    if (what === 'IND-06-03 count' && kind === 'exchange' && within(on(row, 'start_date')))
      counts.add(uscc, { numerator: 1 });
    if (!within(on(row, 'output_date'))) continue;
    if (what === 'IND-06-02 rate' && row.output_kind === 'advisory_report')
      counts.add(uscc, {
        numerator: Number(row.adopted === 'Y'),
        denominator: 1,
        missing: Number(row.adopted === null)
      });
    if (what === 'IND-03-03 count' && row.output_kind === 'standard' && societies.includes(uscc))
      counts.add(uscc, { numerator: 1 });
  }
  if (what === 'IND-03-01 rate')
    for (const row of institutions.filter((one) => societies.includes(one.institution_uscc ?? ''))) {
      const uscc = on(row, 'institution_uscc');
      const engaged =
        events.some((one) => within(on(one, 'event_date')) && takesPart(one).includes(uscc)) ||
        research.some((one) => {
          const until = one.end_date ?? one.output_date ?? '';
          return (
            one.institution_uscc === uscc && on(one, 'start_date') <= at && (until === '' || until >= start)
          );
        });
      counts.add(
        uscc,
        row.institution_status === 'active' ? { numerator: Number(engaged), denominator: 1 } : { excluded: 1 }
      );
    }
  return counts;
}
