import { expect, test } from 'vitest';
import { flatOds } from '#fixtures/files/flat-ods.ts';
import { cellText } from '#ingest/cell-text.ts';
import { Notices } from '#ingest/notice.ts';
import { refusal } from '../report-files.ts';
import { openFlatOds } from '#ingest/workbook/open-ods.ts';

const document = (rows: string) =>
  flatOds([{ name: '表', rows: [] }]).replace(
    /(<table:table [^>]*>)<\/table:table>/,
    `$1${rows}</table:table>`
  );

function rowsOf(text: string) {
  const [sheet] = openFlatOds(Buffer.from(text)).sheets;
  const notices = new Notices('');
  const rows = [...(sheet?.rows(notices) ?? [])];
  return {
    rows: rows.map(({ index, values, merged }) => ({
      row: index + 1,
      cells: values.map((value) => cellText(value)),
      ...(merged ? { merged } : {})
    })),
    notices: notices.all().map(({ code, params }) => [code, params.rows])
  };
}

const cellOf = (attributes: string, inner: string) =>
  rowsOf(
    document(`<table:table-row><table:table-cell ${attributes}>${inner}</table:table-cell></table:table-row>`)
  ).rows[0]?.cells[0];

test.each([
  ['a number', 'office:value-type="float" office:value="12.5"', '<text:p>12,50</text:p>', '12.5'],
  ['a percentage', 'office:value-type="percentage" office:value="0.85"', '<text:p>85%</text:p>', '0.85'],
  ['a truth', 'office:value-type="boolean" office:boolean-value="false"', '<text:p>FALSE</text:p>', 'N'],
  [
    'a day',
    'office:value-type="date" office:date-value="2026-09-01"',
    '<text:p>1. Sep.</text:p>',
    '2026-09-01'
  ],
  [
    'a time of a day',
    'office:value-type="date" office:date-value="2026-09-01T09:10:00"',
    '<text:p/>',
    '2026-09-01T09:10'
  ],
  ['a time', 'office:value-type="time" office:time-value="PT09H10M00S"', '<text:p>9:10</text:p>', '09:10'],
  [
    'lines',
    'office:value-type="string"',
    '<text:p>甲</text:p><text:p/><text:p>乙<text:line-break/>丙</text:p>',
    '甲\n\n乙\n丙'
  ],
  [
    'blanks',
    'office:value-type="string"',
    '<text:p><text:s text:c="2"/>甲<text:s/><text:tab/>乙</text:p>',
    '  甲 \t乙'
  ],
  [
    'formats and links',
    'office:value-type="string"',
    '<text:p><text:span>甲</text:span><text:a xlink:href="x">乙&amp;</text:a></text:p>',
    '甲乙&'
  ],
  [
    'a comment on it',
    'office:value-type="string"',
    '<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p>',
    '甲'
  ],
  [
    'an error',
    'office:value-type="string" office:string-value="" calcext:value-type="error"',
    '<text:p>#N/A</text:p>',
    '#N/A'
  ]
])('%s', (_, attributes, inner, text) => {
  expect(cellOf(attributes, inner)).toBe(text);
});

test('What is repeated stands in each place', () => {
  const cell =
    '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>甲</text:p></table:table-cell>';
  expect(
    rowsOf(
      document(
        `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/></table:table-row>
         <table:table-row table:number-rows-repeated="2"><table:table-cell/>${cell}</table:table-row>
         <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`
      )
    ).rows
  ).toEqual([
    { row: 4, cells: ['', '甲', '甲'] },
    { row: 5, cells: ['', '甲', '甲'] }
  ]);
});

test('A few bytes that claim to be billions of cells are refused', async () => {
  const cell =
    '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>';
  const rows = document(`<table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row>`);
  expect((await refusal((async () => rowsOf(rows))())).code).toBe('too_large');
});

test('Merged cells, hidden rows and formulas without a value', () => {
  const { rows, notices } = rowsOf(
    flatOds([
      {
        name: '表',
        rows: [
          ['甲', { text: '乙', rows: 2, columns: 2 }, null],
          ['丙', null, null]
        ],
        hiddenRows: [2]
      }
    ]).replace(
      '</table:table>',
      '<table:table-row><table:table-cell table:formula="of:=1"/></table:table-row></table:table>'
    )
  );
  expect(rows).toEqual([
    { row: 1, cells: ['甲', '乙'], merged: [{ column: 1, to: 1 }] },
    { row: 2, cells: ['丙'] }
  ]);
  expect(notices).toEqual([
    ['hidden_row', '2'],
    ['no_value', 'A3']
  ]);
});

test('A text document is none, and one that was cut off is broken', async () => {
  const whole = flatOds([{ name: '表', rows: [['甲']] }]);
  const text = Buffer.from(whole.replace('opendocument.spreadsheet', 'opendocument.text'));
  expect(await refusal((async () => openFlatOds(text))())).toMatchObject({
    code: 'not_supported',
    params: { kind: 'ODT' }
  });
  const cut = Buffer.from(whole.slice(0, -20));
  expect((await refusal((async () => openFlatOds(cut))())).code).toBe('broken_archive');
});
