/** What every indicator is computed from: the reports' columns and the parameters, read off the models and entries. */
import { reports } from '#ingest/reports/index.ts';
import { catalogue } from './catalogue/index.ts';
import type { Indicator, NamedValue } from './catalogue/declare.ts';
import { clocks, clockColumns } from './clocks.ts';
import { expressionsOf, piecesOf } from './compile-indicator.ts';
import type { Engine } from './engine.ts';
import { marts, martSql } from './models.ts';
import { defaultParameters, numericParameters } from './parameters.ts';
import { columnsOf, ROWS, type Columns, type Origins } from './sql-columns.ts';
import { allColumns } from './typed.ts';

export interface Source {
  report: string;
  field: string;
}
export interface LineageRow {
  indicator: string;
  /** In the order of the reports and their columns. */
  columns: Source[];
  /** Keys of parameters, sorted. */
  parameters: string[];
}

const PARAMETER = 'parameter';
const of = (...names: string[]): Origins => new Set(names);

/** Columns of what the models read but do not make. */
function given(schema: string, name: string): Columns | undefined {
  if (schema === 'staging') return staged(name);
  if (schema !== 'meta') return undefined;
  if (name === 'legal_due')
    return new Map(
      clockColumns.map((column) => [column, of(...Object.values(clocks[column]).map(parameter))])
    );
  if (name === 'parameter_day') return new Map(numericParameters.map((key) => [key, of(parameter(key))]));
  return new Map();
}
const parameter = (key: string) => `${PARAMETER}.${key}`;

/** A report's table, as known at a publication, or as it stands: the keys of its rows are the columns that make them up. */
function staged(name: string): Columns | undefined {
  const report = reports.find(({ table }) => [table, `${table}_at`, `${table}_owner_at`].includes(name));
  if (!report) return undefined;
  const column = (field: string) => `${report.id}.${field}`;
  const out = new Map(allColumns(report).map(({ field }) => [field, of(column(field))]));
  for (const name of ['record_key', 'key_hash']) out.set(name, of(...report.key.map(column)));
  if (report.institution) out.set('owner', of(column(report.institution.field)));
  return out;
}

const known = new WeakMap<Engine, Promise<LineageRow[]>>();

/** Every indicator's lineage, in the order of the catalogue; computed once. */
export function lineage(engine: Engine): Promise<LineageRow[]> {
  const found = known.get(engine) ?? make(engine);
  known.set(engine, found);
  return found;
}

async function make(engine: Engine): Promise<LineageRow[]> {
  const made = new Map<string, Columns>([['report_line', ledger]]);
  const relation = (schema: string, name: string) =>
    schema === 'marts' || schema === 'indicators' ? made.get(name) : given(schema, name);
  const parse = async (sql: string): Promise<Columns> => {
    const [row] = await engine.all<{ parsed: string }>(
      'select cast(json_serialize_sql(cast($sql as varchar)) as varchar) as parsed',
      {
        sql: sql.replaceAll('$p', '1')
      }
    );
    return columnsOf(JSON.parse(row?.parsed ?? '{}'), relation);
  };
  for (const mart of marts) {
    const sql = martSql(mart, (name) => `marts.${name}(1)`);
    made.set(mart, withParameters(await parse(sql), sql));
  }
  made.set('t', new Map([...numericParameters.map((key) => [key, of(parameter(key))] as const)]));
  const rows: LineageRow[] = [];
  for (const entry of catalogue) {
    const all = await Promise.all(entry.values.flatMap((value) => originsOfValue(entry, value, parse, made)));
    rows.push({ indicator: entry.id, ...sorted(all.flatMap((origins) => [...origins])) });
  }
  return rows;
}

/** A parameter that is a text is read by its key. */
function withParameters(columns: Columns, sql: string): Columns {
  const keys = defaultParameters.map(({ key }) => key).filter((key) => sql.includes(`'${key}'`));
  if (keys.length === 0) return columns;
  return new Map([...columns, [ROWS, new Set([...(columns.get(ROWS) ?? []), ...keys.map(parameter)])]]);
}

/** The expected reports: whether one came is known from what was handed in, whatever its columns. */
const ledger: Columns = new Map();

function originsOfValue(
  entry: Indicator,
  value: NamedValue,
  parse: (sql: string) => Promise<Columns>,
  made: ReadonlyMap<string, Columns>
): Promise<Origins>[] {
  return piecesOf(entry, value).map(async (piece) => {
    const read = await parse(
      `select ${expressionsOf(entry, value, piece)
        .map((one) => `(${one})`)
        .join(', ')} from marts.${piece.mart}(1) m, marts.t(1) t`
    );
    const rows = made.get(piece.mart)?.get(ROWS) ?? [];
    return new Set([...[...read].flatMap(([, origins]) => [...origins]), ...rows]);
  });
}

function sorted(origins: readonly string[]): Pick<LineageRow, 'columns' | 'parameters'> {
  const named = new Set(origins);
  return {
    columns: reports.flatMap((report) =>
      allColumns(report)
        .filter(({ field }) => named.has(`${report.id}.${field}`))
        .map(({ field }) => ({ report: report.id, field }))
    ),
    parameters: [...named]
      .filter((name) => name.startsWith(`${PARAMETER}.`))
      .map((name) => name.slice(PARAMETER.length + 1))
      .sort()
  };
}
