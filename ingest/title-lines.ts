/** What the lines above (or below) a table say about it as a whole. */
import { codeLists } from './codes/index.ts';
import type { Meta } from './sheet-read.ts';

const period =
  /(?:报告期间?|填报期|所属期|report(?:ing)?\s*period)\s*[:=]?\s*(\d{4}[^\s;,]*(?:\s*年?\s*(?:第?\s*[一二三四1-4]\s*季度|[上下]\s*半年|[春秋]季?\s*学期))?)/i;
const uscc = /(?:统一社会信用代码|unified social credit code|uscc)\s*[:=]?\s*([0-9a-z]{18})(?![0-9a-z])/i;
/** A department writes its name where institutions write theirs. */
const department = /(?:填报部门|报送部门|填报单位|department)\s*[:=]\s*([^\s;,]+)/i;
const nil = /(?:零报告|nil(?:\s*(?:report|declaration))?)\s*[:=]?\s*(是|y|yes|true|√|✓|否|n|no)(?![a-z])/i;

export function titleMeta(rows: readonly (readonly string[])[]): Meta {
  const meta: Meta = {};
  for (const row of rows) {
    const text = row.join(' ').normalize('NFKC').replace(/\s+/g, ' ');
    const when = period.exec(text)?.[1];
    const report_period = when ? readPeriod(when) : undefined;
    const code = uscc.exec(text)?.[1];
    if (report_period) meta.report_period ??= report_period;
    if (code) meta.institution_uscc ??= code.toUpperCase();
    const dept = departmentNamed(department.exec(text)?.[1]);
    if (dept) meta.dept ??= dept;
    const nothing = nil.exec(text)?.[1];
    if (nothing) meta.nil = !/^(否|n)/i.test(nothing);
  }
  return meta;
}

/** The code of a department from its code or its name in either language. */
export const departmentNamed = (text: string | undefined): string | undefined =>
  codeLists.CL03.items.find(({ code, zh, en }) => text !== undefined && [code, zh, en].includes(text))?.code;

/**
 * `2026-09`, `2026年9月`, `2026年第三季度`, `2026Q3`, `2026年上半年`, `2026H1`, `2026年秋季学期`, `2026S2`, `2026年度` →
 * YYYY-MM, YYYY-Qn, YYYY-Hn, YYYY-Sn (spring is S1), YYYY; anything else undefined.
 */
export function readPeriod(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const quarter = /^(\d{4})年?-?(?:第?([1-4一二三四])季度|q([1-4]))/i.exec(plain);
  if (quarter) {
    const n = quarter[2] ?? quarter[3] ?? '';
    return `${quarter[1]}-Q${'一二三四'.includes(n) ? '一二三四'.indexOf(n) + 1 : n}`;
  }
  const half = /^(\d{4})年?度?-?(?:([上下])半年|([春秋])季?学期|([hs])([12])(?!\d))/i.exec(plain);
  if (half) {
    const [, year, ofYear, season, letter, n] = half;
    const kind = letter?.toUpperCase() ?? (ofYear ? 'H' : 'S');
    return `${year}-${kind}${n ?? (ofYear === '上' || season === '春' ? 1 : 2)}`;
  }
  const month = /^(\d{4})[-年./](\d{1,2})(?!\d)/.exec(plain);
  if (month) {
    const n = Number(month[2]);
    return n >= 1 && n <= 12 ? `${month[1]}-${String(n).padStart(2, '0')}` : undefined;
  }
  return /^(\d{4})(?!\d)/.exec(plain)?.[1];
}
