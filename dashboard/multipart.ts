/**
 * The file of a `multipart/form-data` body as a stream: a form without a script sends a file of any size, and it
 * must not lie in memory as a whole (RFC 7578; browsers write file names as raw UTF-8 with `%22` for quotes).
 */
export interface SentFile {
  file_name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** Headers of a part are short; more than this is no form of ours. */
const HEADERS_LIMIT = 16_384;

/** The first part that is a file and has a name; undefined where the form has none. Later parts are not read. */
export async function sentFile(
  body: AsyncIterable<Uint8Array>,
  contentType: string
): Promise<SentFile | undefined> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (!boundary) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const reading = new Reading(body);
  // The first delimiter has no line end before it.
  reading.put(Buffer.from('\r\n'));
  for await (const _ of reading.until(delimiter)) continue;
  while (true) {
    const headers = await reading.line(Buffer.from('\r\n\r\n'), HEADERS_LIMIT);
    if (headers === undefined) return undefined;
    const name = /filename="([^"]*)"/i.exec(headers)?.[1];
    if (name) return { file_name: fileName(name), bytes: reading.until(delimiter) };
    for await (const _ of reading.until(delimiter)) continue;
  }
}

/** Some browsers once sent a whole path. */
const fileName = (sent: string): string => sent.replaceAll('%22', '"').split(/[\\/]/).at(-1) ?? sent;

class Reading {
  readonly #body: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#body = body[Symbol.asyncIterator]();
  }

  put(bytes: Buffer): void {
    this.#held = Buffer.concat([this.#held, bytes]);
  }

  async #more(): Promise<boolean> {
    const next = await this.#body.next();
    if (next.done === true) return false;
    this.put(Buffer.from(next.value));
    return true;
  }

  /** The bytes before `end`, which is passed over. Throws where the body stops before it. */
  async *until(end: Buffer): AsyncGenerator<Uint8Array> {
    while (true) {
      const at = this.#held.indexOf(end);
      if (at >= 0) {
        if (at > 0) yield this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + end.length);
        return;
      }
      // The end may lie across two pieces.
      const sure = this.#held.length - end.length + 1;
      if (sure > 0) {
        yield this.#held.subarray(0, sure);
        this.#held = this.#held.subarray(sure);
      }
      if (!(await this.#more())) throw new Error('The upload stopped before its end');
    }
  }

  /** Text up to `end`; undefined after the last part (`--`). Throws where it is longer than `limit`. */
  async line(end: Buffer, limit: number): Promise<string | undefined> {
    while (this.#held.indexOf(end) < 0) {
      if (this.#held.subarray(0, 2).toString() === '--') return undefined;
      if (this.#held.length > limit) throw new Error('A part of the upload has headers that are too long');
      if (!(await this.#more())) return undefined;
    }
    const at = this.#held.indexOf(end);
    const text = this.#held.subarray(0, at).toString('utf8');
    this.#held = this.#held.subarray(at + end.length);
    return text;
  }
}
