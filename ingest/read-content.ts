/** Reads one file in the process that calls; `read-file.ts` calls it in another. */
import { mkdirSync, statSync } from 'node:fs';
import { kindOfFile } from './kind-of-file.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { Rejection } from './rejection.ts';
import { shownRead, shownRejection } from './shown-read.ts';
import type { ReadRequest } from './read-request.ts';
import { roomFor } from './room.ts';
import { readWorkbook } from './read-workbook.ts';
import { readZip, wholeFile } from './read-zip.ts';
import type { FileRead } from './sheet-read.ts';
import { openFlatOds } from './workbook/open-ods.ts';
import { openBinary } from './workbook/open-old.ts';

export async function readContent(request: ReadRequest): Promise<FileRead> {
  mkdirSync(request.scratchFolder, { recursive: true });
  try {
    const room = roomFor(statSync(request.path).size, request.limits);
    return shownRead(await byKind({ ...request, room }));
  } catch (error) {
    throw error instanceof Rejection ? shownRejection(error) : error;
  }
}

async function byKind(request: ReadRequest): Promise<FileRead> {
  switch (kindOfFile(request.path)) {
    case 'zip':
      return readZip(request, byKind);
    case 'xls':
      return readWorkbook(request, await openBinary(wholeFile(request.path), 'xls'));
    case 'fods':
      return readWorkbook(request, openFlatOds(wholeFile(request.path)));
    case 'json':
      return readJson(request);
    case 'csv':
      return readCsv(request);
  }
}
