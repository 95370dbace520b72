/** Holds the empty tables of a file against what is known, before its rows are judged (VAL-20). */
import type { Authority } from '#warehouse/publish.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { nilFault, nilOf } from './nil-declared.ts';
import type { Notice } from './notice.ts';
import { assumedPeriod } from './profiles-for.ts';
import { fillWords, rejectionWords, type Rejection } from './rejection.ts';
import type { FileRead, SheetRead } from './sheet-read.ts';

interface Submitted {
  authority_kind: Authority['kind'];
  authority_code: string;
  received_day: string;
  first_received_day: string;
}

/**
 * What was read, with the declarations that cannot stand taken out and remarked.
 * @throws Rejection where the file holds nothing else: it is returned whole.
 */
export async function judgeNil(
  warehouse: Pick<Warehouse, 'engine'>,
  submission: Submitted,
  read: FileRead
): Promise<FileRead> {
  const authority = { kind: submission.authority_kind, code: submission.authority_code };
  const alone = read.sheets.length === 1;
  const remarks: Notice[] = [];
  const refused: Rejection[] = [];
  const sheets: SheetRead[] = [];
  for (const sheet of read.sheets) {
    const { report, meta, row_count } = sheet;
    if (row_count > 0) {
      if (meta.nil === true) remarks.push(notice('nil_with_rows', sheet, { count: row_count }));
      sheets.push(sheet);
      continue;
    }
    const table = { report, authority, meta, alone };
    const of = nilOf(table);
    const period = meta.report_period ?? assumedPeriod(report, authority.kind, submission.first_received_day);
    const fault = of && (await nilFault(warehouse, table, of, { period, day: submission.received_day }));
    sheets.push(fault ? { ...sheet, meta: { ...meta, nil: false } } : sheet);
    if (!fault) continue;
    if (sheet.sheet) fault.sheet = sheet.sheet;
    refused.push(fault);
    remarks.push(notice('nil_refused', sheet, wordsOf(fault)));
  }
  const [fault] = refused;
  if (fault && refused.length === read.sheets.length) throw fault;
  return { ...read, sheets, remarks: [...read.remarks, ...remarks] };
}

const notice = (code: Notice['code'], { sheet }: SheetRead, params: Notice['params']): Notice => ({
  code,
  params,
  sheet
});

function wordsOf({ code, params }: Rejection): Notice['params'] {
  const { says, remedy } = rejectionWords[code];
  const [said, todo] = [fillWords(says, params), fillWords(remedy, params)];
  return { says: said.zh, says_en: said.en, remedy: todo.zh, remedy_en: todo.en };
}
