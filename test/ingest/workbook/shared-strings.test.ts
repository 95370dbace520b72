import { expect, test } from 'vitest';
import { sharedStrings } from '#ingest/workbook/shared-strings.ts';

const of = (...items: string[]) =>
  sharedStrings(Buffer.from(`<?xml version="1.0"?><sst count="9" uniqueCount="9">${items.join('')}</sst>`));

test('Texts keep their order, whatever they are made of', () => {
  expect(
    of(
      '<si><t>甲</t></si>',
      '<si><t xml:space="preserve"> 乙 </t></si>',
      '<si/>',
      '<si><t/></si>',
      '<si><r><t>丙</t></r><r><rPr><sz val="9"/></rPr><t>&lt;丁&gt;</t></r></si>',
      '<si><t>戊</t><phoneticPr fontId="1"/></si>',
      '<si><t>己\r\n庚_x000A_</t></si>',
      '\n  <si>\n<t>辛</t>\n</si>'
    )
  ).toEqual(['甲', ' 乙 ', '', '', '丙<丁>', '戊', '己\n庚\n', '辛']);
});

test('More of them than a piece of reading are all there', () => {
  const many = Array.from({ length: 60_000 }, (_, i) => `<si><t>文本😀${i}</t></si>`);
  const found = of(...many);
  expect(found).toHaveLength(60_000);
  expect(found.every((text, i) => text === `文本😀${i}`)).toBe(true);
});

test('No part of shared texts, no texts', () => {
  expect(sharedStrings(Buffer.alloc(0))).toEqual([]);
});
