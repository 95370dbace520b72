/**
 * Whether the XML parts of a workbook may be read: none larger than can be held in memory, none with a document type
 * definition. Workbooks have none (ECMA-376 part 2, OpenDocument 1.3 part 2); entities that multiply and files of
 * others stand only there.
 */
import { constants, inflateRawSync } from 'node:zlib';
import { distrust } from './distrust.ts';
import type { Limits } from './limits.ts';
import { Rejection } from './rejection.ts';
import { packedBytes, type ZipEntry } from './zip-directory.ts';

/** Packed bytes of a part in which its root element begins. */
const prologBytes = 4096;
const isXml = /\.(?:xml|rels|vml)$/i;
/** Their rows are read one by one, however many they are. */
const isWorksheet = /^\/?xl\/worksheets\/[^/]+\.xml$/i;

/** Throws `too_large` or `unsafe_archive`. */
export function checkParts(data: Buffer, entries: readonly ZipEntry[], limits: Limits): void {
  for (const entry of entries) {
    if (!isXml.test(entry.name) || entry.expanded === 0) continue;
    if (entry.expanded > limits.part_bytes && !isWorksheet.test(entry.name))
      throw new Rejection('too_large', {
        detail: `${entry.name} > ${Math.round(limits.part_bytes / 2 ** 20)} MiB`
      });
    if (declaresType(beginningOf(data, entry))) throw distrust('doctype', { name: entry.name });
  }
}

/** What cannot be unpacked is no matter here: its reader says so. */
function beginningOf(data: Buffer, entry: ZipEntry): string {
  const packed = packedBytes(data, entry).subarray(0, prologBytes);
  let bytes: Buffer = packed;
  if (entry.method !== 0) {
    try {
      bytes = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      return '';
    }
  }
  const head = bytes.subarray(0, 1 << 16);
  const wide =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(wide).decode(head);
}

/** Whether an XML document defines its own type. A prolog that does not come to its root element hides something. */
export function declaresType(xml: string): boolean {
  for (let at = 0; at < xml.length;) {
    if (/\s/.test(xml.charAt(at))) at++;
    else if (xml.startsWith('<?', at)) at = behind(xml, '?>', at);
    else if (xml.startsWith('<!--', at)) at = behind(xml, '-->', at);
    else return /^<!doctype/i.test(xml.slice(at, at + 9));
  }
  return xml.length >= 1 << 16;
}

function behind(xml: string, end: string, at: number): number {
  const found = xml.indexOf(end, at);
  return found === -1 ? xml.length : found + end.length;
}
