/** Asks the reader for what a slip is made of, and writes it into files that the making process reads. */
import type { FindingRow } from '#warehouse/answers.ts';
import type { Reader, SubmissionAnswer } from '#warehouse/reader.ts';
import { withoutPersonalData } from '../codes/personal-data.ts';
import { columnOf } from '../xlsx/restyle-cells.ts';
import { JsonLines } from './json-lines.ts';
import type { Language, SlipFinding, SlipRow } from './request.ts';

/** Findings that a slip lists and marks; beyond it says how many there are. */
const mostFindings = 100_000;
/** Rows that are repeated where there is no workbook to give back; of longer tables only those with a finding. */
export const mostRows = 50_000;
const atOnce = 10_000;

/** By sheet: the columns that were read, in the order of the file; 0-based. */
export type Columns = Map<number, { field: string; index: number; header: string }[]>;

export async function columnsOf(reader: Reader, { id, sheets }: SubmissionAnswer): Promise<Columns> {
  const columns: Columns = new Map();
  for (const { sheet_no } of sheets) {
    const sheet = await reader.sheet(id, sheet_no, { row: 0, around: 0 });
    columns.set(
      sheet_no,
      (sheet?.columns ?? []).flatMap(({ letter, header, field }) =>
        field === null ? [] : [{ field, header, index: columnOf(letter) }]
      )
    );
  }
  return columns;
}

export interface Written {
  reject: number;
  remark: number;
  listed: number;
  /** By sheet: rows with a finding that is listed, and those of them that were accepted. */
  rows: Map<number, Set<number>>;
  remarked: Map<number, Set<number>>;
}

export async function writeFindings(
  reader: Reader,
  { id }: SubmissionAnswer,
  columns: Columns,
  path: string,
  language: Language
): Promise<Written> {
  const file = new JsonLines<SlipFinding>(path);
  const all = new Map<number, Set<number>>();
  const remarked = new Map<number, Set<number>>();
  const rejected = new Set<string>();
  const note = (sets: Map<number, Set<number>>, sheet_no: number, row_no: number) =>
    sets.set(sheet_no, (sets.get(sheet_no) ?? new Set()).add(row_no));
  const counted = { reject: 0, remark: 0 };
  let listed = 0;
  try {
    for (const level of ['reject', 'remark'] as const) {
      for (let page = 1; ; page++) {
        const found = await reader.findings(id, { level, page, page_size: atOnce });
        counted[level] = found.total;
        const rows = found.rows.slice(0, mostFindings - listed);
        file.write(rows.map((row) => slipFinding(row, columns, language)));
        listed += rows.length;
        for (const { sheet_no, row_no, check_id } of rows) {
          const row = `${sheet_no} ${row_no}`;
          note(all, sheet_no, row_no);
          if (level === 'reject' || check_id === 'repeated') rejected.add(row);
          else if (!rejected.has(row)) note(remarked, sheet_no, row_no);
        }
        if (listed >= mostFindings || page * atOnce >= found.total) break;
      }
    }
  } finally {
    file.close();
  }
  return { ...counted, listed, rows: all, remarked };
}

function slipFinding(row: FindingRow, columns: Columns, language: Language): SlipFinding {
  const { sheet_no, row_no, field, level, check_id, basis } = row;
  const place = columns.get(sheet_no)?.find((column) => column.field === field);
  return {
    sheet_no,
    row_no,
    column: place?.index ?? null,
    column_words: row.field_words[language],
    level,
    check_id,
    value: withoutPersonalData(row.value ?? ''),
    says: withoutPersonalData(row.says[language]),
    remedy: row.remedy[language],
    basis
  };
}

/** Gives the sheets of which only rows with a finding were written. */
export async function writeRows(
  reader: Reader,
  { id, sheets }: SubmissionAnswer,
  written: Written,
  path: string
): Promise<string[]> {
  const file = new JsonLines<SlipRow>(path);
  const cut: string[] = [];
  try {
    for (const { sheet_no, sheet, report, rows } of sheets) {
      const isLong = rows > mostRows;
      if (isLong) cut.push(sheet || report);
      const only = isLong ? [...(written.rows.get(sheet_no) ?? [])].toSorted((a, b) => a - b) : undefined;
      for await (const part of reader.sheetRows(id, sheet_no, only))
        file.write(part.map((row) => ({ sheet_no, ...row })));
    }
  } finally {
    file.close();
  }
  return cut;
}
