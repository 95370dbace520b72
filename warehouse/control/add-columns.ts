/** Brings the tables of an older control store up to the schema: columns that it lacks are added, with their default. */
import { DatabaseSync } from 'node:sqlite';

interface ColumnInfo {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
}

const columnsOf = (db: DatabaseSync, table: string) =>
  db.prepare('select name, type, "notnull", dflt_value from pragma_table_info($table)').all({
    table
  }) as unknown as ColumnInfo[];

export function addColumns(db: DatabaseSync, schema: string): void {
  const model = new DatabaseSync(':memory:');
  model.exec(schema);
  const tables = model.prepare(`select name from sqlite_schema where type = 'table'`).all() as {
    name: string;
  }[];
  for (const { name: table } of tables) {
    const has = new Set(columnsOf(db, table).map(({ name }) => name));
    for (const { name, type, notnull, dflt_value } of columnsOf(model, table)) {
      if (has.has(name)) continue;
      const rule = notnull === 1 ? `not null default ${dflt_value}` : '';
      db.exec(`alter table ${table} add column ${name} ${type} ${rule}`);
    }
  }
  model.close();
}
