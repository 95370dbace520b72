/** Writes a worksheet of ours: every text a string cell, never a formula. */
import { columnLetters } from '#warehouse/cell-name.ts';
import { declaration } from './open-workbook.ts';
import { validationsXml, type Validation } from './validations.ts';
import { cellXml, escapeXml } from './xml-text.ts';

export interface SheetCell {
  /** Nothing for a cell that only has a look. A number is a number, everything else text. */
  value?: string | number;
  /** Of the workbook's cell formats. */
  style: number;
  /** Place in the workbook that a click leads to, such as `'Sheet 1'!C12`. */
  to?: string;
}

export interface SheetRow {
  /** Points; without it the program that opens the sheet fits it to the text. */
  height?: number;
  /** Of cells that are not there. */
  style?: number;
  cells: readonly (SheetCell | undefined)[];
}

export interface SheetContent {
  columns: readonly { width: number; style?: number }[];
  /** Of the columns behind those. */
  otherColumns?: number;
  rows: Iterable<SheetRow>;
  /** Rows and columns that stay in sight. */
  frozen?: { rows: number; columns: number };
  merged?: readonly string[];
  /** Range with buttons in its first row by which its rows are filtered. */
  filter?: string;
  validations?: readonly Validation[];
  /** Locked cells cannot be changed until the protection, which has no password, is lifted. */
  protected?: boolean;
  /** RGB of the tab. */
  tab?: string;
  /** `-` for none. */
  footer?: string;
  /** Where the cursor stands when the sheet is opened. */
  cursor?: string;
  /** Pages side by side on which it is printed; 1 without it. */
  pages?: number;
}

/** Excel follows no more links than this on a sheet. */
const mostLinks = 65_000;

export function sheetXml(sheet: SheetContent, main: string): string {
  const links: string[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const row of sheet.rows) parts.push(rowXml(row, ++at, links));
  const merged = sheet.merged ?? [];
  return [
    `${declaration}<worksheet xmlns="${main}">`,
    `<sheetPr>${sheet.tab ? `<tabColor rgb="FF${sheet.tab}"/>` : ''}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    viewXml(sheet),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    '<sheetData>',
    ...parts,
    '</sheetData>',
    sheet.protected ? protection : '',
    sheet.filter ? `<autoFilter ref="${sheet.filter}"/>` : '',
    merged.length > 0
      ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    validationsXml(sheet.validations ?? []),
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${sheet.pages ?? 1}" fitToHeight="0"/>`,
    sheet.footer ? `<headerFooter><oddFooter>${escapeXml(sheet.footer)}</oddFooter></headerFooter>` : '',
    '</worksheet>'
  ].join('');
}

/** What a protected sheet still allows: widths and heights, rows, sorting, filters. */
const protection =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>';

function rowXml({ height, style, cells }: SheetRow, row: number, links: string[]): string {
  const look =
    (style === undefined ? '' : ` s="${style}" customFormat="1"`) +
    (height === undefined ? '' : ` ht="${height}" customHeight="1"`);
  const written = cells.map((cell, column) => {
    if (!cell) return '';
    const ref = `${columnLetters(column)}${row}`;
    if (cell.to !== undefined && links.length < mostLinks)
      links.push(`<hyperlink ref="${ref}" location="${escapeXml(cell.to)}"/>`);
    return cellXmlOf(cell, ref);
  });
  return `<row r="${row}"${look}>${written.join('')}</row>`;
}

function cellXmlOf({ value, style }: SheetCell, ref: string): string {
  if (value === undefined || value === '') return `<c r="${ref}" s="${style}"/>`;
  if (typeof value === 'number') return `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
  // A cell holds no more characters than this.
  const text = cellXml(value.length > 32_767 ? value.slice(0, 32_766) + '…' : value);
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function viewXml({ frozen, cursor = 'A1' }: SheetContent): string {
  if (!frozen || frozen.rows + frozen.columns === 0)
    return `<sheetViews><sheetView workbookViewId="0"><selection activeCell="${cursor}" sqref="${cursor}"/></sheetView></sheetViews>`;
  const { rows, columns } = frozen;
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const others = pane === 'bottomRight' ? '<selection pane="topRight"/><selection pane="bottomLeft"/>' : '';
  return `<sheetViews><sheetView workbookViewId="0"><pane${split} topLeftCell="${columnLetters(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>${others}<selection pane="${pane}" activeCell="${cursor}" sqref="${cursor}"/></sheetView></sheetViews>`;
}

function columnsXml({ columns, otherColumns }: SheetContent): string {
  const style = (id: number | undefined) => (id === undefined ? '' : ` style="${id}"`);
  const each = columns.map(
    (column, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${column.width}" customWidth="1"${style(column.style)}/>`
  );
  if (otherColumns !== undefined)
    each.push(`<col min="${columns.length + 1}" max="16384" width="9.5"${style(otherColumns)}/>`);
  return each.length > 0 ? `<cols>${each.join('')}</cols>` : '';
}
