/**
 * What reading a file tells besides its records, in a form that may be shown and kept: headers, lines around the table,
 * names of sheets and reasons hold what people wrote, personal numbers among it.
 */
import type { Notice } from './notice.ts';
import { Rejection, type RejectionParams } from './rejection.ts';
import type { FileRead, SheetRead } from './sheet-read.ts';
import { shownText } from './shown-text.ts';

const longest = 2000;

export function shownRead(read: FileRead): FileRead {
  const remarks = read.remarks.map(shownNotice);
  return { ...read, remarks, sheets: read.sheets.map((sheet) => shownSheet(sheet, read.remarks)) };
}

export function shownRejection({ code, params, sheet }: Rejection): Rejection {
  return new Rejection(code, shownParams(params), sheet === undefined ? sheet : shownText(sheet, longest));
}

const shownNotice = (notice: Notice): Notice => ({
  ...notice,
  params: shownParams(notice.params),
  sheet: shownText(notice.sheet)
});

function shownSheet(sheet: SheetRead, remarks: readonly Notice[]): SheetRead {
  const place = <P extends { header: string }>(one: P): P => ({
    ...one,
    header: shownText(one.header, longest)
  });
  return {
    ...sheet,
    sheet: shownText(sheet.sheet),
    columns: Object.fromEntries(Object.entries(sheet.columns).map(([field, one]) => [field, place(one)])),
    unknown_columns: sheet.unknown_columns.map(place),
    skipped: sheet.skipped.map((line) => ({ ...line, text: shownText(line.text) })),
    ...(remarks.some((one) => one.code === 'control_signs' && one.sheet === sheet.sheet) && {
      control_signs: true
    })
  };
}

const shownParams = (params: RejectionParams): RejectionParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? shownText(value, longest) : value
    ])
  );
