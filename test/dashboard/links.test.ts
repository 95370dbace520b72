import { expect, test } from 'vitest';
import { change, to } from '../../dashboard/links.ts';

const at = (address: string) => new URL(address, 'http://localhost');

test('the day and the language go along, filters stay behind', () => {
  expect(to(at('/alerts?asof=2026-06-30&lang=en&rule=R&page=3'), '/institutions/1')).toBe(
    '/institutions/1?asof=2026-06-30&lang=en'
  );
});

test('a link says what it asks for, and nothing where there is nothing to say', () => {
  expect(to(at('/'), '/ledger', { status: 'overdue', page: undefined, search: '' })).toBe(
    '/ledger?status=overdue'
  );
  expect(to(at('/'), '/ledger')).toBe('/ledger');
});

test('null takes the day away', () => {
  expect(to(at('/?asof=2026-06-30'), '/', { asof: null })).toBe('/');
});

test('a changed filter begins at the first page, a changed page keeps the filters', () => {
  expect(change(at('/ledger?status=late&page=4'), { status: 'overdue' })).toBe('/ledger?status=overdue');
  expect(change(at('/ledger?status=late&page=4'), { page: 5 })).toBe('/ledger?status=late&page=5');
  expect(change(at('/ledger?status=late'), { status: null })).toBe('/ledger');
});
