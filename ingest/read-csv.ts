/** Reads a delimited text file: by the engine itself where that is proved to be safe, else record by record. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { firstBytes } from './byte-chunks.ts';
import type { EncodingFound } from './decode.ts';
import { encodingOf, headText, textOf } from './decode.ts';
import { headerWithin } from './limits.ts';
import { NotData } from './not-data.ts';
import { Notices } from './notice.ts';
import type { ReadRequest } from './read-request.ts';
import type { Line, Recognised } from './recognise.ts';
import { recognise } from './recognise.ts';
import { RecordsFile } from './records-file.ts';
import { Rejection } from './rejection.ts';
import { scanCsv } from './scan-csv.ts';
import type { FileRead, SheetRead } from './sheet-read.ts';
import { TableRows } from './table-rows.ts';
import { titleMeta } from './title-lines.ts';
import type { Delimiter } from './tokenise-csv.ts';
import { CsvTokeniser, newlineOf } from './tokenise-csv.ts';

const headBytes = 1 << 20;
const delimiters: readonly Delimiter[] = [',', '\t', ';', '|'];

/** The table as its first lines show it. */
interface Head {
  found: Recognised;
  delimiter: Delimiter;
  newline: '\n' | '\r';
  lines: Line[];
}

export function readCsv(request: ReadRequest): FileRead {
  const encoded = encodingOf(request.path);
  const head = readHead(request, encoded);
  const { found } = head;
  const notices = new Notices('');
  const sheet: SheetRead = {
    sheet: '',
    sheet_no: (request.first_sheet ?? 0) + 1,
    report: found.report.id,
    header_row: head.lines[found.at]?.row ?? 0,
    columns: found.columns,
    unknown_columns: found.unknown,
    meta: titleMeta(head.lines.slice(0, found.from).map((line) => line.cells)),
    row_count: 0,
    skipped: [],
    ...(found.profile ? { profile: found.profile.id } : {}),
    records: { road: 'records', path: '' }
  };
  const lines = engineLines(request, encoded, head);
  if (lines > 0) {
    sheet.row_count = lines;
    sheet.records = {
      road: 'csv',
      path: request.path,
      delimiter: ',',
      skip_lines: sheet.header_row,
      columns_in_file: widthOf(head)
    };
  } else readRecords(request, encoded, head, notices, sheet);
  return { format: 'csv', encoding: encoded.encoding, sheets: [sheet], remarks: notices.all() };
}

/** Tries each delimiter and keeps the one that explains most columns. */
function readHead(request: ReadRequest, { encoding }: EncodingFound): Head {
  const { text, whole } = headText(request.path, encoding, headBytes);
  if (text.trim() === '') throw new Rejection('empty_file');
  const newline = newlineOf(text);
  if (!whole && !text.includes(newline)) throw new Rejection('long_line', { line: 1, most: text.length });
  let best: { rejection: Rejection; matched: number } | undefined;
  for (const delimiter of delimiters) {
    const { lines, fault } = headLines(text, whole, delimiter, newline);
    const result = recognise(lines, request.reports, request.profiles, [request.fileName]);
    if ('found' in result) return { found: result.found, delimiter, newline, lines };
    if (!best || result.matched > best.matched) best = { ...result, rejection: fault ?? result.rejection };
  }
  throw best?.rejection ?? new Rejection('empty_file');
}

function headLines(text: string, whole: boolean, delimiter: Delimiter, newline: '\n' | '\r') {
  const lines: Line[] = [];
  const tokeniser = new CsvTokeniser(delimiter, newline, (row, cells) => {
    if (lines.length < headerWithin * 2) lines.push({ row, cells });
  });
  let fault: Rejection | undefined;
  try {
    tokeniser.push(text);
    if (whole) tokeniser.end();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    fault = error;
  }
  return { lines, fault };
}

/** Data lines of the file if the engine may read it, else 0. */
function engineLines(request: ReadRequest, encoded: EncodingFound, head: Head): number {
  const { found, lines } = head;
  const { constants = {}, codes = {} } = found.profile ?? {};
  if (
    request.limits.csv_road === 'records' ||
    found.rows !== undefined ||
    encoded.encoding !== 'utf-8' ||
    encoded.damaged
  )
    return 0;
  if (head.delimiter !== ',' || head.newline !== '\n') return 0;
  if (Object.keys(constants).length + Object.keys(codes).length > 0) return 0;
  const onePhysicalLine = lines.slice(0, found.at + 2).every((line, i) => line.row === i + 1);
  if (!onePhysicalLine || holdsOther(found, lines.slice(found.at + 1))) return 0;
  const scan = scanCsv(request.path, startOfLine(request.path, found.at + 2), widthOf(head));
  if (scan.doubt || holdsOther(found, allLines(scan.tail))) return 0;
  return scan.lines;
}

function allLines(tail: Buffer): Line[] {
  const lines: Line[] = [];
  const tokeniser = new CsvTokeniser(',', '\n', (row, cells) => lines.push({ row, cells }));
  tokeniser.push(tail.toString('utf8'));
  tokeniser.end();
  return lines;
}

function holdsOther(found: Recognised, lines: readonly Line[]): boolean {
  const notData = new NotData(found);
  return lines.some((line) => notData.why(line.cells) !== undefined);
}

function startOfLine(path: string, line: number): number {
  const head = firstBytes(path, headBytes);
  let at = 0;
  for (let n = 1; n < line; n++) {
    at = head.indexOf(0x0a, at) + 1;
    if (at === 0) return head.length;
  }
  return at;
}

function widthOf(head: Head): number {
  return head.lines[head.found.at]?.cells.length ?? 0;
}

function readRecords(
  request: ReadRequest,
  { encoding }: EncodingFound,
  head: Head,
  notices: Notices,
  sheet: SheetRead
): void {
  const path = join(request.scratchFolder, `${randomUUID()}.records`);
  const file = new RecordsFile(path, head.found, sheet.sheet_no, request.room);
  const rows = new TableRows(head.found, file, notices);
  rows.expected = widthOf(head);
  let before = head.found.at + 1;
  const tokeniser = new CsvTokeniser(
    head.delimiter,
    head.newline,
    (line, cells, plain) => {
      if (before > 0) {
        before--;
        if (before === 0) tokeniser.width = widthOf(head);
      } else rows.take(line, cells, plain);
    },
    (line) => notices.add('stray_quote', line),
    request.limits
  );
  try {
    for (const text of textOf(request.path, encoding)) {
      tokeniser.push(text);
      if (rows.full) break;
    }
    if (!rows.full) tokeniser.end();
    file.close();
  } catch (error) {
    file.close();
    rmSync(path, { force: true });
    throw error;
  }
  sheet.row_count = rows.row_count;
  sheet.skipped = rows.skipped;
  sheet.meta = { ...rows.meta(), ...sheet.meta };
  sheet.records = { road: 'records', path };
}
