/** The control store: SQLite, small and transactional. Facts live in the warehouse, acts live here. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { addColumns } from './add-columns.ts';

const schema = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8');

export type ControlRow = Record<string, string | number | null>;

export class ControlStore {
  readonly #db: DatabaseSync;
  /** SQLite's own count of what other connections have changed. */
  readonly #elsewhere: StatementSync;
  #changes = 0;
  #depth = 0;

  /** `synchronous = full`: what was committed survives power loss. */
  constructor(file: string) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    this.#db = new DatabaseSync(file);
    this.#db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000');
    this.#db.exec(schema);
    addColumns(this.#db, schema);
    this.#elsewhere = this.#db.prepare('pragma data_version');
  }

  all<T = ControlRow>(sql: string, params: Record<string, SQLInputValue> = {}): T[] {
    return this.#db.prepare(sql).all(params) as T[];
  }
  one<T = ControlRow>(sql: string, params: Record<string, SQLInputValue> = {}): T | undefined {
    return this.#db.prepare(sql).get(params) as T | undefined;
  }
  /** Returns the row id of an insert and the number of rows changed. */
  run(sql: string, params: Record<string, SQLInputValue> = {}): { id: number; changed: number } {
    const { lastInsertRowid, changes } = this.#db.prepare(sql).run(params);
    if (Number(changes) > 0) this.#changes++;
    return { id: Number(lastInsertRowid), changed: Number(changes) };
  }
  /** All or nothing; may be nested. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#db.exec('begin immediate');
    this.#depth++;
    try {
      const result = work();
      this.#db.exec('commit');
      return result;
    } catch (error) {
      this.#db.exec('rollback');
      throw error;
    } finally {
      this.#depth--;
    }
  }
  /** What is changed inside is shown on no page: `changes` does not grow. */
  quietly<T>(work: () => T): T {
    const before = this.#changes;
    try {
      return work();
    } finally {
      this.#changes = before;
    }
  }
  /** Another number after every change, of this process or another: part of the pages' cache key. */
  get changes(): number {
    const { data_version } = this.#elsewhere.get() as { data_version: number };
    return this.#changes + data_version;
  }
  close(): void {
    this.#db.close();
  }
}
