import { expect, test } from 'vitest';
import { cellXml, escapeXml, unescapeXml } from '#ingest/xlsx/xml-text.ts';
import { heightOf } from '#ingest/xlsx/row-height.ts';
import { sheetXml } from '#ingest/xlsx/sheet-xml.ts';
import { choicesInline, validationsXml } from '#ingest/xlsx/validations.ts';

test('text is written so that it is read back as it is', () => {
  const odd = `a<b>&"'\u4e00\u{1F600}`;
  expect(unescapeXml(escapeXml(odd))).toBe(odd);
  expect(escapeXml('a\u0000b\ud800c\uffff')).toBe('a\ufffdb\ufffdc\ufffd');
  expect(cellXml('_x0041_ _x')).toBe('_x005F_x0041_ _x');
});

test('whatever a text begins with, it is a string cell; only a number is none', () => {
  const xml = sheetXml(
    { columns: [], rows: [{ cells: [{ value: '=1+1', style: 0 }, undefined, { value: 7, style: 1 }] }] },
    'ns'
  );
  expect(xml).toContain(
    '<c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c r="C1" s="1"><v>7</v></c>'
  );
  expect(xml).not.toContain('<f>');
});

test('a text longer than a cell may hold is cut', () => {
  const xml = sheetXml({ columns: [], rows: [{ cells: [{ value: 'x'.repeat(40_000), style: 0 }] }] }, 'ns');
  expect(/<t [^>]*>(.*)<\/t>/.exec(xml)?.[1]).toHaveLength(32_767);
});

test('a row is as high as its longest text needs', () => {
  expect(heightOf([['一'.repeat(10), 22]])).toBeLessThan(heightOf([['一'.repeat(10), 11]]));
  expect(heightOf([['a\nb\nc', 20]])).toBeGreaterThan(heightOf([['a', 20]]));
  expect(heightOf([['一'.repeat(99_999), 5]])).toBeLessThanOrEqual(409);
});

test('rules say no more than a program takes', () => {
  const rule = { title: '栏'.repeat(40), text: '字'.repeat(300) };
  const xml = validationsXml([
    { cells: 'A1', allows: { kind: 'whole', from: '0' }, prompt: rule, error: rule }
  ]);
  for (const [name, most] of [
    ['promptTitle', 32],
    ['errorTitle', 32],
    ['prompt', 255],
    ['error', 255]
  ] as const)
    expect(new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1]).toHaveLength(most);
  expect(choicesInline(['甲', '乙'])).toBe('"甲,乙"');
  expect(choicesInline(['甲,乙'])).toBeUndefined();
  expect(choicesInline(Array.from({ length: 80 }, () => '选项一'))).toBeUndefined();
});
