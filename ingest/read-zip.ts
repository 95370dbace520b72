/** Reads what comes packed as a ZIP: a workbook of one of three kinds, or an archive of report files. */
import { readFileSync, statSync } from 'node:fs';
import { kindOfZip } from './kind-of-file.ts';
import { readArchive } from './read-archive.ts';
import type { ReadRequest } from './read-request.ts';
import { readWorkbook } from './read-workbook.ts';
import { Rejection } from './rejection.ts';
import { use } from './room.ts';
import type { FileRead } from './sheet-read.ts';
import { checkArchive } from './sound-archive.ts';
import { checkParts } from './sound-parts.ts';
import { openOds } from './workbook/open-ods.ts';
import { openBinary } from './workbook/open-old.ts';
import { openXlsx } from './workbook/open-xlsx.ts';
import { unzip, zipDirectory } from './zip-directory.ts';

/** The whole packed file is held in memory. */
const largestFile = 2 ** 30;

/** `member` reads one file out of an archive. */
export async function readZip(
  request: ReadRequest,
  member: (request: ReadRequest) => Promise<FileRead>
): Promise<FileRead> {
  const data = wholeFile(request.path);
  const entries = zipDirectory(data);
  const kind = kindOfZip(entries.map((entry) => entry.name));
  checkArchive(data, entries, request.limits);
  use(
    request.room,
    'unpacked',
    entries.reduce((sum, entry) => sum + entry.expanded, 0)
  );
  if (kind === 'zip') {
    if (request.member) throw new Rejection('not_supported', { kind: 'ZIP' });
    return readArchive(request, data, entries, member);
  }
  checkParts(data, entries, request.limits);
  if (kind === 'xlsb') {
    // The library unpacks what there is, whatever the directory says.
    for (const entry of entries) unzip(data, entry);
    return readWorkbook(request, await openBinary(data, 'xlsb'));
  }
  const read = readWorkbook(request, kind === 'xlsx' ? openXlsx(data, entries) : openOds(data, entries));
  if (!entries.some(({ name }) => name.startsWith('xl/externalLinks/'))) return read;
  return { ...read, remarks: [...read.remarks, { code: 'external_links', params: {}, sheet: '' }] };
}

export function wholeFile(path: string): Buffer {
  if (statSync(path).size > largestFile) throw new Rejection('too_large', { detail: '> 1 GiB' });
  return readFileSync(path);
}
