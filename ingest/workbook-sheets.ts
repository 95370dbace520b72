/** The worksheets of a workbook in its own order, and which of them are hidden. */
import { Rejection } from './rejection.ts';
import type { ZipEntry } from './zip-directory.ts';
import { attributesOf } from './xml-tags.ts';
import { unzipText } from './zip-directory.ts';

/** A workbook of every report for every month of a year has no more. */
const mostSheets = 300;

export interface WorkbookSheet {
  name: string;
  /** 0-based among all that the workbook lists, as the row reader counts them. */
  index: number;
  hidden: boolean;
}

/** Chart sheets and the like, which have no cells, are left out. Throws `broken_archive`, `too_many_sheets`. */
export function workbookSheets(data: Buffer, entries: readonly ZipEntry[]): WorkbookSheet[] {
  const path = workbookPath(data, entries);
  const xml = unzipText(data, entries, path);
  if (xml === undefined) throw new Rejection('broken_archive', { detail: path });
  const links = unzipText(data, entries, path.replace(/([^/]*)$/, '_rels/$1.rels')) ?? '';
  const worksheets = new Set(
    attributesOf(links, 'Relationship').flatMap((link) =>
      link.Type?.endsWith('/worksheet') ? [link.Id] : []
    )
  );
  const sheets = attributesOf(xml, 'sheet');
  if (sheets.length > mostSheets)
    throw new Rejection('too_many_sheets', { count: sheets.length, most: mostSheets });
  return sheets
    .map((sheet) => ({ sheet, id: Object.entries(sheet).find(([name]) => name.endsWith(':id'))?.[1] }))
    .filter(({ sheet, id }) => sheet.name && id)
    .map(({ sheet, id }, index) => ({
      name: sheet.name ?? '',
      index,
      hidden: sheet.state === 'hidden' || sheet.state === 'veryHidden',
      worksheet: worksheets.has(id)
    }))
    .filter((sheet) => sheet.worksheet);
}

export function workbookPath(data: Buffer, entries: readonly ZipEntry[]): string {
  const links = attributesOf(unzipText(data, entries, '_rels/.rels') ?? '', 'Relationship');
  const target = links.find((link) => link.Type?.endsWith('/officeDocument'))?.Target ?? 'xl/workbook.xml';
  return target.replace(/^\//, '');
}
