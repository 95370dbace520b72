/** How often each may do something: a bucket of leave, full at first, that fills again evenly in a minute. */
export class Buckets {
  readonly #size: number;
  readonly #left = new Map<number, { leave: number; at: number }>();

  /** Leave of a minute, which may also be used up at once. */
  constructor(per_minute: number) {
    this.#size = per_minute;
  }

  /** Takes one; resolves to 0, or to the seconds until there is one again. */
  take(whose: number, at: Date): number {
    const now = at.getTime();
    const was = this.#left.get(whose) ?? { leave: this.#size, at: now };
    const filled = was.leave + (Math.max(0, now - was.at) / 60_000) * this.#size;
    const leave = Math.min(this.#size, filled);
    if (leave < 1) return Math.ceil(((1 - leave) / this.#size) * 60);
    this.#left.set(whose, { leave: leave - 1, at: now });
    return 0;
  }
}
