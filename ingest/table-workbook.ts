/** A workbook of plain tables: each a sheet with a header that stays in sight and can be filtered by; texts wrap. */
import { columnLetters } from '#warehouse/cell-name.ts';
import { slipFormats } from './slip/formats.ts';
import { addSheets } from './xlsx/add-sheets.ts';
import { newWorkbook } from './xlsx/new-workbook.ts';
import { heightOf } from './xlsx/row-height.ts';
import { sheetXml, type SheetRow } from './xlsx/sheet-xml.ts';
import { Styles } from './xlsx/styles.ts';

export interface Table {
  /** Of the sheet, at most 31 characters. */
  name: string;
  /** Widths in characters. */
  columns: readonly { head: string; width: number }[];
  rows: readonly (readonly (string | number)[])[];
  /** Columns that stay in sight beside the header. */
  frozen: number;
  /** Pages side by side on which it is printed. */
  pages: number;
}

export function tableWorkbook(tables: readonly Table[]): Buffer {
  const workbook = newWorkbook();
  const styles = new Styles(workbook.pack.text('xl/styles.xml'));
  const { heading, text } = slipFormats(styles);
  const sheets = tables.map(({ name, columns, rows, frozen, pages }) => {
    const line = (cells: readonly (string | number)[], style: number): SheetRow => ({
      height: heightOf(cells.map((value, i) => [String(value), columns[i]?.width ?? 10])),
      cells: cells.map((value) => ({ value, style }))
    });
    const head = line(
      columns.map((column) => column.head),
      heading
    );
    return {
      name,
      repeated: ['$1:$1'],
      xml: sheetXml(
        {
          columns: columns.map(({ width }) => ({ width })),
          rows: [head, ...rows.map((cells) => line(cells, text))],
          frozen: { rows: 1, columns: frozen },
          filter: `A1:${columnLetters(columns.length - 1)}${rows.length + 1}`,
          pages,
          footer: '&L&A&R&P / &N'
        },
        workbook.ns.main
      )
    };
  });
  addSheets(workbook, sheets, 'behind');
  workbook.pack.put('xl/styles.xml', styles.text());
  return workbook.pack.bytes();
}
