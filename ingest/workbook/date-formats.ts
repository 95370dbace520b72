/** Which cell formats of a workbook show a number as a date. */
import { isDateFormat } from 'hucre';
import { attributesOf } from '../xml-tags.ts';
import { elementsOf } from './elements-of.ts';

/** By number of the cell format, as cells name it. */
export function dateFormats(styles: string): boolean[] {
  const codes = new Map<string, string>();
  for (const { numFmtId, formatCode } of attributesOf(styles, 'numFmt'))
    if (numFmtId !== undefined && formatCode !== undefined) codes.set(numFmtId, formatCode);
  const [list = ''] = elementsOf(styles, 'cellXfs');
  return attributesOf(list, 'xf').map(({ numFmtId = '0' }) => isDateFormat(codes.get(numFmtId) ?? numFmtId));
}
