/** Violations: rules on investigating them, limits of screening and investigation, sanctions, leads by researchers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uscc, type Texts } from '../filled-in.ts';
import { SmallCity } from '../small-city.ts';
import { lead } from './ledger-rows.ts';
import { partsOf } from './parts-of.ts';

const [A, B, C, D] = [1, 2, 3, 4].map(uscc) as [string, string, string, string];
const how = { day: '2026-10-16' };
let city: SmallCity;
beforeAll(async () => {
  city = await SmallCity.open();
  const municipal = (institution_uscc: string, more: Texts): Texts => ({
    institution_uscc,
    affiliation_level: 'municipal',
    internal_rules: 'charter;investigation',
    ...more
  });
  await city.handIn(
    'R01',
    [
      municipal(A, {}),
      municipal(B, { internal_rules: 'charter' }),
      municipal(C, { affiliation_level: 'district' }),
      municipal(D, { institution_status: 'suspended' })
    ],
    how
  );
  await city.handIn('R09', [...screened(), ...investigated(), ...sanctioned()], how);
  const staff = (institution_uscc: string, period: string, research_staff_end: string): Texts => ({
    institution_uscc,
    period,
    research_staff_end,
    staff_trained_ytd: '0',
    new_hires_ytd: '0',
    new_hires_trained_ytd: '0'
  });
  await city.handIn(
    'R21',
    [
      staff(A, '2025-Q4', '900'),
      staff(A, '2026-Q1', '1000'),
      staff(A, '2026-Q2', '2000'),
      staff(B, '2026-Q1', '3000'),
      // of a quarter that has not ended
      staff(B, '2026-Q4', '7000')
    ],
    how
  );
  await city.publish(how.day);
});
afterAll(() => city.close());

/** Fifteen working days: until 15 October, until 12 March (regulation, day counting). */
function screened(): Texts[] {
  const decided = (id: string, received_date: string, accept_decision_date: string | null) =>
    lead(A, id, { received_date, accept_decision: 'not_accepted', accept_decision_date });
  return [
    decided('autumn-in-time', '2026-09-18', '2026-10-15'),
    decided('autumn-late', '2026-09-18', '2026-10-16'),
    lead(A, 'autumn-open', { received_date: '2026-09-18' }),
    decided('autumn-undated', '2026-09-18', null),
    lead(A, 'falls-due-today', { received_date: '2026-09-21' }),
    decided('spring-in-time', '2026-02-13', '2026-03-12'),
    decided('spring-late', '2026-02-13', '2026-03-13')
  ];
}

function investigated(): Texts[] {
  const accepted = (id: string, more: Texts) =>
    lead(B, id, {
      received_date: '2025-11-03',
      accept_decision: 'accepted',
      accept_decision_date: '2025-11-10',
      case_status: 'investigating',
      ...more
    });
  const due = { investigation_due_date: '2026-05-10' };
  return [
    accepted('in-time', { ...due, investigation_closed_date: '2026-05-10' }),
    accepted('late', { ...due, investigation_closed_date: '2026-05-11' }),
    accepted('open', due),
    accepted('by-the-parameter', { investigation_closed_date: '2026-05-10' }),
    accepted('extended', {
      ...due,
      extended_due_date: '2026-07-01',
      investigation_closed_date: '2026-07-01'
    }),
    accepted('refused', { ...due, accept_decision: 'not_accepted', case_status: 'not_accepted' })
  ];
}

function sanctioned(): Texts[] {
  const concluded = (id: string, more: Texts) =>
    lead(C, id, {
      received_date: '2025-01-06',
      accept_decision: 'not_accepted',
      accept_decision_date: '2025-01-07',
      investigation_closed_date: '2025-06-02',
      case_conclusion: 'substantiated',
      sanction_date: '2026-06-01',
      ...more
    });
  return [
    concluded('carried-out', { sanction_completed_date: '2026-10-16' }),
    concluded('partly-proven', { case_conclusion: 'partly' }),
    concluded('unproven', { case_conclusion: 'unsubstantiated' }),
    concluded('carried-out-after-the-year', {
      sanction_date: '2025-12-01',
      sanction_completed_date: '2026-01-05'
    })
  ];
}

test('municipal institutions have rules on investigating violations', async () => {
  expect(await partsOf(city, 'IND-09-01', '2026')).toEqual({
    [A.toLowerCase()]: 'numerator',
    [B.toLowerCase()]: 'denominator_only'
  });
});

test('whether a lead is accepted is decided within fifteen working days', async () => {
  expect(await partsOf(city, 'IND-09-02', '2026-Q4')).toEqual({
    'autumn-in-time': 'numerator',
    'autumn-late': 'denominator_only',
    'autumn-open': 'denominator_only',
    'autumn-undated': 'missing'
  });
  expect(await partsOf(city, 'IND-09-02', '2026-Q1')).toEqual({
    'spring-in-time': 'numerator',
    'spring-late': 'denominator_only'
  });
});

test('an accepted case is concluded by its limit, as extended', async () => {
  expect(await partsOf(city, 'IND-09-03', '2026-Q2')).toEqual({
    'in-time': 'numerator',
    late: 'denominator_only',
    open: 'denominator_only',
    'by-the-parameter': 'numerator',
    refused: 'excluded'
  });
  expect(await partsOf(city, 'IND-09-03', '2026-Q3')).toMatchObject({ extended: 'numerator' });
});

test('sanctions of the year have been carried out by its end', async () => {
  expect(await partsOf(city, 'IND-09-05', '2026')).toEqual({
    'carried-out': 'numerator',
    'partly-proven': 'denominator_only',
    unproven: 'excluded'
  });
  expect(await partsOf(city, 'IND-09-05', '2025')).toEqual({
    'carried-out-after-the-year': 'denominator_only'
  });
});

test('leads for every thousand researchers: of each institution its newest quarter that has ended', async () => {
  const parts = await partsOf(city, 'IND-09-06', '2026');
  expect(Object.values(parts).filter((part) => part === 'numerator')).toHaveLength(7);
  const [figure] = await (await city.reader()).figures('IND-09-06', { by: 'city', period: '2026' });
  expect(figure).toMatchObject({ numerator: 7, denominator: 5000, value: 1.4, status: 'none' });
});
