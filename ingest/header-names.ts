/** Headers as people write them, brought to a form in which they can be compared. */
import type { ReportHead } from './sheet-read.ts';
import { systemColumns } from './reports/system-columns.ts';

const invisible = /[\s\u200b-\u200f\u2060\ufeff*★●▲_-]/g;
const numbering = /^\d+[.、)]/;
const bracketed = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>/g;
const unitNote = /[/,:](单位:?)?(个|人|人次|次|件|项|份|名|天|日|小时|学时|元|万元|%)$/;

/** Longer texts are no headers, and would take time. */
const longestHeader = 500;

/** Half-width, lower case, without spaces, line ends, asterisks, numbering and the difference of `_` and space. */
export function normalHeader(header: string): string {
  if (header.length > longestHeader) return '';
  return header
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(numbering, '')
    .replace(/:$/, '')
    .toLowerCase();
}

/** The same without hints in brackets, such as （必填） or (Y/N), and without a unit at the end. */
export function bareHeader(normal: string): string {
  const known = bares.get(normal);
  if (known !== undefined) return known;
  const bare = normal.replace(bracketed, '').replace(unitNote, '').replace(/:$/, '');
  if (bares.size >= mostBares) bares.clear();
  bares.set(normal, bare);
  return bare;
}

/** Every report is asked about the same cells: a row of a worksheet has no more of them. */
const bares = new Map<string, string>();
const mostBares = 16_384;

/** How surely a header names a field: by the words of the form, by a known variant, or once its hints are dropped. */
export type Sureness = 0 | 1 | 2;

/** The headers of one report: whole, and without their hints where that stays unambiguous. */
export interface HeaderNames {
  report: ReportHead;
  whole: Map<string, { field: string; sureness: Sureness }>;
  bare: Map<string, string>;
}

type Named = { field: string; zh: string; en: string; variants?: readonly string[] };

/** The report's own columns go before the system columns. */
export function headerNames(report: ReportHead): HeaderNames {
  const columns: readonly Named[] = [...report.columns, ...systemColumns];
  const whole: HeaderNames['whole'] = new Map();
  const bare = new Map<string, string | null>();
  for (const [sureness, wordsOf] of [formNames, variantsOf].entries()) {
    for (const column of columns) {
      for (const name of wordsOf(column)) {
        const normal = normalHeader(name);
        if (!whole.has(normal)) whole.set(normal, { field: column.field, sureness: sureness === 0 ? 0 : 1 });
        const short = bareHeader(normal);
        const taken = bare.get(short);
        bare.set(short, taken === undefined || taken === column.field ? column.field : null);
      }
    }
  }
  const clear = [...bare].filter((entry): entry is [string, string] => entry[1] !== null && entry[0] !== '');
  return { report, whole, bare: new Map(clear) };
}

export function namesOf(column: Named): string[] {
  return [...formNames(column), ...variantsOf(column)];
}

function formNames(column: Named): string[] {
  return [column.zh, column.en, column.field];
}

function variantsOf(column: Named): readonly string[] {
  return column.variants ?? [];
}

/** Whether any of the reports knows one of the forms: most rows of a file are no header of anything. */
export function knownTo(reports: readonly HeaderNames[]): (form: string) => boolean {
  const known = new Set(reports.flatMap(({ whole, bare }) => [...whole.keys(), ...bare.keys()]));
  known.delete('');
  return (form) => known.has(form) || known.has(bareHeader(form));
}

/** The field that a header names, undefined for an unknown one. */
export function fieldOf(
  names: HeaderNames,
  normal: string
): { field: string; sureness: Sureness } | undefined {
  if (normal === '') return undefined;
  const whole = names.whole.get(normal);
  if (whole) return whole;
  const field = names.bare.get(bareHeader(normal));
  return field ? { field, sureness: 2 } : undefined;
}
