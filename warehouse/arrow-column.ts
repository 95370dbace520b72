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
  type DataType,
  type Vector
} from 'apache-arrow';
import { Validity } from './arrow-validity.ts';

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
  if (type.typeId === DuckDBTypeId.DOUBLE)
    return numberColumn(name, index, { type: new Float64(), room: () => new Float64Array(capacity) });
  if (type.typeId === DuckDBTypeId.INTEGER)
    return numberColumn(name, index, { type: new Int32(), room: () => new Int32Array(capacity) });
  if (type.typeId === DuckDBTypeId.DATE)
    return numberColumn(name, index, { type: new DateDay(), room: () => new Int32Array(capacity) });
  if (type instanceof DuckDBEnumType) return numberColumn(name, index, enumeration(type.values, capacity));
  throw new TypeError(`No Arrow column for ${name} of type ${String(type)}`);
}

/** How the numbers of a column are held and what they stand for. */
interface Numbered {
  type: DataType;
  room: () => Float64Array | Int32Array | Int16Array | Int8Array;
  dictionary?: Vector;
}

/** The indices are signed, though DuckDB's are not: pandas reads no dictionary with unsigned ones. */
function enumeration(texts: readonly string[], capacity: number): Numbered {
  const dictionary = vectorFromArray(texts, new Utf8());
  const numbered = (indices: Int8 | Int16 | Int32, room: Numbered['room']): Numbered => ({
    type: new Dictionary(new Utf8(), indices),
    room,
    dictionary
  });
  if (texts.length <= 2 ** 7) return numbered(new Int8(), () => new Int8Array(capacity));
  if (texts.length <= 2 ** 15) return numbered(new Int16(), () => new Int16Array(capacity));
  return numbered(new Int32(), () => new Int32Array(capacity));
}

function numberColumn(name: string, index: number, { room, ...kind }: Numbered): Column {
  let data = room();
  let validity = new Validity(data.length);
  return {
    field: new Field(name, kind.type, true),
    append(chunk, at) {
      const { items, nulls } = held(chunk.getColumnVector(index));
      data.set(items, at);
      validity.append(nulls, at, items.length, (row) => (data[row] = 0));
    },
    take(length) {
      const filled = { ...kind, length, ...validity.bitmap(length), data: data.subarray(0, length) };
      // The batch is being sent while the next one is filled: never the same memory twice.
      data = room();
      validity = new Validity(data.length);
      return makeData(filled);
    }
  };
}

/** What a vector of numbers, days or enumerated texts holds; private in the package's types, so pinned by a test. */
interface Held {
  items?: Float64Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;
  validity?: { data: BigUint64Array | null; offset: number };
}

function held(vector: DuckDBVector): { items: NonNullable<Held['items']>; nulls: BigUint64Array | null } {
  const { items, validity } = vector as unknown as Held;
  if (!items || validity?.offset !== 0)
    throw new TypeError('DuckDB holds its vectors otherwise than expected');
  return { items, nulls: validity.data };
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
