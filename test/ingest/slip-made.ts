/** Makes a slip of a workbook from findings that a test names by cell, in the process of the test. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '#ingest/declare.ts';
import { makeSlip } from '#ingest/slip/make-slip.ts';
import { JsonLines } from '#ingest/slip/json-lines.ts';
import type { Language, SlipFinding, SlipMade, SlipSheet } from '#ingest/slip/request.ts';
import { columnOf } from '#ingest/xlsx/restyle-cells.ts';
import { folder } from './report-files.ts';

/** `C12`, `!C12` for a remark; `12` for a row without the column. */
export interface AskSlip {
  cells: readonly string[];
  sheet?: string;
  sheet_no?: number;
  language?: Language;
  says?: string;
  /** Columns of the sheet that were read, 0-based. */
  columns?: readonly number[];
}

export function slipOf(workbook: Uint8Array, ask: AskSlip): { bytes: Buffer; made: SlipMade } {
  const { sheet = '数据', sheet_no = 1, language = 'zh', columns = [0, 1, 2] } = ask;
  const paths = ['xlsx', 'findings', 'slip'].map((kind) => join(folder, `${randomUUID()}.${kind}`));
  const [source = '', findings = '', output = ''] = paths;
  writeFileSync(source, workbook);
  const file = new JsonLines<SlipFinding>(findings);
  file.write(ask.cells.map((cell) => findingAt(cell, sheet_no, ask.says)));
  file.close();
  const level = (one: Level) =>
    ask.cells.filter((cell) => cell.startsWith('!') === (one === 'remark')).length;
  const table: SlipSheet = {
    sheet_no,
    sheet,
    report: 'R04',
    report_words: '伦理审查台账',
    rows: 10,
    accepted: 8,
    remarked: 1,
    rejected: 2,
    columns: columns.map((index) => ({ index, header: `列${index}` }))
  };
  const made = makeSlip({
    language,
    source,
    findings,
    rows: null,
    output,
    about: {
      file_name: '九月.xlsx',
      sha256: '0'.repeat(64),
      id: 7,
      received: '2026-10-08 14:03',
      verdict: '部分接收，部分退回',
      reason: null,
      next: ['请更正。'],
      notices: [],
      sheets: [table],
      found: { reject: level('reject'), remark: level('remark'), listed: ask.cells.length },
      instead: []
    }
  });
  return { bytes: readFileSync(output), made };
}

function findingAt(cell: string, sheet_no: number, says = '必填项为空'): SlipFinding {
  const [, remark, letters = '', row] = /^(!?)([A-Z]*)(\d+)$/.exec(cell) ?? [];
  return {
    sheet_no,
    row_no: Number(row),
    column: letters === '' ? null : columnOf(letters),
    column_words: `栏目${letters}`,
    level: remark === '!' ? 'remark' : 'reject',
    check_id: 'required',
    value: '',
    says,
    remedy: `请填写${cell}`,
    basis: 'VAL'
  };
}
