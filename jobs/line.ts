/** A line in which work stands: one after another, in the order of asking, whatever became of the one before. */
export class Line {
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => {
      if (this.#closed) throw new Error('The service is ending');
      return work();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** What waits is refused; resolves when the work in hand has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
  }
}
