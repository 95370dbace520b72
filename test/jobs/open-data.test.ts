import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parameterOn } from '#warehouse/control/parameters.ts';
import { DataFolder } from './data-folder.ts';

let folder: DataFolder | undefined;
afterEach(async () => {
  await folder?.remove();
  folder = undefined;
});

const shenyang = JSON.parse(
  readFileSync(new URL('../../warehouse/city/shenyang.json', import.meta.url), 'utf8')
) as Record<string, unknown>;

test("what the city's file sets reaches the warehouse: parameters, days and districts", async () => {
  const path = mkdtempSync(join(tmpdir(), 'shanjian-city-'));
  const file = join(path, 'city.json');
  const parameter = (key: string, value: string) => ({
    key,
    value,
    from: '2026-01-01',
    kind: 'default',
    basis: '市伦理办法'
  });
  const city = {
    ...shenyang,
    districts: [{ code: '219999', zh: '虚构新区', en: 'New district' }],
    retired_districts: [],
    parameters: [parameter('small_denominator', '9'), parameter('decision_days', '20')],
    calendar: { source: '市政府办公厅通知', days: { '2027-02-08': false } }
  };
  writeFileSync(file, JSON.stringify(city));
  folder = await DataFolder.open({ SHANJIAN_CITY: file, SHANJIAN_DEMO: 'off' });
  const { warehouse } = folder;
  expect(parameterOn(warehouse, 'small_denominator', '2026-06-01')).toBe('9');
  expect(parameterOn(warehouse, 'small_denominator', '2025-06-01')).toBe('5');
  expect(
    await warehouse.engine.all(
      `select param_value, from_date from meta.param_span where param_key = 'decision_days' order by from_date`
    )
  ).toMatchObject([{ param_value: '30' }, { param_value: '20', from_date: '2026-01-01' }]);
  expect(
    await warehouse.engine.all(
      `select cal_date, is_workday, is_official from meta.calendar where cal_date between date '2027-02-08' and date '2027-02-09'`
    )
  ).toEqual([
    { cal_date: '2027-02-08', is_workday: false, is_official: true },
    { cal_date: '2027-02-09', is_workday: true, is_official: true }
  ]);
  expect(warehouse.city['CL20']?.map(({ code }) => code)).toEqual(['219999']);
});

test('a city file that cannot be used is named, and no store is touched', async () => {
  const path = mkdtempSync(join(tmpdir(), 'shanjian-city-'));
  const file = join(path, 'city.json');
  writeFileSync(file, JSON.stringify({ ...shenyang, lead_department: 'nobody' }));
  await expect(DataFolder.open({ SHANJIAN_CITY: file })).rejects.toThrow(file);
});
