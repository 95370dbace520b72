/** Takes in a file that its sender has given a key, so that he may send it again when he does not know whether it came. */
import { createHash, type Hash } from 'node:crypto';
import { receive, type Arrival } from '#ingest/receive.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** The same key came with another file before. */
export class KeyReused extends Error {
  readonly submission: number;
  constructor(submission: number) {
    super(`Submission ${submission} came with the same key and other bytes`);
    this.name = 'KeyReused';
    this.submission = submission;
  }
}

/** Resolves to the number of the submission, which is the first one's wherever the key came before. @throws KeyReused */
export async function receiveOnce(
  warehouse: Warehouse,
  arrival: Arrival & { bytes: AsyncIterable<Uint8Array>; source: string }
): Promise<number> {
  const hash = createHash('sha256');
  const id = await receive(warehouse, { ...arrival, bytes: hashed(arrival.bytes, hash) });
  const first = warehouse.control.one<{ sha256: string }>('select sha256 from submission where id = $id', {
    id
  });
  if (first?.sha256 !== hash.digest('hex')) throw new KeyReused(id);
  return id;
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    hash.update(part);
    yield part;
  }
}
