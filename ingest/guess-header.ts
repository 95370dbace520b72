/** Which of a table's first rows is its header, where no report knows its words. */
import { normalHeader, namesOf } from './header-names.ts';
import type { HeaderCell } from './match-header.ts';
import { systemColumns } from './reports/system-columns.ts';
import type { ReportHead } from './sheet-read.ts';
import { bigrams } from './text-likeness.ts';

/** A value rather than a name: numbers, days, codes of many digits, whole sentences. */
const value = /^[\d\s.,:/%+-]+$|\d{4}[-年/.]\d|\d{6}|^(true|false|yes|no|y|n|是|否)$/i;
const LONGEST = 40;

/** Headers of any system, which no report has. */
const anywhere = [
  '序号',
  '备注',
  '说明',
  '姓名',
  '科室',
  '岗位',
  '联系人',
  '经办人',
  '登记人',
  '审核人',
  '更新时间',
  '附件'
];

/** How much a row looks like a header: its names that differ, the more so the more of our own words they use. */
export function headerLikeness(reports: readonly ReportHead[]): (cells: readonly HeaderCell[]) => number {
  const names = reports.flatMap((report) => [...report.columns, ...systemColumns].flatMap(namesOf));
  const words = new Set([...anywhere, ...names].flatMap((name) => bigrams(normalHeader(name))));
  return (cells) => {
    const seen = new Set<string>();
    let sum = 0;
    for (const { text } of cells) {
      const normal = normalHeader(text);
      if (normal === '') continue;
      if (value.test(text.trim()) || text.length > LONGEST || seen.has(normal)) sum -= 0.5;
      else {
        const pairs = bigrams(normal);
        sum += 0.4 + (0.6 * pairs.filter((pair) => words.has(pair)).length) / Math.max(pairs.length, 1);
      }
      seen.add(normal);
    }
    return sum;
  };
}
