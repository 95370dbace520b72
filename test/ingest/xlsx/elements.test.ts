import { expect, test } from 'vitest';
import { Edits } from '#ingest/xlsx/edits.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  prefixed,
  rootOf,
  tagsOnly,
  withAttribute
} from '#ingest/xlsx/elements.ts';

const xml = `<?xml version="1.0"?><!-- <x:a> --><x:a b='1>2'><x:c/><x:d e="f"><x:c><g/></x:c></x:d><![CDATA[<x:c/>]]></x:a>`;

test('elements are found where they stand, comments and CDATA passed over', () => {
  const tags = tagsOnly(xml);
  expect(tags).toHaveLength(xml.length);
  const root = rootOf(tags);
  expect(xml.slice(root.start, root.end)).toBe(xml.slice(xml.indexOf('<x:a b')));
  expect(childrenOf(tags, root).map(({ name, empty }) => [name, empty])).toEqual([
    ['c', true],
    ['d', false]
  ]);
  const inner = childOf(tags, root, 'd');
  expect(inner && xml.slice(inner.open, inner.close)).toBe('<x:c><g/></x:c>');
});

test('what is cut off or declares a type is not taken apart', () => {
  expect(() => rootOf('<a><b>')).toThrow(SyntaxError);
  expect(() => tagsOnly('<!DOCTYPE a [<!ENTITY b "c">]><a/>')).toThrow(SyntaxError);
});

test('attributes are read and set in either quotes, and nothing else of the tag changes', () => {
  const tag = `<c r="A1" s='3'  xr:uid="s=&quot;4&quot;"/>`;
  expect([attributeOf(tag, 's'), attributeOf(tag, 'xr:uid'), attributeOf(tag, 't')]).toEqual([
    '3',
    's="4"',
    undefined
  ]);
  expect(withAttribute(tag, 's', '7')).toBe(`<c r="A1" s="7"  xr:uid="s=&quot;4&quot;"/>`);
  expect(withAttribute(tag, 't', 'n')).toBe(`<c r="A1" s='3'  xr:uid="s=&quot;4&quot;" t="n"/>`);
  expect(withAttribute('<row r="1">', 'spans', undefined)).toBe('<row r="1">');
  expect(withAttribute('<row r="1" spans="1:2">', 'spans', undefined)).toBe('<row r="1">');
  expect(prefixed('<a><b/></a>', 'x:')).toBe('<x:a><x:b/></x:a>');
});

test('changes by place are made in one go, and may not overlap', () => {
  const edits = new Edits();
  edits.replace(4, 6, 'XY');
  edits.insert(2, 'b');
  edits.insert(2, 'c');
  edits.insert(0, 'a');
  expect(edits.applied('0123456')).toBe('a01bc23XY6');
  edits.replace(5, 7, '');
  expect(() => edits.applied('0123456')).toThrow(RangeError);
});
