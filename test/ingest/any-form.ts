/** A table of a report, written in each form in which one may be handed in. */
import { utils, write } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { flatOds, odsContent, type Cell, type FlatSheet } from '#fixtures/files/flat-ods.ts';
import { xlsx } from '#fixtures/forms/xlsx.ts';
import type { Column, Report } from '#ingest/declare.ts';
import { csv } from './report-files.ts';
import { gb18030Bytes } from './gb18030-bytes.ts';
import { zipOf } from './zip-of.ts';

export interface Table {
  report: Report;
  headers: 'zh' | 'en' | 'field';
  /** Texts as the form asks for them, by field. */
  rows: readonly Readonly<Record<string, string>>[];
}

type Write = (table: Table) => Uint8Array | Promise<Uint8Array>;

const headerOf = ({ headers, report }: Table) => report.columns.map((column) => column[headers]);
const textOf = (row: Table['rows'][number], { field }: Column) => row[field] ?? '';

const lines = (table: Table): string[][] => [
  headerOf(table),
  ...table.rows.map((row) => table.report.columns.map((column) => textOf(row, column)))
];

/** As a workbook holds it: days, numbers and truths as such. */
function cellOf(row: Table['rows'][number], column: Column): string | number | boolean | Date | null {
  const text = textOf(row, column);
  if (text === '') return null;
  if (column.type === 'int' || column.type === 'decimal') return Number(text);
  if (column.type === 'bool') return text === 'Y';
  if (column.type === 'date') return new Date(`${text}T00:00:00Z`);
  return column.type === 'datetime' ? new Date(`${text}Z`) : text;
}

const cells = (table: Table) => [
  headerOf(table),
  ...table.rows.map((row) => table.report.columns.map((column) => cellOf(row, column)))
];

function flatCell(row: Table['rows'][number], column: Column): Cell {
  const value = cellOf(row, column);
  if (!(value instanceof Date)) return value;
  const text = textOf(row, column);
  return column.type === 'date' ? { day: text } : { moment: text };
}

const flatSheet = (table: Table): FlatSheet => ({
  name: '表',
  rows: [
    headerOf(table),
    ...table.rows.map((row) => table.report.columns.map((column) => flatCell(row, column)))
  ]
});

const records = (table: Table) =>
  table.rows.map((row) =>
    Object.fromEntries(
      table.report.columns.map((column, i) => {
        const value = cellOf(row, column);
        return [headerOf(table)[i] ?? '', value instanceof Date ? textOf(row, column) : value];
      })
    )
  );

function binary(bookType: 'biff8' | 'xlsb'): Write {
  return (table) => {
    const book = utils.book_new();
    const options = { UTC: true, cellDates: true, dateNF: 'yyyy-mm-dd hh:mm' };
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells(table), options), '表');
    return write(book, { type: 'buffer', bookType }) as Buffer;
  };
}

const wide = (text: string, mark: string) => Buffer.from(mark + text, 'utf16le');

export const forms: Readonly<Record<string, Write>> = {
  csv: (table) => Buffer.from(csv(lines(table))),
  'csv with byte order mark and CR LF': (table) => Buffer.from(`\uFEFF${csv(lines(table), ',', '\r\n')}`),
  'csv with lone CR': (table) => Buffer.from(csv(lines(table), ',', '\r')),
  'csv apart by semicolons': (table) => Buffer.from(csv(lines(table), ';')),
  'csv apart by bars': (table) => Buffer.from(csv(lines(table), '|')),
  'csv in GB18030': (table) => gb18030Bytes(csv(lines(table), ',', '\r\n')),
  'tab-separated UTF-16': (table) => wide(csv(lines(table), '\t', '\r\n'), '\uFEFF'),
  'tab-separated UTF-16, big-endian': (table) => wide(csv(lines(table), '\t'), '\uFEFF').swap16(),
  'csv in UTF-16 without a mark': (table) => wide(csv(lines(table)), ''),
  json: (table) => Buffer.from(JSON.stringify(records(table))),
  'json with the name of the report': (table) =>
    Buffer.from(JSON.stringify({ report: table.report.id, rows: records(table) }, null, 2)),
  'json, one object a line': (table) =>
    Buffer.from(
      records(table)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join('')
    ),
  xlsx: (table) => writeXlsx({ sheets: [{ name: '表', rows: cells(table) }] }),
  'xlsx of the date system of 1904': (table) =>
    writeXlsx({ sheets: [{ name: '表', rows: cells(table) }], dateSystem: '1904' }),
  'xlsx with texts in their cells': (table) => xlsx([{ name: '表', rows: lines(table) }]),
  xls: binary('biff8'),
  xlsb: binary('xlsb'),
  ods: (table) =>
    zipOf({
      mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': Buffer.from(odsContent([flatSheet(table)]))
    }),
  fods: (table) => Buffer.from(flatOds([flatSheet(table)])),
  zip: async (table) =>
    zipOf({ '表.xlsx': await writeXlsx({ sheets: [{ name: '表', rows: cells(table) }] }) })
};
