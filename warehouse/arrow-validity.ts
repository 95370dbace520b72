/**
 * Which rows of a batch are null, as Arrow wants it: one bit a row, least significant first, 1 for a value. A chunk
 * may end anywhere, so the next one's bits begin in the middle of a byte.
 */
export class Validity {
  readonly #capacity: number;
  #bits: Uint8Array | undefined;
  #nulls = 0;

  /** Rows that a batch may have. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** `words` are DuckDB's bits of a chunk of `count` rows, or null where each row has a value. `cleared` is told of each null. */
  append(words: BigUint64Array | null, at: number, count: number, cleared: (row: number) => void): void {
    if (!words) return;
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    for (let row = 0; row < count; row++) {
      const byte = bytes[row >> 3] ?? 0;
      if (byte === 0xff) row |= 7;
      else if (((byte >> (row & 7)) & 1) === 0) {
        this.#clear(at + row);
        cleared(at + row);
      }
    }
  }

  #clear(row: number): void {
    this.#bits ??= new Uint8Array(Math.ceil(this.#capacity / 8)).fill(0xff);
    this.#bits[row >> 3] = (this.#bits[row >> 3] ?? 0) & ~(1 << (row & 7));
    this.#nulls++;
  }

  /** No bitmap at all where nothing is null. */
  bitmap(length: number): { nullCount: number; nullBitmap: Uint8Array | null } {
    return { nullCount: this.#nulls, nullBitmap: this.#bits?.subarray(0, Math.ceil(length / 8)) ?? null };
  }
}
