/** Answers that stay what they are until something is published, kept for as long. */
export class Remembered {
  readonly #answers = new Map<string, Promise<unknown>>();
  #newest = -1;

  /** What is kept under the key since publication `newest`, or else what `ask` gives. A failure is not kept. */
  take<T>(newest: number, key: string, ask: () => Promise<T>): Promise<T> {
    if (newest !== this.#newest) this.#answers.clear();
    this.#newest = newest;
    const kept = this.#answers.get(key) as Promise<T> | undefined;
    if (kept) return kept;
    const answer = ask();
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > LIMIT && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}

/** One or two thousand rows each. */
const LIMIT = 64;
