/** Reads JSON: an array of objects, `{report, period, rows}`, or one object a line. Keys are fields or headers. */
import { randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Scalar } from './cell-text.ts';
import { cellText } from './cell-text.ts';
import type { EncodingFound } from './decode.ts';
import { encodingOf, headText, textOf } from './decode.ts';
import { parseJson } from './json-text.ts';
import { Notices } from './notice.ts';
import type { ReadRequest } from './read-request.ts';
import type { Recognised } from './recognise.ts';
import { recognise } from './recognise.ts';
import { RecordsFile } from './records-file.ts';
import { Rejection } from './rejection.ts';
import type { FileRead, Meta, ReportHead } from './sheet-read.ts';
import { TableRows } from './table-rows.ts';
import { departmentNamed, readPeriod } from './title-lines.ts';

type Element = Record<string, unknown>;

interface Document {
  rows: Iterable<unknown>;
  report?: string;
  meta: Meta;
}

/** Keys are gathered from this many elements of a file with one object a line. */
const keysWithin = 1000;
const headBytes = 1 << 20;

export function readJson(request: ReadRequest): FileRead {
  const encoded = encodingOf(request.path);
  const document = openDocument(request, encoded);
  const reports = document.report ? [namedReport(request.reports, document.report)] : request.reports;
  const rows = document.rows[Symbol.iterator]();
  const head: unknown[] = [];
  const whole = Array.isArray(document.rows);
  for (let next = rows.next(); !next.done; next = rows.next()) {
    head.push(next.value);
    if (!whole && head.length >= keysWithin) break;
  }
  const keys = [...new Set(head.flatMap((row, i) => Object.keys(element(row, i + 1))))];
  if (keys.length > request.limits.columns)
    throw new Rejection('too_wide', { line: head.length, most: request.limits.columns });
  const found = recogniseKeys(request, reports, keys, document);
  const notices = new Notices('');
  const sheet_no = (request.first_sheet ?? 0) + 1;
  const path = join(request.scratchFolder, `${randomUUID()}.records`);
  const file = new RecordsFile(path, found, sheet_no, request.room);
  const table = new TableRows(found, file, notices);
  const texts = cellReader(found, keys);
  let row = 0;
  try {
    for (const value of head) table.take(++row, texts(element(value, row), row), false);
    for (let next = rows.next(); !next.done; next = rows.next()) {
      table.take(++row, texts(element(next.value, row), row), false);
    }
    file.close();
  } catch (error) {
    file.close();
    rmSync(path, { force: true });
    throw error;
  }
  const sheet = {
    sheet: '',
    sheet_no,
    report: found.report.id,
    header_row: 0,
    columns: found.columns,
    unknown_columns: found.unknown,
    meta: document.meta,
    row_count: table.row_count,
    skipped: table.skipped,
    ...(found.profile ? { profile: found.profile.id } : {}),
    records: { road: 'records' as const, path }
  };
  return { format: 'json', encoding: encoded.encoding, sheets: [sheet], remarks: notices.all() };
}

function recogniseKeys(
  request: ReadRequest,
  reports: readonly ReportHead[],
  keys: string[],
  document: Document
): Recognised {
  const [only] = reports;
  if (document.report && keys.length === 0 && only) {
    return {
      report: only,
      columns: {},
      unknown: [],
      duplicates: [],
      missing: [],
      score: 0,
      at: 0,
      from: 0,
      width: 0
    };
  }
  const result = recognise(
    [{ row: 0, cells: keys }],
    reports,
    request.profiles,
    [request.fileName],
    document.meta
  );
  if ('rejection' in result) throw result.rejection;
  return result.found;
}

function openDocument(request: ReadRequest, { encoding }: EncodingFound): Document {
  const first = firstElement(request.path, encoding);
  if (first === 'lines') return { rows: elementsOfLines(request, encoding), meta: {} };
  if (statSync(request.path).size > request.limits.json_bytes) {
    throw new Rejection('too_large', {
      detail: `JSON > ${Math.round(request.limits.json_bytes / 2 ** 20)} MiB`
    });
  }
  const json = parseJson([...textOf(request.path, encoding)].join(''), 0);
  if (Array.isArray(json)) return { rows: json, meta: {} };
  const { report, period, rows, institution_uscc, dept, nil } = element(json, 0);
  if (rows === undefined && report === undefined) return { rows: [json], meta: {} };
  if (!Array.isArray(rows ?? [])) throw new Rejection('json_broken', { element: 0, detail: 'rows: array' });
  const meta: Meta = {};
  const report_period =
    typeof period === 'string' || typeof period === 'number' ? readPeriod(`${period}`) : undefined;
  if (report_period) meta.report_period = report_period;
  if (typeof institution_uscc === 'string') meta.institution_uscc = institution_uscc;
  const department = typeof dept === 'string' ? departmentNamed(dept) : undefined;
  if (department !== undefined) meta.dept = department;
  if (nil === true || nil === 'Y' || nil === '是') meta.nil = true;
  return { rows: Array.isArray(rows) ? rows : [], meta, ...(typeof report === 'string' ? { report } : {}) };
}

/** Whether the first line is an object by itself and another one follows. */
function firstElement(path: string, encoding: EncodingFound['encoding']): 'lines' | 'one' {
  const head = headText(path, encoding, headBytes).text.trimStart();
  const end = head.indexOf('\n');
  if (end === -1 || !head.startsWith('{') || !head.slice(end).trimStart().startsWith('{')) return 'one';
  try {
    JSON.parse(head.slice(0, end));
    return 'lines';
  } catch {
    return 'one';
  }
}

function* elementsOfLines(
  { path, limits }: ReadRequest,
  encoding: EncodingFound['encoding']
): Generator<unknown> {
  let rest = '';
  let number = 0;
  for (const text of textOf(path, encoding)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield parseJson(line, ++number);
    if (rest.length > limits.record_chars)
      throw new Rejection('long_line', { line: number + 1, most: limits.record_chars });
  }
  if (rest.trim() !== '') yield parseJson(rest, ++number);
}

function element(value: unknown, number: number): Element {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Element;
  throw new Rejection('json_broken', { element: number, detail: '{…}' });
}

function namedReport(reports: readonly ReportHead[], name: string): ReportHead {
  const wanted = name.trim().toLowerCase();
  const report = reports.find((one) =>
    [one.id, one.table, one.zh, one.en].some((text) => text.toLowerCase() === wanted)
  );
  if (!report) throw new Rejection('unknown_report', { report: name.slice(0, 40) });
  return report;
}

/** The cells of an element in the order of `keys`; a list is taken only for a column of several values. */
function cellReader(found: Recognised, keys: readonly string[]) {
  const types = new Map(
    Object.entries(found.columns).map(([field, { index }]) => [
      index,
      found.report.columns.find((column) => column.field === field)?.type
    ])
  );
  const known = new Set(keys);
  return (row: Element, number: number): string[] => {
    for (const key of Object.keys(row)) {
      if (!known.has(key) && row[key] !== null) throw lateKey(number, key);
    }
    return keys.map((key, i) => {
      const value = row[key];
      const type = types.get(i);
      const several = Array.isArray(value) && (type === 'codes' || type === 'strings');
      if (several && value.every(isScalar)) return value.map((one) => cellText(one)).join(';');
      if (!isScalar(value)) throw new Rejection('json_nested', { element: number, key });
      return cellText(value, type);
    });
  };
}

/** A key that the first thousand lines do not have might be a column: better to return the file than to lose it. */
function lateKey(number: number, key: string): Rejection {
  return new Rejection('json_broken', { element: number, detail: `“${key}” > ${keysWithin}` });
}

function isScalar(value: unknown): value is Scalar {
  return value === null || value === undefined || ['string', 'number', 'boolean'].includes(typeof value);
}
