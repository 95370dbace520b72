import { expect, test } from 'vitest';
import { attributesOf, unescapeXml } from '#ingest/xml-tags.ts';

test('Attributes are read with any prefix and either quote', () => {
  expect(
    attributesOf(`<x:sheet name='a > "b"' r:id="rId1"/><sheets/><sheet\nname="2"></sheet>`, 'sheet')
  ).toEqual([{ name: 'a > "b"', 'r:id': 'rId1' }, { name: '2' }]);
});

test('What a comment says is not said', () => {
  expect(
    attributesOf('<a><!-- <sheet name="1"/> --><sheet name="2"/><!-- <sheet name="3"/>', 'sheet')
  ).toEqual([{ name: '2' }]);
});

test('Entities of XML are read, those of others stay, and numbers beyond all characters are damage', () => {
  expect(unescapeXml('&lt;&#x4e00;&#65;&amp;amp;')).toBe('<一A&amp;');
  expect(unescapeXml('&lol9;&constructor;&__proto__;')).toBe('&lol9;&constructor;&__proto__;');
  expect(unescapeXml('&#x110000;&#xd800;&#99999999999;')).toBe('\ufffd\ufffd\ufffd');
});

test('Tags without an end and without measure take no time', () => {
  expect(attributesOf('<sheet '.repeat(1e6), 'sheet')).toEqual([]);
  expect(() => attributesOf(`<sheet ${'a'.repeat(1e6)}>`, 'sheet')).toThrow('broken_archive');
  expect(attributesOf('<!--'.repeat(1e6), 'sheet')).toEqual([]);
});
