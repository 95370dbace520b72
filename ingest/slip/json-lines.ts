/** Files with one JSON value a line: written and read some thousand at a time. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

export class JsonLines<T> {
  readonly path: string;
  private readonly fd: number;

  constructor(path: string) {
    this.path = path;
    this.fd = openSync(path, 'wx');
  }

  write(values: readonly T[]): void {
    const bytes = Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
    for (let at = 0; at < bytes.length;) at += writeSync(this.fd, bytes, at);
  }

  close(): void {
    closeSync(this.fd);
  }
}

/** The values must be such as were written by `JsonLines` of the same type. */
export function* jsonLines<T>(path: string): Generator<T, void, void> {
  const text = readFileSync(path, 'utf8');
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    yield JSON.parse(text.slice(at, end)) as T;
    at = end + 1;
  }
}
