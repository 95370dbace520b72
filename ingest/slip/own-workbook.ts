/** The submitter's own workbook, opened to be marked; every part that is not touched keeps its bytes. */
import { readFileSync, statSync } from 'node:fs';
import { shownText } from '../shown-text.ts';
import { OpenWorkbook } from '../xlsx/open-workbook.ts';
import { ZipPackage } from '../xlsx/zip-package.ts';
import type { Base } from './base.ts';
import type { SlipSheet } from './request.ts';

/** Larger files are read, but not taken apart a second time. */
const largest = 200 * 2 ** 20;

/** @throws Rejection, RangeError or SyntaxError for one that had better not be changed: then it is not given back at all. */
export function ownWorkbook(path: string, sheets: readonly SlipSheet[]): Base {
  if (statSync(path).size > largest) throw new RangeError('The file is too large to be marked');
  const pack = ZipPackage.open(readFileSync(path));
  const workbook = new OpenWorkbook(pack);
  // A signature would no longer hold, and we hand on no programs.
  if (pack.names.some((name) => /vbaProject|^_xmlsignatures\//i.test(name)))
    throw new RangeError('The workbook is signed or holds macros');
  if (!/spreadsheetml\.sheet\.main\+xml$/.test(workbook.typeOf(workbook.path)))
    throw new RangeError('The file is no plain workbook');
  const parts = workbook.sheets;
  const places = new Map(
    sheets.map(({ sheet_no, sheet, columns }) => {
      const named = parts.filter(({ name }) => name === sheet || shownText(name) === sheet);
      const part = named.length === 1 ? named[0] : parts[sheet_no - 1];
      if (!part?.hasCells) throw new RangeError(`There is no sheet ${sheet_no}`);
      const first = Math.min(...columns.map(({ index }) => index));
      return [sheet_no, { path: part.path, sheet: part.name, first: Number.isFinite(first) ? first : 0 }];
    })
  );
  return {
    workbook,
    placeOf({ sheet_no, column, row_no }) {
      const place = places.get(sheet_no);
      if (!place) throw new RangeError(`There is no sheet ${sheet_no}`);
      return { ...place, column, row: row_no };
    }
  };
}
