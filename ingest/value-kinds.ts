/** What the values of a foreign column look like, and how well that fits a column of a report. Only to suggest by. */
import { wordings, type CityCodes } from '#warehouse/typed.ts';
import { isUscc } from './codes/uscc.ts';
import type { Column } from './declare.ts';

export interface ValueKinds {
  /** Values that are not blank. */
  filled: number;
  distinct: ReadonlySet<string>;
  /** Shares of the filled values, 0–1. */
  days: number;
  months: number;
  quarters: number;
  whole: number;
  numbers: number;
  usccs: number;
  yes_no: number;
}

const day =
  /^(19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?([T ].*)?$|^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const month = /^(19|20)\d{2}[-/.年]\d{1,2}月?$/;
const quarter = /^(19|20)\d{2}年?-?(q[1-4]|第?[一二三四1-4]季度)$/i;
const whole = /^[+-]?\d{1,3}(,?\d{3})*$|^\d+$/;
const number = /^[+-]?\d+([.]\d+)?$/;
const yesNo = /^(是|否|有|无|已|未|y|n|yes|no|true|false|0|1|√|×)$/i;

export function valueKinds(values: readonly string[]): ValueKinds {
  const filled = values.map((value) => value.normalize('NFKC').trim()).filter((value) => value !== '');
  const share = (like: (value: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(like).length / filled.length;
  return {
    filled: filled.length,
    distinct: new Set(filled),
    days: share((value) => day.test(value)),
    months: share((value) => month.test(value)),
    quarters: share((value) => quarter.test(value)),
    whole: share((value) => whole.test(value)),
    numbers: share((value) => number.test(value)),
    usccs: share((value) => isUscc(value.toUpperCase())),
    yes_no: share((value) => yesNo.test(value))
  };
}

/** 0–1; half where a column is empty and nothing can be said. */
export function valuesFit(column: Column, kinds: ValueKinds, city: CityCodes): number {
  if (kinds.filled === 0) return 0.5;
  switch (column.type) {
    case 'date':
    case 'datetime':
      return kinds.days;
    case 'month':
      return Math.max(kinds.months, kinds.days * 0.5);
    case 'quarter':
      return kinds.quarters;
    case 'int':
      return kinds.days > 0.5 ? 0 : kinds.whole;
    case 'decimal':
      return kinds.days > 0.5 ? 0 : kinds.numbers;
    case 'bool':
      return kinds.yes_no;
    case 'code':
    case 'codes':
      return codesFit(column, kinds, city);
    case 'string':
    case 'strings':
      if (column.field.endsWith('uscc')) return kinds.usccs;
      return 1 - Math.max(kinds.days, kinds.usccs, isKey(column) ? 0 : kinds.yes_no);
  }
}

const isKey = ({ field, ref }: Column) => ref !== undefined || /_(id|no)$/.test(field);

/** Share of the different values that are codes or labels of the list. */
export function codesFit(column: Column, { distinct }: ValueKinds, city: CityCodes): number {
  const known = new Set(wordings(column, city).flatMap(({ accepted }) => accepted.map(half)));
  const parts = [...distinct].flatMap((value) => partsOf(column, value, known));
  return parts.length === 0 ? 0 : parts.filter((part) => known.has(half(part))).length / parts.length;
}

export const half = (text: string): string => text.normalize('NFKC').trim();

/** The values of a cell as they stand: several in a column of several, unless the whole is one that is `known`. */
export function partsOf({ type }: Column, value: string, known: ReadonlySet<string>): string[] {
  const parts =
    (type !== 'codes' && type !== 'strings') || known.has(half(value)) ? [value] : value.split(/[;；、，,|]/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
