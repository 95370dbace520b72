/** XML of worksheets as programs other than the one we write with write it. */
import { expect, test } from 'vitest';
import { cellText } from '#ingest/cell-text.ts';
import { Notices } from '#ingest/notice.ts';
import { SheetXml, type CellContext } from '#ingest/workbook/sheet-rows.ts';

const context: CellContext = { shared: ['甲', '乙 & 丙'], dates: [false, true], date1904: false };
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function rowsOf(data: string, behind = '', prefix = '') {
  const name = prefix && `${prefix}:`;
  const xml = `<?xml version="1.0"?><${name}worksheet xmlns${prefix && `:${prefix}`}="${main}"><${name}cols><${name}col min="1" max="3"/></${name}cols><${name}sheetData>${data}</${name}sheetData>${behind}</${name}worksheet>`;
  const notices = new Notices('');
  const rows = [...new SheetXml(Buffer.from(xml)).rows(context, notices)];
  return {
    rows: rows.map(({ index, values, merged }) => ({
      row: index + 1,
      cells: values.map((value) => cellText(value)),
      ...(merged ? { merged } : {})
    })),
    notices: notices.all().map(({ code, params }) => [code, params.rows])
  };
}

const cellsOf = (data: string) => rowsOf(`<row r="1">${data}</row>`).rows[0]?.cells;

test.each([
  ['a number', '<c r="A1"><v>12.50</v></c>', '12.5'],
  ['a number in exponents', '<c r="A1"><v>1.5E3</v></c>', '1500'],
  ['a shared text', '<c r="A1" t="s"><v>1</v></c>', '乙 & 丙'],
  [
    'a text of its own',
    '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲\n乙 </t></is></c>',
    ' 甲\n乙 '
  ],
  [
    'a text in several formats',
    '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r></is></c>',
    '甲乙'
  ],
  [
    'a text with readings',
    '<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></is></c>',
    '東京'
  ],
  ['entities', '<c r="A1" t="str"><v>&lt;&#x7532;&amp;&#20057;&gt;&quot;</v></c>', '<甲&乙>"'],
  ['character data', '<c r="A1" t="inlineStr"><is><t><![CDATA[<甲>&amp;]]></t></is></c>', '<甲>&amp;'],
  ['escaped signs', '<c r="A1" t="str"><v>甲_x000D_乙_x005F_x0041_</v></c>', '甲\r乙_x0041_'],
  ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'Y'],
  ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', '#DIV/0!'],
  ['a day', '<c r="A1" s="1"><v>46266</v></c>', '2026-09-01'],
  ['a time of a day', '<c r="A1" s="1"><v>46266.3819444444</v></c>', '2026-09-01T09:10'],
  ['a time', '<c r="A1" s="1"><v>0.5</v></c>', '12:00'],
  ['a day written out', '<c r="A1" t="d"><v>2026-09-01</v></c>', '2026-09-01'],
  ['a time written out', '<c r="A1" t="d"><v>2026-09-01T09:10:00</v></c>', '2026-09-01T09:10'],
  ['the value of a formula', '<c r="A1"><f>B1+1</f><v>7</v></c>', '7'],
  ['the text of a formula', '<c r="A1" t="str"><f>B1&amp;"x"</f><v>x</v></c>', 'x'],
  ['attributes in apostrophes and any order', "<c t = 's'  s='0'\n r='A1' ><v>0</v></c>", '甲'],
  ['a value that keeps blanks', '<c r="A1" t="str"><v xml:space="preserve"> x </v></c>', ' x ']
])('%s', (_, xml, text) => {
  expect(cellsOf(xml)).toEqual([text]);
});

test('Cells and rows lie where they say, or behind the one before', () => {
  expect(
    rowsOf(
      '<row r="3"><c r="C3" t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c><v>1</v></c></row><row r="9" spans="1:2"/>' +
        '<row r="10" hidden="0"><c r="B10" s="1"/></row><row r="1048576"><c r="A1048576"><v>2</v></c><c r="XFD1048576" s="4"/></row>'
    ).rows
  ).toEqual([
    { row: 3, cells: ['', '', '甲', '乙 & 丙'] },
    { row: 4, cells: ['1'] },
    { row: 1048576, cells: ['2'] }
  ]);
});

test('Elements may have a prefix', () => {
  expect(
    rowsOf(
      '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c></x:row>',
      '',
      'x'
    ).rows
  ).toEqual([{ row: 1, cells: ['甲', '乙'] }]);
});

test('Hidden rows and formulas without a value are said; a text of nothing is a value', () => {
  const { rows, notices } = rowsOf(
    '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="true"><c r="A2"><v>1</v></c></row>' +
      '<row r="3" hidden="false"><c r="A3"><v>1</v></c><c r="B3"><f>A3</f></c><c r="C3"><f>A3</f><v></v></c><c r="D3" t="str"><f>""</f><v></v></c></row>' +
      '<row r="4" hidden="1"/>'
  );
  expect(rows.map(({ row }) => row)).toEqual([1, 2, 3]);
  expect(notices).toEqual([
    ['hidden_row', '1, 2'],
    ['no_value', 'B3, C3']
  ]);
});

test('Cells that are merged downwards come with their first row', () => {
  expect(
    rowsOf(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="AB2"><v>1</v></c></row>',
      '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="AB2:AC4"/><mergeCell ref="A1:A2"/></mergeCells>'
    ).rows.map(({ row, merged }) => [row, merged])
  ).toEqual([
    [1, [{ column: 0, to: 1 }]],
    [2, [{ column: 27, to: 3 }]]
  ]);
});

test('A sheet that is larger than a piece of reading is read whole', () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>行${i}😀</t></is></c></row>`
  );
  const found = rowsOf(rows.join('')).rows;
  expect(found).toHaveLength(30_000);
  expect(found.every(({ row, cells }) => cells[0] === `行${row - 1}😀`)).toBe(true);
});

test('A text that is not among the shared ones makes the file a broken one', () => {
  expect(() => cellsOf('<c r="A1" t="s"><v>2</v></c>')).toThrow(SyntaxError);
});
