import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '#ingest/json-text.ts';

test('What JSON.parse reads without loss is read as it reads it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      const json: unknown = JSON.parse(text);
      const digits = /\d{16}|\de/i.test(text);
      if (!digits && JSON.stringify(json) === text) expect(parseJson(text, 0)).toEqual(json);
    }),
    { seed: 7, numRuns: 1000 }
  );
});

test.each([
  ['210102199001011234', '210102199001011234'],
  ['-12345678901234567890', '-12345678901234567890'],
  ['1e400', '1e400'],
  ['1e-400', '1e-400'],
  ['123456789012345', 123456789012345],
  ['-1.5e3', -1500],
  ['0e5', 0],
  ['0.1', 0.1]
])('The number %s loses nothing', (text, value) => {
  expect(parseJson(`{"a":${text},"b":[${text}]}`, 1)).toEqual({ a: value, b: [value] });
  expect(parseJson(`{"a":"${text}, \\"${text}"}`, 1)).toEqual({ a: `${text}, "${text}` });
});

test.each([
  ['{"a":1,"b":{"a":1},"a":2}', 3, { element: 3, key: 'a' }],
  ['[{"a":1},{"b":"}","a":1},{"a":{},"\\u0061":1}]', 0, { element: 3, key: 'a' }],
  ['{"rows":[{"x":"\\\\"},{"x":"\\"","x" : null}]}', 0, { element: 2, key: 'x' }],
  ['{"__proto__":1,"__proto__":2}', 1, { element: 1, key: '__proto__' }]
])('A key twice in %s is refused', (text, first, params) => {
  expect(() => parseJson(text, first)).toThrow(expect.objectContaining({ code: 'repeated_key', params }));
});

test('Equal keys of different objects are no repetition, nor are equal values', () => {
  for (const text of ['[{"a":1},{"a":1}]', '{"a":{"a":{"a":"a"}},"b":["a","a"]}', '{"a":"a:","b":"a"}'])
    expect(parseJson(text, 0)).toEqual(JSON.parse(text));
});
