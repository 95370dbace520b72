/** What a file is, by its content; its name says nothing. */
import { openSync, closeSync, readSync } from 'node:fs';
import { firstBytes } from './byte-chunks.ts';
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
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]]
];
const zip = [0x50, 0x4b];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Throws a Rejection for what cannot be a report: empty, an old or protected workbook, a picture, a web page … */
export function kindOfFile(path: string): 'zip' | TextKind {
  const head = firstBytes(path, 64 << 10);
  if (head.length === 0) throw new Rejection('empty_file');
  if (begins(head, zip)) return 'zip';
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

/** Compound files (OLE): an encrypted workbook, one of the time before 2007, or another kind of document. */
function compoundFault(path: string): Rejection {
  const fd = openSync(path, 'r');
  const bytes = Buffer.alloc(64 << 20);
  const size = readSync(fd, bytes, 0, bytes.length, 0);
  closeSync(fd);
  const holds = (stream: string) => bytes.subarray(0, size).includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return new Rejection('password_protected');
  if (holds('WordDocument')) return new Rejection('not_supported', { kind: 'DOC' });
  if (holds('PowerPoint Document')) return new Rejection('not_supported', { kind: 'PPT' });
  return new Rejection('old_excel');
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
