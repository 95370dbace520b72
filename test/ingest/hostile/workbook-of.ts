/** Workbooks written by hand, so that any part of them can be what no program writes. */
import { headers, review } from '../report-files.ts';
import { archiveOf, type Part } from './archive-of.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const cell = (text: string, place = '') =>
  `<c${place && ` r="${place}"`} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

export const row = (cells: readonly string[], n?: number | string) =>
  `<row${n === undefined ? '' : ` r="${n}"`}>${cells.map((text) => cell(text)).join('')}</row>`;

/** Header and rows of R04, as worksheet XML between what is given. */
export const ledger = (rows = 2, before = '', after = '') =>
  sheetXml(row(headers) + Array.from({ length: rows }, (_, n) => row(review(n + 1))).join(''), before, after);

export const sheetXml = (rows: string, before = '', after = '') =>
  `${declaration}<worksheet xmlns="${main}" xmlns:r="${links}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

/** The parts of a workbook with one worksheet; `other` replaces parts by name, adds some, or leaves out (null). */
export function parts(
  sheet: string,
  other: Readonly<Record<string, string | Partial<Part> | null>> = {}
): Part[] {
  const usual: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': rels([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="审查" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml']
    ]),
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}"><si><t>共享</t></si></sst>`,
    'xl/worksheets/sheet1.xml': sheet
  };
  return Object.entries({ ...usual, ...other }).flatMap(([name, content]): Part[] => {
    if (content === null) return [];
    return [typeof content === 'string' ? { name, bytes: Buffer.from(content) } : { name, ...content }];
  });
}

export const workbookOf = (sheet: string, other: Parameters<typeof parts>[1] = {}): Buffer =>
  archiveOf(parts(sheet, other));

export function rels(
  list: readonly (readonly [id: string, kind: string, target: string, more?: string])[]
): string {
  const each = list.map(
    ([id, kind, target, more = '']) =>
      `<Relationship Id="${id}" Type="${links}/${kind}" Target="${target}"${more}/>`
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}
