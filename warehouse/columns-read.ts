/** Which columns of a mart a build reads at all: the others need not be copied. */
import { catalogue } from './catalogue/index.ts';
import type { Mart } from './catalogue/marts.ts';
import { buildSource, histogramSql, sliceTable, valuesSql } from './compile-indicator.ts';
import type { Transaction } from './engine.ts';
import { marts, martSql } from './models.ts';

const known = new Map<Mart, readonly string[]>();

/** Those whose names occur in what is computed from the mart's copy, be it by chance; all where everything is taken. */
export async function columnsRead(tx: Transaction, mart: Mart, number: number): Promise<readonly string[]> {
  const before = known.get(mart);
  if (before) return before;
  const columns = await tx.all<{ column_name: string }>(`describe select * from marts.${mart}(${number})`);
  const names = columns.map(({ column_name }) => column_name);
  const words = wordsAbout(mart);
  const read = words === undefined ? names : names.filter((name) => words.has(name));
  known.set(mart, read);
  return read;
}

/** Every word of the statements that read the mart's copy. */
function wordsAbout(mart: Mart): Set<string> | undefined {
  const copy = new RegExp(`\\b${sliceTable(mart)}\\b`);
  const values = catalogue.flatMap((entry) => [
    valuesSql(entry, everything),
    histogramSql(entry, everything)
  ]);
  const models = marts.map((each) => martSql(each, (on) => sliceTable(on)));
  const about = [...values, ...models].filter((sql) => sql !== undefined && copy.test(sql)).join('\n');
  return /(select|\w\.|distinct) ?\*/.test(about) ? undefined : new Set(about.match(/\w+/g));
}
const everything = buildSource(() => true);
