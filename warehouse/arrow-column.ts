/**
 * One column on its way from DuckDB's vectors into an Arrow batch: typed arrays are copied as wholes, never cell by
 * cell. DuckDB and Arrow agree on the layout of numbers, of days since 1970 and of the bits that mark what is null.
 */
import {
  DuckDBEnumType,
  DuckDBTypeId,
  type DuckDBDataChunk,
  type DuckDBType,
  type DuckDBVector
} from '@duckdb/node-api';
import {
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int16,
  Int32,
  Int8,
  makeData,
  Utf8,
  vectorFromArray,
  type Data,
  type DataType
} from 'apache-arrow';
import { Validity } from './arrow-validity.ts';

type Numbers = Float64Array | Int32Array | Int16Array | Int8Array;

/** What a vector of numbers, days or enumerated texts holds; private in the package's types, so pinned by a test. */
interface Held {
  items?: Float64Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;
  validity?: { data: BigUint64Array | null; offset: number };
}

export interface Column {
  readonly field: Field;
  /** Copies a chunk's rows behind the `at` rows that are there. */
  append(chunk: DuckDBDataChunk, at: number): void;
  /** The first `length` rows as Arrow data; the column is then empty again. */
  take(length: number): Data;
}

/** A column of at most `capacity` rows a batch. Throws on a type that has no column here: cast it in the question. */
export function columnOf(name: string, index: number, type: DuckDBType, capacity: number): Column {
  if (type.typeId === DuckDBTypeId.VARCHAR) return textColumn(name, index);
  if (type instanceof DuckDBEnumType) {
    const dictionary = vectorFromArray(type.values, new Utf8());
    const { indices, room } = indexType(type.values.length);
    const arrow = new Dictionary(new Utf8(), indices);
    return numberColumn(
      name,
      index,
      arrow,
      () => room(capacity),
      (data) => makeData({ type: arrow, dictionary, ...data })
    );
  }
  if (type.typeId === DuckDBTypeId.DOUBLE) {
    const arrow = new Float64();
    return numberColumn(
      name,
      index,
      arrow,
      () => new Float64Array(capacity),
      (data) => makeData({ type: arrow, ...data })
    );
  }
  if (type.typeId === DuckDBTypeId.INTEGER || type.typeId === DuckDBTypeId.DATE) {
    const arrow = type.typeId === DuckDBTypeId.DATE ? new DateDay() : new Int32();
    return numberColumn(
      name,
      index,
      arrow,
      () => new Int32Array(capacity),
      (data) => makeData({ type: arrow, ...data })
    );
  }
  throw new TypeError(`No Arrow column for ${name} of type ${String(type)}`);
}

/** Signed, though DuckDB's are not: pandas reads no dictionary with unsigned indices. */
function indexType(words: number): { indices: Int8 | Int16 | Int32; room: (capacity: number) => Numbers } {
  if (words <= 2 ** 7) return { indices: new Int8(), room: (capacity) => new Int8Array(capacity) };
  if (words <= 2 ** 15) return { indices: new Int16(), room: (capacity) => new Int16Array(capacity) };
  return { indices: new Int32(), room: (capacity) => new Int32Array(capacity) };
}

interface Filled {
  length: number;
  nullCount: number;
  nullBitmap: Uint8Array | null;
  data: Numbers;
}

function numberColumn(
  name: string,
  index: number,
  type: DataType,
  room: () => Numbers,
  made: (filled: Filled) => Data
): Column {
  let data = room();
  let validity = new Validity(data.length);
  return {
    field: new Field(name, type, true),
    append(chunk, at) {
      const { items, validity: bits } = held(chunk.getColumnVector(index));
      data.set(items, at);
      validity.append(bits, at, items.length, (row) => (data[row] = 0));
    },
    take(length) {
      const filled = { length, ...validity.bitmap(length), data: data.subarray(0, length) };
      // The batch is being sent while the next one is filled: never the same memory twice.
      [data, validity] = [room(), new Validity(data.length)];
      return made(filled);
    }
  };
}

function held(vector: DuckDBVector): Required<Pick<Held, 'items'>> & { validity: BigUint64Array | null } {
  const { items, validity } = vector as unknown as Held;
  if (!items || !validity || validity.offset !== 0)
    throw new TypeError('DuckDB holds its vectors otherwise than expected');
  return { items, validity: validity.data };
}

/** Text that seldom repeats, as UTF-8 end to end. */
function textColumn(name: string, index: number): Column {
  let texts: (string | null)[] = [];
  return {
    field: new Field(name, new Utf8(), true),
    append(chunk) {
      texts.push(...(chunk.getColumnValues(index) as (string | null)[]));
    },
    take(length) {
      const [data] = vectorFromArray(texts, new Utf8()).data;
      texts = [];
      return data ?? makeData({ type: new Utf8(), length, valueOffsets: new Int32Array(1) });
    }
  };
}
