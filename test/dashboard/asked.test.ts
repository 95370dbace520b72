import { expect, test } from 'vitest';
import { oneOf, pageOf, text, whole } from '../../dashboard/asked.ts';

const at = (query: string) => new URL(`http://localhost/?${query}`);

test('pages are whole numbers from 1; anything else is the first', () => {
  expect(pageOf(at('page=3'))).toBe(3);
  for (const query of ['', 'page=0', 'page=-1', 'page=1.5', 'page=x', 'page=1e99x'])
    expect(pageOf(at(query))).toBe(1);
  expect(whole(at('row=0'), 'row', 7, 0)).toBe(0);
});

test('a value that is not allowed was not asked for', () => {
  expect(oneOf(at('state=open'), 'state', ['open', 'closed'])).toBe('open');
  expect(oneOf(at('state=drop'), 'state', ['open', 'closed'])).toBeUndefined();
});

test('blank text was not asked for', () => {
  expect(text(at('search=%20大学%20'), 'search')).toBe('大学');
  expect(text(at('search=%20'), 'search')).toBeUndefined();
  expect(text(at(''), 'search')).toBeUndefined();
});
