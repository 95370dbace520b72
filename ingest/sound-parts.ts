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
/** Bytes within which it must begin. */
const prologLength = 1 << 16;
const isXml = /\.(?:xml|rels|vml)$/i;
/** Their rows are read one by one, however many they are. */
const hasRows = /^\/?(?:xl\/worksheets\/[^/]+|content)\.xml$/i;

/** Throws `too_large` or `unsafe_archive`. */
export function checkParts(data: Buffer, entries: readonly ZipEntry[], limits: Limits): void {
  for (const entry of entries) {
    if (!isXml.test(entry.name) || entry.expanded === 0) continue;
    if (entry.expanded > limits.part_bytes && !hasRows.test(entry.name))
      throw new Rejection('too_large', {
        detail: `${entry.name} > ${Math.round(limits.part_bytes / 2 ** 20)} MiB`
      });
    const { xml, whole } = beginningOf(data, entry);
    checkProlog(xml, whole, entry.name);
  }
}

/** What cannot be unpacked is no matter here: its reader says so. */
function beginningOf(data: Buffer, entry: ZipEntry): { xml: string; whole: boolean } {
  const packed = packedBytes(data, entry).subarray(0, prologBytes);
  let bytes: Buffer = packed;
  if (entry.method !== 0) {
    try {
      bytes = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      return { xml: '', whole: true };
    }
  }
  const head = bytes.subarray(0, prologLength);
  const wide =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const whole = entry.packed <= prologBytes && bytes.length <= prologLength;
  return { xml: new TextDecoder(wide).decode(head), whole };
}

/**
 * Throws `unsafe_archive` where an XML document defines its own type, `broken_archive` where what stands before its root
 * element does not end. `xml`: its beginning, `whole` if that is all.
 */
export function checkProlog(xml: string, whole: boolean, name: string): void {
  for (let at = 0; at < xml.length;) {
    if (/\s/.test(xml.charAt(at))) at++;
    else if (xml.startsWith('<?', at)) at = behind(xml, '?>', at);
    else if (xml.startsWith('<!--', at)) at = behind(xml, '-->', at);
    else if (/^<!doctype/i.test(xml.slice(at, at + 9))) throw distrust('doctype', { name });
    else return;
  }
  if (!whole) throw new Rejection('broken_archive', { detail: name });
}

function behind(xml: string, end: string, at: number): number {
  const found = xml.indexOf(end, at);
  return found === -1 ? xml.length : found + end.length;
}
