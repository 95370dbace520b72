/**
 * An answer of DuckDB as an Arrow IPC stream: read and written batch by batch at the pace of the one who takes it.
 * A text column that the question casts to an enumeration travels as a dictionary, whose words go once, ahead of the
 * rows, so that readers without delta dictionaries can follow.
 */
import type { DuckDBResult } from '@duckdb/node-api';
import {
  AsyncByteQueue,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  type TypeMap
} from 'apache-arrow';
import { columnOf, type Column } from './arrow-column.ts';

export const ARROW_STREAM = 'application/vnd.apache.arrow.stream';

/** DuckDB hands out at most so many rows at a time. */
const CHUNK = 2048;
/** Rows a batch: large enough that what is said about a batch weighs nothing, small enough to lie in memory. */
const BATCH = 16 * CHUNK;

/** `about` goes into the schema, for the reader of a file that has lost its address. */
export async function* arrowStream(
  result: DuckDBResult,
  about: Record<string, string> = {}
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const columns = result
    .columnTypes()
    .map((type, index) => columnOf(result.columnName(index), index, type, BATCH));
  const schema = new Schema(
    columns.map(({ field }) => field),
    new Map(Object.entries(about))
  );
  const written = new Written();
  const writer = new RecordBatchStreamWriter<TypeMap>();
  writer.reset(written, schema);
  let more = true;
  while (more) {
    let rows: number;
    ({ rows, more } = await fill(columns, result));
    if (rows > 0) writer.write(batchOf(schema, columns, rows));
    if (!more) writer.finish();
    yield written.take();
  }
}

/** Reads chunks until there are no more or another one might not fit. */
async function fill(columns: Column[], result: DuckDBResult): Promise<{ rows: number; more: boolean }> {
  let rows = 0;
  while (rows + CHUNK <= BATCH) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return { rows, more: false };
    for (const column of columns) column.append(chunk, rows);
    rows += chunk.rowCount;
  }
  return { rows, more: true };
}

function batchOf(schema: Schema, columns: Column[], length: number): RecordBatch {
  const children = columns.map((column) => column.take(length));
  return new RecordBatch(
    schema,
    makeData({ type: new Struct(schema.fields), length, nullCount: 0, children })
  );
}

/** What the writer has written since it was last asked. */
class Written extends AsyncByteQueue {
  #parts: Uint8Array[] = [];

  override write(part: Uint8Array): void {
    this.#parts.push(part);
  }

  take(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.byteLength, 0));
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.byteLength;
    }
    this.#parts = [];
    return bytes;
  }
}
