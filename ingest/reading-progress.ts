/**
 * What the reading of a file says of itself while it goes on, over channels to which the reading process listens. The
 * readers know nobody who listens, and where nobody does nothing is said.
 */
import { channel } from 'node:diagnostics_channel';

/** Says how many rows have been written since it was last said. */
export const rowsWritten = channel('shanjian.rows_written');
/** Says up to which byte the file has been read in the pass in hand. */
export const bytesRead = channel('shanjian.bytes_read');

export interface ReadingAt {
  rows: number;
  /** 0–1 of the file; null while nothing can be said, as in the passes before its rows are read. */
  share: number | null;
}

/** Gathers what is said while a file of `size` bytes is read, and tells it no oftener than every `pause` milliseconds. */
export class ReadingProgress {
  #rows = 0;
  #position = 0;
  /** Whether rows are read as the bytes come, and not from memory after the last of them. */
  #streams = false;
  #told: number;
  readonly #size: number;
  readonly #tell: (at: ReadingAt) => void;
  readonly #now: () => number;
  readonly #pause: number;

  constructor(size: number, tell: (at: ReadingAt) => void, now = () => performance.now(), pause = 200) {
    this.#size = size;
    this.#tell = tell;
    this.#now = now;
    this.#pause = pause;
    this.#told = now();
    rowsWritten.subscribe(this.#onRows);
    bytesRead.subscribe(this.#onBytes);
  }

  end(): void {
    rowsWritten.unsubscribe(this.#onRows);
    bytesRead.unsubscribe(this.#onBytes);
  }

  readonly #onRows = (rows: unknown): void => {
    if (this.#rows === 0) this.#streams = this.#position < this.#size;
    this.#rows += rows as number;
    this.#say();
  };

  readonly #onBytes = (position: unknown): void => {
    this.#position = position as number;
    this.#say();
  };

  #say(): void {
    const now = this.#now();
    if (now - this.#told < this.#pause) return;
    this.#told = now;
    this.#tell({
      rows: this.#rows,
      share: this.#rows > 0 && this.#streams ? Math.min(this.#position / this.#size, 1) : null
    });
  }
}
