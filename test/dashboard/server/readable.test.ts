import { expect, test } from 'vitest';
import { apiWords } from '../../../dashboard/messages/api.ts';
import { endpoints } from '#dashboard/server/endpoints.ts';
import { readable, readableProblems, sharedParams } from '#dashboard/server/readable.ts';

const HAN = /\p{Script=Han}/u;

test('the page names every parameter and field in the reader’s language', () => {
  for (const endpoint of endpoints) {
    const [zh, en] = [readable(endpoint, 'zh'), readable(endpoint, 'en')];
    expect(zh.fields.map(({ name }) => name)).toEqual(en.fields.map(({ name }) => name));
    for (const each of [...zh.params, ...zh.fields])
      if (each.name !== 'sha256') expect(each.words, `${zh.path} ${each.name}`).toMatch(HAN);
    for (const each of [...en.params, ...en.fields])
      expect(each.words + each.note, `${en.path} ${each.name}`).not.toMatch(HAN);
  }
});

test('what must be given is told from what may be, and what is said once is not said again', () => {
  const of = (method: string, path: string) => {
    const found = endpoints.find((each) => each.method === method && each.path === path);
    if (!found) throw new Error(path);
    return readable(found, 'en').params.map(({ name, required, kind }) => [name, required, kind]);
  };
  expect(of('get', '/api/submissions/{id}/findings')).toEqual([
    ['id', true, 'whole'],
    ['level', false, 'text'],
    ['field', false, 'text']
  ]);
  expect(of('get', '/api/indicators/{id}/figures').map(([name]) => name)).toEqual([
    'id',
    'by',
    'group',
    'period',
    'every',
    'periods'
  ]);
  expect(sharedParams('en').map(({ name }) => name)).toEqual(['asof', 'lang', 'format', 'page', 'page_size']);
});

test('the English words have no Chinese in them, and no word is empty', () => {
  expect(JSON.stringify(apiWords.en)).not.toMatch(HAN);
  expect(JSON.stringify(apiWords)).not.toContain('""');
  expect(readableProblems('en').every(({ title }) => !HAN.test(title))).toBe(true);
});
