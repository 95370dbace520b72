/** What a workbook of Office Open XML consists of: its worksheets in its own order, and where their texts and formats lie. */
import { Rejection } from '../rejection.ts';
import type { ZipEntry } from '../zip-directory.ts';
import { unzipText } from '../zip-directory.ts';
import { shownText } from '../shown-text.ts';
import { attributesOf } from '../xml-tags.ts';

export interface XlsxParts {
  /** Chart sheets and the like, which have no cells, are left out. */
  sheets: { name: string; position: number; hidden: boolean; path: string }[];
  shared_strings?: string;
  styles?: string;
  date1904: boolean;
}

/** A workbook of every report for every month of a year has no more. */
const mostSheets = 300;

/** Throws `broken_archive` where there is no workbook, `too_many_sheets`. */
export function xlsxParts(data: Buffer, entries: readonly ZipEntry[]): XlsxParts {
  const path = workbookPath(data, entries);
  const xml = unzipText(data, entries, path);
  if (xml === undefined) throw new Rejection('broken_archive', { detail: path });
  const links = attributesOf(
    unzipText(data, entries, path.replace(/([^/]*)$/, '_rels/$1.rels')) ?? '',
    'Relationship'
  )
    .filter(isInside)
    .map(({ Id, Type = '', Target = '' }) => ({
      id: Id,
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      path: resolved(path, Target)
    }));
  const partOf = (kind: string) => links.find((link) => link.kind === kind)?.path;
  const [shared_strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  const { date1904 } = attributesOf(xml, 'workbookPr')[0] ?? {};
  const listed = attributesOf(xml, 'sheet');
  if (listed.length > mostSheets)
    throw new Rejection('too_many_sheets', { count: listed.length, most: mostSheets });
  return {
    sheets: listed.flatMap((sheet, i) => {
      const id = Object.entries(sheet).find(([name]) => name.endsWith(':id'))?.[1];
      const part = links.find((link) => link.id === id && link.kind === 'worksheet')?.path;
      if (!sheet.name || part === undefined) return [];
      const hidden = sheet.state === 'hidden' || sheet.state === 'veryHidden';
      return [{ name: sheet.name, position: i + 1, hidden, path: part }];
    }),
    ...(shared_strings === undefined ? {} : { shared_strings }),
    ...(styles === undefined ? {} : { styles }),
    date1904: date1904 === '1' || date1904 === 'true'
  };
}

function workbookPath(data: Buffer, entries: readonly ZipEntry[]): string {
  const links = attributesOf(unzipText(data, entries, '_rels/.rels') ?? '', 'Relationship');
  const target = links.find((link) => link.Type?.endsWith('/officeDocument'))?.Target ?? 'xl/workbook.xml';
  return target.replace(/^\//, '');
}

/** What lies with others is not fetched. */
const isInside = ({ TargetMode }: Record<string, string>) => TargetMode?.toLowerCase() !== 'external';

/** The part that a link in another part names: from the root, or from where that part lies. */
function resolved(from: string, target: string): string {
  try {
    return decodeURI(new URL(target, `part:/${from}`).pathname.slice(1));
  } catch {
    throw new Rejection('broken_archive', { detail: shownText(target, 60) });
  }
}
