/** Slips of workbooks as people and programs make them: marked where they are wrong, and otherwise as they were. */
import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx, type WriteSheet } from 'hucre';
import { describe, expect, test } from 'vitest';
import { ZipPackage } from '#ingest/xlsx/zip-package.ts';
import { zipDirectory } from '#ingest/zip-directory.ts';
import { slipOf, type AskSlip } from './slip-made.ts';
import { workbookFaults } from './workbook-faults.ts';

const rows = [
  ['审查编号', '委员会编号', '审查决定'],
  ...Array.from({ length: 10 }, (_, i) => [`R-${i}`, 'C-1', i % 2 === 0 ? 'approved' : null])
];
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);

/** Charts, a picture, a pivot table, a list object, notes, links, rules, formats, merged cells, print set-up. */
const rich: WriteSheet[] = [
  {
    name: '数据',
    rows,
    columns: [
      { width: 31 },
      { width: 9, style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEEDD' } } } },
      { width: 17 }
    ],
    cells: new Map([
      [
        '1,0',
        {
          value: 'R-0',
          style: { font: { bold: true }, numFmt: '@' },
          comment: { author: '王某（虚构）', text: '请复核' }
        }
      ],
      ['2,0', { value: 'R-1', hyperlink: { target: 'https://example.com/' } }],
      ['3,3', { value: 6, formula: 'SUM(1,2,3)', formulaResult: 6 }],
      ['4,0', { value: 'R-3', richText: [{ text: 'R-', font: { bold: true } }, { text: '3' }] }]
    ]),
    merges: [{ startRow: 6, startCol: 1, endRow: 7, endCol: 1 }],
    conditionalRules: [
      {
        type: 'cellIs',
        operator: 'equal',
        formula: '"approved"',
        priority: 1,
        range: 'C2:C11',
        style: { font: { color: { rgb: 'FF0000' } } }
      }
    ],
    dataValidations: [{ type: 'list', range: 'C2:C11', values: ['approved', 'withdrawn'] }],
    images: [{ data: png, type: 'png', anchor: { from: { row: 1, col: 5 } }, altText: '章' }],
    charts: [
      {
        type: 'column',
        series: [{ name: '数', values: '数据!$D$2:$D$11' }],
        anchor: { from: { row: 12, col: 0 }, to: { row: 24, col: 6 } }
      }
    ] as never,
    freezePane: { rows: 1 },
    pageSetup: { orientation: 'landscape', printTitlesRow: '$1:$1', printArea: '$A$1:$D$11' },
    headerFooter: { oddFooter: '&P' }
  },
  {
    name: '表格',
    rows,
    tables: [
      {
        name: '审查',
        columns: [{ name: '审查编号' }, { name: '委员会编号' }, { name: '审查决定' }],
        range: 'A1:C11'
      }
    ]
  },
  { name: '隐藏', rows: [['a'], [1]], hidden: true },
  {
    name: '透视',
    pivotTables: [
      {
        name: 'P',
        sourceSheet: '表格',
        sourceRange: 'A1:C11',
        rows: ['审查决定'],
        values: [{ field: '审查编号', function: 'count' }]
      }
    ]
  }
];
const richBytes = () =>
  writeXlsx({
    sheets: rich,
    activeSheet: 1,
    namedRanges: [
      { name: '全部', range: '数据!$A$1:$C$11' },
      { name: '本表', range: '表格!$A$1', scope: '表格' }
    ]
  });

const parts = (bytes: Uint8Array) => {
  const data = Buffer.from(bytes);
  return new Map(
    zipDirectory(data).map(({ name, at, packed }) => {
      const from = at + 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28);
      return [name, data.subarray(from, from + packed).toString('base64')];
    })
  );
};

/** Names of parts that differ, and of those that came with the slip. */
function changed(before: Uint8Array, after: Uint8Array): { other: string[]; added: string[] } {
  const [was, is] = [parts(before), parts(after)];
  return {
    other: [...was]
      .filter(([name, bytes]) => is.get(name) !== bytes)
      .map(([name]) => name)
      .toSorted(),
    added: [...is.keys()].filter((name) => !was.has(name)).toSorted()
  };
}

/** What a workbook says in its cells and around them, without our sheets. */
async function told(bytes: Uint8Array) {
  const workbook = await readXlsx(bytes, { readStyles: true });
  return workbook.sheets
    .filter(({ name }) => !['报送回执', '问题清单', 'Return slip', 'List of faults'].includes(name))
    .map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows,
      hidden: sheet.hidden,
      merges: sheet.merges,
      columns: sheet.columns,
      rules: sheet.dataValidations,
      conditional: sheet.conditionalRules,
      tables: sheet.tables,
      images: sheet.images?.length,
      charts: sheet.charts?.length,
      pivots: sheet.pivotTables?.length,
      frozen: sheet.freezePane,
      page: sheet.pageSetup,
      footer: sheet.headerFooter,
      formula: sheet.cells?.get('3,3')?.formula,
      rich: sheet.cells?.get('4,0')?.richText,
      link: sheet.cells?.get('2,0')?.hyperlink?.target
    }));
}

const styleOf = async (bytes: Uint8Array, sheet: string, cell: [row: number, column: number]) => {
  const workbook = await readXlsx(bytes, { readStyles: true });
  return workbook.sheets.find(({ name }) => name === sheet)?.cells?.get(`${cell[0] - 1},${cell[1]}`)?.style;
};
const noteOf = async (bytes: Uint8Array, sheet: string, cell: [row: number, column: number]) => {
  const workbook = await readXlsx(bytes, { readStyles: true });
  return workbook.sheets.find(({ name }) => name === sheet)?.cells?.get(`${cell[0] - 1},${cell[1]}`)?.comment
    ?.text;
};
const filled = async (bytes: Uint8Array, sheet: string, cell: [row: number, column: number]) => {
  const fill = (await styleOf(bytes, sheet, cell))?.fill;
  return fill?.type === 'pattern' ? fill.fgColor?.rgb?.slice(-6) : undefined;
};
const REJECT = 'FAD3D2';
const REMARK = 'FFF1CB';

describe('a workbook with charts, pictures, pivot, tables, notes, rules and names', () => {
  const ask: AskSlip = { cells: ['C3', 'A2', '!B5', 'C3', '!D11'] };

  test('opens without repair, a summary first', async () => {
    const { bytes, made } = slipOf(await richBytes(), ask);
    expect(workbookFaults(bytes)).toEqual([]);
    expect((await readXlsx(bytes)).sheets.map(({ name }) => name)).toEqual([
      '报送回执',
      '数据',
      '表格',
      '隐藏',
      '透视'
    ]);
    expect(made).toEqual({ marked: 4, noted: 4 });
  });

  test('tells everything that it told before', async () => {
    const before = await richBytes();
    const { bytes } = slipOf(before, ask);
    expect(await told(bytes)).toEqual(await told(before));
  });

  test('keeps the bytes of every part that needs no change', async () => {
    const before = await richBytes();
    const { other, added } = changed(before, slipOf(before, ask).bytes);
    expect(other).toEqual(
      [
        '[Content_Types].xml',
        'xl/_rels/workbook.xml.rels',
        'xl/comments1.xml',
        'xl/drawings/vmlDrawing1.vml',
        'xl/styles.xml',
        'xl/workbook.xml',
        'xl/worksheets/sheet1.xml'
      ].toSorted()
    );
    expect(added).toEqual(['xl/worksheets/sheet5.xml']);
  });

  test('names of a sheet and the sheet in sight follow their sheets', async () => {
    const { bytes } = slipOf(await richBytes(), ask);
    const workbook = await readXlsx(bytes);
    expect(workbook.activeSheet ?? 0).toBe(0);
    expect(workbook.namedRanges).toContainEqual(expect.objectContaining({ name: '本表', scope: '表格' }));
    expect(workbook.sheets[1]?.pageSetup?.printTitlesRow).toBe('$1:$1');
  });

  test('marks cells by fill and frame, notes the rule beside them, and lets their own format stand', async () => {
    const { bytes } = slipOf(await richBytes(), ask);
    expect(await filled(bytes, '数据', [3, 2])).toBe(REJECT);
    expect(await filled(bytes, '数据', [5, 1])).toBe(REMARK);
    const first = await styleOf(bytes, '数据', [2, 0]);
    expect(first).toMatchObject({ font: { bold: true }, numFmt: '@', border: { top: { style: 'medium' } } });
    expect((await styleOf(bytes, '数据', [5, 1]))?.border?.top?.style).toBe('mediumDashed');
    expect((await styleOf(bytes, '数据', [5, 0]))?.border?.left?.style, 'the row').toBe('mediumDashed');
    expect((await styleOf(bytes, '数据', [3, 0]))?.border?.left?.style, 'the row').toBe('medium');
    expect(await styleOf(bytes, '数据', [4, 0])).toEqual(await styleOf(await richBytes(), '数据', [4, 0]));
    expect(await noteOf(bytes, '数据', [3, 2])).toMatch(/退回.*栏目C[^]*1\..*必填项为空[^]*请填写C3[^]*2\./);
    expect(await noteOf(bytes, '数据', [2, 0])).toMatch(/^请复核[^]*退回/);
  });

  test('a cell of a merged area is marked where it is seen', async () => {
    const { bytes } = slipOf(await richBytes(), { cells: ['B8'] });
    expect(await filled(bytes, '数据', [7, 1])).toBe(REJECT);
    expect(await filled(bytes, '数据', [8, 1])).not.toBe(REJECT);
    const summary = (await readXlsx(bytes)).sheets[0];
    expect(summary?.rows.flat()).toContain('B8（合并单元格）');
  });

  test('a cell, a row and a column that are not there are made', async () => {
    const { bytes } = slipOf(await richBytes(), { cells: ['H4', 'B40', '12'], columns: [1, 2] });
    expect(workbookFaults(bytes)).toEqual([]);
    expect(await filled(bytes, '数据', [4, 7])).toBe(REJECT);
    expect(await filled(bytes, '数据', [40, 1])).toBe(REJECT);
    expect(await filled(bytes, '数据', [12, 1]), 'the first column that was read').toBe(REJECT);
    expect((await readXlsx(bytes)).sheets[0]?.rows.flat()).toContain('（表中无此栏目）');
  });
});

test('sheets that were selected together are so no more: what is typed goes into one', async () => {
  const selected = await rewritten((text, name) =>
    /worksheets\/sheet[12]\.xml/.test(name)
      ? text.replace('<sheetView ', '<sheetView tabSelected="1" ')
      : text
  );
  const pack = ZipPackage.open(slipOf(selected, { cells: ['A2'] }).bytes);
  for (const name of pack.names.filter((one) => one.startsWith('xl/worksheets/sheet')))
    expect(pack.text(name), name).not.toContain('tabSelected');
});

test('a note that belongs to a conversation is left alone: the cell is marked all the same', async () => {
  const talk = await rewritten((text, name) =>
    name.startsWith('xl/comments') ? text.replace(/<author>[^<]*/, '<author>tc={1}') : text
  );
  const { bytes, made } = slipOf(talk, { cells: ['A2', 'A3'] });
  expect(made).toEqual({ marked: 2, noted: 1 });
  expect(workbookFaults(bytes)).toEqual([]);
  expect(await noteOf(bytes, '数据', [2, 0])).toBe('请复核');
  expect(await filled(bytes, '数据', [2, 0])).toBe(REJECT);
});

test('a list object survives marks in its header’s column', async () => {
  const { bytes } = slipOf(await richBytes(), { sheet: '表格', sheet_no: 2, cells: ['A5', '!C6'] });
  expect(workbookFaults(bytes)).toEqual([]);
  expect(await filled(bytes, '表格', [5, 0])).toBe(REJECT);
  expect((await readXlsx(bytes)).sheets[2]?.tables?.[0]?.range).toBe('A1:C11');
});

test('what is written is text, whatever it begins with', async () => {
  const { bytes } = slipOf(await richBytes(), {
    cells: ['C3'],
    says: '=HYPERLINK("http://evil.example","x")<b>&\u0001'
  });
  expect(workbookFaults(bytes)).toEqual([]);
  const summary = ZipPackage.open(bytes).text('xl/worksheets/sheet5.xml');
  expect(summary).not.toMatch(/<f[ >]/);
  expect(await noteOf(bytes, '数据', [3, 2])).toContain('=HYPERLINK');
});

test('real LibreOffice’s workbook', async () => {
  const before = readFileSync('fixtures/files/libreoffice/ledger.xlsx');
  const [sheet] = (await readXlsx(before)).sheets;
  const { bytes } = slipOf(before, { sheet: sheet?.name ?? '', cells: ['A5', '!C6'] });
  expect(workbookFaults(bytes)).toEqual([]);
  expect((await told(bytes))[0]?.rows).toEqual((await told(before))[0]?.rows);
});

/** The same workbook as another program writes it. */
async function rewritten(rewrite: (text: string, name: string) => string): Promise<Buffer> {
  const pack = ZipPackage.open(Buffer.from(await richBytes()));
  for (const name of pack.names)
    if (/\.(xml|rels)$/.test(name)) {
      const text = pack.text(name);
      const other = rewrite(text, name);
      if (other !== text) pack.put(name, other);
    }
  return pack.bytes();
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

test('elements with a prefix', async () => {
  const before = await rewritten((text) =>
    text.includes(`xmlns="${main}"`)
      ? text
          .replace(`xmlns="${main}"`, `xmlns:x="${main}"`)
          .replaceAll(/<(\/?)(?=[A-Za-z]\w*[\s/>])/g, '<$1x:')
      : text
  );
  const { bytes } = slipOf(before, { cells: ['C3', '!C11', 'A2'] });
  expect(workbookFaults(bytes)).toEqual([]);
  expect(await told(bytes)).toEqual(await told(before));
  expect(await filled(bytes, '数据', [3, 2])).toBe(REJECT);
  expect(await noteOf(bytes, '数据', [2, 0])).toMatch(/请复核[^]*退回/);
  const pack = ZipPackage.open(bytes);
  for (const part of ['xl/worksheets/sheet1.xml', 'xl/styles.xml', 'xl/comments1.xml', 'xl/workbook.xml'])
    expect(pack.text(part), part).not.toMatch(/<(?!\?|\/?(x|mc|xdr|a|r|x14|xm):)[\w/]/);
});

test('the strict form of the standard', async () => {
  const before = await rewritten((text) =>
    text
      .replaceAll(main, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships'
      )
  );
  const { bytes } = slipOf(before, { sheet: '表格', sheet_no: 2, cells: ['C3', 'A2'] });
  expect(workbookFaults(bytes)).toEqual([]);
  const pack = ZipPackage.open(bytes);
  for (const name of pack.names.filter((one) => /\.(xml|rels)$/.test(one)))
    expect(pack.text(name), name).not.toMatch(
      /schemas\.openxmlformats\.org\/(spreadsheetml|officeDocument\/2006\/relationships)/
    );
});

test('shared formulas, inline and shared strings, rows without cells, cells without addresses', async () => {
  const data = `<sheetData><row r="1"><c t="inlineStr"><is><t>审查编号</t></is></c><c t="inlineStr"><is><t>件数</t></is></c><c/></row><row><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2"><f t="shared" ref="B2:B4" si="0">1+1</f><v>2</v></c></row><row r="3" spans="1:2"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row><row r="4" ht="30" customHeight="1"/><!-- <row r="9"> --><row r="6"><c r="A6"><v>1</v></c></row></sheetData>`;
  const before = await rewritten((text, name) =>
    name === 'xl/worksheets/sheet3.xml' ? text.replace(/<sheetData>[^]*<\/sheetData>/, data) : text
  );
  const { bytes } = slipOf(before, {
    sheet: '隐藏',
    sheet_no: 3,
    cells: ['A1', 'B2', 'A3', 'B4', '!C5', 'D6']
  });
  expect(workbookFaults(bytes)).toEqual([]);
  const xml = ZipPackage.open(bytes).text('xl/worksheets/sheet3.xml');
  expect(xml).toMatch(/<c r="B2" s="\d+"><f t="shared" ref="B2:B4" si="0">1\+1<\/f><v>2<\/v><\/c>/);
  expect(xml).toMatch(
    /<row r="3"><c r="A3" s="\d+"\/><c r="B3"><f t="shared" si="0"\/><v>2<\/v><\/c><\/row>/
  );
  expect(xml).toMatch(
    /<row r="4" ht="30" customHeight="1"><c r="A4" s="\d+"\/><c r="B4" s="\d+"\/><\/row><!-- <row r="9"> -->/
  );
  expect(xml).toMatch(/<row r="5"><c r="A5" s="\d+"\/><c r="C5" s="\d+"\/><\/row><row r="6">/);
  expect(xml).toMatch(/<c r="A6" s="\d+"><v>1<\/v><\/c><c r="D6" s="\d+"\/><\/row><\/sheetData>/);
});

test('a missing cell looks as its row or column says', async () => {
  const before = await richBytes();
  const styled = await styleOf(slipOf(before, { cells: ['!B30'] }).bytes, '数据', [30, 1]);
  expect(styled?.fill).toMatchObject({ fgColor: { rgb: expect.stringMatching(/FFF1CB$/) as string } });
  expect(await told(slipOf(before, { cells: ['B30'] }).bytes)).toMatchObject([
    { columns: (await told(before))[0]?.columns },
    {},
    {},
    {}
  ]);
});

test.each([
  ['macros', (pack: ZipPackage) => pack.put('xl/vbaProject.bin', 'x')],
  ['a signature', (pack: ZipPackage) => pack.put('_xmlsignatures/sig1.xml', '<Signature/>')],
  [
    'a document type',
    (pack: ZipPackage) =>
      pack.put(
        'xl/worksheets/sheet1.xml',
        `<!DOCTYPE a [<!ENTITY b "c">]>${pack.text('xl/worksheets/sheet1.xml')}`
      )
  ],
  ['no styles', (pack: ZipPackage) => pack.put('xl/styles.xml', `<styleSheet xmlns="${main}"/>`)],
  [
    'a part cut off',
    (pack: ZipPackage) =>
      pack.put('xl/worksheets/sheet1.xml', pack.text('xl/worksheets/sheet1.xml').slice(0, 900))
  ]
])('a workbook with %s is left alone', async (_, spoil) => {
  const pack = ZipPackage.open(Buffer.from(await richBytes()));
  spoil(pack);
  expect(() => slipOf(pack.bytes(), { cells: ['C3'] })).toThrow(/./);
});

test('a slip that is handed in again is marked anew, not once more', async () => {
  const once = slipOf(await richBytes(), { cells: ['C3', 'A2', '!B5'] }).bytes;
  const again = slipOf(once, { cells: ['!C9'], language: 'en' });
  expect(workbookFaults(again.bytes)).toEqual([]);
  expect(again.made).toEqual({ marked: 1, noted: 1 });
  expect((await readXlsx(again.bytes)).sheets.map(({ name }) => name)).toEqual([
    '报送回执',
    '数据',
    '表格',
    '隐藏',
    '透视'
  ]);
  expect(await filled(again.bytes, '数据', [3, 2])).toBeUndefined();
  expect(await noteOf(again.bytes, '数据', [3, 2])).toBeUndefined();
  expect(await noteOf(again.bytes, '数据', [2, 0])).toBe('请复核');
  expect(await filled(again.bytes, '数据', [9, 2])).toBe(REMARK);
  expect(await noteOf(again.bytes, '数据', [9, 2])).toMatch(/remark/);
});

test('of too many notes the graver are written, and how many is said', async () => {
  const many: WriteSheet[] = [
    { name: '数据', rows: [['a', 'b', 'c'], ...Array.from({ length: 3000 }, () => ['1', '2', '3'])] }
  ];
  const cells = Array.from({ length: 3000 }, (_, i) => (i < 500 ? `!A${i + 2}` : `A${i + 2}`));
  const { bytes, made } = slipOf(await writeXlsx({ sheets: many }), { cells });
  expect(made).toEqual({ marked: 3000, noted: 2000 });
  expect(workbookFaults(bytes)).toEqual([]);
  const workbook = await readXlsx(bytes);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['报送回执', '问题清单', '数据']);
  const listed = [0, 1]
    .flatMap((i) => workbook.sheets[i]?.rows ?? [])
    .filter((row) => /^A\d+$/.test(String(row[4])));
  expect(new Set(listed.map((row) => row[4])).size, 'nothing is left out').toBe(3000);
  expect(workbook.sheets[0]?.rows.flat().join('')).toMatch(/2000/);
});
