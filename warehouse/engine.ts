/** The warehouse engine: DuckDB embedded in this process, which alone may open the file. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { plain, type Row } from './plain.ts';

export type Params = Record<string, string | number | boolean | null>;

export interface EngineSettings {
  /** Path of the file, or `:memory:`. */
  file: string;
  /** DuckDB `memory_limit`, for example `4GB`. */
  memory_limit: string;
  threads: number;
}

export class Engine {
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(instance: DuckDBInstance, writer: DuckDBConnection) {
    this.#instance = instance;
    this.#writer = writer;
  }

  static async open(settings: EngineSettings): Promise<Engine> {
    const options: Record<string, string> = {
      memory_limit: settings.memory_limit,
      threads: String(settings.threads),
      preserve_insertion_order: 'true'
    };
    if (settings.file !== ':memory:') {
      mkdirSync(dirname(settings.file), { recursive: true });
      options.temp_directory = join(dirname(settings.file), 'duckdb-temp');
    }
    const instance = await DuckDBInstance.create(settings.file, options);
    return new Engine(instance, await instance.connect());
  }

  /** Rows of one question, on a connection of its own: it sees the last committed publication. */
  async all<T extends Row = Row>(sql: string, params: Params = {}): Promise<T[]> {
    const connection = await this.#instance.connect();
    try {
      return await rowsOf<T>(connection, sql, params);
    } finally {
      connection.closeSync();
    }
  }

  /** A connection for streaming; the caller closes it. */
  connect(): Promise<DuckDBConnection> {
    return this.#instance.connect();
  }

  /** One writer at a time: `work` runs in a transaction that is rolled back when it throws. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const turn = this.#tail.then(async () => {
      await this.#writer.run('begin');
      try {
        const result = await work(new Transaction(this.#writer));
        await this.#writer.run('commit');
        return result;
      } catch (error) {
        await this.#writer.run('rollback').catch(() => undefined);
        throw error;
      }
    });
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  close(): void {
    this.#writer.closeSync();
    this.#instance.closeSync();
  }
}

export class Transaction {
  readonly #connection: DuckDBConnection;
  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }
  /** Runs a statement; returns the rows it changed. */
  async run(sql: string, params: Params = {}): Promise<number> {
    const result = await this.#connection.run(sql, bound(params));
    return result.rowsChanged;
  }
  all<T extends Row = Row>(sql: string, params: Params = {}): Promise<T[]> {
    return rowsOf<T>(this.#connection, sql, params);
  }
}

async function rowsOf<T extends Row>(connection: DuckDBConnection, sql: string, params: Params): Promise<T[]> {
  const result = await connection.runAndReadAll(sql, bound(params));
  return result.getRowObjects().map((row) => plain(row) as T);
}

const bound = (params: Params): Record<string, DuckDBValue> | undefined =>
  Object.keys(params).length === 0 ? undefined : params;
