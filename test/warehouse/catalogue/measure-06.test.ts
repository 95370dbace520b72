/** Measures 3 and 6, which are both about research and exchange. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uscc, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { expectAgreement, saidOf } from './agreement.ts';
import { countedByHand, written, type Written } from './oracle-06.ts';

const [SOCIETY, A, LATER] = [uscc(1), uscc(2), uscc(3)];
const society = { institution_kind: 'sci_tech_society', valid_from: '2025-01-01' };
let city: SmallCity;

const study = (research_id: string, institution_uscc: string, more: Texts): Texts => ({
  research_id,
  institution_uscc,
  research_kind: 'self_study',
  end_date: null,
  output_kind: null,
  output_date: null,
  adopted: null,
  adopted_by_dept: null,
  ...more
});
const event = (event_id: string, more: Texts): Texts => ({
  event_id,
  institution_uscc: A,
  organizer_dept: null,
  partner_usccs: null,
  event_kind: 'forum',
  campaign: 'none',
  audience: 'researchers',
  is_ethics_dedicated: 'Y',
  ...more
});

beforeAll(async () => {
  city = await SmallCity.open();
  await city.handIn(
    'R01',
    [
      { institution_uscc: SOCIETY, ...society },
      { institution_uscc: A, valid_from: '2025-01-01' }
    ],
    { day: '2026-07-19' }
  );
  await city.handIn(
    'R17',
    [
      study('ER-1', A, { start_date: '2025-01-10', end_date: '2026-01-01' }),
      study('ER-2', A, {
        research_kind: 'consultation',
        start_date: '2025-12-01',
        output_kind: 'advisory_report',
        output_date: '2025-12-31'
      }),
      study('ER-3', SOCIETY, {
        research_kind: 'standard_drafting',
        start_date: '2025-02-01',
        end_date: '2025-11-01',
        output_kind: 'standard',
        output_date: '2025-11-01'
      }),
      study('ER-4', A, { research_kind: 'exchange', start_date: '2026-06-30' })
    ],
    { day: '2026-07-19' }
  );
  await city.handIn(
    'R12',
    [
      event('EV-1', { partner_usccs: `${SOCIETY};${LATER}`, event_date: '2026-06-30' }),
      event('EV-2', { partner_usccs: LATER, event_date: '2026-06-01', audience: 'public' }),
      event('EV-3', {
        partner_usccs: SOCIETY,
        event_date: '2026-05-01',
        is_ethics_dedicated: 'N',
        event_kind: 'lecture'
      })
    ],
    { day: '2026-07-19' }
  );
  await city.publish('2026-07-19');
});
afterAll(() => city.close());

const said = async (id: string, period: string, group: string) =>
  saidOf(await city.reader(), id, period, group);

test('an event with two societies is one event; what is not dedicated to ethics is left out', async () => {
  expect(await said('IND-03-02', '2026-Q2', A)).toBe('1/0 excluded 1');
});

test('a society is engaged in the years of its research, and by what it partners', async () => {
  expect(await said('IND-03-01', '2025', SOCIETY)).toBe('1/1');
  expect(await said('IND-03-01', '2026', SOCIETY)).toBe('1/1');
  expect(await said('IND-03-01', '2025', LATER)).toBe('0/0');
  expect(await said('IND-03-03', '2025', SOCIETY)).toBe('1/0');
});

test('research goes on in every half-year that it touches', async () => {
  expect(await said('IND-06-01', '2025-H2', A)).toBe('1/0 excluded 1');
  expect(await said('IND-06-01', '2026-H1', A)).toBe('1/0 excluded 2');
  expect(await said('IND-06-01', '2026-H2', A)).toBe('0/0 excluded 2');
});

test('advice without an answer is missing; exchange is counted from both forms', async () => {
  expect(await said('IND-06-02', '2025', A)).toBe('0/1 missing 1');
  expect(await said('IND-06-03', '2026-H1', A)).toBe('2/0');
});

test('whatever is written, the figures are those counted by hand', async () => {
  const all: Written = { institutions: [], research: [], events: [] };
  const days = ['2026-08-20', '2026-08-21'];
  await fc.assert(
    fc.asyncProperty(fc.noBias(written), async (make) => {
      const [day = ''] = days.splice(0, 1);
      const run = days.length;
      const some = make(
        Array.from({ length: 8 }, (_, i) => uscc(100 + 10 * run + i)),
        run
      );
      await city.handIn('R01', some.institutions, { day });
      await city.handIn('R17', some.research, { day });
      await city.handIn('R12', some.events, { day });
      await city.publish(day);
      all.institutions = [...all.institutions, ...some.institutions];
      all.research = [...all.research, ...some.research];
      all.events = [...all.events, ...some.events];
      await expectAgreement(
        city,
        {
          'IND-03-01 rate': ['2025', '2026'],
          'IND-03-02 count': ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'],
          'IND-03-03 count': ['2025', '2026'],
          'IND-06-01 count': ['2025-H1', '2025-H2', '2026-H1', '2026-H2'],
          'IND-06-02 rate': ['2025', '2026'],
          'IND-06-03 count': ['2025-H2', '2026-H1', '2026-H2']
        },
        day,
        {
          groups: ['health_commission', ...all.institutions.map((row) => row.institution_uscc ?? '')],
          count: (what, asked) => countedByHand(all, what, asked)
        },
        { whole: run === 0 }
      );
    }),
    { numRuns: days.length, endOnFailure: true }
  );
});

test('an event whose partner turns out to be a society becomes one of a society', async () => {
  await city.handIn('R01', [{ institution_uscc: LATER, ...society }], { day: '2026-08-22' });
  await city.publish('2026-08-22');
  expect(await said('IND-03-02', '2026-Q2', A)).toBe('2/0 excluded 1');
});
