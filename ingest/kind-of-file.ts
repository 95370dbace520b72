/** What a file is, by its content; its name says nothing. */
import { firstBytes } from './byte-chunks.ts';
import { CompoundFile } from './compound-file.ts';
import { wideEncodingOf } from './decode.ts';
import { Rejection } from './rejection.ts';
import { checkProlog } from './sound-parts.ts';

/** `zip`: see `kindOfZip`; `fods`: OpenDocument as one XML document. */
export type FileKind = 'zip' | 'xls' | 'fods' | 'csv' | 'json';

const signatures: readonly [kind: string, bytes: readonly number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['XZ', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['WebP', [0x52, 0x49, 0x46, 0x46]],
  ['EXE', [0x4d, 0x5a, 0x90, 0x00]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]]
];
/** A first part, the end of an archive without any, or the mark of one that was cut into volumes. */
const zips = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 7, 8]
];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Workbooks of Excel 2 to 4 are a stream of records without a compound file around it ([MS-XLS] BOF). */
const oldest = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00]
];

/** Throws a Rejection for what cannot be a report: empty, a protected workbook, a picture, a web page … */
export function kindOfFile(path: string): FileKind {
  const head = firstBytes(path, 64 << 10);
  if (head.length === 0) throw new Rejection('empty_file');
  if (zips.some((bytes) => begins(head, bytes))) return 'zip';
  if (begins(head, compound)) return kindOfCompound(path);
  const other = signatures.find(([, bytes]) => begins(head, bytes));
  if (other) throw new Rejection('not_supported', { kind: other[0] });
  if (oldest.some((bytes) => begins(head, bytes))) throw new Rejection('old_excel');
  const wide = wideEncodingOf(head);
  const text = new TextDecoder(wide ?? 'utf-8').decode(head).trimStart();
  if (/^(<\?xml|<!doctype html|<html|<table|<workbook|<office:document)/i.test(text)) return kindOfXml(text);
  if (/^mime-version:/i.test(text)) throw new Rejection('not_supported', { kind: 'MHTML' });
  if (!wide && head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1a)).length * 50 > head.length)
    throw new Rejection('not_supported', { kind: 'binary' });
  return /^(\{|\[\s*[{\]])/.test(text) ? 'json' : 'csv';
}

function kindOfXml(text: string): FileKind {
  if (/<office:document[\s>]/.test(text)) {
    checkProlog(text, false, 'office:document');
    return 'fods';
  }
  throw new Rejection('not_supported', { kind: /<html|<table|doctype html/i.test(text) ? 'HTML' : 'XML' });
}

export type ZipKind = 'xlsx' | 'xlsb' | 'ods' | 'zip';

/** Which kind of ZIP, by the names in it; `zip` is an archive of files. Throws a Rejection for other documents. */
export function kindOfZip(names: readonly string[]): ZipKind {
  const has = (part: string) => names.some((name) => name.startsWith(part));
  // OpenDocument that is encrypted as a whole.
  if (names.includes('encrypted-package')) throw new Rejection('password_protected');
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  if (names.includes('[Content_Types].xml')) {
    if (has('word/')) throw new Rejection('not_supported', { kind: 'DOCX' });
    if (has('ppt/')) throw new Rejection('not_supported', { kind: 'PPTX' });
    return 'xlsx';
  }
  return names.includes('content.xml') && names.includes('mimetype') ? 'ods' : 'zip';
}

/** A workbook of the time before 2007, or of WPS. Throws a Rejection for an encrypted one and for another kind of document. */
function kindOfCompound(path: string): FileKind {
  const file = new CompoundFile(path);
  try {
    const has = (stream: string) => file.names.includes(stream);
    if (has('EncryptedPackage')) throw new Rejection('password_protected');
    const [workbook] = ['Workbook', 'Book'].filter(has);
    if (workbook) {
      if (isLocked(file.beginning(workbook, 4096))) throw new Rejection('password_protected');
      return 'xls';
    }
    const kind = has('WordDocument') ? 'DOC' : has('PowerPoint Document') ? 'PPT' : 'OLE';
    throw new Rejection('not_supported', { kind });
  } finally {
    file.close();
  }
}

/** Whether records of a workbook stream ([MS-XLS]) are encrypted: FILEPASS stands among the first of them. */
function isLocked(records: Buffer): boolean {
  for (let at = 0; at + 4 <= records.length; at += 4 + records.readUInt16LE(at + 2)) {
    const kind = records.readUInt16LE(at);
    if (kind === 0x2f) return true;
    // The first sheet is listed, or its properties end: what comes now is readable.
    if (kind === 0x85 || kind === 0x0a) return false;
  }
  return false;
}

function begins(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}
