/** Tells rows of data from what stands around them: totals, signatures, notes, repeated headers, units. */
import { namesOf } from './header-names.ts';
import type { Recognised } from './recognise.ts';
import type { SkipReason } from './sheet-read.ts';

const total = /^(合\s*计|总\s*计|小\s*计|共\s*计|本页合计|累\s*计|(sub|grand )?total)\s*[:：]?$/i;
const signature =
  /^(填表|填报|制表|审核|复核|负责|联系|单位负责|报出|填报单位|备注|注|说明|附注|数据来源|资料来源|来源|note|source|prepared by)[^:：]{0,8}[:：]/i;
const example = /^(填写示例|示例|样例|example)\s*[:：]?$/i;
const unit =
  /^[([（]?(单位[:：]?)?(个|人|人次|次|件|项|份|名|天|日|小时|学时|元|万元|%|是\/否|y\/n|yyyy-mm-dd)[)\]）]?$|^[([（]?(必填|选填|条件必填|非必填|required|optional|conditional)[)\]）]?$/i;

/** Rows under the header in which units or hints may stand. */
const unitsWithin = 3;

export class NotData {
  private readonly keys: number[];
  private readonly mapped: number[];
  private readonly headers: { index: number; names: Set<string> }[];
  private seen = 0;
  private below = false;

  constructor(found: Recognised) {
    const places = Object.entries(found.columns);
    this.keys = found.report.key.flatMap((field) => found.columns[field]?.index ?? []);
    this.mapped = places.map(([, place]) => place.index);
    this.headers = found.report.columns.flatMap((column) => {
      const place = found.columns[column.field];
      return place ? [{ index: place.index, names: new Set([...namesOf(column), place.header]) }] : [];
    });
  }

  /** Why the row is no data; undefined if it is. Rows must come in order: what follows a note may belong to it. */
  why(cells: readonly string[]): SkipReason | undefined {
    this.seen++;
    const at = cells.findIndex((cell) => cell.trim() !== '');
    if (at === -1) return 'blank';
    const first = (cells[at] ?? '').trim();
    if (first.length <= 300) {
      const lonely = this.keys.every((key) => key === at || (cells[key] ?? '').trim() === '');
      if (lonely && (total.test(first) || signature.test(first))) {
        this.below = true;
        return 'footer';
      }
      if (example.test(first) || this.isHeader(cells)) return 'title';
      if (this.seen <= unitsWithin && cells.every((cell) => cell.trim() === '' || unit.test(cell.trim())))
        return 'units';
    }
    if (this.below && cells.every((cell, i) => i === at || cell.trim() === '')) return 'footer';
    // Numbers that a template counted ahead (序号) are no data while the rest of the row is empty.
    return this.mapped.every((index) => (cells[index] ?? '').trim() === '') ? 'blank' : undefined;
  }

  private isHeader(cells: readonly string[]): boolean {
    const [first] = this.headers;
    if (!first?.names.has((cells[first.index] ?? '').trim())) return false;
    const repeated = this.headers.filter(({ index, names }) => names.has((cells[index] ?? '').trim()));
    return repeated.length >= Math.min(3, this.headers.length);
  }
}
