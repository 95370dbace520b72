/** Rendered pages by what they depend on, the least recently used dropped first, bounded by bytes. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** `cache-control` of a page that must not be kept, for it shows what moves by itself. Data of pages say so otherwise. */
export const NOT_KEPT = 'no-store';

export interface CachedPage {
  status: number;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer>;
  gzipped: Uint8Array<ArrayBuffer>;
}

export class PageCache {
  readonly #pages = new Map<string, CachedPage>();
  readonly #making = new Map<string, Promise<CachedPage | Response>>();
  readonly #limit: number;
  #bytes = 0;

  /** `limit` in bytes. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /**
   * The page under this key, made once however many ask at the same time. An answer other than 200, or NOT_KEPT, is not kept and
   * belongs to the one who made it; others then make their own.
   */
  async take(key: string, make: () => Promise<Response>): Promise<CachedPage | Response> {
    const kept = this.#pages.get(key);
    if (kept) {
      this.#pages.delete(key);
      this.#pages.set(key, kept);
      return kept;
    }
    const making = this.#making.get(key);
    if (making) {
      const made = await making;
      return made instanceof Response ? make() : made;
    }
    const making_now = this.#make(key, make);
    this.#making.set(key, making_now);
    try {
      return await making_now;
    } finally {
      this.#making.delete(key);
    }
  }

  async #make(key: string, make: () => Promise<Response>): Promise<CachedPage | Response> {
    const response = await make();
    if (response.status !== 200 || response.headers.get('cache-control') === NOT_KEPT) return response;
    const body = new Uint8Array(await response.arrayBuffer());
    const gzipped = new Uint8Array(await compress(body));
    const page = { status: 200, headers: [...response.headers], body, gzipped };
    this.#keep(key, page);
    return page;
  }

  #keep(key: string, page: CachedPage): void {
    const size = weight(page);
    if (size > this.#limit) return;
    this.#pages.set(key, page);
    this.#bytes += size;
    for (const [oldest, old] of this.#pages) {
      if (this.#bytes <= this.#limit) return;
      this.#pages.delete(oldest);
      this.#bytes -= weight(old);
    }
  }
}

const weight = (page: CachedPage): number => page.body.length + page.gzipped.length + 1000;
