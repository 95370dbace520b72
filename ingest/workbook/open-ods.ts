/** Opens a spreadsheet of OpenDocument: packed (.ods), or flat, as one XML document (.fods). */
import type { Notices } from '../notice.ts';
import { Rejection } from '../rejection.ts';
import type { ZipEntry } from '../zip-directory.ts';
import { unzip, unzipText } from '../zip-directory.ts';
import { attributesOf } from '../xml-tags.ts';
import { odsRows } from './ods-rows.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { asUtf8 } from './xml-part.ts';

export function openOds(data: Buffer, entries: readonly ZipEntry[]): Workbook {
  const kind = unzipText(data, entries, 'mimetype')?.trim() ?? '';
  checkKind(kind);
  const manifest = unzipText(data, entries, 'META-INF/manifest.xml') ?? '';
  if (manifest.includes('encryption-data')) throw new Rejection('password_protected');
  const content = entries.find((entry) => entry.name === 'content.xml');
  if (!content) throw new Rejection('broken_archive', { detail: 'content.xml' });
  return workbookOf(unzip(data, content), '</office:document-content>');
}

export function openFlatOds(data: Buffer): Workbook {
  const [{ 'office:mimetype': kind = '' } = {}] = attributesOf(data.toString('utf8', 0, 8192), 'document');
  checkKind(kind);
  return workbookOf(data, '</office:document>');
}

const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet';
const others: Readonly<Record<string, string>> = { text: 'ODT', presentation: 'ODP', graphics: 'ODG' };

/** `kind`: the media type that the document calls itself. */
function checkKind(kind: string): void {
  if (kind === spreadsheet || kind === `${spreadsheet}-template`) return;
  throw new Rejection('not_supported', { kind: others[kind.split('.').at(-1) ?? ''] ?? 'OpenDocument' });
}

function workbookOf(part: Buffer, end: string): Workbook {
  const xml = asUtf8(part);
  // Rows that were cut off would not be missed otherwise.
  if (!xml.toString('utf8', Math.max(0, xml.length - 200)).includes(end))
    throw new Rejection('broken_archive', { detail: end });
  return { format: 'ods', date1904: false, sheets: [...tables(xml)] };
}

const opening = '<table:table ';
const closing = '</table:table>';

function* tables(xml: Buffer): Generator<Sheet> {
  const hiddenStyles = stylesThatHide(xml);
  let position = 0;
  for (let at = xml.indexOf(opening); at !== -1;) {
    const close = xml.indexOf(closing, at);
    const to = close === -1 ? xml.length : close;
    const from = at;
    const head = xml.toString('utf8', from, Math.min(to, from + 2000));
    const [{ 'table:name': name = '', 'table:style-name': style = '' } = {}] = attributesOf(head, 'table');
    // What the formulas of other files gave lies in tables of its own.
    if (!name.startsWith("'file:"))
      yield {
        name,
        position: ++position,
        hidden: hiddenStyles.has(style),
        rows: (notices: Notices) => odsRows(xml, from, to, notices)
      };
    at = xml.indexOf(opening, to);
  }
}

/** Names of the table styles under which a table is not shown. */
function stylesThatHide(xml: Buffer): Set<string> {
  const body = xml.indexOf('<office:body');
  const styles = xml.toString('utf8', 0, body === -1 ? xml.length : body);
  const hidden = styles
    .split('<style:style ')
    .filter((style) => /<style:table-properties[^>]*table:display="false"/.test(style))
    .flatMap((style) => /style:name="([^"]*)"/.exec(style)?.[1] ?? []);
  return new Set(hidden);
}
