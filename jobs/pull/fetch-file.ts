/** Asks a source once for its file, and writes what comes to disk. */
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { fillWords, Rejection, rejectionWords } from '#ingest/rejection.ts';
import { keepBytes, type Kept } from '#ingest/keep-bytes.ts';
import { limited } from '../limited.ts';
import { namedFile } from '../named-file.ts';
import { asPullFailed, openResponse, type Question } from './open-response.ts';
import { PullFailed } from './pull-failed.ts';
import type { Source } from './sources.ts';

/** By what the server told one state of the file from another. */
export interface Validators {
  etag: string | null;
  last_modified: string | null;
}

export interface Fetched extends Kept, Validators {
  file_name: string;
}

interface Asking extends Pick<Question, 'hosts'> {
  /** Undefined: whatever there is. */
  known: Validators | undefined;
  /** Where it is written to. */
  folder: string;
  now: Date;
  ending: AbortSignal;
}

/** Undefined where the file is still as it is known. @throws PullFailed */
export async function fetchFile(
  source: Source,
  { known, hosts, folder, now, ending }: Asking
): Promise<Fetched | undefined> {
  const over = AbortSignal.timeout(source.total_ms);
  const signal = AbortSignal.any([ending, over]);
  try {
    const { response, url } = await openResponse({
      url: source.url,
      headers: {
        'user-agent': 'Shanjian',
        'accept-encoding': 'gzip',
        ...(known?.etag && { 'if-none-match': known.etag }),
        ...(known?.last_modified && { 'if-modified-since': known.last_modified })
      },
      own_headers: source.headers,
      hosts,
      connect_ms: source.connect_ms,
      signal
    });
    try {
      if (response.statusCode === 304 && known) return undefined;
      refuse(response, source, now);
      const kept = await keepBytes(limited(unpacked(response), source.max_bytes), folder);
      if (kept.bytes === 0) throw new PullFailed('The server answered with nothing');
      const { etag = null, 'last-modified': last_modified = null } = response.headers;
      const file_name = namedFile(response.headers['content-disposition'], url) ?? source.name;
      return { ...kept, etag, last_modified, file_name };
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (ending.aborted) throw ending.reason;
    if (over.aborted) throw new PullFailed(`Not there after ${source.total_ms / 1000} s`, {});
    if (error instanceof Rejection)
      throw new PullFailed(fillWords(rejectionWords[error.code].says, error.params).en);
    throw asPullFailed(error);
  }
}

function refuse(
  { statusCode = 0, statusMessage = '', headers }: IncomingMessage,
  source: Source,
  now: Date
): void {
  if (statusCode !== 200) {
    const passing = statusCode >= 500 || [408, 425, 429].includes(statusCode);
    const after_ms = retryAfter(headers['retry-after'], now);
    throw new PullFailed(
      `The server answered ${statusCode} ${statusMessage}`.trim(),
      passing ? { ...(after_ms !== undefined && { after_ms }) } : undefined
    );
  }
  if (/^\s*(?:text\/html|application\/xhtml)/i.test(headers['content-type'] ?? ''))
    throw new PullFailed('The server answered with a web page (to sign in, perhaps) instead of a file');
  const length = Number(headers['content-length'] ?? 0);
  if (length > source.max_bytes)
    throw new PullFailed(`The file has ${length} bytes, more than the ${source.max_bytes} allowed`);
}

/** Milliseconds from now, said in seconds or as a day and time (RFC 9110). */
function retryAfter(said: string | undefined, now: Date): number | undefined {
  if (said === undefined) return undefined;
  const ms = /^\d+$/.test(said.trim()) ? Number(said) * 1000 : Date.parse(said) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** Some servers pack a body whatever they were asked for. The limit counts what comes out. */
function unpacked(response: IncomingMessage): AsyncIterable<Uint8Array> {
  const coding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (coding === '' || coding === 'identity') return response;
  const by = unpackers[coding];
  if (!by) throw new PullFailed(`The server packs the file as “${coding}”, which is not known here`);
  // What goes wrong in either is told to who reads what comes out.
  return pipeline(response, by(), () => undefined);
}

const unpackers: Record<string, () => ReturnType<typeof createGunzip>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
};
