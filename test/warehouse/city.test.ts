import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { codeLists } from '#ingest/codes/index.ts';
import { Calendar } from '#warehouse/calendar.ts';
import { calendarExtras, readCity } from '#warehouse/city.ts';

const shipped = new URL('../../warehouse/city/shenyang.json', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'shanjian-city-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Content = Record<string, unknown> & {
  recipients: Record<string, unknown>[];
  departments: { code: string }[];
};

function changed(change: (city: Content) => void): string {
  const city = JSON.parse(readFileSync(shipped, 'utf8')) as Content;
  change(city);
  const file = join(folder, 'city.json');
  writeFileSync(file, JSON.stringify(city));
  return file;
}

test('the shipped city can be used, names every department that reports know, and writes to nobody real', () => {
  const city = readCity(shipped);
  expect(city.departments.map(({ code }) => code)).toEqual(codeLists.CL03.items.map(({ code }) => code));
  for (const { mail } of [...city.departments, ...city.recipients])
    expect(mail ?? '.example').toMatch(/\.example$/);
});

test.each<[string, (city: Content) => void, RegExp]>([
  ['a misspelt key', (city) => (city['recipiants'] = []), /recipiants/],
  [
    'a department that no report can name',
    (city) => (city.departments[0]!.code = 'health_comission'),
    /departments\.0\.code.*health_comission/
  ],
  ['forms that nobody issued', (city) => (city['forms'] = { prefix: '沈科伦' }), /forms\.issued_by/],
  ['a lead that is no department', (city) => (city['lead_department'] = 'nobody'), /lead_department/],
  [
    'a scope over an unknown department',
    (city) => (city.recipients[0]!['scope'] = { kind: 'department', code: 'nobody' }),
    /recipients\.0\.scope\.code/
  ],
  [
    'a scope of an unknown kind',
    (city) => (city.recipients[0]!['scope'] = { kind: 'everything' }),
    /recipients\.0\.scope/
  ],
  [
    'a post that stands twice',
    (city) => (city.recipients[1]!['person'] = city.recipients[0]!['person']),
    /recipients\.1\.person/
  ],
  [
    'no mailbox where no department has one',
    (city) => delete city.recipients[0]!['mail'],
    /recipients\.0\.mail/
  ],
  ['a mailbox that is none', (city) => (city.recipients[0]!['mail'] = 'office'), /recipients\.0\.mail/],
  [
    'a retired district that became nothing known',
    (city) => (city['retired_districts'] = [{ code: '210122', zh: '某县', becomes: '999999' }]),
    /retired_districts\.0\.becomes/
  ],
  [
    'a day that is none',
    (city) => (city['calendar'] = { source: '通知', days: { '2027-02-30': false } }),
    /calendar\.days/
  ]
])('%s is refused by its place', (_, change, place) => {
  expect(() => readCity(changed(change))).toThrow(place);
});

test('a file that is no JSON is refused by its name', () => {
  const file = join(folder, 'broken.json');
  writeFileSync(file, '{');
  expect(() => readCity(file)).toThrow(/broken\.json/);
  expect(() => readCity(join(folder, 'absent.json'))).toThrow(/absent\.json/);
});

test('days that the city sets are official days of the calendar', () => {
  const plain = new Calendar(2026, 2028).at('2027-01-04');
  expect(plain).toMatchObject({ is_workday: true, is_official: false });
  const city = readCity(
    changed((each) => (each['calendar'] = { source: '通知', days: { '2027-01-04': false } }))
  );
  expect(new Calendar(2026, 2028, calendarExtras(city)).at('2027-01-04')).toMatchObject({
    is_workday: false,
    is_official: true
  });
});
