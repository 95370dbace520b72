import { expect, test } from 'vitest';
import { authorityNamed, authorityOfFolder } from '#jobs/authority-named.ts';
import { uscc } from './report-csv.ts';

const departments = new Set(['education', 'education_bureau', 'health_commission']);
const code = uscc(1);
const institution = { kind: 'institution', code };
const department = (of: string) => ({ kind: 'department', code: of });

test.each([
  [code, institution],
  [` ${code.toLowerCase()} `, institution],
  [`${code}_虚构示例大学`, institution],
  [`${code}虚构示例大学`, institution],
  [`${code}（虚构）`, institution],
  [`${code} 2026-11`, institution],
  // Full-width, as an input method writes it.
  [code.replaceAll('1', '１'), institution],
  ['health_commission', department('health_commission')],
  ['health_commission_卫健委', department('health_commission')],
  ['health_commission卫健委', department('health_commission')],
  ['education_bureau_市教育局', department('education_bureau')],
  ['education_市教育局', department('education')]
])('a folder called %s', (name, authority) => {
  expect(authorityOfFolder(name, departments)).toEqual(authority);
});

test.each([
  '卫健委',
  'city',
  'health',
  'health_commissioner',
  `${code}7`,
  `x${code}`,
  `虚构_${code}`,
  // The check sign is another.
  `${code.slice(0, 17)}${code.endsWith('A') ? 'B' : 'A'}_虚构`
])('a folder called %s speaks for nobody', (name) => {
  expect(authorityOfFolder(name, departments)).toBeUndefined();
});

test('a token or a source is for a code, to the letter, or for the city', () => {
  expect(authorityNamed('city', departments)).toEqual({ kind: 'city', code: '' });
  expect(authorityNamed(code, departments)).toEqual(institution);
  expect(authorityNamed(`${code}_虚构`, departments)).toBeUndefined();
  expect(authorityNamed('', departments)).toBeUndefined();
});
