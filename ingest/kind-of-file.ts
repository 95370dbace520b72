/** What a file is, by its content; its name says nothing. */
import { firstBytes } from './byte-chunks.ts';
import { CompoundFile } from './compound-file.ts';
import { Rejection } from './rejection.ts';

export type TextKind = 'csv' | 'json';

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

/** Throws a Rejection for what cannot be a report: empty, an old or protected workbook, a picture, a web page … */
export function kindOfFile(path: string): 'zip' | TextKind {
  const head = firstBytes(path, 64 << 10);
  if (head.length === 0) throw new Rejection('empty_file');
  if (zips.some((bytes) => begins(head, bytes))) return 'zip';
  if (begins(head, compound)) throw compoundFault(path);
  const other = signatures.find(([, bytes]) => begins(head, bytes));
  if (other) throw new Rejection('not_supported', { kind: other[0] });
  const text = head
    .toString(isWide(head) ? 'utf16le' : 'utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^(<\?xml|<!doctype html|<html|<table|<workbook)/i.test(text)) {
    throw new Rejection('not_supported', { kind: /<html|<table|doctype html/i.test(text) ? 'HTML' : 'XML' });
  }
  if (
    head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1a)).length * 10 > head.length &&
    !isWide(head)
  ) {
    if (!looksWide(head)) throw new Rejection('not_supported', { kind: 'binary' });
  }
  return /^(\{|\[\s*[{\]])/.test(text) ? 'json' : 'csv';
}

/** Which kind of ZIP, by the names in it. */
export function checkWorkbook(names: readonly string[]): void {
  const has = (part: string) => names.some((name) => name.startsWith(part));
  if (names.includes('xl/workbook.bin')) throw new Rejection('not_supported', { kind: 'XLSB' });
  if (has('xl/') || names.includes('[Content_Types].xml')) {
    if (has('word/')) throw new Rejection('not_supported', { kind: 'DOCX' });
    if (has('ppt/')) throw new Rejection('not_supported', { kind: 'PPTX' });
    return;
  }
  throw new Rejection('not_supported', { kind: names.includes('content.xml') ? 'ODS' : 'ZIP' });
}

/** An encrypted workbook, one of the time before 2007, or another kind of document. */
function compoundFault(path: string): Rejection {
  const file = new CompoundFile(path);
  try {
    const has = (stream: string) => file.names.includes(stream);
    if (has('EncryptedPackage')) return new Rejection('password_protected');
    const [workbook] = ['Workbook', 'Book'].filter(has);
    if (workbook) {
      const locked = isLocked(file.beginning(workbook, 4096));
      return new Rejection(locked ? 'password_protected' : 'old_excel');
    }
    const kind = has('WordDocument') ? 'DOC' : has('PowerPoint Document') ? 'PPT' : 'OLE';
    return new Rejection('not_supported', { kind });
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

function isWide(head: Buffer): boolean {
  return head[0] === 0xff && head[1] === 0xfe;
}

/** UTF-16 without a mark, or big-endian: zero bytes at every other place only. */
function looksWide(head: Buffer): boolean {
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  return (zeros[0] === 0) !== (zeros[1] === 0);
}
