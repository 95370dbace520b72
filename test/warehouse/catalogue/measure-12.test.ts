/** Publicity: campaigns, attendance, media, institutions that take part. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '#warehouse/calendar.ts';
import type { By } from '#warehouse/answers.ts';
import { CITY } from '#warehouse/scope.ts';
import { uscc, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { differences } from './by-hand.ts';
import { measure12 } from './oracle-12.ts';
import { partsOf } from './parts-of.ts';

const [A, B, C, STRANGER] = [uscc(1), uscc(2), uscc(3), uscc(9)];
const registry: readonly Texts[] = [
  { institution_uscc: A, supervising_dept: 'education_bureau', institution_kind: 'university' },
  { institution_uscc: B, supervising_dept: 'sci_tech_association', institution_kind: 'sci_tech_society' },
  { institution_uscc: C, supervising_dept: 'health_commission', institution_kind: 'medical_institution' }
].map((row) => ({ ...row, valid_from: '2025-01-01' }));
const events = new Map<string, Texts>();
let city: SmallCity;

const event = (event_id: string, institution_uscc: string, event_date: Day, more: Texts = {}): Texts => ({
  event_id,
  institution_uscc,
  organizer_dept: '',
  partner_usccs: '',
  event_kind: 'lecture',
  campaign: 'none',
  event_date,
  offline_attendance: '10',
  online_reach: '1000',
  media_reports: '1',
  is_ethics_dedicated: 'Y',
  audience: 'public',
  ...more
});
const held = (event_id: string, organizer_dept: string, event_date: Day, more: Texts = {}) =>
  event(event_id, '', event_date, { organizer_dept, ...more });

async function handIn(day: Day, rows: readonly Texts[]): Promise<void> {
  for (const row of rows) events.set(row['event_id'] ?? '', row);
  await city.handIn('R12', rows, { day });
}

beforeAll(async () => {
  city = await SmallCity.open();
  await city.handIn('R01', registry, { day: '2026-06-01' });
  const week = { campaign: 'sci_tech_week' };
  await handIn('2026-06-01', [
    event('w1', A, '2026-05-23', week),
    event('w2', A, '2026-05-24', week),
    held('w3', 'propaganda_dept', '2026-05-25', { ...week, audience: 'students' }),
    held('d1', 'propaganda_dept', '2026-05-30', { campaign: 'sci_tech_workers_day', media_reports: '9' }),
    event('plain', C, '2026-05-31', { partner_usccs: `${B};${STRANGER}` }),
    event('last-year', C, '2025-12-31', { event_kind: 'forum' }),
    event('forum', A, '2026-03-31', { event_kind: 'forum' }),
    event('mixed', A, '2026-04-01', { event_kind: 'seminar', is_ethics_dedicated: 'N' }),
    event('stranger', STRANGER, '2026-05-25', week)
  ]);
  await city.publish('2026-06-01');
  await city.publish('2027-01-02');
});
afterAll(() => city.close());

const figures = async (id: string, period: string, by: By = 'city', asof?: Day) => {
  const found = await (await city.reader(CITY, asof)).figures(id, { by, period });
  return found.map(
    ({ name, group, dimension, value, status }) => `${name} ${group || dimension || '*'} ${value} ${status}`
  );
};

test('each campaign that is named is judged for itself, and the whole by the worst; not before the year is over', async () => {
  expect(await figures('IND-12-01', '2026')).toEqual([
    'count * 4 red',
    'count sci_tech_week 3 green',
    'count sci_tech_workers_day 1 amber',
    'count national_sci_pop_day 0 red'
  ]);
  expect(await figures('IND-12-01', '2026', 'city', '2026-06-01')).toEqual([
    'count * 4 none',
    'count sci_tech_week 3 green',
    'count sci_tech_workers_day 1 none',
    'count national_sci_pop_day 0 none'
  ]);
  expect(await partsOf(city, 'IND-12-01', '2026')).toMatchObject({ w1: 'numerator', plain: 'excluded' });
});

test('a department has its own events and those of the institutions that it supervises', async () => {
  const whole = (await figures('IND-12-01', '2026', 'department')).filter(
    (line) => !/ sci_tech_w/.test(line)
  );
  expect(whole).toContain('count propaganda_dept 2 none');
  expect(whole).toContain('count education_bureau 2 none');
  // who held none is there as well
  expect(whole).toContain('count agri_rural_bureau 0 none');
});

test('on site and online stand apart, of events for the public alone', async () => {
  expect(await figures('IND-12-02', '2026-Q2')).toEqual(['offline * 50 info', 'online * 5000 none']);
  expect(await partsOf(city, 'IND-12-02', '2026-Q2')).toMatchObject({ w3: 'excluded' });
});

test('media reports are held to twelve in a quarter, and four times that in a year', async () => {
  expect(await figures('IND-12-03', '2026-Q2')).toEqual(['count * 14 green']);
  expect(await figures('IND-12-03', '2026-Q1')).toEqual(['count * 1 red']);
  expect(await figures('IND-12-03', '2026')).toEqual(['count * 15 red']);
});

test('an institution takes part by its own event or as a partner, within the year', async () => {
  expect(await partsOf(city, 'IND-12-04', '2026')).toEqual({
    [A.toLowerCase()]: 'numerator',
    [B.toLowerCase()]: 'numerator',
    [C.toLowerCase()]: 'numerator'
  });
  expect(await partsOf(city, 'IND-12-04', '2025')).toEqual({
    [A.toLowerCase()]: 'denominator_only',
    [B.toLowerCase()]: 'denominator_only',
    [C.toLowerCase()]: 'numerator'
  });
});

test('forums and seminars count where they are on ethics', async () => {
  expect(await partsOf(city, 'IND-12-05', '2026')).toEqual({ forum: 'numerator', mixed: 'excluded' });
});

/** A record stays with whom it was first told of. */
const ownerOf = (event_id: string): Texts => {
  const { institution_uscc = '', organizer_dept = '' } = events.get(event_id) ?? {};
  return { institution_uscc, organizer_dept, partner_usccs: '' };
};
const anyEvent = fc.record({
  who: fc.constantFrom(A, B, C, STRANGER, 'propaganda_dept', 'education_bureau'),
  partners: fc.uniqueArray(fc.constantFrom(A, B, C, STRANGER), { maxLength: 2 }),
  day: fc.nat(720).map((n) => addDays('2025-01-05', n)),
  kind: fc.constantFrom('forum', 'seminar', 'lecture'),
  campaign: fc.constantFrom('none', 'sci_tech_week', 'sci_tech_workers_day', 'national_sci_pop_month'),
  audience: fc.constantFrom('public', 'researchers'),
  numbers: fc.tuple(fc.nat(300), fc.nat(9000), fc.nat(5)),
  dedicated: fc.constantFrom('Y', 'N'),
  again: fc.option(fc.nat(12))
});

test(
  'whatever was handed in, the figures are what a slow count by hand gives',
  { timeout: 120_000 },
  async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 8, maxLength: 20 }), async (some) => {
        run += 1;
        const day = addDays('2027-01-05', 5 * run);
        const known = [...events.keys()];
        const rows = some.map((one, i) => {
          const again = one.again === null ? undefined : known[one.again];
          const isDepartment = one.who.includes('_');
          return event(again ?? `E${run}-${i}`, isDepartment ? '' : one.who, one.day, {
            organizer_dept: isDepartment ? one.who : '',
            partner_usccs: one.partners.filter((code) => code !== one.who).join(';'),
            event_kind: one.kind,
            campaign: one.campaign,
            audience: one.audience,
            offline_attendance: String(one.numbers[0]),
            online_reach: String(one.numbers[1]),
            media_reports: String(one.numbers[2]),
            is_ethics_dedicated: one.dedicated,
            ...(again === undefined ? {} : ownerOf(again))
          });
        });
        await handIn(day, [...new Map(rows.map((row) => [row['event_id'], row])).values()]);
        await city.publish(day);
        const reader = await city.reader();
        const found: string[] = [];
        for (const [value, tally] of Object.entries(measure12([...events.values()], registry, day))) {
          const [id = '', name = '', by = ''] = value.split(' ');
          found.push(...(await differences(reader, id, name, by as By, tally)));
        }
        expect(found).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true }
    );
  }
);
