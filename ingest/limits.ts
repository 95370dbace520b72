/** How far the reader goes with a file before it gives it back. */
export interface Limits {
  /** Milliseconds that the largest file may take; see `timeFor`. */
  timeout_ms: number;
  /** Old-space heap of the reading process, MiB. */
  heap_mb: number;
  /** All memory of the reading process, MiB: heap, the packed file, what is unpacked of it. */
  memory_mb: number;
  /** Bytes that a workbook may have unpacked. */
  expanded_bytes: number;
  /** Unpacked : packed, looked at only above `ratio_from_bytes` (small XML packs very well). */
  ratio: number;
  ratio_from_bytes: number;
  /** Bytes that a part of a workbook may have unpacked, unless it is a worksheet. */
  part_bytes: number;
  /** Bytes of records that a small file may be read into; see `roomFor`. */
  records_bytes: number;
  /** Columns of a table; a worksheet has no more. */
  columns: number;
  /** Characters of one record in a text file. */
  record_chars: number;
  /** Characters and lines of one quoted CSV cell; a cell in Excel holds 32,767 characters. */
  quoted_chars: number;
  quoted_lines: number;
  /** Bytes of a JSON document that is one array; one object a line has no limit. */
  json_bytes: number;
  /** `records`: never let the engine read the CSV itself (for a second try, and to compare the roads). */
  csv_road: 'any' | 'records';
}

export const defaultLimits: Limits = {
  timeout_ms: 10 * 60_000,
  heap_mb: 1536,
  memory_mb: 3584,
  expanded_bytes: 2 ** 30,
  ratio: 200,
  ratio_from_bytes: 50 * 2 ** 20,
  part_bytes: 256 * 2 ** 20,
  records_bytes: 512 * 2 ** 20,
  columns: 16_384,
  record_chars: 4 * 2 ** 20,
  quoted_chars: 32 * 1024,
  quoted_lines: 100,
  json_bytes: 128 * 2 ** 20,
  csv_road: 'any'
};

/** Milliseconds that a file of so many bytes may take: a small one that takes long is made to. */
export const timeFor = (bytes: number, limits: Limits): number =>
  Math.min(limits.timeout_ms, 60_000 + bytes / 64);

/** A header is looked for in this many rows. */
export const headerWithin = 30;
