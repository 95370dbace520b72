/** Why a file could not be pulled, for a person; and whether asking again may help. */
export class PullFailed extends Error {
  /** Undefined: asking again would come to the same. */
  readonly again: { after_ms?: number } | undefined;

  constructor(says: string, again?: { after_ms?: number }, cause?: unknown) {
    super(says, { cause });
    this.name = 'PullFailed';
    this.again = again;
  }
}
