/** A workbook made from the rows that were read, for a file that is none, or none that can be given back. */
import { isOwnSheet } from '../own-sheets.ts';
import { addSheets } from '../xlsx/add-sheets.ts';
import { newWorkbook } from '../xlsx/new-workbook.ts';
import { lengthOf } from '../xlsx/row-height.ts';
import { sheetXml, type SheetRow } from '../xlsx/sheet-xml.ts';
import { Styles } from '../xlsx/styles.ts';
import type { Base } from './base.ts';
import type { SlipFinding, SlipRow, SlipSheet } from './request.ts';
import { slipFormats } from './formats.ts';
import type { SlipWords } from './words.ts';

/** What stood in cells with personal data is not repeated: `hidden` has those findings. */
export function plainWorkbook(
  sheets: readonly SlipSheet[],
  rows: Iterable<SlipRow>,
  hidden: readonly SlipFinding[],
  words: SlipWords
): Base {
  const workbook = newWorkbook();
  const styles = new Styles(workbook.pack.text('xl/styles.xml'));
  const { heading, line: text } = slipFormats(styles);
  const instead = new Map(hidden.map((finding) => [placeKey(finding, finding.column), finding.value]));
  const names: string[] = [];
  const made = new Map(
    sheets.map((sheet) => {
      const header: SheetRow = {
        height: 32,
        cells: [words.original_row, ...sheet.columns.map(({ header }) => header)].map((value) => ({
          value,
          style: heading
        }))
      };
      const name = freeName(sheet, names);
      names.push(name);
      return [sheet.sheet_no, { name, sheet, rows: [header], at: new Map<number, number>() }];
    })
  );
  for (const row of rows) {
    const table = made.get(row.sheet_no);
    if (!table) continue;
    const cells = row.cells.map((cell, i) => {
      const masked = instead.get(placeKey(row, table.sheet.columns[i]?.index ?? null));
      return { value: masked ?? cell ?? '', style: text };
    });
    table.rows.push({ cells: [{ value: row.row_no, style: text }, ...cells] });
    table.at.set(row.row_no, table.rows.length);
  }
  const tables = [...made.values()];
  const paths = addSheets(
    workbook,
    tables.map(({ name, sheet, rows }) => ({
      name,
      repeated: ['$1:$1'],
      xml: sheetXml(
        {
          columns: widthsOf(rows),
          rows,
          frozen: { rows: 1, columns: 1 },
          pages: Math.max(1, Math.round(sheet.columns.length / 12))
        },
        workbook.ns.main
      )
    })),
    'behind'
  );
  workbook.pack.put('xl/styles.xml', styles.text());
  const places = new Map(
    tables.map((table, i) => [table.sheet.sheet_no, { ...table, path: paths[i] ?? '' }])
  );
  return {
    workbook,
    placeOf(finding) {
      const table = places.get(finding.sheet_no);
      const row = table?.at.get(finding.row_no);
      if (!table || row === undefined) throw new RangeError(`Row ${finding.row_no} was not handed on`);
      const column = table.sheet.columns.findIndex(({ index }) => index === finding.column);
      return {
        path: table.path,
        sheet: table.name,
        column: column === -1 ? null : column + 1,
        first: 0,
        row
      };
    }
  };
}

/** As wide as the header and the first rows need, within measure. */
function widthsOf(rows: readonly SheetRow[]): { width: number }[] {
  const first = rows.slice(0, 100);
  return (rows[0]?.cells ?? []).map((_, column) => {
    const lengths = first.map(({ cells }) => lengthOf(String(cells[column]?.value ?? '')));
    return { width: Math.min(40, Math.max(11, ...lengths.map((length) => length + 2))) };
  });
}

const placeKey = ({ sheet_no, row_no }: { sheet_no: number; row_no: number }, column: number | null) =>
  `${sheet_no} ${row_no} ${column}`;

function freeName({ sheet, report, report_words }: SlipSheet, taken: readonly string[]): string {
  const wanted = (sheet || `${report} ${report_words}`)
    .replace(/[[\]:*?/\\]|^'|'$/g, '_')
    .slice(0, 27)
    .trim();
  const free = (name: string) =>
    !isOwnSheet(name) && !taken.some((one) => one.toLowerCase() === name.toLowerCase());
  let name = wanted || report;
  for (let n = 2; !free(name); n++) name = `${wanted} ${n}`;
  return name;
}
