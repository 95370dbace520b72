/** The worksheets of a workbook in its own order, and which of them are hidden. */
import { Rejection } from './rejection.ts';
import type { ZipEntry } from './zip-directory.ts';
import { unzipText } from './zip-directory.ts';

export interface WorkbookSheet {
  name: string;
  /** 0-based among all that the workbook lists, as the row reader counts them. */
  index: number;
  hidden: boolean;
}

/** Chart sheets and the like, which have no cells, are left out. Throws `broken_archive`. */
export function workbookSheets(data: Buffer, entries: readonly ZipEntry[]): WorkbookSheet[] {
  const path = workbookPath(data, entries);
  const xml = unzipText(data, entries, path);
  if (xml === undefined) throw new Rejection('broken_archive', { detail: path });
  const links = unzipText(data, entries, path.replace(/([^/]*)$/, '_rels/$1.rels')) ?? '';
  const worksheets = new Set(
    elements(links, 'Relationship').flatMap((link) => (link.Type?.endsWith('/worksheet') ? [link.Id] : []))
  );
  return elements(xml, 'sheet')
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
  const links = elements(unzipText(data, entries, '_rels/.rels') ?? '', 'Relationship');
  const target = links.find((link) => link.Type?.endsWith('/officeDocument'))?.Target ?? 'xl/workbook.xml';
  return target.replace(/^\//, '');
}

/** Attributes of all elements of that name, whatever their prefix. */
function elements(xml: string, name: string): Record<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'));
  return [...tags].map((tag) => {
    const attributes = (tag[1] ?? '').matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    return Object.fromEntries([...attributes].map((one) => [one[1] ?? '', unescape(one[2] ?? one[3] ?? '')]));
  });
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? all;
    }
  );
}
