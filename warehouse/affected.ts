/**
 * Which entries' values a publication can have changed, by what it brings: where nothing of what a value is computed from
 * is touched, and the day, the parameters and the program are the same, it comes out the same.
 */
import type { Report } from '#ingest/declare.ts';
import { reportOf } from '#ingest/reports/index.ts';
import { catalogue } from './catalogue/index.ts';
import type { Indicator } from './catalogue/declare.ts';
import { isMart, type Mart } from './catalogue/marts.ts';
import { buildSource, histogramSql, martsOf, sliceTable, valuesSql } from './compile-indicator.ts';
import { martSql } from './models.ts';
import { reportOfTable } from './tables.ts';

/** What a build computes anew: everything, or what rows of these reports can change. */
export type Touched = 'all' | readonly Report[];

/** Reports of which a publication has changed lines of the ledger, or what is known of rejected rows. */
export interface Noted {
  lines: ReadonlySet<string>;
  rejected: ReadonlySet<string>;
}

interface Reads {
  marts: ReadonlySet<string>;
  tables: ReadonlySet<string>;
}
const known = new Map<string, Reads>();

/** What a mart is computed from, itself or by way of the marts on which it builds. */
export function readsOf(mart: string): Reads {
  const before = known.get(mart);
  if (before) return before;
  const on = new Set<string>();
  const sql = martSql(mart, (name) => {
    on.add(name);
    return name;
  });
  const tables = new Set(
    [...sql.matchAll(/\bstaging\.(\w+)/g)].map(([, name = '']) => name.replace(/(_owner)?_at$/, ''))
  );
  const marts = new Set(on);
  for (const name of on) {
    const reads = readsOf(name);
    for (const table of reads.tables) tables.add(table);
    for (const other of reads.marts) marts.add(other);
  }
  known.set(mart, { marts, tables });
  return { marts, tables };
}

/** The entries that a build computes. */
export function affected(touched: Touched, noted: Noted): readonly Indicator[] {
  if (touched === 'all') return catalogue;
  // Whatever is handed in, it is noted that it was.
  const changed = new Set(['coverage', ...touched.map(({ table }) => table)]);
  return catalogue.filter((entry) =>
    [...copiesOf(entry)].some((mart) => {
      if (mart === 'report_due') return owesOther(entry, noted);
      if (mart === 'rejection') return lacksOther(entry, touched, noted);
      return [...readsOf(mart).tables].some((table) => changed.has(table));
    })
  );
}

/** Whether who has handed in what the entry needs can be otherwise than before. */
function owesOther(entry: Indicator, { lines }: Noted): boolean {
  if (martsOf(entry).includes('report_due')) return lines.size > 0;
  return entry.missing.kind === 'units' && lines.has(entry.missing.report);
}

/** Whether rows that it needs can be rejected, or no longer so, or be known to be another's. */
function lacksOther(entry: Indicator, touched: readonly Report[], { rejected }: Noted): boolean {
  if (entry.missing.kind !== 'records') return true;
  return entry.missing.reports.some((id) => rejected.has(id) || isOwnedBy(reportOf(id), touched));
}

/** Whether an institution is found by records of one of the reports. */
function isOwnedBy({ institution }: Report, touched: readonly Report[]): boolean {
  if (institution === null || !('via' in institution)) return false;
  const owner = reportOfTable(institution.via);
  return touched.includes(owner) || isOwnedBy(owner, touched);
}

const copies = new Map<Indicator, ReadonlySet<Mart>>();
const everything = buildSource(() => true);
const copied = new RegExp(`\\b${sliceTable('(\\w+)')}\\b`, 'g');

/** The marts of which an entry's statements read the build's copies. */
export function copiesOf(entry: Indicator): ReadonlySet<Mart> {
  const before = copies.get(entry);
  if (before) return before;
  const sql = `${valuesSql(entry, everything)}\n${histogramSql(entry, everything) ?? ''}`;
  const found = new Set([...sql.matchAll(copied)].map(([, name = '']) => name).filter(isMart));
  copies.set(entry, found);
  return found;
}
