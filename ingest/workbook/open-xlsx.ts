/** Opens a workbook of Office Open XML, transitional or strict. */
import type { Notices } from '../notice.ts';
import type { ZipEntry } from '../zip-directory.ts';
import { unzip } from '../zip-directory.ts';
import { Rejection } from '../rejection.ts';
import { dateFormats } from './date-formats.ts';
import { sharedStrings } from './shared-strings.ts';
import type { CellContext } from './sheet-rows.ts';
import { SheetXml } from './sheet-rows.ts';
import type { Workbook } from './workbook.ts';
import { xlsxParts } from './xlsx-parts.ts';
import { asUtf8 } from './xml-part.ts';

export function openXlsx(data: Buffer, entries: readonly ZipEntry[]): Workbook {
  const parts = xlsxParts(data, entries);
  const bytesOf = (path: string | undefined): Buffer | undefined => {
    const entry = entries.find((one) => one.name === path);
    return entry && unzip(data, entry);
  };
  let context: CellContext | undefined;
  const contextOnce = () =>
    (context ??= {
      shared: sharedStrings(bytesOf(parts.shared_strings) ?? Buffer.alloc(0)),
      dates: dateFormats(asUtf8(bytesOf(parts.styles) ?? Buffer.alloc(0)).toString('utf8')),
      date1904: parts.date1904
    });
  return {
    format: 'xlsx',
    date1904: parts.date1904,
    sheets: parts.sheets.map(({ path, ...sheet }) => ({
      ...sheet,
      *rows(notices: Notices) {
        const part = bytesOf(path);
        if (!part) throw new Rejection('broken_archive', { detail: path });
        yield* new SheetXml(part).rows(contextOnce(), notices);
      }
    }))
  };
}
