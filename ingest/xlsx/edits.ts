/** Changes to a text by place: gathered in any order, made in one go. */
export class Edits {
  private readonly list: { from: number; to: number; text: string }[] = [];

  /** Several at one place stay in the order in which they were given. */
  insert(at: number, text: string): void {
    this.list.push({ from: at, to: at, text });
  }

  replace(from: number, to: number, text: string): void {
    this.list.push({ from, to, text });
  }

  get none(): boolean {
    return this.list.length === 0;
  }

  /** @throws RangeError where two changes overlap: that would be our mistake. */
  applied(text: string): string {
    const ordered = this.list.toSorted((a, b) => a.from - b.from || a.to - b.to);
    const parts: string[] = [];
    let at = 0;
    for (const edit of ordered) {
      if (edit.from < at) throw new RangeError(`Two changes overlap at ${edit.from}`);
      parts.push(text.slice(at, edit.from), edit.text);
      at = edit.to;
    }
    parts.push(text.slice(at));
    return parts.join('');
  }
}
