import { Rejection } from '#ingest/rejection.ts';

/** The same bytes; throws a Rejection as soon as they are more than the limit. */
export async function* limited(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const part of bytes) {
    seen += part.length;
    if (seen > limit) throw new Rejection('too_large', { detail: `> ${Math.floor(limit / 2 ** 20)} MiB` });
    yield part;
  }
}
